import { monthOf, weekAfter, weekOf, weekStart, yearOf } from '@contract/volunteering/weeks'
import type { BoardPeriod } from '@contract/volunteerStatistics'
import { dayOf } from '@/words/activities'
import { dateWords, monthWords } from '@/words/caseCounts'

/** Weeks, months and years of boards. Pure. */

const DAY = 86_400_000

/** The week, month or year of a moment. */
export const periodAt: Record<BoardPeriod, (moment: number) => string> = {
  week: weekOf,
  month: monthOf,
  year: yearOf,
}

/** So many periods later, or earlier. */
export function periodAfter(period: BoardPeriod, at: string, by: number): string {
  if (period === 'week') return weekAfter(at, by)
  if (period === 'year') return String(Number(at) + by)
  const months = Number(at.slice(0, 4)) * 12 + Number(at.slice(5)) - 1 + by
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

/** `11月16日至11月22日`, `2026年11月`, `2026年` */
export function periodWords(period: BoardPeriod, at: string): string {
  if (period === 'year') return `${at}年`
  if (period === 'month') return monthWords(at)
  const monday = weekStart(at)
  return `${dateWords(dayOf(monday))}至${dateWords(dayOf(monday + 6 * DAY))}`
}
