import { CAMPAIGN_CACHE_TIME, CLOSING_NOTICE, PAGE_SIZE } from '../../contract/limits'
import { fail, ok } from '../../contract/result'
import type { voting } from '../../contract/voting'
import { hasDone } from '../platform/campaigns/history'
import { linkPhotos } from '../platform/photos'
import { recentlyRead } from '../platform/recentlyRead'
import { keyedName } from '../platform/secrets'
import type { Methods } from '../platform/serve'
import { presentCampaign, presentCampaignSummary } from './presented'
import type { CampaignRow } from './rows'
import { rulesHash, votingState } from './rules'
import * as store from './store'

type VotingMethods = Methods<typeof voting>

const frozenCampaigns = recentlyRead<CampaignRow>({ life: CAMPAIGN_CACHE_TIME, capacity: 100 })

/**
 * The campaign as this instance may know it: at most CAMPAIGN_CACHE_TIME old, and only once its rules are frozen.
 * From then on nothing but its end can change, and that takes effect CLOSING_NOTICE later.
 */
export async function recallCampaign(campaignId: string, now: number): Promise<CampaignRow | null> {
  const known = frozenCampaigns.find(campaignId, now)
  if (known) return known
  const campaign = await store.findCampaign(campaignId)
  if (campaign?.rulesHash) frozenCampaigns.keep(campaignId, campaign, now)
  return campaign
}

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
  await store.insertCampaign({
    ...input,
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
  note({ subject: `campaign/${campaignId}`, before: null, after: { name: input.name, rules: input.rules } })
  return ok({ campaignId })
}

/** Freezes rules and ballot paper before the first ballot is written; answers the campaign as it is frozen. */
export async function freezeRules(campaign: CampaignRow, now: number): Promise<CampaignRow> {
  let current = campaign
  while (current.rulesHash === null) {
    const hash = rulesHash(current)
    if (await store.freezeRules(current._id, current.rulesVersion, hash, now)) {
      return { ...current, rulesHash: hash, rulesFrozenAt: now }
    }
    // Someone froze or changed them in between: what stands in the database now is what counts.
    current = (await store.findCampaign(current._id)) ?? current
  }
  return current
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
    const entry = {
      act: 'votingClosed',
      requestId,
      accountId: caller.accountId,
      at: now,
      reason: input.reason,
    }
    if (await store.moveVotingEnd(campaign._id, campaign.votingClosesAt, closesAt, entry)) {
      const before = { votingClosesAt: campaign.votingClosesAt }
      note({ subject: `campaign/${campaign._id}`, before, after: { votingClosesAt: closesAt } })
      return ok({ closesAt })
    }
  }
}
