import { fail, ok } from '../../contract/result'
import type { Results, voting } from '../../contract/voting'
import { recentlyRead } from '../platform/recentlyRead'
import type { Methods } from '../platform/serve'
import { hasDone } from './campaigns'
import { endCountWork } from './countWork'
import type { CandidateListRow, HistoryEntry } from './rows'
import { rankContenders, settledAt } from './rules'
import * as store from './store'

/** The candidate list 候选名单: proposed → confirmed → published, each step once. */

type VotingMethods = Methods<typeof voting>

export const proposeList: VotingMethods['proposeList']['run'] = async ({
  input,
  caller,
  requestId,
  now,
  note,
}) => {
  const campaign = await store.findCampaign(input.campaignId)
  if (!campaign) return fail({ code: 'campaign_not_found' })
  const existing = await store.findList(campaign._id)
  if (existing && hasDone(existing.history, requestId))
    return ok({ version: existing.version, entries: existing.entries })
  if (existing && existing.status !== 'proposed') return fail({ code: 'list_already_confirmed' })
  if (now < settledAt(campaign)) return fail({ code: 'voting_not_settled', settledAt: settledAt(campaign) })
  const recount = await store.findLatestRecount(campaign._id)
  if (recount?.state !== 'equal' && recount?.state !== 'repaired') return fail({ code: 'recount_needed' })
  if (recount.ballots === 0 || campaign.rulesHash === null) return fail({ code: 'no_ballots' })
  const paper = await store.listBallotPaper(campaign._id)
  const contenders = paper.map(({ _id, name, districtCode, number }) => ({
    candidateId: _id,
    name,
    districtCode,
    number,
  }))
  const proposal = {
    version: (existing?.version ?? 0) + 1,
    status: 'proposed' as const,
    recountId: recount._id,
    ballots: recount.ballots,
    entries: rankContenders(contenders, recount.votes, campaign.rules, campaign.rulesHash),
    proposedAt: now,
  }
  note({ subject: `list/${campaign._id}`, before: traced(existing), after: traced(proposal) })
  const entry = { act: 'proposed', requestId, accountId: caller.accountId, at: now }
  if (await writeProposal(campaign._id, existing, proposal, entry))
    return ok({ version: proposal.version, entries: proposal.entries })
  const current = await store.findList(campaign._id)
  if (current && hasDone(current.history, requestId))
    return ok({ version: current.version, entries: current.entries })
  return fail({ code: 'list_already_confirmed' })
}

/** What the audit trail keeps of a list. */
const traced = (list: Pick<CandidateListRow, 'version' | 'status'> | null) =>
  list && { version: list.version, status: list.status }

type Proposal = Pick<
  CandidateListRow,
  'version' | 'status' | 'recountId' | 'ballots' | 'entries' | 'proposedAt'
>

/** False: somebody else proposed or confirmed at the same moment. */
async function writeProposal(
  campaignId: string,
  existing: CandidateListRow | null,
  proposal: Proposal,
  entry: HistoryEntry,
) {
  if (existing)
    return store.changeList(campaignId, { version: existing.version, status: 'proposed' }, proposal, entry)
  const row = {
    ...proposal,
    _id: campaignId,
    confirmedAt: null,
    publishedAt: null,
    remindersDue: false,
    history: [entry],
  }
  return (await store.insertList(row)) === 'inserted'
}

export const confirmList: VotingMethods['confirmList']['run'] = async ({
  input,
  caller,
  requestId,
  now,
  note,
}) => {
  const { campaignId, version } = input
  note({
    subject: `list/${campaignId}`,
    before: { version, status: 'proposed' },
    after: { version, status: 'confirmed' },
  })
  const entry = { act: 'confirmed', requestId, accountId: caller.accountId, at: now }
  const isConfirmed = await store.changeList(
    campaignId,
    { version, status: 'proposed' },
    { status: 'confirmed', confirmedAt: now },
    entry,
  )
  if (isConfirmed) return ok({ confirmedAt: now })
  const done = hasDone((await store.findList(campaignId))?.history ?? [], requestId)
  return done ? ok({ confirmedAt: done.at }) : fail({ code: 'list_not_ready' })
}

export const publishList: VotingMethods['publishList']['run'] = async ({
  input,
  caller,
  requestId,
  now,
  note,
}) => {
  const { campaignId, version } = input
  note({
    subject: `list/${campaignId}`,
    before: { version, status: 'confirmed' },
    after: { version, status: 'published' },
  })
  const list = await store.findList(campaignId)
  const done = hasDone(list?.history ?? [], requestId)
  if (done) return settlePublication(campaignId, done.at)
  if (list?.version !== version || list.status !== 'confirmed') return fail({ code: 'list_not_ready' })
  // A ballot that appeared after the recount would make the published counts wrong.
  if ((await store.countBallots(campaignId)) !== list.ballots) return fail({ code: 'recount_needed' })
  const entry = { act: 'published', requestId, accountId: caller.accountId, at: now }
  const change = { status: 'published' as const, publishedAt: now, remindersDue: true }
  if (await store.changeList(campaignId, { version, status: 'confirmed' }, change, entry))
    return settlePublication(campaignId, now)
  const first = hasDone((await store.findList(campaignId))?.history ?? [], requestId)
  return first ? settlePublication(campaignId, first.at) : fail({ code: 'list_not_ready' })
}

/** The list's own status decides; the campaign follows it, here or, after a crash, by the timer. */
export async function settlePublication(campaignId: string, publishedAt: number) {
  await store.markPublished(campaignId, publishedAt)
  await endCountWork(campaignId, publishedAt)
  return ok({ publishedAt })
}

/** A published list never changes, so an instance may keep what it has once read for as long as it lives. */
const publishedResults = recentlyRead<Results>({ life: Number.POSITIVE_INFINITY, capacity: 20 })

export const getResults: VotingMethods['getResults'] = async ({ input, now }) => {
  const known = publishedResults.find(input.campaignId, now)
  if (known) return ok(known)
  const [campaign, list] = await Promise.all([
    store.findCampaign(input.campaignId),
    store.findList(input.campaignId),
  ])
  if (!campaign) return fail({ code: 'campaign_not_found' })
  if (list?.status !== 'published' || list.publishedAt === null)
    return fail({ code: 'results_not_published' })
  const results: Results = {
    campaignId: campaign._id,
    campaignName: campaign.name,
    ballots: list.ballots,
    listSize: campaign.rules.listSize,
    tieBreaks: campaign.rules.tieBreaks,
    rulesHash: campaign.rulesHash ?? '',
    entries: list.entries,
    publishedAt: list.publishedAt,
  }
  publishedResults.keep(campaign._id, results, now)
  return ok(results)
}
