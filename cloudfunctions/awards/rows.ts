import type { ScoredBy, UnitCondition } from '../../contract/awards'
import type { HistoryEntry } from '../platform/campaigns/rows'
import type { Row } from '../platform/database/collection'

/** Stored shapes of what only awards keeps. All times are milliseconds UTC. */

export interface WinnerEntry {
  rank: number
  candidateId: string
  name: string
  districtCode: string
  streetName: string
  /** Hundredths of a point; where votes alone decide, the number of votes. */
  score: number
}

/** `_id` is the campaign's: there is one. */
export interface WinnersRow extends Row {
  version: number
  status: 'proposed' | 'confirmed' | 'published'
  scoredBy: ScoredBy
  entries: WinnerEntry[]
  proposedAt: number
  confirmations: { accountId: string; name: string; at: number }[]
  confirmedAt: number | null
  publishedAt: number | null
  history: HistoryEntry[]
}

/** What staff have seen of one condition. `evidence`: copies that no phone can write to. */
export interface StaffCheck {
  state: 'met' | 'notMet'
  note: string
  evidence: { file: string; name: string }[]
  checkedAt: number
}

export interface AwardUnitRow extends Row {
  campaignId: string
  name: string
  placeCode: string
  /** By staff; what the program knows itself stands nowhere but in its sources. */
  checks: Partial<Record<UnitCondition, StaffCheck>>
  isAwarded: boolean
  awardedAt: number | null
  version: number
  /** Place and time of adding: the order of lists, and where a page goes on. */
  order: string
  /** A check that replaces another keeps what it replaced. */
  history: (HistoryEntry & { condition?: UnitCondition; replaced?: StaffCheck })[]
}
