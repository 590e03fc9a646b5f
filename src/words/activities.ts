import { type ActivitySummary, HOLDS_SEAT, type SignUpState } from '@contract/volunteering/activities'
import { CHECK_IN_BEFORE, CHECK_OUT_AFTER } from '@contract/volunteering/presence'
import { startOfWeek } from '@contract/volunteering/weeks'
import type { IconName } from '@/components/icon/names'
import { clockWords, dayWords, momentWords, timeLeft } from './moments'
import { signUpWords } from './volunteering'

/** What the tab and the pages of volunteering say alike about activities. Pure. */

const DAY = 86_400_000
const SHANGHAI = 8 * 3_600_000

/** `2026-11-28`: the day of a moment in Shanghai. */
export const dayOf = (moment: number): string => new Date(moment + SHANGHAI).toISOString().slice(0, 10)

/** When a day begins in Shanghai. */
export const startOfDay = (day: string): number => Date.parse(`${day}T00:00:00+08:00`)

export const dayAfter = (day: string, days: number): string => dayOf(startOfDay(day) + days * DAY)

interface Times {
  startsAt: number
  endsAt: number
}

/** `09:00–11:00`; an end on another day is told with its day. */
export const clockSpanWords = ({ startsAt, endsAt }: Times): string =>
  dayOf(startsAt) === dayOf(endsAt - 1)
    ? `${clockWords(startsAt)}–${clockWords(endsAt)}`
    : `${clockWords(startsAt)} 至 ${dayWords(endsAt)} ${clockWords(endsAt)}`

/** `11月28日 周六 09:00–11:00` */
export const activityTimeWords = (times: Times): string =>
  `${dateWords(times.startsAt)} ${clockSpanWords(times)}`

/** `11月28日 周六` */
export const dateWords = (moment: number): string => momentWords(moment).replace(/ \d\d:\d\d$/, '')

const nearWords = (day: string, now: number): string | undefined =>
  ['今天', '明天', '后天'][Math.round((startOfDay(day) - startOfDay(dayOf(now))) / DAY)]

/** `今天 11月21日 周六`; without a word before it where it is neither today nor one of the two days after. */
export const dayHeading = (day: string, now: number): string =>
  [nearWords(day, now), dateWords(startOfDay(day))].filter(Boolean).join(' ')

/** 本周 and 下周; null for weeks that have no name. */
export function weekHeading(day: string, now: number): '本周' | '下周' | null {
  const weeks = Math.round((startOfWeek(startOfDay(day)) - startOfWeek(now)) / (7 * DAY))
  if (weeks === 0) return '本周'
  return weeks === 1 ? '下周' : null
}

interface Seats {
  capacity: number
  taken: number
  waiting: number
}

export const hasSeats = ({ capacity, taken }: Omit<Seats, 'waiting'>): boolean => taken < capacity

/** `还有 3 个名额`, `已满，5 人候补`. A seat that is free while others wait is theirs first. */
export const seatsWords = ({ capacity, taken, waiting }: Seats): string => {
  if (waiting > 0) return `已满，${waiting} 人候补`
  return taken < capacity ? `还有 ${capacity - taken} 个名额` : '已满，可以候补'
}

type Tone = 'done' | 'waiting' | 'wrong' | 'plain' | 'information'
export interface StateBadge {
  text: string
  tone: Tone
  icon?: IconName
}

const signUpTones: Record<SignUpState, Tone> = {
  queued: 'waiting',
  confirmed: 'done',
  waiting: 'waiting',
  offered: 'information',
  withdrawn: 'plain',
  lapsed: 'plain',
  cancelled: 'wrong',
}

export const signUpBadge = (state: SignUpState): StateBadge => ({
  text: signUpWords[state],
  tone: signUpTones[state],
})

/** Still has, or may get, a seat. */
export const isSignedUp = (state: SignUpState | null): state is SignUpState =>
  state !== null && (HOLDS_SEAT.includes(state) || state === 'waiting' || state === 'queued')

/** What matters most about an activity in a list: that it is off, what the caller has to do with it, or its seats. */
export function activityBadge(activity: Pick<ActivitySummary, 'state' | 'signUp' | keyof Seats>): StateBadge {
  const { state, signUp } = activity
  if (state === 'cancelled') return { text: '已取消', tone: 'wrong' }
  if (isSignedUp(signUp)) return signUpBadge(signUp)
  if (state === 'over') return { text: '已结束', tone: 'plain' }
  if (state === 'running') return { text: '进行中', tone: 'information' }
  const isOpen = hasSeats(activity) && activity.waiting === 0
  return { text: seatsWords(activity), tone: isOpen ? 'information' : 'waiting', icon: 'people' }
}

/** `名额留到今天 18:00，还剩 3 小时` */
export function offerWords(confirmBy: number, now: number): string {
  const { value, unit } = timeLeft(confirmBy, now)
  const day = nearWords(dayOf(confirmBy), now) ?? ` ${dateWords(confirmBy)}`
  return `名额留到${day} ${clockWords(confirmBy)}，还剩 ${value} ${unit}`
}

/** What can be done on site now: the cloud decides in the end, by its own clock. */
export function presenceActAt({ startsAt, endsAt }: Times, now: number): 'in' | 'out' | null {
  if (now < startsAt - CHECK_IN_BEFORE || now > endsAt + CHECK_OUT_AFTER) return null
  return now < endsAt ? 'in' : 'out'
}
