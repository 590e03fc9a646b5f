import type { CampaignKind, Channel } from '@contract/campaigns'
import { channelWords } from './campaigns'

/** What entries are called, by the campaign's kind. */

interface KindWords {
  /** What a campaign of this kind chooses. */
  name: string
  /** One entry: 组织. */
  entry: string
  /** One on the ballot paper: 候选组织. */
  candidate: string
  /** The channel by which it puts itself forward. */
  self: string
}

export const kindWords: Record<CampaignKind, KindWords> = {
  organisations: { name: '优秀自律组织', entry: '组织', candidate: '候选组织', self: '组织自荐' },
  units: { name: '优秀组织奖', entry: '单位', candidate: '候选单位', self: '单位自荐' },
  sites: { name: '点位和设计', entry: '点位', candidate: '候选点位', self: '自荐' },
  cases: { name: '“最美”案例', entry: '案例', candidate: '候选案例', self: '自荐' },
}

/** How a nomination comes, in the words of this kind of campaign. */
export const channelName = (channel: Channel, kind: CampaignKind): string =>
  channel === 'self' ? kindWords[kind].self : channelWords[channel]
