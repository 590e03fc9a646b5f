import type { CampaignPlan, JudgingPlan, NominationPlan, Stage, VotingRules } from '@contract/campaigns'
import { kindWords } from '@/words/kinds'
import { momentWords, spanWords } from '@/words/moments'
import {
  ballotSentences,
  judgingSentences,
  listSentences,
  nominationSentences,
  riskSentences,
} from '@/words/plan'

/** Fields of a campaign's plan as the audit trail keeps them, in words. */

/** What was kept by an older program may be of another shape: then it is shown as it is. */
const inSentences =
  <Part>(words: (part: Part) => string[]) =>
  (value: unknown): string => {
    try {
      return words(value as Part).join('')
    } catch {
      return JSON.stringify(value)
    }
  }

/** The trail says which campaign it is; of which kind it was is not kept with each field. */
const kind = 'organisations'

const rulesWords = (rules: VotingRules): string[] => [
  ...ballotSentences({ kind, rules }),
  ...listSentences({ kind, rules }),
  ...riskSentences(rules.risk),
]

const expertWords = (experts: NonNullable<CampaignPlan['experts']>): string[] => [
  ...judgingSentences(experts),
  `获评 ${experts.winners} 个。`,
]

const stageWords = (stages: Stage[]): string[] => [
  stages.map(({ name, opensAt, closesAt }) => `${name} ${spanWords(opensAt, closesAt)}`).join('；'),
]

const moment = (value: unknown) => momentWords(Number(value))
const yesNo = (yes: string, no: string) => (value: unknown) => (value === true ? yes : no)

export const planFields: Record<string, { key: string; words?: (value: unknown) => string }> = {
  organiser: { key: '主办单位' },
  basis: { key: '依据文件' },
  eligibility: { key: '参选条件' },
  criteria: { key: '评选标准', words: inSentences((criteria: string[]) => [criteria.join('；')]) },
  isDemo: { key: '示例', words: yesNo('是', '不是') },
  stages: { key: '阶段', words: inSentences(stageWords) },
  hasVoting: { key: '市民投票', words: yesNo('设投票', '不设投票') },
  votingOpensAt: { key: '投票开始', words: moment },
  votingClosesAt: { key: '投票结束', words: moment },
  rules: { key: '规则', words: inSentences(rulesWords) },
  nomination: {
    key: '申报表',
    words: inSentences((nomination: NominationPlan) => nominationSentences(nomination, kind)),
  },
  selectionGroup: { key: '工作小组评分', words: inSentences((plan: JudgingPlan) => judgingSentences(plan)) },
  experts: { key: '专家评审', words: inSentences(expertWords) },
}

/** Kinds of campaigns beside those of organisations: both are kept under `kind`. */
export const campaignKindNames: Record<string, string> = Object.fromEntries(
  Object.entries(kindWords).map(([key, { name }]) => [key, name]),
)
