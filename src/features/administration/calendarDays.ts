import type { CalendarYear } from '@contract/caseRules'

/** Days of a working calendar as they stand in months. Pure; days are `YYYY-MM-DD`. */

export type Days = Pick<CalendarYear, 'holidays' | 'workdays'>

const DAYS_OF_WEEK = 7
const twoDigits = (value: number) => String(value).padStart(2, '0')
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()

export const isWeekend = (day: string): boolean => [0, 6].includes(weekdayOf(day))

export const isWorked = (day: string, { holidays, workdays }: Days): boolean =>
  workdays.includes(day) || (!isWeekend(day) && !holidays.includes(day))

/** What stands beside a day that differs from the days of its week: 休 or 班. */
export const markOf = (day: string, days: Days): '休' | '班' | null => {
  if (days.workdays.includes(day)) return isWeekend(day) ? '班' : null
  return days.holidays.includes(day) ? '休' : null
}

/** A weekday becomes a holiday, a weekend a working day, and back. */
export const toggledDay = (day: string, days: Days): Days => {
  const without = {
    holidays: days.holidays.filter((each) => each !== day),
    workdays: days.workdays.filter((each) => each !== day),
  }
  const isToBeWorked = !isWorked(day, days)
  if (isToBeWorked === !isWeekend(day)) return without
  return isToBeWorked
    ? { ...without, workdays: [...without.workdays, day].sort() }
    : { ...without, holidays: [...without.holidays, day].sort() }
}

/** The cells of a month from Monday on; null where another month's days would stand. */
export const cellsOf = (year: number, month: number): (string | null)[] => {
  const first = `${year}-${twoDigits(month)}-01`
  const before = (weekdayOf(first) + DAYS_OF_WEEK - 1) % DAYS_OF_WEEK
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const days = Array.from({ length }, (_, index) => `${year}-${twoDigits(month)}-${twoDigits(index + 1)}`)
  return [...Array.from({ length: before }, () => null), ...days]
}

/** How many days are worked otherwise than before. */
export const daysChanged = (before: Days, after: Days): number => {
  const all = new Set([...before.holidays, ...before.workdays, ...after.holidays, ...after.workdays])
  return [...all].filter((day) => isWorked(day, before) !== isWorked(day, after)).length
}
