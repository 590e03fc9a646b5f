import type { MonthCount } from '../../../contract/volunteerStatistics'
import type { CountRow } from '../folding/rows'

/** A month, and the year up to it. Pure. */

export type Total = Omit<MonthCount, 'organisationId' | 'name' | 'placeCode'>

type Counted = Pick<CountRow, 'activities' | 'participations' | 'people' | 'minutes'>

export const totalOf = (row: Counted | undefined): Total => ({
  activities: row?.activities ?? 0,
  participations: row?.participations ?? 0,
  people: row?.people ?? 0,
  minutes: row?.minutes ?? 0,
})

/** `2026-03` → `2026-01`, `2026-02`, `2026-03` */
export const monthsUpTo = (month: string): string[] =>
  Array.from(
    { length: Number(month.slice(5)) },
    (_, index) => `${month.slice(0, 4)}-${String(index + 1).padStart(2, '0')}`,
  )

/** People are counted once: in the month in which each served first. */
export function cumulativeOf(
  months: readonly Counted[],
  firstMonths: Record<string, number>,
  month: string,
): Total {
  const sum = (of: (row: Counted) => number) => months.reduce((total, row) => total + of(row), 0)
  return {
    activities: sum(({ activities }) => activities),
    participations: sum(({ participations }) => participations),
    people: Object.entries(firstMonths).reduce(
      (all, [first, people]) => all + (first <= month ? people : 0),
      0,
    ),
    minutes: sum(({ minutes }) => minutes),
  }
}
