import type { QuietHours } from '@contract/messages'

/** Minutes since midnight and the clock that people read: 1320 is `22:00`. */

const twoDigits = (value: number) => String(value).padStart(2, '0')

export const clockOf = (minute: number): string =>
  `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`

/** Null where the words are no time: an hour half typed. */
export const minuteOf = (clock: string): number | null => {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(clock) ?? []
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes)
}

/** `22:00 到第二天 7:00` */
export const quietHoursWords = ({ from, until }: QuietHours): string =>
  `${clockOf(from)} 到${until <= from ? '第二天' : ''} ${clockOf(until)}`
