import { PAGE_SIZE } from '../../../contract/limits'
import { fail, ok } from '../../../contract/result'
import type { BallotFilter, trust } from '../../../contract/trust'
import type { Methods } from '../../platform/serve'
import { finalCount } from '../finalCount'
import type { BallotRow, CampaignRow } from '../rows'
import { areCountsHidden, settledAt } from '../rules'
import { emptyTally, findCampaign, findLatestRecount, findTally } from '../store'
import { presentBallot } from './presented'
import { conditionsOf, EVERYTHING, markText, readMark } from './rules'
import * as store from './store'
import { ballotsAfter, countBallotsMeant, countUnruledByRank, startOf, type Wanted } from './walk'

/** The ballots behind an alert or a ruling, and how many there are of each kind. */

type TrustMethods = Methods<typeof trust>

/** One call works about this long, well below the function's timeout. */
const WORK_TIME = 2500

export const wantedOf = (campaign: CampaignRow, filter: BallotFilter): Wanted => ({
  campaignId: campaign._id,
  from: filter.from,
  to: filter.to,
  conditions: conditionsOf(campaign, filter),
})

async function presentAll(rows: BallotRow[]) {
  const ruled = new Map(
    (await store.listRuledBallots(rows.map(({ _id }) => _id))).map((row) => [row._id, row]),
  )
  return rows.map((row) => presentBallot(row, ruled.get(row._id)))
}

export const listBallots: TrustMethods['listBallots']['run'] = async ({ input, now }) => {
  const campaign = await findCampaign(input.campaignId)
  if (!campaign) return fail({ code: 'campaign_not_found' })
  if (areCountsHidden(campaign, now))
    return fail({ code: 'voting_not_settled', settledAt: settledAt(campaign) })
  const wanted = wantedOf(campaign, input.filter)
  const goesOn = input.after === undefined ? null : readMark(input.after)
  const [total, page] = await Promise.all([
    goesOn?.total ?? countBallotsMeant(wanted),
    ballotsAfter(wanted, goesOn?.mark ?? startOf(wanted), PAGE_SIZE, now + WORK_TIME),
  ])
  return ok({
    ballots: await presentAll(page.ballots),
    total,
    next: page.next && markText(page.next, total),
  })
}

/** The count as it is, with everything that has been ruled; the recount's where there is one. */
export async function countSoFar(campaignId: string) {
  const [recount, tally] = await Promise.all([findLatestRecount(campaignId), findTally(campaignId)])
  const isDone = recount !== null && recount.state !== 'running'
  return finalCount(isDone ? recount : { ...(tally ?? emptyTally(campaignId)), campaignId })
}

export const getBallotCounts: TrustMethods['getBallotCounts']['run'] = async ({ input, now }) => {
  const campaign = await findCampaign(input.campaignId)
  if (!campaign) return fail({ code: 'campaign_not_found' })
  if (now < settledAt(campaign)) return fail({ code: 'voting_not_settled', settledAt: settledAt(campaign) })
  const { counts } = await countSoFar(campaign._id)
  const pending = wantedOf(campaign, { ...EVERYTHING, standing: 'pending' })
  const ranks = counts.pending > 0 ? await countUnruledByRank(pending) : new Map<number | null, number>()
  const byRank = [...ranks]
    .filter(([, number]) => number > 0)
    .map(([rank, number]) => ({ rank, pending: number }))
    .sort((one, other) => (one.rank ?? -1) - (other.rank ?? -1))
  return ok({ counts, byRank })
}
