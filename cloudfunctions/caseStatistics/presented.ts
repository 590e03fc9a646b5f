import type { CaseCounts, CasesNow, DayCounts, Supervision } from '../../contract/caseStatistics'
import { CATEGORY_GROUP_KEYS } from '../../contract/cases/categories'
import { shanghaiDay } from '../platform/clock'
import { COUNT_NAMES, NOW } from './amounts'
import type { Amounts, CountRow } from './rows'

/** What leaves the cloud of counts, chosen field by field. */

const DAY = 86_400_000

const countsUnder = (amounts: Amounts, name: string): CaseCounts =>
  Object.fromEntries(COUNT_NAMES.map((each) => [each, amounts[`${name}/${each}`] ?? 0])) as Record<
    (typeof COUNT_NAMES)[number],
    number
  >

/** Keys below `places/` and the like, each once. */
const keysUnder = (amounts: Amounts, part: string): string[] => [
  ...new Set(
    Object.keys(amounts).flatMap((name) => {
      const [of, key] = name.split('/')
      return of === part && key !== undefined ? [key] : []
    }),
  ),
]

/** Every day of the month that has begun, with those on which nothing happened. */
function trendOf(amounts: Amounts, month: string, now: number): DayCounts[] {
  const today = shanghaiDay(now)
  const trend: DayCounts[] = []
  for (let time = Date.parse(`${month}-01`); ; time += DAY) {
    const day = new Date(time).toISOString().slice(0, 10)
    if (!day.startsWith(month) || day > today) return trend
    trend.push({
      day,
      reported: amounts[`days/${day}/reported`] ?? 0,
      closed: amounts[`days/${day}/closed`] ?? 0,
    })
  }
}

const partOf = (rows: CountRow[], month: string): Amounts =>
  rows.find((row) => row.month === month && row.departmentId === null)?.amounts ?? {}

export const presentMonth = (rows: CountRow[], month: string, now: number) => {
  const amounts = partOf(rows, month)
  return {
    total: countsUnder(amounts, 'total'),
    places: keysUnder(amounts, 'places')
      .sort()
      .map((placeCode) => ({ placeCode, ...countsUnder(amounts, `places/${placeCode}`) })),
    groups: CATEGORY_GROUP_KEYS.filter((group) => amounts[`groups/${group}/reported`] !== undefined).map(
      (group) => ({ group, ...countsUnder(amounts, `groups/${group}`) }),
    ),
    trend: trendOf(amounts, month, now),
  } satisfies Partial<Supervision>
}

/** A department that all cases were taken from again has none to show. */
export const presentDepartments = (rows: CountRow[]): Supervision['departments'] =>
  rows.flatMap(({ departmentId, departmentName, amounts }) =>
    departmentId !== null && amounts['total/reported']
      ? [{ departmentId, name: departmentName ?? '', ...countsUnder(amounts, 'total') }]
      : [],
  )

export function presentNow(rows: CountRow[], due: Pick<CasesNow, 'overdue' | 'dueSoon'>): CasesNow {
  const { open = 0, suspended = 0, supervised = 0 } = partOf(rows, NOW)
  return { open, suspended, supervised, overdue: due.overdue, dueSoon: due.dueSoon }
}
