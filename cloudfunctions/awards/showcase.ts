import type { awards, Showcase } from '../../contract/awards'
import { fail, ok } from '../../contract/result'
import { findCampaign } from '../platform/campaigns/campaigns'
import type { CandidateRow } from '../platform/campaigns/rows'
import { linkPhotos } from '../platform/photos'
import { recentlyRead } from '../platform/recentlyRead'
import type { Methods } from '../platform/serve'
import type { WinnerEntry } from './rows'
import * as store from './store'

/** 成果展示: read by anyone, changed by nobody any more, but for units that are awarded later. */

type AwardsMethods = Methods<typeof awards>

interface Shown extends Omit<Showcase, 'winners' | 'units'> {
  winners: (Omit<Showcase['winners'][number], 'coverUrl'> & { cover: string | null })[]
}

/** Published winners never change, so an instance may keep what it has once read for as long as it lives. */
const published = recentlyRead<Shown>({ life: Number.POSITIVE_INFINITY, capacity: 20 })

/** A unit's award may be seen a minute late by those who look at the page just then. */
const UNITS_LIFE = 60_000
const awardedUnits = recentlyRead<Showcase['units']>({ life: UNITS_LIFE, capacity: 20 })

export const getShowcase: AwardsMethods['getShowcase'] = async ({ input, now }) => {
  const { campaignId } = input
  const found = published.find(campaignId, now) ?? (await readWinners(campaignId))
  if ('code' in found) return fail(found)
  published.keep(campaignId, found, now)
  const { winners, ...rest } = found
  const [units, links] = await Promise.all([
    findUnits(campaignId, now),
    linkPhotos(winners.map(({ cover }) => cover)),
  ])
  const linked = winners.map(({ cover, ...winner }) => ({
    ...winner,
    coverUrl: (cover && links.get(cover)) ?? null,
  }))
  return ok({ ...rest, winners: linked, units })
}

async function readWinners(
  campaignId: string,
): Promise<Shown | { code: 'campaign_not_found' | 'winners_not_published' }> {
  const [campaign, row] = await Promise.all([findCampaign(campaignId), store.findWinners(campaignId)])
  if (!campaign) return { code: 'campaign_not_found' }
  if (row?.status !== 'published' || row.publishedAt === null) return { code: 'winners_not_published' }
  const candidates = await store.listCandidates(row.entries.map(({ candidateId }) => candidateId))
  const byId = new Map(candidates.map((candidate) => [candidate._id, candidate]))
  return {
    campaignId,
    campaignName: campaign.name,
    kind: campaign.kind,
    organiser: campaign.organiser,
    isDemo: campaign.isDemo,
    winners: row.entries.map((entry) => shownWinner(entry, byId.get(entry.candidateId))),
    publishedAt: row.publishedAt,
  }
}

const shownWinner = (
  { candidateId, rank, name, districtCode, streetName }: WinnerEntry,
  candidate: CandidateRow | undefined,
) => ({
  candidateId,
  rank,
  name,
  districtCode,
  streetName,
  summary: candidate?.summary ?? '',
  cover: candidate?.cover ?? candidate?.photos[0]?.file ?? null,
})

async function findUnits(campaignId: string, now: number): Promise<Showcase['units']> {
  const known = awardedUnits.find(campaignId, now)
  if (known) return known
  const rows = await store.listAwardedUnits(campaignId)
  const units = rows.map(({ _id, name, placeCode }) => ({ unitId: _id, name, placeCode }))
  awardedUnits.keep(campaignId, units, now)
  return units
}
