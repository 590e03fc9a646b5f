/** Example ballots: how many, when and for whom. Deterministic, so that a demo looks the same on every machine. */

/** A small generator of numbers in [0, 1) that gives the same row for the same start (mulberry32). */
export function numbersFrom(start: number): () => number {
  let state = start >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Chooses between `min` and `max` different candidates; some are liked more than others. */
export function chooseFor(
  candidateIds: string[],
  choices: { min: number; max: number },
  next: () => number,
): string[] {
  const number = Math.min(
    candidateIds.length,
    choices.min + Math.floor(next() * (choices.max - choices.min + 1)),
  )
  const chosen = new Set<string>()
  while (chosen.size < number) {
    // The square of an even number leans to the front; where the front is differs by turn, so that none runs away.
    const place = Math.floor(next() ** 1.6 * candidateIds.length)
    chosen.add(candidateIds[(place * 7 + 3) % candidateIds.length] as string)
  }
  return [...chosen]
}

const HOUR = 3_600_000

/** Moments between two times at which ballots are cast: more by day than by night, in `turns` steps. */
export function momentsBetween(from: number, to: number, turns: number): number[] {
  const step = (to - from) / turns
  const moments = Array.from({ length: turns }, (_, turn) => from + (turn + 0.5) * step)
  const isAwake = (moment: number) => {
    const hourInShanghai = Math.floor((moment + 8 * HOUR) / HOUR) % 24
    return hourInShanghai >= 7 && hourInShanghai < 23
  }
  return moments.filter(isAwake)
}
