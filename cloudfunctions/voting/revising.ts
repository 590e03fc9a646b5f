import type { CampaignPlan } from '../../contract/campaigns'
import { changedKeys, changedParts, timeProblems } from '../../contract/planChanges'
import { fail, ok } from '../../contract/result'
import type { voting } from '../../contract/voting'
import { hasDone } from '../platform/campaigns/history'
import type { Methods } from '../platform/serve'
import { forgetCampaign } from './campaigns'
import { dropCover, keepCover } from './covers'
import type { CampaignRow } from './rows'
import { refuseRevision } from './rules'
import * as store from './store'

/** Changing a campaign's plan. One conditional write decides, so two administrators never make one plan of two. */

type Revising = Methods<typeof voting>['reviseCampaign']['run']

const some = (plan: CampaignPlan, keys: (keyof CampaignPlan)[]): Partial<CampaignPlan> =>
  Object.fromEntries(keys.map((key) => [key, plan[key]]))

/** A first ballot that is on its way was checked against these. */
const doesChangeVoting = (keys: (keyof CampaignPlan)[]): boolean =>
  keys.some((key) => key === 'rules' || key === 'hasVoting' || key === 'votingOpensAt')

/** Everything that the decision rests on: if any of it has changed meanwhile, the write finds no row. */
function stillSo(before: CampaignRow, plan: CampaignPlan): Omit<store.StillSo, 'planVersion'> {
  const parts = changedParts(before, plan)
  const isMadeByList = parts.includes('ballot') || parts.includes('nomination')
  return {
    votingClosesAt: before.votingClosesAt,
    ...(doesChangeVoting(changedKeys(before, plan)) ? { rulesFrozenAt: null } : {}),
    ...(parts.includes('nomination') ? { nominationFrozenAt: null } : {}),
    ...(parts.includes('judging') ? { judgingFrozenAt: null } : {}),
    ...(isMadeByList ? { publishedAt: null } : {}),
  }
}

interface Wanted {
  before: CampaignRow
  plan: CampaignPlan
  /** As the program keeps it. */
  cover: string | null
  reason: string
  requestId: string
  accountId: string
  now: number
}

/** Null: nothing differs. */
function revisionOf({ before, plan, cover, reason, now, ...by }: Wanted): store.Revision | null {
  const keys = changedKeys(before, plan)
  const parts = changedParts(before, plan)
  const hasNewCover = cover !== before.cover
  if (parts.length === 0 && !hasNewCover) return null
  return {
    plan: some(plan, keys),
    cover,
    isCounting: plan.hasVoting && before.publishedAt === null,
    changesRules: doesChangeVoting(keys),
    change: { at: now, parts: hasNewCover && !parts.includes('words') ? ['words', ...parts] : parts, reason },
    entry: { act: 'planRevised', ...by, at: now, reason },
  }
}

/** Why a revision may not be made to the campaign as it stands; null: nothing stands in its way. */
function refusalOf(before: CampaignRow, basedOnVersion: number, plan: CampaignPlan, now: number) {
  if (before.planVersion !== basedOnVersion) return { code: 'changed_meanwhile' as const }
  return refuseRevision(before, plan, now)
}

interface Attempt extends Omit<Wanted, 'before' | 'cover'> {
  basedOnVersion: number
  /** The program's own copy of another picture, or null for none. */
  cover: string | null | 'keep'
}

/** Writes first and asks afterwards why nothing was written: what was read before may be old by then. */
async function tryToRevise(campaignId: string, { basedOnVersion, cover, ...attempt }: Attempt) {
  const { plan, now, requestId } = attempt
  for (;;) {
    const before = await store.findCampaign(campaignId)
    if (!before) return fail({ code: 'campaign_not_found' as const })
    if (hasDone(before.history, requestId)) return ok({ planVersion: basedOnVersion + 1, change: null })
    const revision = revisionOf({ ...attempt, before, cover: cover === 'keep' ? before.cover : cover })
    if (!revision) return ok({ planVersion: before.planVersion, change: null })
    const mayMove = timeProblems(before, plan, now).length === 0
    const conditions = { ...stillSo(before, plan), planVersion: basedOnVersion }
    if (mayMove && (await store.reviseCampaign(campaignId, conditions, revision))) {
      const changed = some(before, changedKeys(before, plan))
      return ok({
        planVersion: basedOnVersion + 1,
        change: { before: changed, after: { reason: attempt.reason, ...revision.plan } },
      })
    }
    const after = (await store.findCampaign(campaignId)) ?? before
    const refusal = hasDone(after.history, requestId) ? null : refusalOf(after, basedOnVersion, plan, now)
    if (refusal) return fail(refusal)
  }
}

export const reviseCampaign: Revising = async ({ input, caller, requestId, now, note }) => {
  const { campaignId, basedOnVersion, cover: wanted, reason, ...plan } = input
  const cover = wanted === 'keep' ? wanted : await keepCover(wanted)
  if (cover === 'unreadable') return fail({ code: 'photo_unreadable' })
  const by = { requestId, accountId: caller.accountId }
  const answer = await tryToRevise(campaignId, { basedOnVersion, plan, cover, reason, now, ...by })
  const change = answer.ok ? answer.value.change : null
  if (change === null && cover !== 'keep') await dropCover(cover)
  if (!answer.ok) return answer
  forgetCampaign(campaignId)
  if (change) note({ subject: `campaign/${campaignId}`, ...change })
  return ok({ planVersion: answer.value.planVersion })
}
