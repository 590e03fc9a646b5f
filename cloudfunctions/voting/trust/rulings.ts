import { fail, ok } from '../../../contract/result'
import type { Ruling, trust } from '../../../contract/trust'
import { hasDone } from '../../platform/campaigns/history'
import { now as currentTime } from '../../platform/clock'
import { keyedName } from '../../platform/secrets'
import type { Methods } from '../../platform/serve'
import type { CampaignRow } from '../rows'
import { settledAt } from '../rules'
import { endRulingIn, openRulingIn } from '../sealingState'
import { findCampaign } from '../store'
import { applyRuling, countMeantBy } from './applying'
import { presentRuling } from './presented'
import type { Person, RulingRow } from './rows'
import { type ConfirmRefusal, refuseConfirm, rulingTransitions } from './rules'
import * as store from './store'
import { startOf } from './walk'

/** Rulings about ballots: proposed → confirmed by another person and applied, or rejected. Each step once. */

type TrustMethods = Methods<typeof trust>

/** What the audit trail keeps of a ruling. */
const traced = ({ status, act, ballots }: RulingRow) => ({ status, act, ballots })

export const listRulings: TrustMethods['listRulings']['run'] = async ({ input, caller }) => {
  if (!(await findCampaign(input.campaignId))) return fail({ code: 'campaign_not_found' })
  const rows = await store.listRulings(input.campaignId)
  return ok({ rulings: rows.map((row) => presentRuling(row, caller.accountId)) })
}

export const proposeRuling: TrustMethods['proposeRuling']['run'] = async ({
  input,
  caller,
  grants,
  requestId,
  now,
  note,
}) => {
  const campaign = await findCampaign(input.campaignId)
  if (!campaign) return fail({ code: 'campaign_not_found' })
  if (now < settledAt(campaign)) return fail({ code: 'voting_not_settled', settledAt: settledAt(campaign) })
  const proposedBy = { accountId: caller.accountId, name: grants[0]?.name ?? '', at: now }
  const proposal = newRuling(campaign, input, proposedBy, requestId)
  const known = await store.findRuling(proposal._id)
  if (known) return ok({ ruling: presentRuling(known, caller.accountId) })
  const ballots = await countMeantBy(campaign, proposal)
  if (ballots === 0) return fail({ code: 'no_ballots_meant' })
  const ruling = await keepProposal({ ...proposal, ballots })
  if (ruling === 'sealed') return fail({ code: 'already_sealed' })
  note({ subject: `ruling/${ruling._id}`, before: null, after: traced(ruling) })
  return ok({ ruling: presentRuling(ruling, caller.accountId) })
}

type Proposed = Pick<RulingRow, 'act' | 'filter' | 'reason'>

function newRuling(
  campaign: CampaignRow,
  { act, filter, reason }: Proposed,
  proposedBy: Person,
  requestId: string,
): RulingRow {
  const { accountId, at } = proposedBy
  return {
    _id: keyedName('ruling', campaign._id, accountId, requestId),
    campaignId: campaign._id,
    number: 0,
    act,
    filter,
    reason,
    status: 'proposed',
    ballots: 0,
    through: startOf(filter),
    proposedBy,
    decidedBy: null,
    history: [{ act: 'proposed', requestId, accountId, at, reason }],
  }
}

/** Numbers the proposal and keeps sealing out, in one step. The same request again finds what it has made. */
const keepProposal = (proposal: RulingRow): Promise<RulingRow | 'sealed'> =>
  store.inTransaction(async (transaction) => {
    const known = await transaction.find<RulingRow>('rulings', proposal._id)
    if (known) return known
    if ((await openRulingIn(transaction, proposal.campaignId, proposal._id)) === 'sealed') return 'sealed'
    const state = await store.findStateIn(transaction, proposal.campaignId)
    const ruling = { ...proposal, number: state.rulings + 1 }
    await transaction.put('rulings', ruling)
    await transaction.put('trustStates', { ...state, rulings: ruling.number })
    return ruling
  })

type Decided = { ruling: RulingRow } | { refused: ConfirmRefusal | 'ruling_not_found' }

/** Reads a ruling, lets `decide` say no or how it changes, and writes that. */
function decide(
  { campaignId, rulingId }: { campaignId: string; rulingId: string },
  change: (row: RulingRow) => RulingRow | ConfirmRefusal,
): Promise<Decided> {
  return store.inTransaction(async (transaction) => {
    const before = await transaction.find<RulingRow>('rulings', rulingId)
    if (before?.campaignId !== campaignId) return { refused: 'ruling_not_found' }
    const after = change(before)
    if (typeof after === 'string') return { refused: after }
    if (after === before) return { ruling: before }
    await transaction.put('rulings', after)
    if (after.status === 'rejected') await endRulingIn(transaction, campaignId, rulingId)
    return { ruling: after }
  })
}

/** One call works about this long, well below the function's timeout. */
const WORK_TIME = 2500

export const confirmRuling: TrustMethods['confirmRuling']['run'] = async ({
  input,
  caller,
  grants,
  requestId,
  now,
  note,
}) => {
  const { accountId } = caller
  const decidedBy = { accountId, name: grants[0]?.name ?? '', at: now }
  const entry = { act: 'confirmed', requestId, accountId, at: now }
  const decided = await decide(input, (row) => {
    // Who confirmed a large one calls again until it is applied.
    if (row.decidedBy?.accountId === accountId && isConfirmed(row.status)) return row
    const refused = refuseConfirm(row, accountId)
    return refused ?? { ...row, status: 'applying', decidedBy, history: [...row.history, entry] }
  })
  if ('refused' in decided) return fail({ code: decided.refused })
  const ruling = await applyRuling(decided.ruling, currentTime() + WORK_TIME)
  note({ subject: `ruling/${ruling._id}`, before: { status: 'proposed' }, after: traced(ruling) })
  return ok({ ruling: presentRuling(ruling, accountId) })
}

const isConfirmed = (status: Ruling['status']): boolean => status === 'applying' || status === 'applied'

export const rejectRuling: TrustMethods['rejectRuling']['run'] = async ({
  input,
  caller,
  grants,
  requestId,
  now,
  note,
}) => {
  const { accountId } = caller
  const decidedBy = { accountId, name: grants[0]?.name ?? '', at: now }
  const entry = { act: 'rejected', requestId, accountId, at: now, reason: input.reason }
  const decided = await decide(input, (row) => {
    if (hasDone(row.history, requestId)) return row
    if (!rulingTransitions[row.status].reject) return 'ruling_already_decided'
    return { ...row, status: 'rejected', decidedBy, history: [...row.history, entry] }
  })
  if ('refused' in decided)
    return fail({
      code: decided.refused === 'ruling_not_found' ? 'ruling_not_found' : 'ruling_already_decided',
    })
  const { ruling } = decided
  note({ subject: `ruling/${ruling._id}`, before: { status: 'proposed' }, after: traced(ruling) })
  return ok({ ruling: presentRuling(ruling, accountId) })
}
