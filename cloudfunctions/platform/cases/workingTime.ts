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

const midnightOf = (moment: number): number => Math.floor((moment + SHANGHAI) / DAY) * DAY - SHANGHAI
const dayOf = (midnight: number): string => new Date(midnight + SHANGHAI).toISOString().slice(0, 10)

/** No deadline lies further away; a calendar without any work must not be searched for ever. */
const FURTHEST = 20 * 366 * DAY

/** Worked stretches from `moment` on. */
function* stretches(moment: number, calendar: WorkingCalendar): Generator<[number, number]> {
  for (let midnight = midnightOf(moment); midnight < moment + FURTHEST; midnight += DAY) {
    if (!calendar.isWorkday(dayOf(midnight))) continue
    for (const { from, until } of calendar.spans) {
      const end = midnight + until * MINUTE
      if (end > moment) yield [Math.max(moment, midnight + from * MINUTE), end]
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
  for (const [start, end] of stretches(from, calendar)) {
    if (end - start >= left) return start + left
    left -= end - start
  }
  throw new Error('working time has no end')
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
  for (const [start, end] of stretches(from, calendar)) {
    if (start >= until) break
    worked += Math.min(end, until) - start
  }
  return worked / MINUTE
}
