import type { Standing } from '../../contract/campaigns'
import type { Recount } from '../../contract/voting'
import type { Row } from '../platform/database/collection'

/** Stored shapes of what only voting keeps. All times are milliseconds UTC. */

export type {
  CampaignRow,
  CandidateListRow,
  CandidateRow,
  HistoryEntry,
  ListPageRow,
} from '../platform/campaigns/rows'

/** Append-only, and nothing in it tells a reader who voted: both keys are HMACs, the time is a minute. */
export interface BallotRow extends Row {
  campaignId: string
  /** `once`, or the day it is for. */
  period: string
  /** Numbers on the ballot paper. */
  choices: number[]
  /** Start of the minute it was cast in. */
  bucket: number
  rulesVersion: number
  /** One ballot per WeChat account even where the phone is the voter key. */
  accountKey: string
  requestId: string
  /** What the declared risk rules make of it at the moment of casting; only a ruling decides otherwise. */
  standing: Standing
  /** WeChat's risk rank, or null: not asked, or no answer. */
  rank: number | null
  /** Whether the account was first seen shortly before; null where it is not asked. */
  isNew: boolean | null
  /** HMAC of the network address within this campaign, to see ballots of one address together; leads to none. */
  address: string | null
}

/** By number on the ballot paper. */
export type Votes = Record<string, number>

/** `_id` is the campaign's. */
export interface TallyRow extends Row {
  /** All that are stored; `votes` are those of ballots that count. */
  ballots: number
  pending: number
  notCounted: number
  votes: Votes
  /** Every bucket up to and including this one has been folded in. */
  foldedThrough: number
}

/** The part of the tally that came from one bucket: what a late ballot is added against. */
export interface TallyPartRow extends Row {
  campaignId: string
  bucket: number
  ballots: number
  pending: number
  notCounted: number
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
  pending: number
  notCounted: number
  votes: Votes
  /** Ballots expected, for showing progress. */
  expected: number
  repaired: number
}

/** Kept only until the message is written. */
export interface ReminderRow extends Row {
  campaignId: string
  accountId: string
  askedAt: number
}
