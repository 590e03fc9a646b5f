import type { JudgingPlan } from '../../contract/campaigns'
import type { MemberKind, SessionEntry, SessionKind, SessionState } from '../../contract/judging'
import type { HistoryEntry } from '../platform/campaigns/rows'
import type { Row } from '../platform/database/collection'

/** What sessions of panels are stored as. All times are milliseconds UTC; scores are hundredths of a point. */

/** With the answer that the act was given, so that the same request gets it again. */
export interface SessionHistoryEntry extends HistoryEntry {
  version: number
  state: SessionState
}

export interface DrawRow {
  /** SHA-256 of the seed. */
  commitment: string
  committedAt: number
  /** Until it is revealed; sealed to the session's id. */
  sealedSeed: string
  seed: string | null
  drawnAt: number | null
}

/** `_id` is `<campaign id>-<kind>`: the database lets one of each kind be there. */
export interface SessionRow extends Row {
  campaignId: string
  cityCode: string
  kind: SessionKind
  name: string
  startsAt: number
  state: SessionState
  /** Grows with every act of the chair. What judges do leaves it alone, so that they never wait for one another. */
  version: number
  /** Of the campaign; copied when the session opens and from then on frozen. */
  plan: JudgingPlan | null
  /** How many are named; 0 where the session names nobody. */
  winners: number
  /** Empty until they are fixed; in ballot-paper order until the draw, then in speaking order. */
  entries: SessionEntry[]
  /** Seats of the panel, in the order they were given. */
  judgeIds: string[]
  draw: DrawRow | null
  speaking: string | null
  /** Why sheets may be missing; null when none is. */
  excused: string | null
  openedAt: number | null
  closedAt: number | null
  /** Judges are still to be told that it has opened. */
  noticesDue: boolean
  history: SessionHistoryEntry[]
}

export interface RecusalRow {
  candidateId: string
  reason: string
  by: 'judge' | 'chair'
  at: number
  requestId: string
}

/**
 * A judge's place on a panel; `_id` is derived from session and account. Every sheet that is saved changes its
 * judge's seat and no other row that others write, so judges never collide with each other, and the close, which
 * changes every seat, collides with whoever is just saving: see closing.ts.
 */
export interface SeatRow extends Row {
  sessionId: string
  /** Null once the person has deleted their account. */
  accountId: string | null
  /** As the chair wrote it: it stands in the minutes. */
  name: string
  memberKind: MemberKind
  isSeated: boolean
  seatedAt: number
  recusals: RecusalRow[]
  /** Entries of which there is a sheet: so the progress is known without reading one. */
  scored: string[]
  /** Grows with every change of the seat or of one of its sheets. */
  version: number
  closedAt: number | null
}

/** `_id` is `<seat>-<candidate id>`: one judge has one sheet of an entry. */
export interface SheetRow extends Row {
  sessionId: string
  judgeId: string
  candidateId: string
  /** By criterion. */
  scores: number[]
  remark: string
  savedAt: number
  version: number
  history: { requestId: string; at: number; version: number; scores: number[] }[]
}
