import type { CalendarYear, WorkingHours } from '../../../contract/caseRules'
import builtIn from './holidays.json'
import type { CalendarYearRow } from './ruleRows'
import type { WorkingCalendar } from './workingTime'

/** The calendar of Shanghai: what came with the program, and what staff have entered. Pure but for its environment. */

/**
 * Eight hours a day, so that the 工作日 of 立案结案标准 are eight 工作时 (国务院关于职工工作时间的规定 第三条). When exactly
 * an office sits differs from one to the next: WORKING_HOURS as JSON (`[["09:00","11:30"],["13:30","17:30"]]`) says so.
 */
const USUAL_HOURS = '[["08:30","12:00"],["13:00","17:30"]]'

const MINUTES_OF_DAY = 1440

function minuteOf(time: unknown): number {
  const [, hour, minute] = /^(\d\d):([0-5]\d)$/.exec(String(time)) ?? []
  return Number(hour) * 60 + Number(minute)
}

/** Spans in order, not touching; anything else is a fault of the deployment and says so. */
export function readWorkingHours(json: string): WorkingHours['spans'] {
  const pairs: unknown = JSON.parse(json)
  const spans = (Array.isArray(pairs) ? pairs : []).map((pair: unknown) => {
    const [from, until] = Array.isArray(pair) ? pair : []
    return { from: minuteOf(from), until: minuteOf(until) }
  })
  const isInOrder = spans.every(
    ({ from, until }, index) =>
      from < until && until <= MINUTES_OF_DAY && (index === 0 || from > (spans[index - 1]?.until ?? 0)),
  )
  if (spans.length === 0 || !isInOrder)
    throw new Error('WORKING_HOURS: spans like [["08:30","12:00"],["13:00","17:30"]], in order')
  return spans
}

export const workingHours = (): WorkingHours['spans'] =>
  readWorkingHours(process.env.WORKING_HOURS ?? USUAL_HOURS)

type Days = Pick<CalendarYear, 'holidays' | 'workdays'>

const builtInYears: Record<string, Days> = builtIn.years

/** What is known of a year: as entered, or else as built in, or nothing. */
export function calendarYear(year: number, entered: CalendarYearRow | null | undefined): CalendarYear {
  if (entered) {
    const { holidays, workdays, version } = entered
    return { year, holidays, workdays, source: 'entered', version }
  }
  const days = builtInYears[String(year)]
  return days
    ? { year, ...days, source: 'built-in', version: 0 }
    : { year, holidays: [], workdays: [], source: 'none', version: 0 }
}

const isWeekday = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** Also tells which days off are holidays, weekends within them too; other weekends are none. */
export interface HolidayCalendar extends WorkingCalendar {
  isHoliday(day: string): boolean
}

/** A year that nobody has entered and that did not come with the program knows weekends only. */
export function calendarOf(
  entered: readonly CalendarYearRow[],
  spans: WorkingHours['spans'],
): HolidayCalendar {
  const years = new Map<string, { holidays: Set<string>; workdays: Set<string> }>()
  const yearOf = (name: string) => {
    const known = years.get(name)
    if (known) return known
    const days = calendarYear(
      Number(name),
      entered.find(({ year }) => String(year) === name),
    )
    const made = { holidays: new Set(days.holidays), workdays: new Set(days.workdays) }
    years.set(name, made)
    return made
  }
  return {
    spans,
    isHoliday: (day) => yearOf(day.slice(0, 4)).holidays.has(day),
    isWorkday: (day) => {
      const { holidays, workdays } = yearOf(day.slice(0, 4))
      return workdays.has(day) || (isWeekday(day) && !holidays.has(day))
    },
  }
}
