/** Weeks by ISO 8601, in Shanghai: Monday to Sunday, the first one has the year's first Thursday. `2026-W47`. */

const DAY = 86_400_000
const SHANGHAI = 8 * 3_600_000

/** The Monday of a moment's week at 0:00 in Shanghai, as a moment. */
export const startOfWeek = (moment: number): number => {
  const day = Math.floor((moment + SHANGHAI) / DAY)
  // 1970-01-01 was a Thursday.
  return (day - ((day + 3) % 7)) * DAY - SHANGHAI
}

export function weekOf(moment: number): string {
  const thursday = new Date(startOfWeek(moment) + SHANGHAI + 3 * DAY)
  const year = thursday.getUTCFullYear()
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY / 7) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** The moment at which a week begins. */
export function weekStart(week: string): number {
  const [year = 0, number = 0] = week.split('-W').map(Number)
  // The fourth of January is always in week 1.
  return startOfWeek(Date.UTC(year, 0, 4) - SHANGHAI) + (number - 1) * 7 * DAY
}

export const weekAfter = (week: string, weeks: number): string => weekOf(weekStart(week) + weeks * 7 * DAY)

export const monthOf = (moment: number): string => new Date(moment + SHANGHAI).toISOString().slice(0, 7)
export const yearOf = (moment: number): string => new Date(moment + SHANGHAI).toISOString().slice(0, 4)
