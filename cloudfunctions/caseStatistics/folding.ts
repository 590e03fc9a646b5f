import { loadCalendar } from '../platform/cases/loadRules'
import type { CaseRow } from '../platform/cases/rows'
import { now } from '../platform/clock'
import type { CaseFactsRow } from './rows'
import { factsOf } from './rules'
import * as store from './store'

/**
 * Counts follow cases. What a case counts as stands in one row, and this row is changed in the same transaction with
 * every count that follows from it. So a case that is folded twice, by two at once, or again after a crash, counts once.
 */

/** A change carries the time at which its call began, and may be committed as late as a function may run. */
const COMMITTED_WITHIN = 90_000
/** Cases in one transaction: their places share most rows. */
const CASES_AT_ONCE = 40

const DIGITS = 13

/** Counts what has changed, until `deadline`; answers how many cases came to count otherwise. */
export async function foldChanges(deadline: number): Promise<number> {
  const calendar = await loadCalendar()
  const folding = await store.findFolding()
  const from = Math.max(0, (folding?.countedUntil ?? 0) - COMMITTED_WITHIN)
  let after = String(from).padStart(DIGITS, '0')
  let folded = 0
  while (now() < deadline) {
    const changed = await store.listChanged(after)
    const last = changed.at(-1)
    if (!last) break
    const fresh = await notCounted(changed)
    for (let start = 0; start < fresh.length; start += CASES_AT_ONCE)
      folded += await store.foldCases(
        fresh.slice(start, start + CASES_AT_ONCE).map((row) => factsOf(row, calendar)),
      )
    after = last.changeOrder
    await store.advanceFolding(
      Number(after.slice(0, DIGITS)),
      earliestDay(fresh.map((row) => factsOf(row, calendar))),
    )
  }
  return folded
}

const earliestDay = (facts: CaseFactsRow[]): string | null => facts.map(({ day }) => day).sort()[0] ?? null

async function notCounted(changed: CaseRow[]): Promise<CaseRow[]> {
  const known = await store.listFacts(changed.map(({ _id }) => _id))
  const versions = new Map(known.map(({ _id, version }) => [_id, version]))
  return changed.filter(({ _id, version }) => (versions.get(_id) ?? 0) < version)
}
