import type { Question } from '../../contract/voting'
import type { WechatCaller } from '../platform/caller'
import { firstSightOf } from '../platform/firstSights'
import { recentlyRead } from '../platform/recentlyRead'
import { askRiskRank } from '../platform/riskRank'
import { keyedName } from '../platform/secrets'
import { type Given, questions } from './question'
import { isAsked, isNewAccount, networkOf, standingOf } from './riskRules'
import type { BallotRow, CampaignRow } from './rows'

/** What WeChat knows of a voter, and what the campaign's declared risk rules make of it. */

type Grade = Pick<BallotRow, 'standing' | 'rank' | 'isNew' | 'address'>

export type Graded = { grade: Grade } | { question: Question; wasWrong: boolean }

const UNASKED: Grade = { standing: 'counted', rank: null, isNew: null, address: null }

/** Who tries again, with an answer or after a lost one, is not asked about anew. No answer is not kept. */
const ranksKnown = recentlyRead<number>({ life: 600_000, capacity: 10_000 })

async function rankOf(campaign: CampaignRow, caller: WechatCaller, now: number): Promise<number | null> {
  const key = `${campaign._id} ${caller.accountId}`
  const known = ranksKnown.find(key, now)
  if (known !== undefined) return known
  const rank = await askRiskRank(caller)
  if (rank !== null) ranksKnown.keep(key, rank, now)
  return rank
}

const ADDRESS_NAME_LENGTH = 10

/** Names a network address within one campaign: 50 bits, enough to keep those of a city apart. */
const addressName = (campaignId: string, { requestAddress }: WechatCaller): string | null =>
  requestAddress === null
    ? null
    : keyedName('ballot-address', campaignId, networkOf(requestAddress)).slice(0, ADDRESS_NAME_LENGTH)

/**
 * The grade of a ballot, or the question that must be answered first. Nobody is refused for their rank, and without
 * risk rules nothing is asked at all.
 */
export async function gradeBallot(
  campaign: CampaignRow,
  caller: WechatCaller,
  given: Given | undefined,
  now: number,
): Promise<Graded> {
  const { risk } = campaign.rules
  if (risk === null) return { grade: UNASKED }
  const [rank, firstSightAt] = await Promise.all([
    rankOf(campaign, caller, now),
    firstSightOf(caller.accountId, now),
  ])
  if (isAsked(rank, risk)) {
    const asked = { campaignId: campaign._id, accountId: caller.accountId }
    const outcome = given ? questions.check(asked, given, now) : 'unknown'
    if (outcome !== 'right') return { question: questions.ask(asked, now), wasWrong: outcome === 'wrong' }
  }
  return {
    grade: {
      rank,
      standing: standingOf(rank, risk),
      isNew: isNewAccount(firstSightAt, now),
      address: addressName(campaign._id, caller),
    },
  }
}
