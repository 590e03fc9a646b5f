import { loadCalendar } from '../platform/cases/loadRules'
import type { CaseRow } from '../platform/cases/rows'
import { now } from '../platform/clock'
import { inTransaction, type Row, type Transaction } from '../platform/database/collection'
import {
  type Addition,
  areaAdditions,
  countAdditions,
  differences,
  monthRowsOf,
  withAmounts,
  withDays,
} from './amounts'
import type { AreaRow, CaseFactsRow, CountRow } from './rows'
import { factsOf } from './rules'
import * as store from './store'

/**
 * Counts follow cases. What a case counts as stands in one row, and this row is changed in the same transaction with
 * every count that follows from it. So a case that is folded twice, by two at once, or again after a crash, counts once.
 */

/** A change carries the time at which its call began, and may be committed as late as a function may run. */
const COMMITTED_WITHIN = 90_000
/** Cases in one transaction: their places share most rows. */
const CASES_AT_ONCE = 20

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
      folded += await foldCases(
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

/** A newer version that somebody else has counted meanwhile is not counted back. */
export const foldCases = (all: CaseFactsRow[]): Promise<number> =>
  inTransaction(async (transaction) => {
    const before: CaseFactsRow[] = []
    const after: CaseFactsRow[] = []
    for (const facts of all) {
      const counted = await transaction.find<CaseFactsRow>('caseFacts', facts._id)
      if (counted && counted.version >= facts.version) continue
      if (counted) before.push(counted)
      after.push(facts)
    }
    const counts = differences(
      before.flatMap(countAdditions),
      after.flatMap(countAdditions),
      after.flatMap(monthRowsOf),
    )
    const time = now()
    await change<CountRow>(transaction, 'caseCounts', counts, (row, { amounts, row: newest }) =>
      withAmounts({ ...row, departmentName: newest.departmentName ?? row.departmentName }, amounts, time),
    )
    const areas = differences(before.flatMap(areaAdditions), after.flatMap(areaAdditions))
    await change<AreaRow>(transaction, 'caseAreas', areas, (row, { amounts }) => withDays(row, amounts))
    for (const facts of after) await transaction.put('caseFacts', facts)
    return after.length
  })

async function change<R extends Row>(
  transaction: Transaction,
  name: store.Collection,
  additions: Addition<R>[],
  changed: (row: R, addition: Addition<R>) => R,
): Promise<void> {
  for (const addition of additions) {
    const row = (await transaction.find<R>(name, addition.row._id)) ?? addition.row
    await transaction.put(name, changed(row, addition))
  }
}
