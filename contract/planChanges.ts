import type { CampaignPlan, PlanPart, PlanProblem, Stage } from './campaigns'
import { CLOSING_NOTICE } from './limits'

/**
 * What changes between two plans, and which times may still move. Free of the validator: the editor says it before
 * the cloud does. All times: milliseconds UTC.
 */

const PART_OF: Record<keyof CampaignPlan, PlanPart> = {
  kind: 'words',
  name: 'words',
  organiser: 'words',
  basis: 'words',
  introduction: 'words',
  eligibility: 'words',
  criteria: 'words',
  isDemo: 'words',
  stages: 'stages',
  votingOpensAt: 'stages',
  votingClosesAt: 'stages',
  nomination: 'nomination',
  hasVoting: 'ballot',
  rules: 'ballot',
  selectionGroup: 'judging',
  experts: 'judging',
}

export const PLAN_KEYS = Object.keys(PART_OF) as (keyof CampaignPlan)[]

/** The plan alone, out of what carries more. */
export const planIn = ({
  kind,
  name,
  organiser,
  basis,
  introduction,
  eligibility,
  criteria,
  isDemo,
  stages,
  nomination,
  hasVoting,
  votingOpensAt,
  votingClosesAt,
  rules,
  selectionGroup,
  experts,
}: CampaignPlan): CampaignPlan => ({
  ...{ kind, name, organiser, basis, introduction, eligibility, criteria, isDemo },
  ...{ stages, nomination, hasVoting, votingOpensAt, votingClosesAt, rules, selectionGroup, experts },
})

/** Whether two values say the same, whatever the order of their keys. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const [entries, others] = [Object.entries(one), Object.entries(other)]
  const held = new Map(others)
  return (
    Array.isArray(one) === Array.isArray(other) &&
    entries.length === others.length &&
    entries.every(([key, value]) => held.has(key) && isSame(value, held.get(key)))
  )
}

export const changedKeys = (before: CampaignPlan, after: CampaignPlan): (keyof CampaignPlan)[] =>
  PLAN_KEYS.filter((key) => !isSame(before[key], after[key]))

/** The part that each field of a plan belongs to. */
export const partOf = (key: keyof CampaignPlan): PlanPart => PART_OF[key]

/** Which parts differ, in the order of PLAN_PARTS. */
export const changedParts = (before: CampaignPlan, after: CampaignPlan): PlanPart[] => [
  ...new Set(changedKeys(before, after).map(partOf)),
]

export type PlanTimes = Pick<CampaignPlan, 'stages' | 'hasVoting' | 'votingOpensAt' | 'votingClosesAt'>

interface Move {
  path: string
  name: string
  /** Null: it is new. */
  from: number | null
  to: number
}

/** A time that has passed stays where it is; one that is ahead moves to another one ahead. */
function moveProblems({ path, name, from, to }: Move, now: number): PlanProblem[] {
  if (from === to) return []
  if (from !== null && from <= now) return [{ path, message: `“${name}”已经过去，不能再改` }]
  return to <= now ? [{ path, message: `“${name}”要在现在以后` }] : []
}

function stageMoves(begun: Stage[], stage: Stage, index: number, now: number): PlanProblem[] {
  const before = begun[index]
  if (before && before.kind !== stage.kind)
    return [{ path: `stages.${index}.kind`, message: `“${before.name}”已经开始，不能换成别的阶段` }]
  const opening = { path: `stages.${index}.opensAt`, name: `${stage.name}的开始时间`, to: stage.opensAt }
  const closing = { path: `stages.${index}.closesAt`, name: `${stage.name}的结束时间`, to: stage.closesAt }
  return [
    ...moveProblems({ ...opening, from: before?.opensAt ?? null }, now),
    ...(before ? moveProblems({ ...closing, from: before.closesAt }, now) : []),
  ]
}

/** Closing takes effect with notice, so that no instance takes a vote after it [decision 5]. */
function closingProblems(before: PlanTimes, { votingClosesAt }: PlanTimes, now: number): PlanProblem[] {
  const path = 'votingClosesAt'
  const soonest = now + CLOSING_NOTICE
  if (before.hasVoting && before.votingClosesAt === votingClosesAt) return []
  if (before.hasVoting && before.votingClosesAt < soonest)
    return [{ path, message: '投票已经结束或者马上结束，结束时间不能再改' }]
  return votingClosesAt < soonest
    ? [{ path, message: `投票结束时间要在 ${CLOSING_NOTICE / 1000} 秒以后` }]
    : []
}

function votingMoves(before: PlanTimes, after: PlanTimes, now: number): PlanProblem[] {
  if (!after.hasVoting) return []
  const opening = {
    path: 'votingOpensAt',
    name: '投票开始时间',
    from: before.hasVoting ? before.votingOpensAt : null,
    to: after.votingOpensAt,
  }
  return [...moveProblems(opening, now), ...closingProblems(before, after, now)]
}

/** What stands against moving a running campaign's times; empty when nothing does. */
export function timeProblems(before: PlanTimes, after: PlanTimes, now: number): PlanProblem[] {
  const begun = before.stages.filter(({ opensAt }) => opensAt <= now)
  const missing = begun[after.stages.length]
  const gone = missing ? [{ path: 'stages', message: `“${missing.name}”已经开始，不能去掉` }] : []
  const isMoved = !isSame(before.stages, after.stages)
  return [
    ...(isMoved ? after.stages.flatMap((stage, index) => stageMoves(begun, stage, index, now)) : []),
    ...gone,
    ...votingMoves(before, after, now),
  ]
}
