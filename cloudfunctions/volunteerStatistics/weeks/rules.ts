import { startOfWeek, weekAfter, weekOf, weekStart } from '../../../contract/volunteering/weeks'
import type { UnitWeek, UnitWeekState } from '../../../contract/volunteerStatistics'

/** What a week of a unit comes to, and when somebody looks at it. Pure. */

const HOUR = 3_600_000
const DAY = 24 * HOUR
const WEEK = 7 * DAY

/** Thursday at 10:00 in Shanghai: half of the working week is left to hold something. */
const REMINDED_AFTER = 3 * DAY + 10 * HOUR
/** Monday at 10:00 of the week after: hours of Sunday evening have been credited and counted. */
const ESCALATED_AFTER = WEEK + 10 * HOUR

export interface KnownOfWeek {
  activities: number
  participations: number
  /** Activities in the week that are not cancelled, held or coming; looked up while the week is not over. */
  planned: number
  reason: string | null
}

function stateOf(
  week: string,
  since: string | null,
  { participations, planned, reason }: KnownOfWeek,
  now: number,
): UnitWeekState {
  if (participations > 0) return 'held'
  if (since === null || week < since) return 'notExpected'
  if (reason !== null) return 'excused'
  if (now >= weekStart(week) + WEEK) return 'missed'
  return planned > 0 ? 'planned' : 'due'
}

/** Held is what people's hours count of, whatever else was agreed; weeks are compared as texts. */
export function unitWeek(week: string, since: string | null, known: KnownOfWeek, now: number): UnitWeek {
  const state = stateOf(week, since, known, now)
  return {
    week,
    state,
    activities: state === 'planned' ? known.planned : known.activities,
    participations: known.participations,
    reason: state === 'excused' ? known.reason : null,
  }
}

/** The last weeks up to and with `until`, the earliest first. */
export const weeksUpTo = (until: string, weeks: number): string[] =>
  Array.from({ length: weeks }, (_, index) => weekAfter(until, index + 1 - weeks))

export interface Look {
  week: string
  for: 'reminder' | 'escalation'
}

/** What is looked for at one of the moments that `nextLook` gives. */
export const lookAt = (moment: number): Look =>
  moment - startOfWeek(moment) === REMINDED_AFTER
    ? { week: weekOf(moment), for: 'reminder' }
    : { week: weekOf(moment - WEEK), for: 'escalation' }

/** The first moment after `moment` at which a week from `since` on is looked at. */
export function nextLook(moment: number, since: string): number {
  for (let week = Math.max(startOfWeek(moment) - WEEK, weekStart(since)); ; week += WEEK)
    for (const after of [REMINDED_AFTER, ESCALATED_AFTER]) if (week + after > moment) return week + after
}

/** A week that is over is not reminded of: there is nothing left to be done. */
export function isNeeded({ week, for: purpose }: Look, state: UnitWeekState, now: number): boolean {
  if (purpose === 'escalation') return state === 'missed'
  return state === 'due' && now < weekStart(week) + WEEK
}

/** Every state, none counted. */
export const noStates = (): Record<UnitWeekState, number> => ({
  due: 0,
  planned: 0,
  held: 0,
  missed: 0,
  excused: 0,
  notExpected: 0,
})
