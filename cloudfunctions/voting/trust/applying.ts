import { candidateIdOf } from '../../platform/campaigns/ballotPaper'
import { now as currentTime } from '../../platform/clock'
import type { BallotRow, CampaignRow } from '../rows'
import { endRulingIn } from '../sealingState'
import { findCampaign } from '../store'
import { settleAlert } from './alerts'
import type { RuledBallotRow, RulingRow } from './rows'
import { conditionsOf, filterOfAlert } from './rules'
import * as store from './store'
import { ballotsAfter, countBallotsMeant, countRuledMeant, type Wanted } from './walk'

/**
 * Writing what a confirmed ruling does to each ballot: a row per ballot, in stretches. A ballot that was ruled
 * before stays as it was ruled. Stopped anywhere, the next call or the timer goes on; twice is as good as once.
 */

type Meant = Pick<RulingRow, 'act' | 'filter'>

/** Only what does not count anyway can be accepted. */
export function wantedBy(campaign: CampaignRow, { act, filter }: Meant): Wanted {
  const conditions = conditionsOf(campaign, filter)
  const isNarrowed = act === 'accept' && filter.standing === null
  return {
    campaignId: campaign._id,
    from: filter.from,
    to: filter.to,
    conditions: isNarrowed ? { ...conditions, standing: store.notCounted } : conditions,
  }
}

/** Ballots that a ruling would change; none where it accepts what counts already. */
export async function countMeantBy(campaign: CampaignRow, meant: Meant): Promise<number> {
  if (meant.act === 'accept' && meant.filter.standing === 'counted') return 0
  const wanted = wantedBy(campaign, meant)
  const [all, ruled] = await Promise.all([countBallotsMeant(wanted), countRuledMeant(wanted)])
  return all - ruled
}

const BALLOTS_AT_ONCE = 200
const WRITES_AT_ONCE = 20

/** Goes on with a ruling that is being applied, until it is done or `deadline` has passed; answers it as it is then. */
export async function applyRuling(ruling: RulingRow, deadline: number): Promise<RulingRow> {
  const campaign = await findCampaign(ruling.campaignId)
  if (!campaign) throw new Error(`ruling ${ruling._id} is about a campaign that does not exist`)
  const wanted = wantedBy(campaign, ruling)
  let current = ruling
  do {
    if (current.status !== 'applying') return current
    const { ballots, next } = await ballotsAfter(wanted, current.through, BALLOTS_AT_ONCE, deadline)
    await writeAll(ballots, current)
    if (next === null) await finish(campaign, current)
    // Moved on by somebody else at the same time: their place is as good.
    else await store.advanceRuling(current._id, current.through, next)
    current = (await store.findRuling(current._id)) ?? current
  } while (currentTime() < deadline)
  return current
}

async function writeAll(ballots: BallotRow[], ruling: RulingRow): Promise<void> {
  for (let from = 0; from < ballots.length; from += WRITES_AT_ONCE) {
    const some = ballots.slice(from, from + WRITES_AT_ONCE)
    await Promise.all(some.map((ballot) => store.insertRuledBallot(ruledBallot(ballot, ruling))))
  }
}

const ruledBallot = (ballot: BallotRow, { _id: rulingId, act }: RulingRow): RuledBallotRow => ({
  _id: ballot._id,
  campaignId: ballot.campaignId,
  rulingId,
  act,
  choices: ballot.choices,
  bucket: ballot.bucket,
  standing: ballot.standing,
  rank: ballot.rank,
  isNew: ballot.isNew,
  address: ballot.address,
})

async function finish(campaign: CampaignRow, ruling: RulingRow): Promise<void> {
  await settleAlerts(campaign, ruling)
  const ballots = await store.countRuled(ruling._id)
  await store.inTransaction(async (transaction) => {
    const current = await transaction.find<RulingRow>('rulings', ruling._id)
    if (current?.status !== 'applying') return
    await transaction.put<RulingRow>('rulings', { ...current, status: 'applied', ballots })
    await endRulingIn(transaction, campaign._id, ruling._id)
  })
}

/** An alert of which every ballot has been ruled about needs no more looking at. */
async function settleAlerts(campaign: CampaignRow, { _id, decidedBy }: RulingRow): Promise<void> {
  if (decidedBy === null) return
  const entry = { act: 'ruled', requestId: _id, accountId: decidedBy.accountId, at: decidedBy.at }
  for (const alert of await store.listOpenAlerts(campaign._id)) {
    const filter = filterOfAlert(alert, candidateIdOf(campaign._id, alert.number))
    const isSettled = (await countMeantBy(campaign, { act: 'strike', filter })) === 0
    if (isSettled) await settleAlert(campaign._id, alert._id, 'ruled', entry)
  }
}

/** For the timer: rulings that somebody confirmed and did not wait for. */
export async function applyConfirmed(deadline: number): Promise<number> {
  const rulings = await store.listApplying()
  for (const ruling of rulings) {
    if (currentTime() >= deadline) break
    await applyRuling(ruling, deadline)
  }
  return rulings.length
}
