import type { ScoreTieBreak } from '@contract/campaigns'
import type { MemberKind, SessionEntry, SessionKind, SessionState } from '@contract/judging'

/** What every screen says of a session of judges, in plain Chinese. */

export const sessionKindWords: Record<SessionKind, string> = {
  selectionGroup: '工作小组评分',
  experts: '专家评审（擂台演讲）',
}

/** Where a judge comes from. */
export const memberKindWords: Record<MemberKind, string> = {
  civilisation: '市文明办',
  commission: '相关委办局',
  inspector: '行风监督员',
  citizen: '市民巡访团',
  media: '新闻媒体',
  expert: '专家',
  bureau: '绿化市容局',
}

export const sessionStateWords: Record<
  SessionState,
  { text: string; tone: 'done' | 'waiting' | 'plain' | 'information' }
> = {
  preparing: { text: '正在准备', tone: 'plain' },
  committed: { text: '等待抽签', tone: 'waiting' },
  drawn: { text: '等待开始', tone: 'waiting' },
  open: { text: '正在评分', tone: 'done' },
  closed: { text: '评审已结束', tone: 'information' },
}

/** How equal scores are parted. */
export const scoreTieBreakWords: Record<ScoreTieBreak, string> = {
  firstCriterion: '第一项标准得分高的在前',
  moreVotes: '市民投票多的在前',
  lot: '按公开的抽签结果',
}

const POINT = 100

/** `86.50` of 8650 hundredths, exactly. */
export const scoreWords = (hundredths: number): string =>
  `${Math.floor(hundredths / POINT)}.${String(hundredths % POINT).padStart(2, '0')}`

/** How the sheets of one entry become its score: 去掉 1 个最高分和 1 个最低分，其余取平均. */
export const droppingWords = ({ dropHighest, dropLowest }: { dropHighest: number; dropLowest: number }) => {
  const dropped = [
    ...(dropHighest > 0 ? [`${dropHighest} 个最高分`] : []),
    ...(dropLowest > 0 ? [`${dropLowest} 个最低分`] : []),
  ]
  return dropped.length > 0 ? `去掉 ${dropped.join('和 ')}，其余取平均` : '各位评委的分数取平均'
}

const LAST = Number.MAX_SAFE_INTEGER

/** As entries are listed everywhere: in speaking order; before the draw as they stand. */
export const inOrder = (entries: SessionEntry[]): SessionEntry[] =>
  [...entries].sort((one, other) => (one.turn ?? LAST) - (other.turn ?? LAST))

/** `3. 南京西路自律会` */
export const entryWords = ({ turn, name }: Pick<SessionEntry, 'turn' | 'name'>): string =>
  turn === null ? name : `${turn}. ${name}`
