import type { PublicCount } from '../../../contract/publicCount'
import type { BallotCounts } from '../../../contract/trust'
import type { ListEntry } from '../../../contract/voting'
import type { Contender, Scores } from '../ranking'
import type { CampaignRow } from '../rows'
import { frozenRules } from '../rules'

/** What the first line of the public file holds: everything besides the ballots that the count needs. Pure. */
export interface Header {
  campaign: Pick<CampaignRow, '_id' | 'name' | 'rules' | 'candidateCount' | 'paperHash'>
  rulesHash: string
  contenders: Contender[]
  scores: Scores
  counts: BallotCounts
  rulings: PublicCount['rulings']
  entries: ListEntry[]
}

/** Times in seconds of UTC as ISO 8601; scores and totals in hundredths of a point. */
export const headerLine = ({ campaign, rulesHash, contenders, scores, ...count }: Header): string =>
  JSON.stringify({
    format: 'gongzhi-ballots',
    version: 1,
    campaignId: campaign._id,
    campaignName: campaign.name,
    // As they were hashed when the first ballot froze them.
    rules: frozenRules(campaign),
    rulesHash,
    candidates: contenders.map(({ number, name, districtCode }) => [number, name, districtCode]),
    scores: campaign.rules.formula.scores > 0 ? scores : null,
    counts: count.counts,
    rulings: count.rulings.map(({ number, act, ballots, reason, decidedAt }) => ({
      number,
      act,
      ballots,
      reason,
      decidedAt: new Date(decidedAt).toISOString(),
    })),
    list: count.entries.map(({ number, votes, total }) => [number, votes, total]),
  })
