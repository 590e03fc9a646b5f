/** Moments in plain Chinese. The city's clock is Asia/Shanghai (UTC+8, no summer time), wherever the phone is. */

const CITY_OFFSET = 8 * 3_600_000
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

const inCity = (time: number) => new Date(time + CITY_OFFSET)
const twoDigits = (value: number) => String(value).padStart(2, '0')

/** `11月15日` */
export const dayWords = (time: number): string => {
  const date = inCity(time)
  return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`
}

/** `2026年11月15日` */
export const fullDayWords = (time: number): string => `${inCity(time).getUTCFullYear()}年${dayWords(time)}`

/** With its year where it is not the year of `now`. */
export const distantDayWords = (time: number, now: number): string =>
  inCity(time).getUTCFullYear() === inCity(now).getUTCFullYear() ? dayWords(time) : fullDayWords(time)

/** `18:00` */
export const clockWords = (time: number): string => {
  const date = inCity(time)
  return `${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}`
}

/** `11月15日 周六 18:00` */
export const momentWords = (time: number): string =>
  `${dayWords(time)} ${WEEKDAYS[inCity(time).getUTCDay()]} ${clockWords(time)}`

/** `10月16日 – 11月15日`. An end at midnight belongs to the day before. */
export const spanWords = (from: number, until: number): string => `${dayWords(from)} – ${dayWords(until - 1)}`

/** How long until `time`, in its largest unit, never shorter than a minute: `{ value: 3, unit: '天' }`. */
export const timeLeft = (time: number, now: number): { value: number; unit: '天' | '小时' | '分钟' } => {
  const left = Math.max(time - now, 0)
  if (left >= DAY) return { value: Math.floor(left / DAY), unit: '天' }
  if (left >= HOUR) return { value: Math.floor(left / HOUR), unit: '小时' }
  return { value: Math.max(Math.ceil(left / MINUTE), 1), unit: '分钟' }
}
