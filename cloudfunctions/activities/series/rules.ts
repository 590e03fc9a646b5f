import { RRule, Weekday } from 'rrule'
import { MADE_DAYS_AHEAD, OCCURRENCES_SHOWN } from '../../../contract/limits'
import type { SeriesPlan } from '../../../contract/volunteering/activities'
import type { OnHoliday, Recurrence } from '../../../contract/volunteering/recurrence'
import type { HolidayCalendar } from '../../platform/cases/workingCalendar'
import { shanghaiDay, startOfShanghaiDay } from '../../platform/clock'
import type { SeriesRow } from '../../platform/volunteering/rows'

/** Days of a series by its rule. Pure: the calendar is handed in. Days are days in Shanghai, `2026-11-28`. */

export type Holidays = Pick<HolidayCalendar, 'isHoliday' | 'isWorkday'>

/** A day by the rule, and the day on which it is held. */
export interface HeldDay {
  day: string
  heldOn: string
}

const DAY = 86_400_000
const MINUTE = 60_000

export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

const earlier = (one: string, other: string): string => (one < other ? one : other)
const later = (one: string, other: string): string => (one > other ? one : other)

const asDate = (day: string): Date => new Date(`${day}T00:00:00Z`)
const asDay = (date: Date): string => date.toISOString().slice(0, 10)

/** Every month has these; of a later day, the last one up to it is the month's last day where it is missing. */
const DAYS_OF_EVERY_MONTH = 28

/** A rule of RFC 5545 for each part of a recurrence; it falls on the days of all of them. */
function rulesOf(recurrence: Exclude<Recurrence, { kind: 'once' }>): RRule[] {
  const span = {
    dtstart: asDate(recurrence.from),
    until: recurrence.until === null ? null : asDate(recurrence.until),
  }
  switch (recurrence.kind) {
    case 'weekly':
      return [
        new RRule({
          ...span,
          freq: RRule.WEEKLY,
          interval: recurrence.every,
          // 0 is Monday there. Weeks begin on Monday, so that every second week is one by ISO 8601.
          byweekday: recurrence.weekdays.map((weekday) => weekday - 1),
          wkst: RRule.MO,
        }),
      ]
    case 'monthly':
      return recurrence.days.map((day) =>
        day > DAYS_OF_EVERY_MONTH && recurrence.inShortMonths === 'lastDay'
          ? new RRule({ ...span, freq: RRule.MONTHLY, bymonthday: lastUpTo(day), bysetpos: -1 })
          : new RRule({ ...span, freq: RRule.MONTHLY, bymonthday: day }),
      )
    case 'monthlyWeekday':
      return recurrence.ordinals.map(
        (ordinal) =>
          new RRule({
            ...span,
            freq: RRule.MONTHLY,
            byweekday: [new Weekday(recurrence.weekday - 1, ordinal)],
          }),
      )
  }
}

const lastUpTo = (day: number): number[] =>
  Array.from({ length: day - DAYS_OF_EVERY_MONTH + 1 }, (_, index) => DAYS_OF_EVERY_MONTH + index)

/** The days of a recurrence between two days, both included, in order, each once. */
export function daysOfRule(recurrence: Recurrence, from: string, until: string): string[] {
  if (until < from) return []
  if (recurrence.kind === 'once')
    return recurrence.day >= from && recurrence.day <= until ? [recurrence.day] : []
  const days = rulesOf(recurrence).flatMap((rule) =>
    rule.between(asDate(from), asDate(until), true).map(asDay),
  )
  return [...new Set(days)].sort()
}

/** Holidays with the weekends around them are shorter than this: so far one looks for days that fall together. */
const LONGEST_HOLIDAY = 20

function heldOn(day: string, onHoliday: OnHoliday, { isHoliday, isWorkday }: Holidays): string | null {
  if (onHoliday === 'keep' || !isHoliday(day)) return day
  if (onHoliday === 'skip') return null
  for (let next = 1; next <= LONGEST_HOLIDAY; next++)
    if (isWorkday(dayAfter(day, next))) return dayAfter(day, next)
  return day
}

type RuleWithHolidays = Pick<SeriesPlan, 'recurrence' | 'onHoliday'>

/**
 * The days of a plan whose names lie between two days. Two that fall on the same day are one: the one whose day it is by
 * the rule, or else the first. `within`: the days for which the plan holds.
 */
export function daysOfPlan(
  { recurrence, onHoliday }: RuleWithHolidays,
  [from, until]: [string, string],
  within: [string, string],
  holidays: Holidays,
): HeldDay[] {
  const around = daysOfRule(
    recurrence,
    later(dayAfter(from, -LONGEST_HOLIDAY), within[0]),
    earlier(dayAfter(until, LONGEST_HOLIDAY), within[1]),
  )
  const byHeld = new Map<string, string>()
  for (const day of around) {
    const held = heldOn(day, onHoliday, holidays)
    if (held !== null && (held === day || !byHeld.has(held))) byHeld.set(held, day)
  }
  return [...byHeld]
    .map(([held, day]) => ({ day, heldOn: held }))
    .filter(({ day }) => day >= from && day <= until)
    .sort((one, other) => (one.day < other.day ? -1 : 1))
}

/** No day of a series is later. */
export const END_OF_TIME = '2100-01-01'

export type PlannedSeries = Pick<SeriesRow, 'plans' | 'lastDay'>

export interface PlannedDay extends HeldDay {
  plan: SeriesPlan
  photos: SeriesRow['plans'][number]['photos']
}

/** The days of a series between two days, each with the plan that holds then. */
export function daysOfSeries(
  { plans, lastDay }: PlannedSeries,
  [from, until]: [string, string],
  holidays: Holidays,
): PlannedDay[] {
  return plans.flatMap((planned, index) => {
    const following = plans[index + 1]
    const end = earlier(lastDay ?? END_OF_TIME, following ? dayAfter(following.from, -1) : END_OF_TIME)
    const within: [string, string] = [planned.from, end]
    const span: [string, string] = [later(from, planned.from), earlier(until, end)]
    if (span[1] < span[0]) return []
    return daysOfPlan(planned.plan, span, within, holidays).map((each) => ({ ...each, ...planned }))
  })
}

/** How many days are looked at in one go, and how far at most: a rule that gives nothing for years gives nothing. */
const STRETCH = 200
const SEARCHED_YEARS = 10

/** The first days on or after `from`, at most `most`: lists and previews of series that may have no end. */
export function firstDays<D>(
  daysBetween: (span: [string, string]) => D[],
  from: string,
  most: number = OCCURRENCES_SHOWN,
): D[] {
  const found: D[] = []
  const last = dayAfter(from, SEARCHED_YEARS * 366)
  for (let day = from; day <= last && found.length < most; day = dayAfter(day, STRETCH))
    found.push(...daysBetween([day, dayAfter(day, STRETCH - 1)]))
  return found.slice(0, most)
}

/** When an activity begins that is held on this day. Shanghai has had no summer time since 1991. */
export const startOn = (day: string, startMinute: number): number =>
  startOfShanghaiDay(day) + startMinute * MINUTE

export const timesOn = (
  day: string,
  { startMinute, minutes }: Pick<SeriesPlan, 'startMinute' | 'minutes'>,
): { startsAt: number; endsAt: number } => {
  const startsAt = startOn(day, startMinute)
  return { startsAt, endsAt: startsAt + minutes * MINUTE }
}

/** Rows are made up to this day. */
export const horizonAt = (now: number): string => dayAfter(shanghaiDay(now), MADE_DAYS_AHEAD)
