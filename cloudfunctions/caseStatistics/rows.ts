import type { CaseCounts } from '../../contract/caseStatistics'
import type { CategoryGroup } from '../../contract/cases/categories'
import type { Row } from '../platform/database/collection'
import type { PlaceFields } from '../platform/places'

/** What is stored of counting. All times: milliseconds UTC; days `2026-11-15` and months `2026-11` in Shanghai. */

/** What a case counts as at the moment. `_id` is the case's; `version` is of the case that was counted. */
export interface CaseFactsRow extends Row, PlaceFields {
  version: number
  day: string
  month: string
  group: CategoryGroup
  departmentId: string | null
  departmentName: string | null
  /** Where its reports are compared with the usual: a square of the map or a place. Null: they are not. */
  area: string | null
  isOpen: boolean
  isSuspended: boolean
  isSupervised: boolean
  counts: CaseCounts
}

/** Whole numbers by their name, such as `groups/trade/closed`. A number that is 0 does not stand there. */
export type Amounts = Record<string, number>

/**
 * Counts of a place in a month (`2026-11-310106`), of one department there (`2026-11-310106-<id>`), or of how things
 * stand (`now-310106`). What is shown of a place in a month is one list of these, ordered by `weight`.
 */
export interface CountRow extends Row {
  placeCode: string
  /** Or `now`. */
  month: string
  /** Of a department how many cases it has, of the others more than any department can have. */
  weight: number
  departmentId: string | null
  departmentName: string | null
  amounts: Amounts
  changedAt: number
}

/** Reports by day of one kind in one area: `_id` is `<area>-<group>`. Days older than AREA_DAYS are left out. */
export interface AreaRow extends Row {
  area: string
  group: CategoryGroup
  /** The newest day that has a report; '' when there is none left. */
  lastDay: string
  days: Amounts
}

/** How far counting has come. */
export interface FoldingRow extends Row {
  /** Changes up to then have been counted, but for those that are committed late. */
  countedUntil: number
  /** The earliest day that has been counted. */
  firstDay: string | null
}
