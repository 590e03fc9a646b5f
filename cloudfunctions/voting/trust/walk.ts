import { now as currentTime } from '../../platform/clock'
import type { BallotRow } from '../rows'
import type { Mark } from './rows'
import * as store from './store'

/**
 * Walks over the ballots that meet a filter, in order of time and in stretches, so that a filter which few ballots
 * meet never makes the database read a million of them at once.
 */

/** Ballots looked at in one query: small enough that the database stays quick for others. */
const BALLOTS_AT_ONCE = 20_000
const END = Number.MAX_SAFE_INTEGER

export interface Wanted {
  campaignId: string
  /** The first bucket, and the one after the last; null: all. */
  from: number | null
  to: number | null
  conditions: store.Conditions
}

const stretchOf = ({ campaignId }: Wanted, from: number, to: number): store.Stretch => ({
  campaignId,
  from,
  to,
})

/** Cuts what is wanted into stretches of about BALLOTS_AT_ONCE ballots. They leave no gap. */
async function* stretches(wanted: Wanted, from: number): AsyncGenerator<store.Stretch> {
  const last = wanted.to ?? END
  let begin = from
  while (begin < last) {
    const parts = await store.listPartSizes(stretchOf(wanted, begin, last))
    let ballots = 0
    for (const [index, part] of parts.entries()) {
      ballots += part.ballots
      const isFull = ballots >= BALLOTS_AT_ONCE || index === store.PARTS_AT_ONCE - 1
      if (!isFull) continue
      yield stretchOf(wanted, begin, part.bucket + 1)
      begin = part.bucket + 1
      ballots = 0
    }
    if (parts.length < store.PARTS_AT_ONCE) {
      if (begin < last) yield stretchOf(wanted, begin, last)
      return
    }
  }
}

export const startOf = ({ from }: Pick<Wanted, 'from'>): Mark => ({ bucket: from ?? 0, seen: 0 })

/** At most `enough` ballots after `mark`, fewer when `deadline` passes. `next` null: there are no more. */
export async function ballotsAfter(
  wanted: Wanted,
  mark: Mark,
  enough: number,
  deadline: number,
): Promise<{ ballots: BallotRow[]; next: Mark | null }> {
  const ballots: BallotRow[] = []
  let next = mark
  for await (const stretch of stretches(wanted, mark.bucket)) {
    const room = enough - ballots.length
    const skip = stretch.from === next.bucket ? next.seen : 0
    const page = await store.listMeant(stretch, wanted.conditions, skip, room)
    ballots.push(...page)
    const last = page.at(-1)
    if (last && page.length === room) return { ballots, next: behind(page, last.bucket, stretch, skip) }
    next = { bucket: stretch.to, seen: 0 }
    if (currentTime() >= deadline && stretch.to < (wanted.to ?? END)) return { ballots, next }
  }
  return { ballots, next: null }
}

/** Just behind the last ballot of a page. */
function behind(page: BallotRow[], bucket: number, stretch: store.Stretch, skip: number): Mark {
  const inBucket = page.filter((ballot) => ballot.bucket === bucket).length
  return { bucket, seen: inBucket + (bucket === stretch.from ? skip : 0) }
}

type Count = (stretch: store.Stretch, conditions: store.Conditions) => Promise<number>

async function countBy(wanted: Wanted, count: Count): Promise<number> {
  let total = 0
  for await (const stretch of stretches(wanted, wanted.from ?? 0))
    total += await count(stretch, wanted.conditions)
  return total
}

export const countBallotsMeant = (wanted: Wanted): Promise<number> => countBy(wanted, store.countMeant)
export const countRuledMeant = (wanted: Wanted): Promise<number> => countBy(wanted, store.countRuledOf)

/** By WeChat's rank (null: no answer), those that nobody has ruled about yet. */
export async function countUnruledByRank(wanted: Wanted): Promise<Map<number | null, number>> {
  const totals = new Map<number | null, number>()
  const add = (sign: 1 | -1) => (group: { _id: number | null; ballots: number }) =>
    totals.set(group._id, (totals.get(group._id) ?? 0) + sign * group.ballots)
  for await (const stretch of stretches(wanted, wanted.from ?? 0)) {
    ;(await store.countRanks(stretch, wanted.conditions)).forEach(add(1))
    ;(await store.countRuledRanks(stretch, wanted.conditions)).forEach(add(-1))
  }
  return totals
}
