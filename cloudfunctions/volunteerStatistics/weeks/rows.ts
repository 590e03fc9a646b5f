import type { Row } from '../../platform/database/collection'
import type { PlaceFields } from '../../platform/places'

/** One line of a record's history. The request id in it makes the change safe to repeat. */
interface StaffEntry {
  requestId: string
  accountId: string
  at: number
}

/** A unit of which an activity a week is expected. `_id` is the organisation. */
export interface WeeklyDutyRow extends Row, PlaceFields {
  placeCode: string
  /** The first week; null: nothing is expected any more. */
  since: string | null
  isExpected: boolean
  /** When it is looked at next, a Thursday or a Monday; null: never. */
  lookAt: number | null
  /** Place and id in one text: the order of lists. */
  order: string
  history: (StaffEntry & { since: string | null })[]
}

/** A week in which nothing is asked of a unit. `_id` is organisation and week. */
export interface ExcusedWeekRow extends Row {
  organisationId: string
  week: string
  /** Null: taken back. */
  reason: string | null
  history: (StaffEntry & { reason: string | null })[]
}

export const excusedId = (organisationId: string, week: string): string => `${organisationId}-${week}`
