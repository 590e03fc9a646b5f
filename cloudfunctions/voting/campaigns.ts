import { CAMPAIGN_CACHE_TIME, CLOSING_NOTICE, PAGE_SIZE } from '../../contract/limits'
import { fail, ok } from '../../contract/result'
import type { voting } from '../../contract/voting'
import { hasDone } from '../platform/campaigns/history'
import { linkPhotos } from '../platform/photos'
import { recentlyRead } from '../platform/recentlyRead'
import { keyedName } from '../platform/secrets'
import type { Methods } from '../platform/serve'
import { dropCover, keepCover } from './covers'
import { presentCampaign, presentCampaignSummary } from './presented'
import type { CampaignRow } from './rows'
import { rulesHash, votingState } from './rules'
import * as store from './store'

type VotingMethods = Methods<typeof voting>

const frozenCampaigns = recentlyRead<CampaignRow>({ life: CAMPAIGN_CACHE_TIME, capacity: 100 })

/**
 * The campaign as this instance may know it: at most CAMPAIGN_CACHE_TIME old, and only once its rules are frozen.
 * From then on nothing that a ballot depends on can change but the end, and that takes effect CLOSING_NOTICE later.
 */
export async function recallCampaign(campaignId: string, now: number): Promise<CampaignRow | null> {
  const known = frozenCampaigns.find(campaignId, now)
  if (known) return known
  const campaign = await store.findCampaign(campaignId)
  if (campaign?.rulesHash) frozenCampaigns.keep(campaignId, campaign, now)
  return campaign
}

/** After changing it. Other instances show the plan as it was for at most CAMPAIGN_CACHE_TIME more. */
export const forgetCampaign = (campaignId: string): void => frozenCampaigns.forget(campaignId)

const FOREVER = Number.MAX_SAFE_INTEGER

export const listCampaigns: VotingMethods['listCampaigns'] = async ({ input, now }) => {
  const last = input.after === undefined ? null : await store.findCampaign(input.after)
  const rows = await store.listCampaigns(last?.votingOpensAt ?? FOREVER)
  const page = rows.slice(0, PAGE_SIZE)
  const links = await linkPhotos(page.map(({ cover }) => cover))
  const next = rows.length > PAGE_SIZE ? (page.at(-1)?._id ?? null) : null
  return ok({ campaigns: page.map((row) => presentCampaignSummary(row, links, now)), next, now })
}

export const getCampaign: VotingMethods['getCampaign'] = async ({ input, now }) => {
  const campaign = await recallCampaign(input.campaignId, now)
  if (!campaign) return fail({ code: 'campaign_not_found' })
  return ok(presentCampaign(campaign, await linkPhotos([campaign.cover]), now))
}

export const createCampaign: VotingMethods['createCampaign'] = async ({
  input,
  caller,
  requestId,
  now,
  note,
}) => {
  const campaignId = keyedName('campaign', caller.accountId, requestId)
  // A repeat of the same request finds its campaign there already: that is its answer too.
  if (await store.findCampaign(campaignId)) return ok({ campaignId })
  const cover = await keepCover(input.cover)
  if (cover === 'unreadable') return fail({ code: 'photo_unreadable' })
  const inserted = await store.insertCampaign({
    ...input,
    cover,
    _id: campaignId,
    planVersion: 1,
    changes: [],
    nominationFrozenAt: null,
    judgingFrozenAt: null,
    rulesVersion: 1,
    rulesHash: null,
    rulesFrozenAt: null,
    candidateCount: 0,
    paperHash: '',
    isCounting: input.hasVoting,
    publishedAt: null,
    winnersPublishedAt: null,
    history: [{ act: 'created', requestId, accountId: caller.accountId, at: now }],
  })
  if (inserted === 'duplicate') await dropCover(cover)
  note({ subject: `campaign/${campaignId}`, before: null, after: { name: input.name, rules: input.rules } })
  return ok({ campaignId })
}

/**
 * Freezes rules and ballot paper before the first ballot is written; answers the campaign as it is frozen. Null: they
 * are others now than the ones that were read, and the ballot must be looked at anew.
 */
export async function freezeRules(campaign: CampaignRow, now: number): Promise<CampaignRow | null> {
  if (campaign.rulesHash !== null) return campaign
  const hash = rulesHash(campaign)
  if (await store.freezeRules(campaign._id, campaign.rulesVersion, hash, now))
    return { ...campaign, rulesHash: hash, rulesFrozenAt: now }
  const current = await store.findCampaign(campaign._id)
  return current?.rulesHash && current.rulesVersion === campaign.rulesVersion ? current : null
}

export const closeVoting: VotingMethods['closeVoting']['run'] = async ({
  input,
  caller,
  requestId,
  now,
  note,
}) => {
  for (;;) {
    const campaign = await store.findCampaign(input.campaignId)
    if (!campaign) return fail({ code: 'campaign_not_found' })
    if (hasDone(campaign.history, requestId)) return ok({ closesAt: campaign.votingClosesAt })
    if (votingState(campaign, now) !== 'open') {
      return fail({
        code: 'voting_not_open',
        opensAt: campaign.votingOpensAt,
        closesAt: campaign.votingClosesAt,
      })
    }
    const closesAt = Math.min(campaign.votingClosesAt, now + CLOSING_NOTICE)
    const { reason } = input
    const change = { at: now, parts: ['stages' as const], reason }
    const entry = { act: 'votingClosed', requestId, accountId: caller.accountId, at: now, reason }
    if (await store.moveVotingEnd(campaign._id, campaign.votingClosesAt, closesAt, change, entry)) {
      forgetCampaign(campaign._id)
      const before = { votingClosesAt: campaign.votingClosesAt }
      note({ subject: `campaign/${campaign._id}`, before, after: { votingClosesAt: closesAt } })
      return ok({ closesAt })
    }
  }
}
