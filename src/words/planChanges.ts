import type { PlanPart, Stage } from '@contract/campaigns'
import { stageAt } from '@contract/campaigns'
import type { Campaign, FrozenPart } from '@contract/voting'
import { dayWords, distantDayWords, momentWords } from './moments'

/** What of a plan is fixed, what was changed, and where the campaign is now. */

export const partWords: Record<PlanPart, string> = {
  words: '名称和介绍',
  stages: '阶段和时间',
  nomination: '申报要求',
  ballot: '投票规则',
  judging: '评审办法',
}

const becauseWords: Record<FrozenPart['because'], string> = {
  firstBallot: '已经有人投票',
  firstNomination: '已经有人申报',
  sessionOpened: '评审已经开始',
  listPublished: '候选名单已经公布',
}

/** What is fixed, since when and why. */
export const frozenSentence = ({ part, since, because }: FrozenPart): string =>
  `${partWords[part]}：${becauseWords[because]}，从 ${momentWords(since)} 起不能再改。`

/** What was changed; why is said beside it. */
export const changeWords = ({ parts }: Campaign['changes'][number]): string =>
  `修改了${parts.map((part) => partWords[part]).join('、')}`

/** Where a campaign is now, and until when. The last day is the one before an end at midnight. */
export const nowSentence = (stages: Stage[], now: number): string => {
  const current = stageAt(stages, now)
  if (current) return `现在是“${current.name}”，到 ${dayWords(current.closesAt - 1)} 为止。`
  const next = stages.find(({ opensAt }) => now < opensAt)
  return next ? `${distantDayWords(next.opensAt, now)} 开始“${next.name}”。` : '这次活动已经结束。'
}
