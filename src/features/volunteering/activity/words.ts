import { LATE_WITHDRAWAL } from '@contract/limits'
import type { Activity, ActivityState, OwnSignUp, RoleState } from '@contract/volunteering/activities'
import type { HoursRule } from '@contract/volunteering/hours'
import type { OwnPresence } from '@contract/volunteering/presence'
import { activityTimeWords, isSignedUp, seatsWords } from '@/words/activities'
import { clockWords } from '@/words/moments'
import { gradeWords, minutesWords, skillWords } from '@/words/volunteering'

/** An activity in plain words. Pure. */

const MINUTE = 60_000
/** Who leaves later than so many hours before the start leaves late. */
export const LATE_HOURS = LATE_WITHDRAWAL / 3_600_000

const overSentences = {
  confirmed: '活动已经结束，没有你的签到记录。如果你去了，请找负责人确认。',
  waiting: '活动已经结束，没有轮到你。',
}

/** What has become of the caller's own sign-up, and what follows from it. Until when a seat is kept is said apart. */
export function ownSentence(own: OwnSignUp, activity: ActivityState = 'coming'): string {
  const { state, roleName, placeInLine, isLate } = own
  if (activity === 'over' && isSignedUp(state))
    return overSentences[state === 'confirmed' ? 'confirmed' : 'waiting']
  switch (state) {
    case 'queued':
      return '已经收到你的报名，正在排位，很快就有结果。'
    case 'confirmed':
      return `你的岗位是${roleName}。到场以后，用负责人屏幕上的码签到。`
    case 'waiting':
      return `${placeInLine === null ? '你在候补名单上' : `你在候补名单第 ${placeInLine} 位`}。有人退出，就按次序轮到，会通知你。`
    case 'offered':
      return '有人退出，轮到你了。到时候没有确认，名额就给下一位。'
    case 'withdrawn':
      return isLate
        ? `你已经退出。退出时离开始不到 ${LATE_HOURS} 小时，记了一次临时退出。`
        : '你已经退出。还想去，可以重新报名。'
    case 'lapsed':
      return '名额没有在时间内确认，已经给了下一位。还想去，可以重新报名。'
    case 'cancelled':
      return activity === 'cancelled'
        ? '这场活动取消了，你的报名也就作废了。'
        : '活动取消时，你的报名作废了。现在又要举行，还想去，可以重新报名。'
  }
}

/** `引导员 ×2` */
export const roleTitle = ({ name, capacity }: Pick<RoleState, 'name' | 'capacity'>): string =>
  `${name} ×${capacity}`

/** `还有 1 个名额 · 需要会急救 · 年满 18 周岁`; seats only while there are any to be had. */
export const roleLine = (role: RoleState, isOpen: boolean): string =>
  [
    isOpen ? seatsWords(role) : '',
    role.skill === null ? '' : `需要会${skillWords[role.skill]}`,
    role.minAge === null ? '' : `年满 ${role.minAge} 周岁`,
  ]
    .filter(Boolean)
    .join(' · ')

/** A role that has a seat, or the first: what is chosen before the person chooses. */
export const likelyRole = (roles: RoleState[]): string | null =>
  (roles.find(({ taken, capacity, waiting }) => taken < capacity && waiting === 0) ?? roles[0])?.roleId ??
  null

/** The rule that was declared, as three sentences. `minutes`: the planned length. */
export function hoursRuleWords({ roundTo, fullFrom, closesAtEnd }: HoursRule, minutes: number): string[] {
  const whole = minutesWords(minutes)
  const rest =
    roundTo === 1 ? '不到的，按实际在场的分钟计' : `不到的，按实际在场时间计，每满 ${roundTo} 分钟计一次`
  return [
    fullFrom === 100
      ? `全程在场计 ${whole}，${rest}。`
      : `在场满 ${fullFrom}%（${minutesWords(Math.ceil((minutes * fullFrom) / 100))}）就计满 ${whole}，${rest}。`,
    '提前到和晚走的时间不计。',
    closesAtEnd ? '忘了签退，按计划结束的时间签退。' : '忘了签退，要请负责人确认离开的时间。',
  ]
}

export const plannedMinutes = ({ startsAt, endsAt }: Pick<Activity, 'startsAt' | 'endsAt'>): number =>
  Math.round((endsAt - startsAt) / MINUTE)

/** What the page's one button does. */
export type Way = 'signUp' | 'waitingList' | 'signIn' | null

export function wayOn(activity: Activity, chosen: string | null, isSignedIn: boolean): Way {
  if (activity.state !== 'coming' || isSignedUp(activity.own?.state ?? null)) return null
  if (!isSignedIn) return 'signIn'
  const role = activity.roles.find(({ roleId }) => roleId === chosen)
  return role && role.taken < role.capacity && role.waiting === 0 ? 'signUp' : 'waitingList'
}

export const mayWithdraw = ({ state, own }: Pick<Activity, 'state' | 'own'>): boolean =>
  state === 'coming' && isSignedUp(own?.state ?? null)

/** Said before somebody leaves. */
export function withdrawalWords(state: OwnSignUp['state'], startsAt: number, now: number): string {
  if (state === 'waiting' || state === 'queued') return '退出以后，候补的位置不会保留。'
  return startsAt - now < LATE_WITHDRAWAL
    ? `离活动开始不到 ${LATE_HOURS} 小时了。现在退出，会记一次临时退出；名额马上给候补的人。`
    : '退出以后，名额会给候补的人。'
}

/** What stands on the card when somebody passes the page on. */
export const shareTitle = (activity: Pick<Activity, 'theme' | 'startsAt' | 'endsAt'>): string =>
  `一起去：${activity.theme}，${activityTimeWords(activity)}`

type Fact = { key: string; value: string }

const checkWords = ({ at, grade, isAutomatic }: NonNullable<OwnPresence['checkIn']>): string =>
  isAutomatic ? `${clockWords(at)}（按计划结束时间）` : `${clockWords(at)}，${gradeWords[grade].line}`

/** When the person came and went, and what it is worth. */
export function presenceFacts({ state, checkIn, checkOut, minutes }: OwnPresence): Fact[] {
  return [
    ...(checkIn ? [{ key: '签到', value: checkWords(checkIn) }] : []),
    ...(checkOut ? [{ key: '签退', value: checkWords(checkOut) }] : []),
    ...(state === 'credited' ? [{ key: '服务时长', value: minutesWords(minutes) }] : []),
  ]
}
