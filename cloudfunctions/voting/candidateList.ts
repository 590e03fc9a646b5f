import { RESULTS_PAGE } from '../../contract/limits'
import { fail, ok } from '../../contract/result'
import type { ListEntry, Results, voting } from '../../contract/voting'
import { numberOnPaper } from '../platform/campaigns/ballotPaper'
import { findSessionResult } from '../platform/campaigns/campaigns'
import { hasDone } from '../platform/campaigns/history'
import { recentlyRead } from '../platform/recentlyRead'
import type { Methods } from '../platform/serve'
import { endCountWork } from './countWork'
import { type FinalCount, finalCount } from './finalCount'
import { findSealing } from './publicCount/store'
import { pagesKeyOf, type RankingRules, rankContenders, type Scores, withoutScore } from './ranking'
import type { CampaignRow, CandidateListRow, HistoryEntry, RecountRow } from './rows'
import { settledAt } from './rules'
import * as store from './store'

/** The candidate list 候选名单: proposed → confirmed by two people → published, each step once. */

type VotingMethods = Methods<typeof voting>

/** Everything that a list is made of, or what is missing. */
export async function readyToRank(campaign: CampaignRow, now: number) {
  if (now < settledAt(campaign))
    return { code: 'voting_not_settled' as const, settledAt: settledAt(campaign) }
  const recount = await store.findLatestRecount(campaign._id)
  if (recount?.state !== 'equal' && recount?.state !== 'repaired') return { code: 'recount_needed' as const }
  if (recount.ballots === 0 || campaign.rulesHash === null) return { code: 'no_ballots' as const }
  const [count, contenders, scores] = await Promise.all([
    finalCount(recount),
    store.listBallotPaper(campaign._id),
    scoresOf(campaign),
  ])
  return { code: 'ready' as const, recount, count, contenders, scores, rulesHash: campaign.rulesHash }
}

/** The selection group's scores by number on the ballot paper; none before its session is closed. */
async function scoresOf(campaign: CampaignRow): Promise<Scores> {
  const result = await findSessionResult(campaign._id, 'selectionGroup')
  return Object.fromEntries(
    (result?.entries ?? []).map(({ candidateId, score }) => [
      numberOnPaper(campaign, candidateId) ?? 0,
      score,
    ]),
  )
}

export const declaredRules = ({ rules }: CampaignRow, rulesHash: string): RankingRules => ({
  formula: rules.formula,
  tieBreaks: rules.tieBreaks,
  listSize: rules.listSize,
  rulesHash,
})

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
  if (existing && hasDone(existing.history, requestId)) return ok(await proposed(existing))
  if (existing && existing.status !== 'proposed') return fail({ code: 'list_already_confirmed' })
  const ready = await readyToRank(campaign, now)
  if (ready.code !== 'ready') return fail(ready)
  if (ready.count.counts.pending > 0)
    return fail({ code: 'ballots_pending', pending: ready.count.counts.pending })
  const rules = declaredRules(campaign, ready.rulesHash)
  const missing = withoutScore(ready.contenders, ready.scores, rules)
  if (missing.length > 0) return fail({ code: 'scores_missing', candidateIds: missing })
  const entries = rankContenders(ready.contenders, ready.count.votes, ready.scores, rules)
  if (!(await isSealed(campaign._id, pagesKeyOf(entries)))) return fail({ code: 'ballots_not_sealed' })
  const proposal = newProposal(existing, ready.recount, ready.count, entries, now)
  note({ subject: `list/${campaign._id}`, before: traced(existing), after: traced(proposal) })
  const entry = { act: 'proposed', requestId, accountId: caller.accountId, at: now }
  await store.insertListPages(campaign._id, proposal.pagesKey, entries)
  const isWritten = await writeProposal(campaign._id, existing, proposal, entry)
  const current = await store.findList(campaign._id)
  return current && (isWritten || hasDone(current.history, requestId))
    ? ok(await proposed(current))
    : fail({ code: 'list_already_confirmed' })
}

export const previewList: VotingMethods['previewList']['run'] = async ({ input, now }) => {
  const campaign = await store.findCampaign(input.campaignId)
  if (!campaign) return fail({ code: 'campaign_not_found' })
  const ready = await readyToRank(campaign, now)
  if (ready.code !== 'ready') return fail(ready)
  const { campaignId: _campaignId, ...asked } = input
  const rules: RankingRules = { ...asked, rulesHash: ready.rulesHash }
  const missing = withoutScore(ready.contenders, ready.scores, rules)
  if (missing.length > 0) return fail({ code: 'scores_missing', candidateIds: missing })
  const rank = (by: RankingRules) => rankContenders(ready.contenders, ready.count.votes, ready.scores, by)
  const entries = rank(rules)
  const isDeclared = pagesKeyOf(entries) === pagesKeyOf(rank(declaredRules(campaign, ready.rulesHash)))
  return ok({ entries: entries.slice(0, RESULTS_PAGE), total: entries.length, isDeclared })
}

/** The public file is made, and comes to this very list. */
async function isSealed(campaignId: string, listKey: string): Promise<boolean> {
  const sealing = await findSealing(campaignId)
  return sealing?.state === 'done' && sealing.sealed?.listKey === listKey
}

const proposed = async ({ _id, version, pagesKey }: CandidateListRow) => ({
  version,
  entries: await store.findListPage(_id, pagesKey, 0),
})

type Proposal = Omit<CandidateListRow, '_id' | 'confirmedAt' | 'publishedAt' | 'remindersDue' | 'history'>

const newProposal = (
  existing: CandidateListRow | null,
  recount: RecountRow,
  { counts }: FinalCount,
  entries: ListEntry[],
  now: number,
): Proposal => ({
  version: (existing?.version ?? 0) + 1,
  status: 'proposed',
  recountId: recount._id,
  ballots: recount.ballots,
  counts,
  total: entries.length,
  pagesKey: pagesKeyOf(entries),
  listed: entries.filter(({ isListed }) => isListed),
  proposedAt: now,
  confirmations: [],
})

/** What the audit trail keeps of a list. */
const traced = (list: Pick<CandidateListRow, 'version' | 'status'> | null) =>
  list && { version: list.version, status: list.status }

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

/** As many different people have to confirm a list before it can be published. */
const CONFIRMATIONS = 2

export const confirmList: VotingMethods['confirmList']['run'] = async ({
  input,
  caller,
  grants,
  requestId,
  now,
  note,
}) => {
  const { campaignId, version } = input
  const { accountId } = caller
  const entry = { act: 'confirmed', requestId, accountId, at: now }
  const confirmation = { accountId, name: grants[0]?.name ?? '', at: now }
  const isWritten = await store.confirmList(campaignId, version, confirmation, entry)
  const list = await store.findList(campaignId)
  if (list?.version === version && (isWritten || hasDone(list.history, requestId))) {
    const confirmed = list.confirmations.length
    note({
      subject: `list/${campaignId}`,
      before: { version, confirmed: confirmed - 1 },
      after: { version, confirmed },
    })
    return ok({ confirmed, needed: CONFIRMATIONS, confirmedAt: list.confirmedAt })
  }
  const isWaiting = list?.version === version && list.status === 'proposed'
  return fail({ code: isWaiting ? 'second_person_needed' : 'list_not_ready' })
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
  const { campaignId, after = 0 } = input
  const key = `${campaignId}-${Math.floor(after / RESULTS_PAGE)}`
  const known = publishedResults.find(key, now)
  if (known) return ok(known)
  const [campaign, list] = await Promise.all([store.findCampaign(campaignId), store.findList(campaignId)])
  if (!campaign) return fail({ code: 'campaign_not_found' })
  if (list?.status !== 'published' || list.publishedAt === null)
    return fail({ code: 'results_not_published' })
  const entries = await store.findListPage(campaignId, list.pagesKey, after)
  const last = entries.at(-1)?.rank ?? list.total
  const results: Results = {
    campaignId: campaign._id,
    campaignName: campaign.name,
    ballots: list.counts.counted,
    counts: list.counts,
    listSize: campaign.rules.listSize,
    tieBreaks: campaign.rules.tieBreaks,
    formula: campaign.rules.formula,
    rulesHash: campaign.rulesHash ?? '',
    entries,
    next: last < list.total ? last : null,
    total: list.total,
    publishedAt: list.publishedAt,
  }
  publishedResults.keep(key, results, now)
  return ok(results)
}
