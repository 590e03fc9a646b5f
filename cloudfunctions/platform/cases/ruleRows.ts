import type { RoutingRule } from '../../../contract/caseRules'
import type { Category } from '../../../contract/cases/categories'
import type { Duty } from '../../../contract/cases/duties'
import type { Row } from '../database/collection'

/** What is stored of the rules for cases. Kept by caseRules; here because every function that makes cases reads them. */

/** One line of a rule's history. The request id in it makes the change safe to repeat. */
export interface RuleEntry {
  requestId: string
  accountId: string
  at: number
  version: number
}

/**
 * A version of the catalogue, whole. Append-only: `_id` is derived from the version, so the database decides who saved
 * the next one. Version 0 came with the program and has no row.
 */
export interface CatalogueVersionRow extends Row {
  version: number
  categories: Category[]
  at: number
  accountId: string
  /** Under which its editor holds the role. */
  name: string
  /** What was changed. */
  categoryId: string
  reason: string
  /** Derived from account and request, under a unique index. */
  requestKey: string
}

/** The rules of one place; `_id` is its code. */
export interface RoutingRow extends Row {
  version: number
  rules: RoutingRule[]
  history: RuleEntry[]
}

/** Which organisation stands for a duty at a place; `_id` is made of both. */
export interface DutyHolderRow extends Row {
  placeCode: string
  duty: Duty
  organisationId: string | null
  history: Omit<RuleEntry, 'version'>[]
}

/** A year as entered by staff; `_id` is the year. */
export interface CalendarYearRow extends Row {
  year: number
  holidays: string[]
  workdays: string[]
  version: number
  history: RuleEntry[]
}
