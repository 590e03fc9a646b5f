import type { CampaignPlan, NominationPlan, PhotoRule, Quotas, Stage } from '../../contract/campaigns'
import type { NominationState } from '../../contract/nominations'
import { placeFields } from '../platform/places'
import { isEditable, stateAfter } from './transitions'

/** Decisions of nomination and preliminary review. Pure: values in, values out, time passed in. */

type Plan = Pick<CampaignPlan, 'stages' | 'hasVoting' | 'votingOpensAt' | 'nomination'> & {
  rulesFrozenAt: number | null
}

export interface Opening {
  opensAt: number
  closesAt: number
}

/** The nomination stage that is open, else the next, else the last one; null where nobody is asked to nominate. */
export function nominationStage({ stages, nomination }: Plan, now: number): Opening | null {
  if (nomination === null) return null
  const all = stages.filter(({ kind }) => kind === 'nomination')
  return all.find(({ closesAt }) => now < closesAt) ?? all.at(-1) ?? null
}

export const isOpen = (opening: Opening | null, now: number): boolean =>
  opening !== null && opening.opensAt <= now && now < opening.closesAt

/**
 * Until when something can be put forward, and so corrected: until voting opens. Without voting, until the panel
 * begins; without a panel, until the last stage but the showcase ends.
 */
export function forwardingClosesAt({ stages, hasVoting, votingOpensAt }: Plan): number {
  if (hasVoting) return votingOpensAt
  const panel = stages.find(({ kind }) => kind === 'expertReview')
  if (panel) return panel.opensAt
  const ends = stages.filter(({ kind }) => kind !== 'showcase').map(({ closesAt }: Stage) => closesAt)
  return Math.max(0, ...ends)
}

export const mayForwardAt = (plan: Plan, now: number): boolean =>
  plan.rulesFrozenAt === null && now < forwardingClosesAt(plan)

/**
 * When it can be handed in: a draft while the nomination stage is open; what was returned for correction until nothing
 * can be put forward any more, so that a late correction is not lost.
 */
export function handingInAt(plan: Plan, state: NominationState, now: number): Opening & { isOpen: boolean } {
  const stage = nominationStage(plan, now) ?? { opensAt: 0, closesAt: 0 }
  if (state !== 'returned') return { ...stage, isOpen: isOpen(stage, now) }
  const closesAt = Math.max(stage.closesAt, forwardingClosesAt(plan))
  return { opensAt: stage.opensAt, closesAt, isOpen: isOpen(stage, now) || mayForwardAt(plan, now) }
}

/** What its author may do now. */
export function authorMay(plan: Plan, state: NominationState, now: number) {
  const mayEdit = isEditable(state) && handingInAt(plan, state, now).isOpen
  return { mayEdit, maySubmit: mayEdit, mayWithdraw: stateAfter('withdrawn', state) !== null }
}

/** The reviewing unit: a department, or else the district that the entry lies in (the whole place if that is one). */
export const unitOf = ({
  departmentId,
  placeCode,
}: {
  departmentId: string | null
  placeCode: string
}): string => departmentId ?? placeFields(placeCode).districtCode ?? placeCode

export const quotaOf = (
  { perDistrict, districts, departments }: Quotas,
  unit: { departmentId: string | null; placeCode: string },
): number => {
  if (unit.departmentId !== null)
    return departments.find(({ organisationId }) => organisationId === unit.departmentId)?.quota ?? 0
  return districts.find(({ placeCode }) => placeCode === unitOf(unit))?.quota ?? perDistrict
}

export const isReviewer = ({ quotas }: NominationPlan, departmentId: string | null): boolean =>
  departmentId === null || quotas.departments.some(({ organisationId }) => organisationId === departmentId)

/** The place that reviews: the entry's own, or the campaign's for an industry department. */
export const reviewPlace = (
  { departmentId, placeCode }: { departmentId: string | null; placeCode: string },
  area: string,
): string => (departmentId !== null || placeCode === '' ? area : placeCode)

/** Whichever way a picture is turned. */
export const isLargeEnough = (
  size: { width: number; height: number },
  { shortSide, longSide }: Pick<PhotoRule, 'shortSide' | 'longSide'>,
): boolean => Math.min(size.width, size.height) >= shortSide && Math.max(size.width, size.height) >= longSide

/** What a request has done before, or undefined. */
export const hasDone = <E extends { requestId: string }>(entries: E[], requestId: string): E | undefined =>
  entries.find((entry) => entry.requestId === requestId)

/** Place in a list by time, unique by the id. */
export const orderOf = (at: number, id: string): string => `${String(at).padStart(13, '0')}-${id}`
