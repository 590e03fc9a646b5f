import type { AnnulmentState, ClaimState } from '../../contract/volunteerHours'
import type { Row } from '../platform/database/collection'
import type { KeptPhoto } from '../platform/keptPhotos'
import type { PlaceFields } from '../platform/places'
import type { Entry } from '../platform/volunteering/rows'

/** What volunteerHours stores by itself; the ledger is the platform's. */

/** Hours entered afterwards. `_id` is named after account and request. */
export interface ClaimRow extends Row {
  accountId: string
  organisationId: string
  organisationName: string
  /** Of the organisation. */
  placeCode: string
  day: string
  minutes: number
  what: string
  /** None once the person has taken the claim back. */
  photos: KeptPhoto[]
  state: ClaimState
  reason: string | null
  proposedAt: number
  /** Time and id in one text: the order of lists. */
  order: string
  version: number
  history: Entry<'proposed' | 'agreed' | 'declined' | 'withdrawn'>[]
}

/** Hours that staff have taken back. `_id` is named after attendance and request. */
export interface AnnulmentRow extends Row, PlaceFields {
  placeCode: string
  attendanceId: string
  accountId: string
  theme: string
  organisationName: string
  day: string
  /** What was taken back. */
  minutes: number
  state: AnnulmentState
  reason: string
  annulledBy: string
  annulledAt: number
  appeal: string | null
  decision: string | null
  order: string
  version: number
  history: Entry<'annulled' | 'appealed' | 'upheld' | 'restored'>[]
}

/**
 * A certificate. `_id` is a keyed name of the check code, which stands in the seal only: who has the database alone can
 * neither read a paper nor open the page of one.
 */
export interface CertificateRow extends Row {
  accountId: string
  /** `SealedPaper` as JSON, sealed for this row. */
  sealed: string
  /** Null: of all organisations. */
  organisationId: string | null
  from: string
  until: string
  /** The last entry of the ledger that it counts; those after it can change what the paper says. */
  lastEntry: string
  issuedAt: number
  withdrawnAt: number | null
  order: string
}

export interface SealedPaper {
  checkCode: string
  name: string
  minutes: number
  lines: { day: string | null; title: string; organisationName: string; minutes: number }[]
  issuers: string[]
}
