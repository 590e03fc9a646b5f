import { fail, ok } from '../../contract/result'
import type { CountView, voting } from '../../contract/voting'
import { candidateIdOf } from '../platform/campaigns/ballotPaper'
import { now as currentTime } from '../platform/clock'
import { keyedName } from '../platform/secrets'
import type { Methods } from '../platform/serve'
import { presentRecount } from './presented'
import { findSealing } from './publicCount/store'
import type { CampaignRow, RecountRow, TallyPartRow, Votes } from './rows'
import { addVotes, areSameVotes, lastDueBucket, settledAt, votingState } from './rules'
import * as store from './store'
import { countSoFar } from './trust/ballots'

type VotingMethods = Methods<typeof voting>

/** Buckets looked at again after they were folded: a ballot whose write took very long is found within these. */
const LOOKED_AT_AGAIN = 2 * 60_000

/**
 * Folds due buckets into the tally, each in one transaction, in order of time, until none is left or `deadline` has
 * passed. Stopped at any point, the next run goes on; two runs at once do no harm. Answers how many buckets changed.
 */
export async function foldBallots(campaign: CampaignRow, now: number, deadline: number): Promise<number> {
  const { foldedThrough } = (await store.findTally(campaign._id)) ?? store.emptyTally(campaign._id)
  let folded = await foldChanged(campaign._id, foldedThrough - LOOKED_AT_AGAIN, foldedThrough)
  const through = lastDueBucket(campaign, now)
  let bucket = await store.findNextBucket(campaign._id, foldedThrough, through)
  while (bucket !== null && currentTime() < deadline) {
    for (const count of await store.countBuckets(campaign._id, bucket - 1, bucket))
      await store.foldBucket(campaign._id, count)
    folded += 1
    bucket = await store.findNextBucket(campaign._id, bucket, through)
  }
  return folded
}

/** Compares stored ballots with the tally's parts in (`after`, `through`] and folds what has changed. */
async function foldChanged(campaignId: string, after: number, through: number): Promise<number> {
  if (through <= 0) return 0
  const counts = await store.countBuckets(campaignId, after, through)
  const parts = await store.listTallyParts(campaignId, after, through, 1000)
  const changed = differingBuckets(counts, parts)
  for (const count of changed) await store.foldBucket(campaignId, count)
  return changed.length
}

function differingBuckets(counts: store.BucketCount[], parts: TallyPartRow[]): store.BucketCount[] {
  const partOf = new Map(parts.map((part) => [part.bucket, part]))
  return counts.filter((count) => {
    const part = partOf.get(count.bucket)
    return !part || part.ballots !== count.ballots || !areSameVotes(part.votes, count.votes)
  })
}

const votesByCandidate = (campaignId: string, votes: Votes): Record<string, number> =>
  Object.fromEntries(
    Object.entries(votes).map(([number, some]) => [candidateIdOf(campaignId, Number(number)), some]),
  )

export const getCount: VotingMethods['getCount']['run'] = async ({ input, now }) => {
  const campaign = await store.findCampaign(input.campaignId)
  if (!campaign) return fail({ code: 'campaign_not_found' })
  const state = votingState(campaign, now)
  const isVisible = campaign.rules.runningCounts === 'public' || state === 'closed' || state === 'published'
  const [tally, recount, list, sealing] = await Promise.all([
    isVisible ? store.findTally(campaign._id) : null,
    store.findLatestRecount(campaign._id),
    store.findList(campaign._id),
    findSealing(campaign._id),
  ])
  const view: CountView = {
    votingState: state,
    votingClosesAt: campaign.votingClosesAt,
    settledAt: settledAt(campaign),
    tally: tally && { ballots: tally.ballots, votes: votesByCandidate(campaign._id, tally.votes) },
    recount: recount && presentRecount(recount),
    list: list && {
      version: list.version,
      status: list.status,
      ballots: list.ballots,
      entries: await store.findListPage(campaign._id, list.pagesKey, 0),
      total: list.total,
      proposedAt: list.proposedAt,
      confirmedBy: list.confirmations.map(({ name }) => name),
      confirmedAt: list.confirmedAt,
      publishedAt: list.publishedAt,
    },
    counts: now < settledAt(campaign) ? null : (await countSoFar(campaign._id)).counts,
    sealedAt: sealing?.sealedAt ?? null,
    now,
  }
  return ok(view)
}

/** One call works about this long, well below the function's timeout. */
const WORK_TIME = 2500
/** Ballots counted in one query: small enough that the database stays quick for voters. */
const BALLOTS_AT_ONCE = 20_000
const PARTS_AT_ONCE = 500

export const recount: VotingMethods['recount']['run'] = async ({ input, caller, requestId, now, note }) => {
  const campaign = await store.findCampaign(input.campaignId)
  if (!campaign) return fail({ code: 'campaign_not_found' })
  if (now < settledAt(campaign)) return fail({ code: 'voting_not_settled', settledAt: settledAt(campaign) })
  const recountId = input.recountId ?? keyedName('recount', campaign._id, caller.accountId, requestId)
  if (input.recountId === undefined) await startRecount(campaign, recountId, now)
  let row = await store.findRecount(recountId)
  while (row?.campaignId === campaign._id && row.state === 'running') {
    row = await countNextBallots(row)
    if (currentTime() - now >= WORK_TIME) break
  }
  if (row?.campaignId !== campaign._id) return fail({ code: 'recount_not_found' })
  note({
    subject: `recount/${recountId}`,
    before: { ballots: row.expected },
    after: { ballots: row.ballots, state: row.state, repaired: row.repaired },
  })
  return ok(presentRecount(row))
}

async function startRecount(campaign: CampaignRow, recountId: string, now: number): Promise<void> {
  // What is not folded by the deadline, the recount finds missing and folds itself.
  await foldBallots(campaign, now, now + WORK_TIME)
  const expected = (await store.findTally(campaign._id))?.ballots ?? 0
  await store.insertRecount({
    _id: recountId,
    campaignId: campaign._id,
    startedAt: now,
    finishedAt: null,
    state: 'running',
    countedThrough: 0,
    ballots: 0,
    pending: 0,
    notCounted: 0,
    votes: {},
    expected,
    repaired: 0,
  })
}

const END = Number.MAX_SAFE_INTEGER

/** Counts the next stretch of ballots from the ballots themselves. The stretches leave no gap: the last one is open. */
async function countNextBallots(row: RecountRow): Promise<RecountRow | null> {
  const { through, parts } = await nextStretch(row)
  const counts = await store.countBuckets(row.campaignId, row.countedThrough, through)
  const changed = differingBuckets(counts, parts)
  for (const count of changed) await store.foldBucket(row.campaignId, count)
  const progress = {
    countedThrough: through,
    ballots: row.ballots + sumOf(counts, 'ballots'),
    pending: row.pending + sumOf(counts, 'pending'),
    notCounted: row.notCounted + sumOf(counts, 'notCounted'),
    votes: counts.reduce((sum, count) => addVotes(sum, count.votes), row.votes),
    repaired: row.repaired + changed.length,
  }
  const finished = through === END ? await finish(row, progress) : {}
  await store.advanceRecount(row._id, row.countedThrough, { ...progress, ...finished })
  return store.findRecount(row._id)
}

const sumOf = (counts: store.BucketCount[], of: 'ballots' | 'pending' | 'notCounted'): number =>
  counts.reduce((sum, count) => sum + count[of], 0)

async function nextStretch(row: RecountRow): Promise<{ through: number; parts: TallyPartRow[] }> {
  const parts = await store.listTallyParts(row.campaignId, row.countedThrough, END, PARTS_AT_ONCE)
  let ballots = 0
  const enough = parts.findIndex((part) => {
    ballots += part.ballots
    return ballots >= BALLOTS_AT_ONCE
  })
  if (enough >= 0 && enough < parts.length - 1) {
    const stretch = parts.slice(0, enough + 1)
    return { through: stretch.at(-1)?.bucket ?? END, parts: stretch }
  }
  return parts.length === PARTS_AT_ONCE
    ? { through: parts.at(-1)?.bucket ?? END, parts }
    : { through: END, parts }
}

async function finish(
  row: RecountRow,
  total: { ballots: number; votes: RecountRow['votes']; repaired: number },
) {
  const tally = (await store.findTally(row.campaignId)) ?? store.emptyTally(row.campaignId)
  const isEqual = tally.ballots === total.ballots && areSameVotes(tally.votes, total.votes)
  const state: RecountRow['state'] = !isEqual ? 'differs' : total.repaired > 0 ? 'repaired' : 'equal'
  return { state, finishedAt: currentTime() }
}
