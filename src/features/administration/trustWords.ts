import type { Alert, AlertChart, BallotCounts, BallotFilter, BallotView, Ruling } from '@contract/trust'
import { clockWords, dayWords, momentWords } from '@/words/moments'
import { numberWords } from '@/words/numbers'

/** Abnormal voting and rulings about ballots, in the words of staff. */

export const alertKindWords: Record<Alert['kind'], { name: string; times: (times: number) => string }> = {
  burst: { name: '票数突增', times: (times) => `约为平时的 ${times} 倍` },
  sharedAddress: {
    name: '同一网络地址集中投票',
    times: (times) => `投给这个候选的比例约为其他选票的 ${times} 倍`,
  },
  newAccounts: { name: '新用户集中', times: (times) => `新用户的比例约为其他候选的 ${times} 倍` },
  roundTheClock: { name: '昼夜不停', times: (times) => `凌晨投票的比例约为其他候选的 ${times} 倍` },
}

export const alertStateWords: Record<Alert['state'], { tone: 'waiting' | 'done' | 'plain'; text: string }> = {
  open: { tone: 'waiting', text: '等待查看' },
  dismissed: { tone: 'plain', text: '无需处理' },
  ruled: { tone: 'done', text: '已剔除' },
}

/** Of an alert, for the audit trail. */
export const alertStateNames = { open: '等待查看', dismissed: '无需处理', ruled: '已剔除' }

/** `11月20日 21:10 – 21:20`; the day once more where it is another one. */
export const stretchWords = (from: number, to: number): string => {
  const end = dayWords(from) === dayWords(to) ? clockWords(to) : `${dayWords(to)} ${clockWords(to)}`
  return `${dayWords(from)} ${clockWords(from)} – ${end}`
}

export const chartTitle = ({ step, unit }: Pick<AlertChart, 'step' | 'unit'>): string => {
  const minutes = step / 60_000
  const length = minutes >= 60 ? `${minutes / 60} 小时` : `${minutes} 分钟`
  return unit === 'votes' ? `每 ${length}的票数` : `每 ${length}，相当于平时的几倍`
}

export const chartValueWords = (unit: AlertChart['unit'], value: number): string =>
  unit === 'votes' ? `${numberWords(value)} 票` : `约 ${value} 倍`

export const baselineWords = ({ unit, baseline }: Pick<AlertChart, 'unit' | 'baseline'>): string =>
  unit === 'votes' ? `按平时约 ${baseline} 票` : '平时的水平'

/** WeChat's rank of a voter; null: it gave none. */
export const rankWords = (rank: number | null): string =>
  rank === null || rank < 0 ? '微信没有答复' : `风险等级 ${rank}`

export const standingWords: Record<BallotView['standing'], string> = {
  counted: '计票',
  pending: '待核查',
  notCounted: '不计票',
}

const ruledWords = { struck: '已剔除', accepted: '已计入' } as const

/** What becomes of a ballot now. */
export const ballotWords = ({ standing, ruled }: BallotView): string =>
  ruled ? ruledWords[ruled] : standingWords[standing]

export const newWords = (isNew: boolean | null): string =>
  isNew === null ? '不清楚' : isNew ? '新用户' : '老用户'

export const actNames: Record<Ruling['act'], string> = { strike: '剔除', accept: '计入' }

export const rulingStatusWords: Record<
  Ruling['status'],
  { tone: 'waiting' | 'done' | 'wrong' | 'information'; text: string }
> = {
  proposed: { tone: 'waiting', text: '等待另一位管理员' },
  applying: { tone: 'information', text: '正在处理' },
  applied: { tone: 'done', text: '已生效' },
  rejected: { tone: 'wrong', text: '没有同意' },
}

/** What becomes of all ballots, one line each. */
export const countRows = ({ counted, pending, notCounted, struck }: BallotCounts) => [
  { key: '计票', value: `${numberWords(counted)} 张` },
  { key: '待核查', value: `${numberWords(pending)} 张` },
  { key: '不计票', value: `${numberWords(notCounted)} 张（按公布的风险规则）` },
  { key: '已剔除', value: `${numberWords(struck)} 张` },
]

const candidateWords = (candidateId: string): string => `投给 ${candidateId.split('-').pop() ?? ''}号候选`

/** Which ballots, as one line. */
export const filterWords = (filter: BallotFilter): string => {
  const { from, to, candidateId, address, isNew, standing, rank } = filter
  const parts = [
    from !== null && to !== null ? stretchWords(from, to) : null,
    from !== null && to === null ? `${momentWords(from)} 起` : null,
    from === null && to !== null ? `${momentWords(to)} 前` : null,
    candidateId === null ? null : candidateWords(candidateId),
    address === null ? null : `网络地址 ${address}`,
    isNew === null ? null : newWords(isNew),
    standing === null ? null : standingWords[standing],
    rank === null ? null : rankWords(rank),
  ].filter((part) => part !== null)
  return parts.length > 0 ? parts.join(' · ') : '全部选票'
}
