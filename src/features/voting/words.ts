import type { Channel, PhotoKind, VotingRules } from '@contract/campaigns'
import { tieBreakWords } from '@/words/campaigns'

/** The voting feature's rules and states in plain Chinese. */

export const channelWords: Record<Channel, string> = {
  street: '街镇和行业推选',
  public: '社会推荐',
  self: '组织自荐',
}

export const photoKindWords: Record<PhotoKind, string> = {
  group: '集体照',
  working: '工作照',
  street: '街面实效照',
  site: '现场照',
  before: '整治前',
  after: '整治后',
  plan: '设计图',
}

const howMany = ({ min, max }: VotingRules['choices']): string =>
  min === max ? `每张选票选 ${max} 个组织。` : `每张选票选 ${min} 至 ${max} 个组织。`

/** The rules as sentences, in the order in which a voter meets them. */
export const ruleSentences = (rules: VotingRules): string[] => [
  rules.period === 'once' ? '每人投一张选票，提交后不能修改。' : '每人每天可以投一张选票，提交后不能修改。',
  howMany(rules.choices),
  rules.identity === 'phone' ? '投票前要验证手机号，一个手机号投一票。' : '一个微信号投一票。',
  rules.runningCounts === 'hidden' ? '投票期间票数不公开，工作人员也看不到。' : '投票期间可以看到票数。',
  `得票最多的 ${rules.listSize} 个组织进入候选名单；票数相同时，${rules.tieBreaks
    .map((tieBreak) => tieBreakWords[tieBreak])
    .join('，再')}。`,
]
