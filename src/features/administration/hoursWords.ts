import type { AnnulmentState, HoursMark } from '@contract/volunteerHours'

/** What staff read of hours. Pure. */

export const markWords: Record<HoursMark, string> = {
  longDay: '一天超过 10 小时',
  twoPlaces: '同一时间在两场活动',
  alwaysConfirmed: '每次都由同一个人确认到场',
}

export const annulmentWords: Record<
  AnnulmentState,
  { text: string; tone: 'plain' | 'waiting' | 'done' | 'wrong' }
> = {
  standing: { text: '已撤销', tone: 'wrong' },
  appealed: { text: '等待处理申诉', tone: 'waiting' },
  upheld: { text: '维持撤销', tone: 'wrong' },
  restored: { text: '已恢复', tone: 'done' },
}
