import type { BoardKind, BoardPeriod, BoardRow } from '@contract/volunteerStatistics'

/** What boards say. Pure. */

export const boardKinds: { value: BoardKind; text: string }[] = [
  { value: 'teams', text: '服务队' },
  { value: 'volunteers', text: '个人' },
  { value: 'streets', text: '街镇' },
  { value: 'grids', text: '网格' },
]

export const boardPeriods: { value: BoardPeriod; text: string }[] = [
  { value: 'week', text: '周' },
  { value: 'month', text: '月' },
  { value: 'year', text: '年' },
]

export const periodNames: Record<BoardPeriod, string> = { week: '周', month: '月', year: '年' }

/** What counts, in one sentence. */
export const countsWords: Record<BoardKind, string> = {
  teams: '按队里活动签到得到的时长排名，办一次长的和办几次短的一样算；补录的时长不算。',
  volunteers: '按签到得到的时长排名，做一次长的和做几次短的一样算；补录的时长不算。',
  streets: '按住在这个街镇的志愿者签到得到的时长排名，在哪里服务都算；补录的时长不算。',
  grids: '按住在这个网格的志愿者签到得到的时长排名，在哪里服务都算；补录的时长不算。',
}

/** A person's line: the own one says so, and who does not want to be named is not. */
export const personWords = ({ name, isOwn }: Pick<BoardRow, 'name' | 'isOwn'>): string => {
  if (isOwn) return name ? `我（${name}）` : '我（不显示姓名）'
  return name ?? '不显示姓名'
}

export const peopleWords = (people: number): string => `${people} 人参加`

export const noRowsWords = (kind: BoardKind): string =>
  kind === 'volunteers' ? '这段时间里还没有人有计入的时长' : '这段时间里还没有计入的时长'
