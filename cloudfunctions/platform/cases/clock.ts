import type { CaseClock } from './rows'
import { addTime, timeBetween, type WorkingCalendar } from './workingTime'

/** The clock of a case: when it is due, and what starts and stops it. Pure. */

const HOUR_MINUTES = 60

export const newClock = (counting: CaseClock['counting'], handleHours: number): CaseClock => ({
  counting,
  limitMinutes: handleHours * HOUR_MINUTES,
  extendedMinutes: 0,
  runs: [],
})

export const isRunning = ({ runs }: CaseClock): boolean => runs.at(-1)?.until === null

export const started = (clock: CaseClock, now: number): CaseClock =>
  isRunning(clock) ? clock : { ...clock, runs: [...clock.runs, { from: now, until: null }] }

export const stopped = (clock: CaseClock, now: number): CaseClock =>
  isRunning(clock)
    ? { ...clock, runs: clock.runs.map((run) => (run.until === null ? { ...run, until: now } : run)) }
    : clock

export const extended = (clock: CaseClock, hours: number): CaseClock => ({
  ...clock,
  extendedMinutes: clock.extendedMinutes + hours * HOUR_MINUTES,
})

/** Minutes of the case's own kind that have been used by `now`. */
export const usedMinutes = ({ counting, runs }: CaseClock, calendar: WorkingCalendar, now: number): number =>
  runs.reduce((sum, { from, until }) => sum + timeBetween(from, until ?? now, counting, calendar), 0)

/**
 * When the time is up: counted from the last start with what earlier runs have left over. Null before the first run.
 * Time that was used up before the last start makes it due at that start.
 */
export function dueAtOf(clock: CaseClock, calendar: WorkingCalendar): number | null {
  const last = clock.runs.at(-1)
  if (!last) return null
  const earlier = { ...clock, runs: clock.runs.slice(0, -1) }
  const left = clock.limitMinutes + clock.extendedMinutes - usedMinutes(earlier, calendar, last.from)
  return Math.round(addTime(last.from, left, clock.counting, calendar))
}
