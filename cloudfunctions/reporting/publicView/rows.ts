import type { CategoryGroup } from '../../../contract/cases/categories'
import type { CaseRow } from '../../platform/cases/rows'
import type { Row } from '../../platform/database/collection'

/** What is stored so that a map of many cases costs what its squares cost. Counted from the cases; may be dropped and made anew. */

export interface Counts {
  open: number
  all: number
}

/** How many listed cases lie in a square of the map. `_id` is the square (see platform/cases/cells.ts). */
export interface MapCellRow extends Row, Counts {
  /** The next larger square that is kept; null for the largest. */
  parent: string | null
  groups: Partial<Record<CategoryGroup, Counts>>
  /** The middle of the cases in it. */
  longitude: number
  latitude: number
  /** Counted up by each change, so that what was counted earlier never replaces what was counted later. */
  version: number
}

/** How far changes of cases have been counted. */
export interface MapProgressRow extends Row {
  /** `changeOrder` of the last change that was counted. */
  order: string
  /** When changes were last looked for. */
  readAt: number
  /** Changes of the last minutes that have been counted, with the version of the case. */
  counted: string[]
}

/** Of a changed case, what counting needs. */
export interface CaseMove {
  _id: string
  cell: string | null
  formerCells: string[]
  changeOrder: string
  version: number
}

/** Of a case, what the map shows. */
export type CasePoint = Pick<
  CaseRow,
  '_id' | 'categoryId' | 'publicLocation' | 'isOpen' | 'handledAt' | 'dueAt'
>
