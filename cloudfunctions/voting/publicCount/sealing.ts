import type { Sealing } from '../../../contract/publicCount'
import { fail, ok } from '../../../contract/result'
import type { voting } from '../../../contract/voting'
import { now as currentTime } from '../../platform/clock'
import { keepFile } from '../../platform/documents/keptFiles'
import type { Methods } from '../../platform/serve'
import { declaredRules, readyToRank } from '../candidateList'
import { pagesKeyOf, rankContenders, withoutScore } from '../ranking'
import type { CampaignRow } from '../rows'
import { findCampaign, findLatestRecount, findList } from '../store'
import { listRulings } from '../trust/store'
import { makeNextFile } from './files'
import { headerLine } from './header'

import { leafHash } from './merkle'
import { orderNextBallots } from './ordering'
import { type SealedCount, type SealingRow, sealingIdOf } from './rows'
import * as store from './store'

/** Putting ballots into the public file: in order, in blocks, then in files. Each step happens once, whoever takes it. */

/** One call works about this long, well below the function's timeout. */
const WORK_TIME = 2500

export const sealBallots: Methods<typeof voting>['sealBallots']['run'] = async ({ input, now, note }) => {
  const campaign = await findCampaign(input.campaignId)
  if (!campaign) return fail({ code: 'campaign_not_found' })
  const known = await findCurrent(campaign)
  const begun = known && known.state !== 'none' ? known : await begin(campaign, now)
  if ('code' in begun) return fail(begun)
  let row: SealingRow | null = begun
  while (row && (row.state === 'lines' || row.state === 'files')) {
    row = await takeStep(row)
    if (currentTime() - now >= WORK_TIME) break
  }
  if (!row || row.state === 'none') return fail({ code: 'recount_needed' })
  note({
    subject: `sealing/${campaign._id}`,
    before: { state: known?.state ?? 'none', ballots: known?.ballots ?? 0 },
    after: { state: row.state, ballots: row.ballots, root: row.root },
  })
  return ok({ sealing: presentSealing(row) })
}

/** A ballot that was found after the sealing, and a new recount: then it is done anew, unless the list is decided. */
async function findCurrent({ _id }: CampaignRow): Promise<SealingRow | null> {
  const sealing = await store.findSealing(_id)
  if (sealing?.state !== 'done') return sealing
  const [recount, list] = await Promise.all([findLatestRecount(_id), findList(_id)])
  const isDecided = list !== null && list.status !== 'proposed'
  const isOutdated = recount !== null && recount.state !== 'running' && recount.ballots !== sealing.ballots
  if (isDecided || !isOutdated) return sealing
  await store.giveUpSealing(sealing)
  return store.findSealing(_id)
}

async function takeStep(row: SealingRow): Promise<SealingRow | null> {
  if (row.state === 'lines') await orderNextBallots(row)
  else await makeNextFile(row)
  return store.findSealing(row._id)
}

/** Of the work, putting ballots in order is by far the most. */
const ORDERING_SHARE = 0.9

function presentSealing(row: SealingRow): Sealing {
  const { counted, notCounted, struck } = row.sealed?.counts ?? row.counts
  const ordered = row.ballots / Math.max(1, counted + notCounted + struck)
  const filed = row.nextBlock / Math.max(1, row.blocks)
  const progress = ORDERING_SHARE * Math.min(1, ordered) + (1 - ORDERING_SHARE) * Math.min(1, filed)
  return {
    sealingId: sealingIdOf(row),
    state: row.state === 'done' ? 'done' : 'running',
    progress: row.state === 'done' ? 1 : Math.min(0.99, progress),
    ballots: row.ballots,
    root: row.state === 'done' ? row.root : null,
  }
}

async function begin(campaign: CampaignRow, now: number) {
  const ready = await readyToRank(campaign, now)
  if (ready.code !== 'ready') return ready
  const { pending } = ready.count.counts
  if (pending > 0) return { code: 'ballots_pending' as const, pending }
  const missing = withoutScore(ready.contenders, ready.scores, declaredRules(campaign, ready.rulesHash))
  if (missing.length > 0) return { code: 'scores_missing' as const, candidateIds: missing }
  const begun = await store.beginSealing(campaign._id, await whatIsSealed(campaign, ready))
  return 'sealing' in begun ? begun.sealing : { code: 'rulings_open' as const, rulings: begun.openRulings }
}

type Ready = Extract<Awaited<ReturnType<typeof readyToRank>>, { code: 'ready' }>

/** Everything that the file states beside its ballots. Written down before the first line, so that nothing can follow them. */
async function whatIsSealed(campaign: CampaignRow, ready: Ready): Promise<SealedCount> {
  const { recount, count, contenders, scores, rulesHash } = ready
  const entries = rankContenders(contenders, count.votes, scores, declaredRules(campaign, rulesHash))
  const rulings = await appliedRulings(campaign._id)
  const line = headerLine({
    campaign,
    rulesHash,
    contenders,
    scores,
    counts: count.counts,
    rulings,
    entries,
  })
  const headerHash = leafHash(line).toString('hex')
  return {
    recountId: recount._id,
    counts: count.counts,
    votes: count.votes,
    rulings,
    listKey: pagesKeyOf(entries),
    header: await keepFile([campaign._id], `header-${headerHash.slice(0, 16)}.txt`, Buffer.from(line)),
    headerHash,
  }
}

/** In the order of their numbers. */
const appliedRulings = async (campaignId: string): Promise<SealedCount['rulings']> =>
  (await listRulings(campaignId))
    .filter(({ status }) => status === 'applied')
    .sort((one, other) => one.number - other.number)
    .map(({ _id: rulingId, number, act, ballots, reason, decidedBy }) => ({
      rulingId,
      number,
      act,
      ballots,
      reason,
      decidedAt: decidedBy?.at ?? 0,
    }))
