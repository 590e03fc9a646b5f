import type { Channel, PhotoKind } from '../../contract/campaigns'
import type { NominationState, NominationValues, ReviewNote } from '../../contract/nominations'
import type { Row } from '../platform/database/collection'
import type { PlaceFields } from '../platform/places'
import type { Act } from './transitions'

/** What is stored. All times: milliseconds UTC. */

/**
 * A nomination. Its `PlaceFields` are of the place that reviews it: its own district or street, or the campaign's
 * place when an industry department reviews.
 */
export interface NominationRow extends Row, PlaceFields {
  campaignId: string
  /** Null once its author has deleted the account. */
  accountId: string | null
  channel: Channel
  departmentId: string | null
  state: NominationState
  name: string
  placeCode: string
  /** District that the entry lies in, whoever reviews it; null until its place is chosen. */
  inDistrict: string | null
  summary: string
  /** Without what is sealed. */
  values: NominationValues
  /** The fields that name a person or a telephone, as one JSON, sealed for this row; null when none is filled in. */
  sealedContact: string | null
  photos: PhotoRow[]
  /** As everyone concerned sees them; who wrote them stands in `history`. */
  reviews: ReviewNote[]
  /** Of the words and the state. Photos are no part of it. */
  version: number
  startedAt: number
  savedAt: number
  /** When it was last handed in. */
  submittedAt: number | null
  forwardedAt: number | null
  /** The reviewing unit whose quota it counts against: a district's code, or a department. Null until handed in. */
  unit: string | null
  candidateId: string | null
  /** Time and id in one text: the order of staff's lists, newest first; null while it is nothing for staff. */
  order: string | null
  /** The same for the public list of what was put forward. */
  forwardedOrder: string | null
  /** The last requests that saved words, so that one sent again is answered again. */
  saves: { requestId: string; version: number; at: number }[]
  history: NominationEntry[]
}

export interface PhotoRow {
  photoId: string
  kind: PhotoKind
  description: string
  /** Pixels of the original. */
  width: number
  height: number
  /** Files: upright JPEGs without what a camera writes into them. */
  original: string
  page: string
  list: string
  requestId: string
}

/** `by`: `author`, `machine`, or the account of a member of staff, with the name of the role held. Never the author's account. */
export interface NominationEntry {
  act: Act | MachineAct
  requestId: string
  by: string
  name: string | null
  at: number
  /** What it left. */
  version: number
  state: NominationState
}

/** WeChat's check of the words doubted, or did not answer: the reviewer should look closely. */
export type MachineAct = 'machineDoubts' | 'machineSilent'

/**
 * A counter that is changed only in the transaction of what it counts. `_id` is `<campaign id>-<unit>` for what a
 * reviewing unit has put forward, or a keyed name for somebody's open drafts.
 */
export interface QuotaCounterRow extends Row {
  /** Null for drafts. */
  campaignId: string | null
  unit: string | null
  used: number
}
