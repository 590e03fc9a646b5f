import type { AnnulmentState, HourEntry, HourEntryKind } from '@contract/volunteerHours'
import { minutesWords } from '@/words/volunteering'

/** Hours in words. Pure. */

const STARS = ['', '一', '二', '三', '四', '五']

/** `二星级志愿者` */
export const starsWords = (stars: number): string =>
  stars === 0 ? '还没有星级' : `${STARS[stars] ?? stars}星级志愿者`

/** What is missing, or that nothing is. */
export const nextStarWords = (stars: number, missing: number | null): string =>
  missing === null ? '已经是最高的五星级' : `还差 ${minutesWords(missing)}，到${STARS[stars + 1] ?? ''}星级`

export const streakWords = (streak: number, bestStreak: number): string => {
  if (bestStreak === 0) return '参加一次活动，就开始记连续周数'
  const now = streak === 0 ? '现在没有连续参加' : `连续 ${streak} 周参加`
  return `${now}，最长 ${bestStreak} 周`
}

/** `+1 小时 30 分`, `−45 分钟` */
export const signedMinutes = (minutes: number): string =>
  `${minutes < 0 ? '−' : '+'}${minutesWords(Math.abs(minutes))}`

export const kindWords: Record<HourEntryKind, string> = {
  credit: '签到签退',
  correction: '负责人更正',
  backfill: '补录',
  annulment: '撤销',
  restoration: '申诉后恢复',
}

export const annulmentWords: Record<AnnulmentState, string> = {
  standing: '已撤销',
  appealed: '申诉处理中',
  upheld: '申诉没有成立',
  restored: '已经恢复',
}

/** Whether the person can still say that it is wrong. */
export const mayAppeal = ({ annulment }: Pick<HourEntry, 'annulment'>, now: number): boolean =>
  annulment !== null && annulment.state === 'standing' && now <= annulment.appealEndsAt
