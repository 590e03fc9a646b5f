import type { HttpRequest, LoadOutcome } from '../load/order'

/** Votes of people who have not voted yet, made before a round so that making them is not measured. */
export interface VoteSupply {
  /** More than will be cast in this time, going by earlier rounds. */
  prepare(callers: number, milliseconds: number): Promise<HttpRequest[]>
  /** Takes away what a round has used up. */
  note(callers: number, outcome: LoadOutcome): void
}

/** Nothing measured here is faster with one caller, and the guess only costs time to prepare. */
const FIRST_GUESS_PER_SECOND = 12_000
const MARGIN = 1.6

export function createVoteSupply(make: (count: number) => Promise<HttpRequest[]>): VoteSupply {
  let unused: HttpRequest[] = []
  const perSecond = new Map<number, number>()
  return {
    async prepare(callers, milliseconds) {
      const known = perSecond.get(callers) ?? Math.max(0, ...perSecond.values())
      const wanted = Math.ceil(((known || FIRST_GUESS_PER_SECOND) * MARGIN * milliseconds) / 1000)
      if (unused.length < wanted) unused = unused.concat(await make(wanted - unused.length))
      return unused.slice(0, wanted)
    },
    note(callers, { sent, milliseconds }) {
      perSecond.set(callers, Math.max(perSecond.get(callers) ?? 0, (sent / milliseconds) * 1000))
      unused = unused.slice(sent)
    },
  }
}
