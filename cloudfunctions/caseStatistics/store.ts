import type { CaseRow } from '../platform/cases/rows'
import { now } from '../platform/clock'
import {
  collection,
  command,
  inTransaction,
  type Row,
  type Transaction,
} from '../platform/database/collection'
import { withinPlace } from '../platform/places'
import {
  type Addition,
  areaAdditions,
  countAdditions,
  differences,
  monthRowsOf,
  NOW,
  withAmounts,
  withDays,
} from './amounts'
import type { AreaRow, CaseFactsRow, CountRow, FoldingRow } from './rows'

/** Every query of counting cases, one function each. */

const cases = collection<CaseRow>('cases')
const facts = collection<CaseFactsRow>('caseFacts')
const counts = collection<CountRow>('caseCounts')
const folding = collection<FoldingRow>('caseFolding')

// Folding

/** Cases a page: with their histories, what one answer may carry. */
const CHANGES_PER_PAGE = 100

/** Changed cases in the order of their changes. `after` is a `changeOrder`. */
export const listChanged = (after: string): Promise<CaseRow[]> =>
  cases.list({ changeOrder: command.gt(after) }, { orderBy: { changeOrder: 'asc' }, limit: CHANGES_PER_PAGE })

export const listFacts = (caseIds: string[]): Promise<CaseFactsRow[]> =>
  caseIds.length === 0
    ? Promise.resolve([])
    : facts.list({ _id: command.in(caseIds) }, { limit: caseIds.length })

export const FOLDING = 'folding'

export const findFolding = (): Promise<FoldingRow | null> => folding.find(FOLDING)

/** Goes on, never back; the earliest day only becomes earlier. */
export const advanceFolding = (countedUntil: number, earliest: string | null): Promise<void> =>
  inTransaction(async (transaction) => {
    const before = await transaction.find<FoldingRow>('caseFolding', FOLDING)
    const days = [before?.firstDay, earliest].filter((day) => typeof day === 'string').sort()
    await transaction.put<FoldingRow>('caseFolding', {
      _id: FOLDING,
      countedUntil: Math.max(before?.countedUntil ?? 0, countedUntil),
      firstDay: days[0] ?? null,
    })
  })

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
  name: 'caseCounts' | 'caseAreas',
  additions: Addition<R>[],
  changed: (row: R, addition: Addition<R>) => R,
): Promise<void> {
  for (const addition of additions) {
    const row = (await transaction.find<R>(name, addition.row._id)) ?? addition.row
    await transaction.put(name, changed(row, addition))
  }
}

// Counting again

const FACTS_PER_PAGE = 500

/** What the cases of a month count as, page by page. */
export const listFactsOfMonth = (month: string, after: string): Promise<CaseFactsRow[]> =>
  facts.list(
    { month, _id: command.gt(after) },
    { orderBy: { month: 'asc', _id: 'asc' }, limit: FACTS_PER_PAGE },
  )

const ROWS_PER_PAGE = 500

export const listCountsOfMonth = (month: string, after: string): Promise<CountRow[]> =>
  counts.list(
    { month, _id: command.gt(after) },
    { orderBy: { month: 'asc', _id: 'asc' }, limit: ROWS_PER_PAGE },
  )

// Showing

/** Departments that are shown of a place: those with most cases. */
export const DEPARTMENTS_SHOWN = 100

/** How a place stands, its month, and its departments: one round trip. */
export const listCounts = (placeCode: string, month: string): Promise<CountRow[]> =>
  counts.list(
    { placeCode, month: command.in([month, NOW]) },
    { orderBy: { weight: 'desc' }, limit: DEPARTMENTS_SHOWN + 2 },
  )

/** Places' own rows without departments. */
export const listPlaceCounts = (rowIds: string[]): Promise<CountRow[]> =>
  counts.list({ _id: command.in(rowIds) }, { limit: rowIds.length })

const DIGITS = 13

const STREET = 9

export interface Due {
  overdue: number
  soon: number
}

/** Open cases of a place whose stage was due before `now`, and those due from then on and before `soon`: one round trip. */
export async function countDue(placeCode: string, now: number, soon: number): Promise<Due> {
  const moment = (time: number) => String(time).padStart(DIGITS, '0')
  // Of a village: within its street, which the index knows.
  const street = placeCode.length > STREET ? withinPlace(placeCode.slice(0, STREET)) : {}
  const isLate = { $lt: ['$dueOrder', moment(now)] }
  const [counted] = await cases.aggregate<Due>([
    {
      $match: {
        ...street,
        ...withinPlace(placeCode),
        isOpen: true,
        dueOrder: command.lt(moment(soon)),
      },
    },
    {
      $group: {
        _id: null,
        overdue: { $sum: { $cond: [isLate, 1, 0] } },
        soon: { $sum: { $cond: [isLate, 0, 1] } },
      },
    },
  ])
  return counted ?? { overdue: 0, soon: 0 }
}
