import type { Check, Direction, OwnPresence } from '@contract/volunteering/presence'
import { clockWords } from '@/words/moments'
import { minutesWords } from '@/words/volunteering'

/** Check-in and check-out in plain words. Pure. */

export const directionWords: Record<Direction, string> = { in: '签到', out: '签退' }

/** `签到 09:03`, `签退 11:00（按计划结束时间）` */
export const checkTitle = (direction: Direction, { at, isAutomatic }: Check): string =>
  `${directionWords[direction]} ${clockWords(at)}${isAutomatic ? '（按计划结束时间）' : ''}`

const distanceWords = (metres: number | null): string =>
  metres === null ? '' : metres < 1000 ? ` ${metres} 米` : ` ${(metres / 1000).toFixed(1)} 公里`

/** What it is worth, and why no more. */
export function evidenceWords({ grade, code, place, distance, isConfirmed }: Check): string {
  if (grade === 'A') return '现场码和位置都对上。'
  if (grade === 'B') return isConfirmed ? '负责人已经确认。' : '和签到一样算。'
  if (code === 'late') return '这个码是没有网络的时候留下的，要请负责人确认。'
  if (code === 'none') return '你自己也能打开现场码，要请另一位负责人确认。'
  if (place === 'outside') return `手机离活动地点${distanceWords(distance)}，要请负责人确认。`
  if (place === 'unknown') return '没有位置，要请负责人确认。'
  return '你没有报名这场活动，要请负责人确认。'
}

/** What follows, or what is left to do. */
export function nextWords({ state, checkOut, minutes }: OwnPresence): string {
  if (state === 'credited') return `服务时长已经计入：${minutesWords(minutes)}。`
  if (state === 'toConfirm') return '负责人确认以后，服务时长自动计入，不用再做什么。'
  if (state === 'absent' || state === 'excused') return '现在记的是没有到场。其实到了，请找负责人。'
  return checkOut === null ? '走的时候，再用负责人屏幕上的签退码签退。' : ''
}

/** What is said while a code waits on this phone. */
export const keptWords = (direction: Direction, shownAt: number): string =>
  `${directionWords[direction]}时间按 ${clockWords(shownAt)} 算。`

/** Why the phone has not said where it is, and what that means. */
export const placeTroubleWords: Record<'refused' | 'unavailable', string> = {
  refused: '没有得到位置：这台手机没有允许使用位置。',
  unavailable: '没有得到位置：手机暂时定不了位。',
}
