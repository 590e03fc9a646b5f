import type { AwardUnit, ConditionCheck, ScoredBy, UnitCondition, WinnersView } from '@contract/awards'
import { numberWords } from '@/words/numbers'

/** What staff read about winners and 优秀组织奖. */

export const conditionWords: Record<UnitCondition, string> = {
  noticesDelivered: '责任区告知书送达率 100%',
  noticesOnWall: '规范上墙率 100%',
  training: '定期对责任人开展培训',
  winnerInArea: '辖区内至少有 1 家优秀自律组织',
}

export const checkStateWords: Record<
  ConditionCheck['state'],
  { text: string; tone: 'done' | 'wrong' | 'waiting' }
> = {
  met: { text: '达到', tone: 'done' },
  notMet: { text: '没有达到', tone: 'wrong' },
  unknown: { text: '还没有核对', tone: 'waiting' },
}

export const sourceWords: Record<NonNullable<ConditionCheck['source']>, string> = {
  program: '系统判断',
  evidence: '凭材料核对',
}

export const unitStateWords: Record<
  AwardUnit['state'],
  { text: string; tone: 'done' | 'waiting' | 'information' }
> = {
  checking: { text: '条件核对中', tone: 'waiting' },
  ready: { text: '条件都已达到', tone: 'information' },
  awarded: { text: '已评定', tone: 'done' },
}

/** Where the winners come from, under their list. */
export const scoredByWords: Record<ScoredBy, string> = {
  experts: '按专家评审得分',
  formula: '按候选名单总分',
  votes: '按候选名单票数',
}

/** `86.50 分`, or `1,234 票`. */
export const scoreWords = (score: number, scoredBy: ScoredBy): string =>
  scoredBy === 'votes' ? `${numberWords(score)} 票` : `${(score / 100).toFixed(2)} 分`

/** As many different people have to confirm the winners. */
export const CONFIRMATIONS_NEEDED = 2

/** The one thing to do next. */
export type WinnersStep = 'propose' | 'confirm' | 'publish' | 'done'

export const winnersStep = (winners: WinnersView | null): WinnersStep => {
  if (!winners) return 'propose'
  if (winners.status === 'published') return 'done'
  return winners.status === 'confirmed' ? 'publish' : 'confirm'
}
