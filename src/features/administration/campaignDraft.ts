import { comingSeason, planOf } from '@contract/campaignPresets'
import type { CampaignKind, CampaignPlan, Stage } from '@contract/campaigns'
import { changedKeys, partOf, planIn } from '@contract/planChanges'
import type { Campaign } from '@contract/voting'
import type { PickedPhoto } from '@/components/photoPicker'

/** A campaign's plan while it is being written. Pure. */

export interface CampaignDraft {
  plan: CampaignPlan
  /** The plan that was there when it was begun, and its version; null: the campaign is new. */
  base: { plan: CampaignPlan; version: number } | null
  cover: PickedPhoto | 'keep' | null
  reason: string
  /** Of the first try to send exactly this; null until tried. A retry after a lost answer carries it again. */
  requestId: string | null
  /** 0: nothing has been typed yet. */
  savedAt: number
}

/** A number field that is empty. No number of a plan is negative, so the cloud never takes it. */
export const UNFILLED = -1

const begun = { reason: '', requestId: null, savedAt: 0 }

export const newCampaign = (plan: CampaignPlan): CampaignDraft => ({
  ...begun,
  plan,
  base: null,
  cover: null,
})

export const draftOfCampaign = (campaign: Campaign): CampaignDraft => ({
  ...begun,
  plan: planIn(campaign),
  base: { plan: planIn(campaign), version: campaign.planVersion },
  cover: 'keep',
})

/** Whether anything but the kind's own proposal stands in it. */
export const isTouched = ({ plan }: CampaignDraft, now: number): boolean =>
  changedKeys(plan, planOf(plan.kind, now)).length > 0

/** Asia/Shanghai has had no summer time since 1991. */
const CITY_OFFSET = 8 * 3_600_000

/** The same day and hour so many years on; 29 February becomes the 28th where there is none. */
export function yearsLater(time: number, years: number): number {
  const date = new Date(time + CITY_OFFSET)
  const month = date.getUTCMonth()
  date.setUTCFullYear(date.getUTCFullYear() + years)
  if (date.getUTCMonth() !== month) date.setUTCDate(0)
  return date.getTime() - CITY_OFFSET
}

const yearOf = (time: number): number => new Date(time + CITY_OFFSET).getUTCFullYear()

/** How many years on a campaign that began then would begin in the season that comes; at least one. */
const yearsToSeason = (stages: Stage[], now: number): number => {
  const first = stages[0]?.opensAt ?? now
  return Math.max(1, comingSeason(now) - yearOf(first))
}

const laterStage = (stage: Stage, years: number): Stage => ({
  ...stage,
  opensAt: yearsLater(stage.opensAt, years),
  closesAt: yearsLater(stage.closesAt, years),
})

/**
 * Last year's plan for the season that comes: every date so many years on, and the year in the name where there is
 * one. The document, the texts and everything else stay as they were: they are read again before it is made public.
 */
export function copiedPlan(earlier: CampaignPlan, now: number): CampaignPlan {
  const years = yearsToSeason(earlier.stages, now)
  const year = yearOf(earlier.stages[0]?.opensAt ?? now)
  return {
    ...planIn(earlier),
    name: earlier.name.replaceAll(String(year), String(year + years)),
    stages: earlier.stages.map((stage) => laterStage(stage, years)),
    votingOpensAt: yearsLater(earlier.votingOpensAt, years),
    votingClosesAt: yearsLater(earlier.votingClosesAt, years),
  }
}

/** The plan of another kind, as that kind is proposed; what is said of the campaign itself is proposed anew too. */
export const ofKind = (draft: CampaignDraft, kind: CampaignKind, now: number): CampaignDraft => ({
  ...draft,
  plan: planOf(kind, now),
})

/**
 * What one wrote, on what a colleague has made of the plan meanwhile: a field that one has not touched, or that
 * belongs to a part that is frozen by now, is theirs.
 */
export function mergedOnto(draft: CampaignDraft, campaign: Campaign): CampaignDraft {
  const theirs = planIn(campaign)
  const frozen = new Set(campaign.frozen.map(({ part }) => part))
  const mine = changedKeys(draft.base?.plan ?? theirs, draft.plan).filter((key) => !frozen.has(partOf(key)))
  const kept = Object.fromEntries(mine.map((key) => [key, draft.plan[key]]))
  return {
    ...draft,
    plan: { ...theirs, ...kept },
    base: { plan: theirs, version: campaign.planVersion },
    requestId: null,
  }
}

/** Whether the draft began on an older plan than the one that is there now. */
export const isStale = ({ base }: CampaignDraft, { planVersion }: Pick<Campaign, 'planVersion'>): boolean =>
  base !== null && base.version < planVersion
