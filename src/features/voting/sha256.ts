/**
 * SHA-256 (FIPS 180-4). Written out because a mini-program has no `crypto.subtle`, and a page on a phone should check
 * a proof without asking anyone. For short texts: everything is held in memory.
 */

const firstPrimes = (count: number): number[] => {
  const primes: number[] = []
  for (let candidate = 2; primes.length < count; candidate++)
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
  return primes
}

/** The first 32 bits of the fractional part. */
const fractionBits = (value: number): number => Math.floor((value % 1) * 2 ** 32) | 0

const PRIMES = firstPrimes(64)
const ROUND = PRIMES.map((prime) => fractionBits(Math.cbrt(prime)))
const START = PRIMES.slice(0, 8).map((prime) => fractionBits(Math.sqrt(prime)))

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/** The message, a bit of 1, zeros, and its length in bits, in whole blocks of 64 bytes. */
function padded(message: Uint8Array): DataView {
  const view = new DataView(new ArrayBuffer(Math.ceil((message.length + 9) / 64) * 64))
  message.forEach((byte, index) => {
    view.setUint8(index, byte)
  })
  view.setUint8(message.length, 0x80)
  view.setUint32(view.byteLength - 4, message.length * 8)
  return view
}

function scheduleOf(view: DataView, block: number): number[] {
  const words = Array.from({ length: 16 }, (_, index) => view.getInt32(block + index * 4))
  const at = (index: number) => words[index] ?? 0
  for (let index = 16; index < 64; index++) {
    const [late, early] = [at(index - 2), at(index - 15)]
    const mixLate = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)
    const mixEarly = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)
    words.push((mixLate + at(index - 7) + mixEarly + at(index - 16)) | 0)
  }
  return words
}

type State = [number, number, number, number, number, number, number, number]

function mix(state: State, words: number[]): State {
  let [a, b, c, d, e, f, g, h] = state
  words.forEach((word, index) => {
    const upper = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const one = (h + upper + ((e & f) ^ (~e & g)) + (ROUND[index] ?? 0) + word) | 0
    const lower = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
    const two = (lower + ((a & b) ^ (a & c) ^ (b & c))) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
  })
  return [a, b, c, d, e, f, g, h]
}

export function sha256(message: Uint8Array): Uint8Array {
  const view = padded(message)
  let state = START as State
  for (let block = 0; block < view.byteLength; block += 64) {
    const mixed = mix(state, scheduleOf(view, block))
    state = state.map((word, index) => (word + (mixed[index] ?? 0)) | 0) as State
  }
  const digest = new DataView(new ArrayBuffer(32))
  state.forEach((word, index) => {
    digest.setInt32(index * 4, word)
  })
  return new Uint8Array(digest.buffer)
}
