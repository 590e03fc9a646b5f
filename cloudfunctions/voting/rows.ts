import type { Channel, ListEntry, PhotoKind, Recount, Stage, VotingRules } from '../../contract/voting'
import type { Row } from '../platform/database/collection'

/** Stored shapes. All times are milliseconds UTC. */

/** One line of a record's history. The request id in it makes the change safe to repeat. */
export interface HistoryEntry {
  act: string
  requestId: string
  accountId: string
  at: number
  reason?: string
}

export interface CampaignRow extends Row {
  name: string
  organiser: string
  basis: string
  introduction: string
  eligibility: string
  criteria: string[]
  cityCode: string
  isDemo: boolean
  cover: string | null
  stages: Stage[]
  votingOpensAt: number
  votingClosesAt: number
  rules: VotingRules
  /** Grows with every change of rules or ballot paper; the freeze names the version it froze. */
  rulesVersion: number
  rulesHash: string | null
  rulesFrozenAt: number | null
  /** Candidate ids in the order of their numbers. */
  ballotPaper: string[]
  /** The timer folds its ballots; false once the list is published. */
  isCounting: boolean
  publishedAt: number | null
  history: HistoryEntry[]
}

export interface CandidateRow extends Row {
  campaignId: string
  /** 0 until it stands on the ballot paper; then its number there. */
  number: number
  name: string
  districtCode: string
  streetName: string
  channel: Channel
  units: number
  foundedIn: string
  summary: string
  achievements: string
  cover: string | null
  photos: { file: string; kind: PhotoKind; description: string }[]
  revisedAt: number | null
  history: (HistoryEntry & { before?: { summary: string; achievements: string } })[]
}

/** Append-only, and nothing in it tells a reader who voted: both keys are HMACs, the time is a minute. */
export interface BallotRow extends Row {
  campaignId: string
  /** `once`, or the day it is for. */
  period: string
  choices: string[]
  /** Start of the minute it was cast in. */
  bucket: number
  rulesVersion: number
  /** One ballot per WeChat account even where the phone is the voter key. */
  accountKey: string
  requestId: string
}

export type Votes = Record<string, number>

/** `_id` is the campaign's. */
export interface TallyRow extends Row {
  ballots: number
  votes: Votes
  /** Every bucket up to and including this one has been folded in. */
  foldedThrough: number
}

/** The part of the tally that came from one bucket: what a late ballot is added against. */
export interface TallyPartRow extends Row {
  campaignId: string
  bucket: number
  ballots: number
  votes: Votes
}

export interface RecountRow extends Row {
  campaignId: string
  startedAt: number
  finishedAt: number | null
  state: Recount['state']
  /** Buckets up to and including this one have been counted. */
  countedThrough: number
  ballots: number
  votes: Votes
  /** Ballots expected, for showing progress. */
  expected: number
  repaired: number
}

/** `_id` is the campaign's: there is one list. */
export interface CandidateListRow extends Row {
  version: number
  status: 'proposed' | 'confirmed' | 'published'
  recountId: string
  ballots: number
  entries: ListEntry[]
  proposedAt: number
  confirmedAt: number | null
  publishedAt: number | null
  remindersDue: boolean
  history: HistoryEntry[]
}

/** Kept only until the message is written. */
export interface ReminderRow extends Row {
  campaignId: string
  accountId: string
  askedAt: number
}
