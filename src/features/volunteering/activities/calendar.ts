import type { ActivitySummary } from '@contract/volunteering/activities'
import { startOfWeek } from '@contract/volunteering/weeks'
import { dayAfter, dayOf, startOfDay } from '@/words/activities'

/** Days of a calendar, and activities by their days. Days in Shanghai, `2026-11-28`. Pure. */

const WEEK = 7

/** `weeks`: this week and the next; `month`: whole weeks around a month. */
export type Scale = 'weeks' | 'month'

const monday = (day: string): string => dayOf(startOfWeek(startOfDay(day)))
const firstOfMonth = (day: string): string => `${day.slice(0, 8)}01`
const monthAfter = (day: string, months: number): string => {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10)
}

const run = (from: string, days: number): string[] =>
  Array.from({ length: days }, (_, index) => dayAfter(from, index))

/** The days that are in sight, Monday first; a month takes at most six weeks. */
export function daysInSight(anchor: string, scale: Scale): string[] {
  if (scale === 'weeks') return run(monday(anchor), 2 * WEEK)
  const from = monday(firstOfMonth(anchor))
  const lastDay = dayAfter(monthAfter(anchor, 1), -1)
  const weeks = Math.round((startOfDay(monday(lastDay)) - startOfDay(from)) / (WEEK * 86_400_000)) + 1
  return run(from, weeks * WEEK)
}

/** Where the calendar goes by one step forward or back. */
export const anchorAfter = (anchor: string, scale: Scale, steps: 1 | -1): string =>
  scale === 'weeks' ? dayAfter(monday(anchor), steps * WEEK) : monthAfter(anchor, steps)

/** `11月`; `2026年12月 – 2027年1月` is `12月 – 1月`. */
export function rangeWords(days: string[], anchor: string, scale: Scale): string {
  const name = (day: string) => `${Number(day.slice(5, 7))}月`
  if (scale === 'month') return `${anchor.slice(0, 4)}年${name(anchor)}`
  const [first, last] = [name(days[0] ?? anchor), name(days.at(-1) ?? anchor)]
  return first === last ? first : `${first} – ${last}`
}

/** What a calendar asks for: past days are not asked for, as nobody can go there. */
export function spanOf(days: string[], today: string): { from: number; until: number } {
  const [first = today, last = today] = [days[0], days.at(-1)]
  const from = startOfDay(first < today && today <= last ? today : first)
  return { from, until: startOfDay(dayAfter(last, 1)) }
}

/** By day, in the order in which they come; within a day as they were given. */
export function byDay(activities: ActivitySummary[]): { day: string; activities: ActivitySummary[] }[] {
  const days = new Map<string, ActivitySummary[]>()
  for (const activity of activities) {
    const day = dayOf(activity.startsAt)
    days.set(day, [...(days.get(day) ?? []), activity])
  }
  return [...days]
    .map(([day, held]) => ({ day, activities: held }))
    .sort((one, other) => one.day.localeCompare(other.day))
}

/** How many are held on each day; cancelled ones are not. */
export function countsByDay(activities: ActivitySummary[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { state, startsAt } of activities) {
    if (state === 'cancelled') continue
    const day = dayOf(startsAt)
    counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  return counts
}
