import type { CampaignPlan, Channel, PhotoKind, PlanPart } from '../../../contract/campaigns'
import type { ScoredEntry, SessionKind } from '../../../contract/judging'
import type { ListEntry } from '../../../contract/voting'
import type { Row } from '../database/collection'

/**
 * What campaigns, candidates and lists are stored as. Kept by voting; here because nominations puts candidates on the
 * ballot paper and judging works on the list. All times are milliseconds UTC.
 */

/** One line of a record's history. The request id in it makes the change safe to repeat. */
export interface HistoryEntry {
  act: string
  requestId: string
  accountId: string
  at: number
  reason?: string
}

export interface CampaignRow extends Row, CampaignPlan {
  cityCode: string
  cover: string | null
  /** Grows with every change of the plan. */
  planVersion: number
  /** What was changed since it was made public. */
  changes: { at: number; parts: PlanPart[]; reason: string }[]
  /** When the first nomination was handed in, and the first session opened: what they froze. */
  nominationFrozenAt: number | null
  judgingFrozenAt: number | null
  /** Grows with every change of rules or ballot paper; the freeze names the version it froze. */
  rulesVersion: number
  rulesHash: string | null
  rulesFrozenAt: number | null
  /** Candidates on the ballot paper: they are numbered from 1 without a gap. */
  candidateCount: number
  /** Chain over the ballot paper: SHA-256 of "<hash before>\n<number> <name> <district code>". */
  paperHash: string
  /** The timer folds its ballots; false once the list is published. */
  isCounting: boolean
  publishedAt: number | null
  winnersPublishedAt: number | null
  history: HistoryEntry[]
}

export interface CandidatePhotoRow {
  /** For pages; the original and the one for list rows where the photo came with a nomination. */
  file: string
  original: string | null
  small: string | null
  kind: PhotoKind
  description: string
}

/** `_id` is `<campaign id>-<number>`, so an id says whether it stands on a campaign's ballot paper. */
export interface CandidateRow extends Row {
  campaignId: string
  number: number
  name: string
  districtCode: string
  streetName: string
  channel: Channel
  facts: { label: string; text: string }[]
  summary: string
  achievements: string
  cover: string | null
  photos: CandidatePhotoRow[]
  /** Unique: of the registering request, or of the nomination, so that neither makes two. */
  requestKey: string
  nominationId: string | null
  revisedAt: number | null
  history: (HistoryEntry & { before?: { summary: string; achievements: string } })[]
}

/** `_id` is the campaign's: there is one list. Its entries stand in pages. */
export interface CandidateListRow extends Row {
  version: number
  status: 'proposed' | 'confirmed' | 'published'
  recountId: string
  ballots: number
  counts: { counted: number; pending: number; notCounted: number; struck: number }
  /** Number of entries, what their pages are found by, and those that are on the list. */
  total: number
  pagesKey: string
  listed: ListEntry[]
  proposedAt: number
  confirmations: { accountId: string; name: string; at: number }[]
  confirmedAt: number | null
  publishedAt: number | null
  remindersDue: boolean
  history: HistoryEntry[]
}

/** RESULTS_PAGE entries of a list; `_id` is `<campaign id>-<pages key>-<page from 0>`. */
export interface ListPageRow extends Row {
  campaignId: string
  entries: ListEntry[]
}

/** What a closed session has come to; `_id` is `<campaign id>-<kind>`. Written by judging, read by voting and awards. */
export interface SessionResultRow extends Row {
  campaignId: string
  kind: SessionKind
  sessionId: string
  entries: ScoredEntry[]
  closedAt: number
}
