import type { Datum, Import, RowProblem } from '../../contract/hotline'
import type { GeoPoint } from '../platform/cases/rows'
import type { Row } from '../platform/database/collection'
import type { PlaceFields } from '../platform/places'

/** A sheet of tickets. `_id` is derived from who began it by which request. */
export interface ImportRow extends Row, PlaceFields {
  placeCode: string
  name: string
  datum: Datum
  state: Import['state']
  /** As many as the sheet has. */
  rows: number
  /** Tickets that are here, and those of them with something wrong; changed in the transaction that keeps them. */
  received: number
  faulty: number
  /** Of one that is done. */
  added: number
  known: number
  startedAt: number
  /** Cases are made from here on: their deadlines count from then. */
  finishedAt: number | null
  /** Whether tickets of it are still kept. */
  hasTickets: boolean
  history: { act: 'started' | 'finished' | 'dropped'; requestId: string; accountId: string; at: number }[]
}

/** A ticket as it came, and what was made of it. `_id` is import and row, so that a part sent again replaces itself. */
export interface TicketRow extends Row {
  importId: string
  row: number
  ticket: string
  reportedAt: number
  description: string
  address: string
  categoryId: string
  placeCode: string
  location: GeoPoint | null
  problems: RowProblem[]
  receivedAt: number
  /** Null until it has become a case or is known to be one. */
  outcome: 'added' | 'known' | null
}
