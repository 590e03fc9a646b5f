import type { BallotProof, PublicCount, PublicFile } from '../../../contract/publicCount'
import { fail, ok } from '../../../contract/result'
import type { voting } from '../../../contract/voting'
import type { KeptFile } from '../../platform/documents/keptFiles'
import { linkPhotos } from '../../platform/photos'
import { recentlyRead } from '../../platform/recentlyRead'
import type { Methods } from '../../platform/serve'
import { accountKeyOf } from '../ballots'
import type { BallotRow, CampaignRow } from '../rows'
import { periodsSoFar, trackingCodeOf } from '../rules'
import { findCampaign } from '../store'
import { BLOCK_LEAVES, markOf, withoutCheck } from './lines'
import { leafHash, pathOf } from './merkle'
import { type SealingRow, sealingIdOf } from './rows'
import * as store from './store'

/** What anyone sees of the public file, and each voter of the own ballot in it, once the list is published. */

type VotingMethods = Methods<typeof voting>

/** A finished sealing never changes while its list is published. */
const finished = recentlyRead<SealingRow>({ life: Number.POSITIVE_INFINITY, capacity: 20 })
const blockRoots = recentlyRead<Buffer[]>({ life: Number.POSITIVE_INFINITY, capacity: 20 })

async function findPublished(campaignId: string, now: number) {
  const campaign = await findCampaign(campaignId)
  if (!campaign) return { code: 'campaign_not_found' as const }
  if (campaign.publishedAt === null) return { code: 'results_not_published' as const }
  const sealing = finished.find(campaignId, now) ?? (await store.findSealing(campaignId))
  if (sealing?.state !== 'done') return { code: 'results_not_published' as const }
  finished.keep(campaignId, sealing, now)
  return { code: 'found' as const, campaign, sealing }
}

export const getPublicCount: VotingMethods['getPublicCount'] = async ({ input, now }) => {
  const found = await findPublished(input.campaignId, now)
  return found.code === 'found' ? ok(await presentPublicCount(found.campaign, found.sealing)) : fail(found)
}

async function presentPublicCount(campaign: CampaignRow, sealing: SealingRow): Promise<PublicCount> {
  const { sealed, script, root, sealedAt, files } = sealing
  if (!sealed || !script || root === null || sealedAt === null)
    throw new Error(`sealing ${sealing._id} is done without all that it needs`)
  const links = await linkPhotos([...files, script].map(({ fileId }) => fileId))
  return {
    campaignName: campaign.name,
    sealedAt,
    counts: sealed.counts,
    rulings: sealed.rulings.map(({ number, act, ballots, reason, decidedAt }) => ({
      number,
      act,
      ballots,
      reason,
      decidedAt,
    })),
    root,
    lines: sealing.ballots + 1,
    ballotFiles: files.map((file) => presentFile(file, links)),
    script: presentFile(script, links),
  }
}

function presentFile({ fileId, fileName, bytes, sha256 }: KeptFile, links: Map<string, string>): PublicFile {
  const url = links.get(fileId)
  if (!url) throw new Error(`the public file ${fileName} (${fileId}) is gone`)
  return { url, fileName, bytes, sha256 }
}

export const listMyProofs: VotingMethods['listMyProofs'] = async ({ input, caller, now }) => {
  const found = await findPublished(input.campaignId, now)
  if (found.code !== 'found') return fail(found)
  const { campaign, sealing } = found
  const keys = periodsSoFar(campaign, Math.min(now, campaign.votingClosesAt)).map((period) =>
    accountKeyOf(campaign._id, caller.accountId, period),
  )
  const ballots = await store.listBallotsOfAccount(campaign._id, keys)
  const newestFirst = ballots.sort((one, other) => other.bucket - one.bucket)
  const roots = await recallRoots(sealingIdOf(sealing), now)
  const proofs = await Promise.all(newestFirst.map((ballot) => prove(sealing, roots, ballot)))
  return ok({ proofs: proofs.filter((proof) => proof !== null) })
}

async function recallRoots(sealingId: string, now: number): Promise<Buffer[]> {
  const known = blockRoots.find(sealingId, now)
  if (known) return known
  const roots = (await store.listBlockRoots(sealingId)).map((root) => Buffer.from(root, 'hex'))
  blockRoots.keep(sealingId, roots, now)
  return roots
}

/** Reads one block. Null: the ballot stands in none, which nobody should ever see. */
async function prove(sealing: SealingRow, roots: Buffer[], ballot: BallotRow): Promise<BallotProof | null> {
  const block = await store.findBlockOf(sealingIdOf(sealing), ballot.accountKey)
  if (!block) return null
  const lines = block.lines.trimEnd().split('\n').map(withoutCheck)
  const place = lines.findIndex((line) => line.startsWith(`${markOf(ballot)},`))
  const line = lines[place]
  if (line === undefined) return null
  const leaves = lines.map((content) => leafHash(content))
  const isFirst = block.number === 0
  if (isFirst) leaves.unshift(Buffer.from(sealing.sealed?.headerHash ?? '', 'hex'))
  const inBlock = isFirst ? place + 1 : place
  const path = [...pathOf(leaves, inBlock), ...pathOf(roots, block.number)]
  return {
    trackingCode: trackingCodeOf(ballot),
    line,
    index: block.number * BLOCK_LEAVES + inBlock,
    lines: sealing.ballots + 1,
    path: path.map((hash) => hash.toString('hex')),
    root: sealing.root ?? '',
  }
}
