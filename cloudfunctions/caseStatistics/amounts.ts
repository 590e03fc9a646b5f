import type { CaseCounts } from '../../contract/caseStatistics'
import type { Amounts, AreaRow, CaseFactsRow, CountRow } from './rows'

/** Which numbers a case stands in, and how rows change when it comes to count otherwise. Pure. */

/** A row as it begins, and what is added to it. */
export interface Addition<R> {
  row: R
  amounts: Amounts
}

export const COUNT_NAMES = [
  'reported',
  'refused',
  'closed',
  'inTime',
  'reopened',
  'satisfied',
  'dissatisfied',
  'unrated',
  'handled',
  'handledMinutes',
] as const satisfies readonly (keyof CaseCounts)[]

const NOW_WEIGHT = 2e12
const MONTH_WEIGHT = 1e12
/** In the place of a month: how things stand. */
export const NOW = 'now'

export const monthRowId = (month: string, placeCode: string): string => `${month}-${placeCode}`

const under = (name: string, counts: Partial<CaseCounts>): Amounts =>
  Object.fromEntries(
    Object.entries(counts).flatMap(([key, value]) => (value === 0 ? [] : [[`${name}/${key}`, value]])),
  )

const begun = (
  _id: string,
  part: Pick<CountRow, 'placeCode' | 'month' | 'weight'> & Partial<CountRow>,
): CountRow => ({ departmentId: null, departmentName: null, amounts: {}, changedAt: 0, ...part, _id })

function monthAddition(facts: CaseFactsRow, placeCode: string, below: string | null): Addition<CountRow> {
  const { month, day, group, counts } = facts
  return {
    row: begun(monthRowId(month, placeCode), { placeCode, month, weight: MONTH_WEIGHT }),
    amounts: {
      ...under('total', counts),
      ...under(`groups/${group}`, counts),
      ...(below === null ? {} : under(`places/${below}`, counts)),
      ...under(`days/${day}`, { reported: counts.reported, closed: counts.closed }),
    },
  }
}

function departmentAdditions(facts: CaseFactsRow, placeCode: string): Addition<CountRow>[] {
  const { month, departmentId, departmentName, counts } = facts
  if (departmentId === null) return []
  const id = `${monthRowId(month, placeCode)}-${departmentId}`
  const row = begun(id, { placeCode, month, weight: 0, departmentId, departmentName })
  return [{ row, amounts: under('total', counts) }]
}

function nowAdditions({ isOpen, isSuspended, isSupervised }: CaseFactsRow, placeCode: string) {
  if (!isOpen) return []
  const amounts: Amounts = {
    open: 1,
    ...(isSuspended ? { suspended: 1 } : {}),
    ...(isSupervised ? { supervised: 1 } : {}),
  }
  return [{ row: begun(`${NOW}-${placeCode}`, { placeCode, month: NOW, weight: NOW_WEIGHT }), amounts }]
}

/** A place's row holds the places directly below it, so that a page is read in one piece. */
export function countAdditions(facts: CaseFactsRow): Addition<CountRow>[] {
  const levels = [facts.cityCode, facts.districtCode, facts.streetCode, facts.villageCode]
  return levels.flatMap((placeCode, index) =>
    placeCode === null
      ? []
      : [
          monthAddition(facts, placeCode, levels[index + 1] ?? null),
          ...departmentAdditions(facts, placeCode),
          ...nowAdditions(facts, placeCode),
        ],
  )
}

export function areaAdditions({ area, group, day }: CaseFactsRow): Addition<AreaRow>[] {
  if (area === null) return []
  return [{ row: { _id: `${area}-${group}`, area, group, lastDay: '', days: {} }, amounts: { [day]: 1 } }]
}

/** The rows that say when a case of a city's month has last changed, whether or not it counts otherwise. */
export const monthRowsOf = (facts: CaseFactsRow): CountRow[] => [
  monthAddition(facts, facts.cityCode, null).row,
]

/**
 * What changes in each row when cases that counted as `before` come to count as `after`. Rows that stay are left out,
 * but for those that are `touched` anyway.
 */
export function differences<R extends { _id: string }>(
  before: Addition<R>[],
  after: Addition<R>[],
  touched: R[] = [],
): Addition<R>[] {
  const rows = new Map<string, Addition<R>>()
  const add = ({ row, amounts }: Addition<R>, sign: 1 | -1) => {
    const entry = rows.get(row._id) ?? { row, amounts: {} }
    for (const [name, value] of Object.entries(amounts))
      entry.amounts[name] = (entry.amounts[name] ?? 0) + sign * value
    rows.set(row._id, { ...entry, row })
  }
  for (const each of before) add(each, -1)
  for (const each of after) add(each, 1)
  for (const row of touched) add({ row, amounts: {} }, 1)
  const isTouched = new Set(touched.map(({ _id }) => _id))
  return [...rows.values()].filter(
    ({ row, amounts }) => isTouched.has(row._id) || Object.values(amounts).some((value) => value !== 0),
  )
}

/** Numbers that come to 0 are left out, so that rows are the same whichever way they came about. */
export function sum(one: Amounts, other: Amounts): Amounts {
  const total = { ...one }
  for (const [name, value] of Object.entries(other)) {
    const both = (total[name] ?? 0) + value
    if (both === 0) delete total[name]
    else total[name] = both
  }
  return total
}

export function withAmounts(row: CountRow, amounts: Amounts, now: number): CountRow {
  const total = sum(row.amounts, amounts)
  const weight = row.departmentId === null ? row.weight : (total['total/reported'] ?? 0)
  return { ...row, amounts: total, weight, changedAt: now }
}

/** Days that are still compared: HOT_SPOT_DAYS × (HOT_SPOT_BASELINE + 1), and a week for reports that come late. */
export const AREA_DAYS = 70

const dayBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10)

export function withDays(row: AreaRow, amounts: Amounts): AreaRow {
  const all = sum(row.days, amounts)
  const newest = [row.lastDay, ...Object.keys(all)].sort().at(-1) ?? ''
  const oldest = newest === '' ? '' : dayBefore(newest, AREA_DAYS)
  const days = Object.fromEntries(Object.entries(all).filter(([day, reports]) => day > oldest && reports > 0))
  return { ...row, days, lastDay: Object.keys(days).sort().at(-1) ?? '' }
}
