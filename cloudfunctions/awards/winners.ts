import type { awards } from '../../contract/awards'
import { fail, ok } from '../../contract/result'
import { findCampaign, findList, findSessionResult } from '../platform/campaigns/campaigns'
import { hasDone } from '../platform/campaigns/history'
import type { CampaignRow, HistoryEntry } from '../platform/campaigns/rows'
import type { Methods } from '../platform/serve'
import { presentWinners } from './presented'
import type { WinnersRow } from './rows'
import { type Proposal, proposedWinners } from './rules'
import * as store from './store'

/** The winners 获评名单: proposed → confirmed by two people → published, each step once. */

type AwardsMethods = Methods<typeof awards>

export const getWinners: AwardsMethods['getWinners']['run'] = async ({ input }) => {
  const [campaign, winners] = await Promise.all([
    findCampaign(input.campaignId),
    store.findWinners(input.campaignId),
  ])
  if (!campaign) return fail({ code: 'campaign_not_found' })
  return ok({ winners: winners && presentWinners(winners) })
}

export const proposeWinners: AwardsMethods['proposeWinners']['run'] = async (call) => {
  const { input, caller, requestId, now, note } = call
  const campaign = await findCampaign(input.campaignId)
  if (!campaign) return fail({ code: 'campaign_not_found' })
  const existing = await store.findWinners(campaign._id)
  if (existing && hasDone(existing.history, requestId)) return ok({ version: existing.version })
  if (existing && existing.status !== 'proposed') return fail({ code: 'winners_already_confirmed' })
  const proposal = await decidedWinners(campaign)
  if (!proposal) return fail({ code: 'results_not_ready' })
  const version = (existing?.version ?? 0) + 1
  const entry = { act: 'proposed', requestId, accountId: caller.accountId, at: now }
  note({
    subject: `winners/${campaign._id}`,
    before: existing && { version: existing.version, status: existing.status },
    after: { version, status: 'proposed' },
  })
  if (await writeProposal(campaign._id, existing, proposal, entry)) return ok({ version })
  // Somebody else was faster, or this very request.
  const current = await store.findWinners(campaign._id)
  const isMine = current !== null && hasDone(current.history, requestId) !== undefined
  return isMine || current?.status === 'proposed'
    ? ok({ version: current.version })
    : fail({ code: 'winners_already_confirmed' })
}

interface WithStreets extends Omit<Proposal, 'entries'> {
  entries: WinnersRow['entries']
}

async function decidedWinners(campaign: CampaignRow): Promise<WithStreets | null> {
  const [result, list] = await Promise.all([
    findSessionResult(campaign._id, 'experts'),
    findList(campaign._id),
  ])
  const proposal = proposedWinners({
    experts: campaign.experts,
    session: result?.entries ?? null,
    listed: list?.status === 'published' ? list.listed : null,
  })
  if (!proposal) return null
  const candidates = await store.listCandidates(proposal.entries.map(({ candidateId }) => candidateId))
  const streets = new Map(candidates.map(({ _id, streetName }) => [_id, streetName]))
  const entries = proposal.entries.map((entry) => ({
    ...entry,
    streetName: streets.get(entry.candidateId) ?? '',
  }))
  return { ...proposal, entries }
}

/** False: somebody else proposed or confirmed at the same moment. */
async function writeProposal(
  campaignId: string,
  existing: WinnersRow | null,
  { scoredBy, entries }: WithStreets,
  entry: HistoryEntry,
): Promise<boolean> {
  const proposal = {
    version: (existing?.version ?? 0) + 1,
    scoredBy,
    entries,
    proposedAt: entry.at,
    confirmations: [],
  }
  if (existing) return store.replaceProposal(campaignId, existing.version, proposal, entry)
  const row: WinnersRow = {
    ...proposal,
    _id: campaignId,
    status: 'proposed',
    confirmedAt: null,
    publishedAt: null,
    history: [entry],
  }
  return (await store.insertWinners(row)) === 'inserted'
}

/** As many different people have to confirm the winners before they can be published. */
const CONFIRMATIONS = 2

export const confirmWinners: AwardsMethods['confirmWinners']['run'] = async (call) => {
  const { input, caller, grants, requestId, now, note } = call
  const { campaignId, version } = input
  const { accountId } = caller
  const entry = { act: 'confirmed', requestId, accountId, at: now }
  const confirmation = { accountId, name: grants[0]?.name ?? '', at: now }
  const isWritten = await store.confirmWinners(campaignId, version, confirmation, entry)
  const winners = await store.findWinners(campaignId)
  if (winners?.version === version && (isWritten || hasDone(winners.history, requestId))) {
    const confirmed = winners.confirmations.length
    note({
      subject: `winners/${campaignId}`,
      before: { version, confirmed: confirmed - 1 },
      after: { version, confirmed },
    })
    return ok({ confirmed, needed: CONFIRMATIONS })
  }
  const isWaiting = winners?.version === version && winners.status === 'proposed'
  return fail({ code: isWaiting ? 'second_person_needed' : 'winners_not_ready' })
}

/** Nobody is sent a message: who nominated a candidate is known to nominations alone, and the showcase is public. */
export const publishWinners: AwardsMethods['publishWinners']['run'] = async (call) => {
  const { input, caller, requestId, now, note } = call
  const { campaignId, version } = input
  note({
    subject: `winners/${campaignId}`,
    before: { version, status: 'confirmed' },
    after: { version, status: 'published' },
  })
  const entry = { act: 'published', requestId, accountId: caller.accountId, at: now }
  const publishedAt = await store.publishWinners(campaignId, version, entry)
  return publishedAt === null ? fail({ code: 'winners_not_ready' }) : ok({ publishedAt })
}
