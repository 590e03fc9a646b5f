import type { Occurrence } from '../../../contract/volunteering/recurrence'
import { shanghaiDay } from '../../platform/clock'
import type { ActivityRow, SeriesRow } from '../../platform/volunteering/rows'
import { stateOf } from '../signUps/presented'
import { dayAfter, daysOfSeries, firstDays, type Holidays, type PlannedDay, timesOn } from './rules'

/** What is to come of a series: rows as far as there are any, and days that are only computed. Pure. */

/** A day is moved off a holiday by less than this. */
const MOVED_AT_MOST = 20

/** Days without a row, held on or after `from`: those up to `madeUntil` have one, or are never held. */
function computedDays(
  series: SeriesRow,
  rows: readonly ActivityRow[],
  from: string,
  most: number,
  holidays: Holidays,
): PlannedDay[] {
  if (series.madeUntil === null) return []
  const unmade = dayAfter(series.madeUntil, 1)
  const near = dayAfter(from, -MOVED_AT_MOST)
  const known = new Set(rows.map(({ day }) => day))
  const without = (span: [string, string]) =>
    daysOfSeries(series, span, holidays).filter(({ day, heldOn }) => !known.has(day) && heldOn >= from)
  return firstDays(without, unmade > near ? unmade : near, most)
}

/** In the order in which they are held, on or after `from`. `rows`: all of the series that could be among them. */
export function occurrencesFrom(
  series: SeriesRow,
  rows: readonly ActivityRow[],
  { from, most, now, holidays }: { from: string; most: number; now: number; holidays: Holidays },
): Occurrence[] {
  const computed = computedDays(series, rows, from, most, holidays).map(
    ({ day, heldOn, plan }): Occurrence => ({
      day,
      ...timesOn(heldOn, plan),
      activityId: null,
      state: 'coming',
      isChanged: false,
    }),
  )
  const made = rows
    .filter(({ startsAt }) => shanghaiDay(startsAt) >= from)
    .map((row) => presentOccurrence(row, now))
  return [...made, ...computed].sort((one, other) => one.startsAt - other.startsAt).slice(0, most)
}

const presentOccurrence = (row: ActivityRow, now: number): Occurrence => {
  const state = stateOf(row, now)
  return {
    day: row.day,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    activityId: row._id,
    // Whoever plans can change nothing of what has begun.
    state: state === 'running' ? 'over' : state,
    isChanged: row.isChanged,
  }
}

/** When it is held next. `rows`: those that are yet to begin and not cancelled. */
export function nextStart(
  series: SeriesRow,
  rows: readonly ActivityRow[],
  now: number,
  holidays: Holidays,
): number | null {
  const [computed] = computedDays(series, rows, shanghaiDay(now), 1, holidays)
  const starts = [
    ...rows.filter((row) => !row.isCancelled && row.startsAt > now).map(({ startsAt }) => startsAt),
    ...(computed ? [timesOn(computed.heldOn, computed.plan).startsAt] : []),
  ]
  return starts.length === 0 ? null : Math.min(...starts)
}
