/**
 * SHA-256 [FIPS 180-4], so that a phone can check by itself what the cloud claims. WeChat gives a mini-program none, and
 * a browser gives one only to pages that came encrypted.
 */

const WORD = 2 ** 32
const WORD_BYTES = 4
/** Bytes that are taken at once. */
export const BLOCK = 64
/** Bytes at the end of the last block that hold the length. */
const LENGTH_BYTES = 8

const primes = (number: number): number[] => {
  const found: number[] = []
  for (let candidate = 2; found.length < number; candidate++)
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate)
  return found
}

/** The first 32 bits after the point. */
const fraction = (value: number): number => Math.floor((value - Math.floor(value)) * WORD)

/** Of the first primes: cube roots for the rounds, square roots to begin with [FIPS 180-4, 4.2.2 and 5.3.3]. */
const ROUNDS = primes(64).map((prime) => fraction(Math.cbrt(prime)))
const START = primes(8).map((prime) => fraction(Math.sqrt(prime)))

/** UTF-8. Written out, since old phones lack `TextEncoder`. */
export const bytesOf = (text: string): number[] =>
  (encodeURIComponent(text).match(/%..|./g) ?? []).map((piece) =>
    piece.length > 1 ? Number.parseInt(piece.slice(1), 16) : piece.charCodeAt(0),
  )

/** A one, zeros, and the length in bits, up to whole blocks. */
const padded = (message: ArrayLike<number>): Uint8Array => {
  const length = message.length
  const bytes = new Uint8Array(Math.ceil((length + 1 + LENGTH_BYTES) / BLOCK) * BLOCK)
  bytes.set(message)
  bytes[length] = 0x80
  const view = new DataView(bytes.buffer)
  view.setUint32(bytes.length - LENGTH_BYTES, Math.floor(length / (WORD / 8)))
  view.setUint32(bytes.length - LENGTH_BYTES / 2, (length * 8) % WORD)
  return bytes
}

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

const schedule = (view: DataView, offset: number): Int32Array => {
  const words = new Int32Array(ROUNDS.length)
  const at = (index: number) => words[index] as number
  for (let index = 0; index < words.length; index++) {
    if (index < 16) words[index] = view.getInt32(offset + index * 4)
    else {
      const [early, late] = [at(index - 15), at(index - 2)]
      const one = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3)
      const other = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10)
      words[index] = at(index - 16) + one + at(index - 7) + other
    }
  }
  return words
}

type State = [number, number, number, number, number, number, number, number]

const round = ([a, b, c, d, e, f, g, h]: State, word: number): State => {
  const first = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + word
  const second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
  return [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g]
}

/** In 32 bytes. */
export const sha256Bytes = (message: ArrayLike<number>): Uint8Array => {
  const bytes = padded(message)
  const view = new DataView(bytes.buffer)
  let state = START.map((word) => word | 0)
  for (let offset = 0; offset < bytes.length; offset += BLOCK) {
    let next = state as State
    schedule(view, offset).forEach((word, index) => {
      next = round(next, word + (ROUNDS[index] as number))
    })
    state = state.map((word, index) => (word + (next[index] as number)) | 0)
  }
  const digest = new Uint8Array(state.length * WORD_BYTES)
  const written = new DataView(digest.buffer)
  state.forEach((word, index) => {
    written.setInt32(index * WORD_BYTES, word)
  })
  return digest
}

const hexadecimal = (byte: number): string => byte.toString(16).padStart(2, '0')

/** In 64 hexadecimal digits, small letters. A text is taken as UTF-8. */
export const sha256 = (message: string | Uint8Array): string =>
  Array.from(sha256Bytes(typeof message === 'string' ? bytesOf(message) : message), hexadecimal).join('')
