import type { CampaignPlan } from '@contract/campaigns'
import { kindWords } from './kinds'
import { momentWords } from './moments'
import { ballotSentences, judgingSentences, listSentences, nominationSentences, riskSentences } from './plan'

/** Full stops at the end, and none twice. */
const sentence = (words: string): string => (words.endsWith('。') ? words : `${words}。`)

export interface PlanChapter {
  key: 'nomination' | 'ballot' | 'risk' | 'list' | 'selectionGroup' | 'experts'
  title: string
  sentences: string[]
}

const votingChapters = (plan: CampaignPlan): PlanChapter[] =>
  plan.hasVoting
    ? [
        {
          key: 'ballot',
          title: '怎么投票',
          sentences: [
            `${momentWords(plan.votingOpensAt)} 至 ${momentWords(plan.votingClosesAt)}。`,
            ...ballotSentences(plan),
          ],
        },
        { key: 'risk', title: '怎样防止刷票', sentences: riskSentences(plan.rules.risk) },
        { key: 'list', title: '候选名单怎样产生', sentences: listSentences(plan) },
      ]
    : [{ key: 'ballot', title: '投票', sentences: ['这次活动不设市民投票。'] }]

const judgingChapters = ({ selectionGroup, experts, kind }: CampaignPlan): PlanChapter[] => [
  ...(selectionGroup
    ? [{ key: 'selectionGroup' as const, title: '工作小组评分', sentences: judgingSentences(selectionGroup) }]
    : []),
  ...(experts
    ? [
        {
          key: 'experts' as const,
          title: '专家评审',
          sentences: [
            ...judgingSentences(experts),
            `得分最高的 ${experts.winners} 个${kindWords[kind].entry}获评。`,
          ],
        },
      ]
    : []),
]

/** The whole plan, chapter by chapter: for the page of information and for the preview before it is made public. */
export const chaptersOf = (plan: CampaignPlan): PlanChapter[] =>
  [
    ...(plan.nomination
      ? [
          {
            key: 'nomination' as const,
            title: '怎样申报',
            sentences: nominationSentences(plan.nomination, plan.kind),
          },
        ]
      : []),
    ...votingChapters(plan),
    ...judgingChapters(plan),
  ].map((chapter) => ({ ...chapter, sentences: chapter.sentences.map(sentence) }))
