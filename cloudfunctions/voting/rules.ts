import type { CampaignPlan, PlanProblem, VotingRules } from '../../contract/campaigns'
import { BUCKET_TIME, SETTLE_TIME, TRACKING_CODE_LENGTH } from '../../contract/limits'
import { changedParts, timeProblems } from '../../contract/planChanges'
import type { FrozenPart, VotingState } from '../../contract/voting'
import { numberOnPaper } from '../platform/campaigns/ballotPaper'
import { shanghaiDay, startOfShanghaiDay } from '../platform/clock'
import { sha256 } from '../platform/secrets'
import type { BallotRow, CampaignRow, Votes } from './rows'

/** Decisions of voting. Pure: values in, values out, time passed in. */

type VotingTimes = Pick<CampaignRow, 'hasVoting' | 'votingOpensAt' | 'votingClosesAt' | 'publishedAt'>

/** Opening time counts as open, closing time as closed. */
export function votingState(campaign: VotingTimes, now: number): VotingState {
  if (campaign.publishedAt !== null) return 'published'
  if (!campaign.hasVoting) return 'none'
  if (now < campaign.votingOpensAt) return 'notOpen'
  if (now < campaign.votingClosesAt) return 'open'
  return now < settledAt(campaign) ? 'settling' : 'closed'
}

/** From here on no ballot can be in flight any more. */
export const settledAt = (campaign: VotingTimes): number => campaign.votingClosesAt + SETTLE_TIME

/** Nobody sees counts before voting has settled, staff included, unless the rules make them public. */
export const areCountsHidden = (campaign: VotingTimes & { rules: VotingRules }, now: number): boolean =>
  campaign.rules.runningCounts === 'hidden' && now < settledAt(campaign)

type Freezing = Pick<CampaignRow, 'rulesFrozenAt' | 'nominationFrozenAt' | 'judgingFrozenAt' | 'publishedAt'>

/** What can no longer be changed of the plan, and since when. A published list ends what it was made by. */
export function frozenParts(row: Freezing): FrozenPart[] {
  const byList = { since: row.publishedAt, because: 'listPublished' } as const
  const orByList = (since: number | null, because: FrozenPart['because']) =>
    since === null ? byList : { since, because }
  const parts = [
    { part: 'nomination' as const, ...orByList(row.nominationFrozenAt, 'firstNomination') },
    { part: 'ballot' as const, ...orByList(row.rulesFrozenAt, 'firstBallot') },
    { part: 'judging' as const, since: row.judgingFrozenAt, because: 'sessionOpened' as const },
  ]
  return parts.flatMap(({ since, ...frozen }) => (since === null ? [] : [{ ...frozen, since }]))
}

export type RevisionRefusal =
  | { code: 'plan_frozen'; frozen: FrozenPart[] }
  | { code: 'times_fixed'; problems: PlanProblem[] }

/** Why a running campaign's plan may not become `after`, or null. */
export function refuseRevision(
  before: CampaignPlan & Freezing,
  after: CampaignPlan,
  now: number,
): RevisionRefusal | null {
  const parts = changedParts(before, after)
  const frozen = frozenParts(before).filter(({ part }) => parts.includes(part))
  if (frozen.length > 0) return { code: 'plan_frozen', frozen }
  const problems = timeProblems(before, after, now)
  return problems.length > 0 ? { code: 'times_fixed', problems } : null
}

/** A candidate's words are what people vote on, or what judges score: until that has ended, or begun. */
export function mayReviseWords(
  campaign: VotingTimes & Pick<CampaignRow, 'judgingFrozenAt'>,
  now: number,
): boolean {
  const state = votingState(campaign, now)
  return state === 'none' ? campaign.judgingFrozenAt === null : state === 'notOpen' || state === 'open'
}

/** Opinions are taken from the beginning of the selection stage [365号 四(二)] until the last stage ends. */
export function areCommentsOpen(
  { votingOpensAt, stages }: Pick<CampaignRow, 'votingOpensAt' | 'stages'>,
  now: number,
): boolean {
  const opensAt = stages.find(({ kind }) => kind === 'selection')?.opensAt ?? votingOpensAt
  return opensAt <= now && stages.some(({ closesAt }) => now < closesAt)
}

/** The voting period that a moment belongs to: the whole campaign, or the day in Shanghai. */
export const periodOf = (rules: VotingRules, now: number): string =>
  rules.period === 'once' ? 'once' : shanghaiDay(now)

const DAY = 86_400_000
const DAYS_LOOKED_BACK = 31

/** Days of a daily campaign up to and including the one of `now`, newest first, at most a month. */
export function periodsSoFar(campaign: VotingTimes & { rules: VotingRules }, now: number): string[] {
  if (campaign.rules.period === 'once') return ['once']
  const first = shanghaiDay(campaign.votingOpensAt)
  const days = Array.from({ length: DAYS_LOOKED_BACK }, (_, back) => shanghaiDay(now - back * DAY))
  return days.filter((day) => day >= first)
}

/** When the next ballot of the same person is possible, or null. */
export function nextVoteAt(campaign: VotingTimes & { rules: VotingRules }, now: number): number | null {
  if (campaign.rules.period === 'once') return null
  const tomorrow = startOfShanghaiDay(shanghaiDay(now + DAY))
  return tomorrow < campaign.votingClosesAt ? tomorrow : null
}

export type BallotRefusal =
  | { code: 'choices_out_of_range'; min: number; max: number }
  | { code: 'candidate_not_on_ballot'; candidateIds: string[] }

export function refuseChoices(
  campaign: Pick<CampaignRow, '_id' | 'candidateCount' | 'rules'>,
  choices: string[],
): BallotRefusal | null {
  const { min, max } = campaign.rules.choices
  if (choices.length < min || choices.length > max) return { code: 'choices_out_of_range', min, max }
  const unknown = choices.filter((choice) => numberOnPaper(campaign, choice) === null)
  return unknown.length > 0 ? { code: 'candidate_not_on_ballot', candidateIds: unknown } : null
}

/** Start of the bucket that a moment falls in. */
export const bucketOf = (time: number): number => Math.floor(time / BUCKET_TIME) * BUCKET_TIME

/** Start of the last bucket that no ballot can still be added to: its end is SETTLE_TIME past, or voting has settled. */
export function lastDueBucket(campaign: VotingTimes, now: number): number {
  const settled = now >= settledAt(campaign)
  return settled ? bucketOf(campaign.votingClosesAt) : bucketOf(now - SETTLE_TIME) - BUCKET_TIME
}

type Frozen = Pick<CampaignRow, '_id' | 'rules' | 'candidateCount' | 'paperHash'>

/** What is frozen at the first ballot: the campaign, its rules and its ballot paper, with keys in this order. */
export function frozenRules({ _id, rules, candidateCount, paperHash }: Frozen) {
  const { choices, period, identity, listSize, tieBreaks, runningCounts, formula, risk } = rules
  return {
    campaignId: _id,
    choices: { min: choices.min, max: choices.max },
    period,
    identity,
    listSize,
    tieBreaks,
    runningCounts,
    formula: { votes: formula.votes, scores: formula.scores, voteScale: formula.voteScale },
    risk: risk && { rank3: risk.rank3, rank4: risk.rank4, asksRanks1And2: risk.asksRanks1And2 },
    candidateCount,
    paperHash,
  }
}

/** SHA-256 of `frozenRules` as JSON. Anyone can repeat it from the first line of the public file. */
export const rulesHash = (frozen: Frozen): string => sha256(JSON.stringify(frozenRules(frozen)))

export const addVotes = (sum: Votes, more: Votes, sign: 1 | -1 = 1): Votes => {
  const total: Votes = { ...sum }
  for (const [candidate, votes] of Object.entries(more))
    total[candidate] = (total[candidate] ?? 0) + sign * votes
  return total
}

/** Same votes for every candidate; a candidate that is missing has none. */
export function areSameVotes(one: Votes, other: Votes): boolean {
  const candidates = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...candidates].every((candidate) => (one[candidate] ?? 0) === (other[candidate] ?? 0))
}

/** A receipt's code: the first 80 bits of the ballot's id, in four groups. */
export const trackingCodeOf = (ballot: Pick<BallotRow, '_id'>): string =>
  (ballot._id.slice(0, TRACKING_CODE_LENGTH).match(/.{4}/g) ?? []).join('-')
