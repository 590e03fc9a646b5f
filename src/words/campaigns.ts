import type { Channel, PhotoKind, TieBreak } from '@contract/campaigns'
import type { CampaignSummary, VotingState } from '@contract/voting'
import { dayWords, distantDayWords, momentWords, timeLeft } from './moments'

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

type Nominations = Pick<CampaignSummary, 'nominationOpensAt' | 'nominationClosesAt'>

export const isNominating = ({ nominationOpensAt, nominationClosesAt }: Nominations, now: number): boolean =>
  nominationOpensAt !== null &&
  nominationClosesAt !== null &&
  nominationOpensAt <= now &&
  now < nominationClosesAt

/** What a campaign is at now: taking nominations before voting, or where there is none. */
export const campaignState = (campaign: CampaignSummary, now: number): (typeof stateWords)[VotingState] => {
  const isBefore = campaign.votingState === 'none' || campaign.votingState === 'notOpen'
  return isBefore && isNominating(campaign, now)
    ? { text: '正在申报', tone: 'done' }
    : stateWords[campaign.votingState]
}

const nominationLines = ({ nominationOpensAt, nominationClosesAt }: Nominations, now: number): string[] => {
  if (nominationOpensAt === null || nominationClosesAt === null || now >= nominationClosesAt) return []
  // An end at midnight belongs to the day before.
  return now < nominationOpensAt
    ? [`${distantDayWords(nominationOpensAt, now)} 开始申报`]
    : [`${dayWords(nominationClosesAt - 1)} 申报截止`]
}

/** Under a campaign's name, each on a line of its own: what time means for it now. */
export const timeLines = (campaign: CampaignSummary, now: number): string[] => {
  if (campaign.votingState === 'none') return nominationLines(campaign, now)
  if (campaign.votingState === 'notOpen')
    return [...nominationLines(campaign, now), `${momentWords(campaign.votingOpensAt)} 开始投票`]
  if (campaign.votingState === 'open') {
    const left = timeLeft(campaign.votingClosesAt, now)
    return [`还剩 ${left.value} ${left.unit}`, `${momentWords(campaign.votingClosesAt)} 结束`]
  }
  return [`${momentWords(campaign.votingClosesAt)} 结束投票`]
}

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
