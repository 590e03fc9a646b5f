import type { TieBreak } from '@contract/campaigns'
import type { CampaignSummary, VotingState } from '@contract/voting'
import { momentWords, timeLeft } from './moments'

/** What every screen says of a campaign, in plain Chinese. */

export const tieBreakWords: Record<TieBreak, string> = {
  moreVotes: '票数多的在前',
  higherScore: '评分高的在前',
  earliestRegistration: '登记早的在前',
  lot: '按事先公开的抽签方法排序',
}

export const stateWords: Record<
  VotingState,
  { text: string; tone: 'done' | 'waiting' | 'plain' | 'information' }
> = {
  none: { text: '不设投票', tone: 'plain' },
  notOpen: { text: '还没开始', tone: 'plain' },
  open: { text: '正在投票', tone: 'done' },
  settling: { text: '投票已结束', tone: 'waiting' },
  closed: { text: '等待公布结果', tone: 'waiting' },
  published: { text: '结果已公布', tone: 'information' },
}

/** Under a campaign's name, each on a line of its own: what time means for it now. */
export const timeLines = (campaign: CampaignSummary, now: number): string[] => {
  if (campaign.votingState === 'none') return []
  if (campaign.votingState === 'notOpen') return [`${momentWords(campaign.votingOpensAt)} 开始投票`]
  if (campaign.votingState === 'open') {
    const left = timeLeft(campaign.votingClosesAt, now)
    return [`还剩 ${left.value} ${left.unit}`, `${momentWords(campaign.votingClosesAt)} 结束`]
  }
  return [`${momentWords(campaign.votingClosesAt)} 结束投票`]
}
