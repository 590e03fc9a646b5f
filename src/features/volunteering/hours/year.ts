import { minutesWords } from '@/words/volunteering'

/** A year's days of service, month by month. Pure. */

export interface MonthOfService {
  /** 1–12. */
  month: number
  /** Minutes of each day of the month, from the first on. */
  minutes: number[]
  /** `11月：7日 2 小时，14日 1 小时 30 分` */
  label: string
  /** `2 天，3 小时 30 分` */
  sum: string
}

const twoDigits = (value: number) => String(value).padStart(2, '0')

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The newest month first; months of the running year that are still to come are left out. `today`: `2026-11-21`. */
export function monthsOf(
  year: number,
  days: readonly { day: string; minutes: number }[],
  today: string,
): MonthOfService[] {
  const found = new Map(days.map(({ day, minutes }) => [day, minutes]))
  return Array.from({ length: 12 }, (_, index) => 12 - index)
    .filter((month) => `${year}-${twoDigits(month)}` <= today.slice(0, 7))
    .map((month) => {
      const minutes = Array.from(
        { length: daysIn(year, month) },
        (_, date) => found.get(`${year}-${twoDigits(month)}-${twoDigits(date + 1)}`) ?? 0,
      )
      return { month, minutes, ...monthWords(month, minutes) }
    })
}

function monthWords(month: number, minutes: readonly number[]) {
  const served = minutes.flatMap((each, index) => (each > 0 ? [{ date: index + 1, minutes: each }] : []))
  if (served.length === 0) return { label: `${month}月：没有服务`, sum: '没有服务' }
  const whole = served.reduce((sum, each) => sum + each.minutes, 0)
  const each = served.map(({ date, minutes: some }) => `${date}日 ${minutesWords(some)}`).join('，')
  return { label: `${month}月：${each}`, sum: `${served.length} 天，${minutesWords(whole)}` }
}

/** How full a day is drawn: 0 none, 4 half a day or more. */
export const levelOf = (minutes: number): 0 | 1 | 2 | 3 | 4 => {
  if (minutes <= 0) return 0
  if (minutes < 60) return 1
  if (minutes < 120) return 2
  return minutes < 240 ? 3 : 4
}
