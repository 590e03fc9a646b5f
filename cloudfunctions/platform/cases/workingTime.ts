import type { TimeCounting } from '../../../contract/cases/categories'

/** Arithmetic of working time in Shanghai (UTC+8, no summer time since 1992). Pure; the calendar is handed in. */

export interface WorkingCalendar {
  /** Whether a day, `YYYY-MM-DD` in Shanghai, is worked. */
  isWorkday(day: string): boolean
  /** Spans of a working day in minutes since midnight, in order, not touching. */
  spans: readonly { from: number; until: number }[]
}

const MINUTE = 60_000
const DAY = 86_400_000
const SHANGHAI = 8 * 3_600_000

/**
 * How far a deadline is looked for. The longest time that can be granted (60 working days, several times over) fits
 * many times; a calendar without working days ends here instead of never.
 */
const SEARCHED_DAYS = 3660

const midnightOf = (moment: number): number => Math.floor((moment + SHANGHAI) / DAY) * DAY - SHANGHAI

/** The day in Shanghai that a moment lies in: `2026-10-01`. */
export const dayOf = (moment: number): string => new Date(moment + SHANGHAI).toISOString().slice(0, 10)

/** Worked stretches between two moments, in order. */
function* stretches(
  moment: number,
  until: number,
  calendar: WorkingCalendar,
): Generator<[start: number, end: number]> {
  for (let midnight = midnightOf(moment); midnight < until; midnight += DAY) {
    if (!calendar.isWorkday(dayOf(midnight))) continue
    for (const span of calendar.spans) {
      const start = Math.max(moment, midnight + span.from * MINUTE)
      const end = Math.min(until, midnight + span.until * MINUTE)
      if (end > start) yield [start, end]
    }
  }
}

/** The moment at which `minutes` have been worked since `from`. None or fewer: `from` itself. */
export function addTime(
  from: number,
  minutes: number,
  counting: TimeCounting,
  calendar: WorkingCalendar,
): number {
  if (minutes <= 0) return from
  if (counting === 'continuous') return from + minutes * MINUTE
  let left = minutes * MINUTE
  for (const [start, end] of stretches(from, from + SEARCHED_DAYS * DAY, calendar)) {
    if (end - start >= left) return start + left
    left -= end - start
  }
  throw new Error(`no deadline within ${SEARCHED_DAYS} days: has the calendar working days?`)
}

/** Whole and broken minutes worked between two moments; 0 when `until` is not after `from`. */
export function timeBetween(
  from: number,
  until: number,
  counting: TimeCounting,
  calendar: WorkingCalendar,
): number {
  if (until <= from) return 0
  if (counting === 'continuous') return (until - from) / MINUTE
  let worked = 0
  for (const [start, end] of stretches(from, until, calendar)) worked += end - start
  return worked / MINUTE
}
