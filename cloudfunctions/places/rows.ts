import type { Row } from '../platform/database/collection'
import type { PlaceFields } from '../platform/places'

/** A grid 网格 in a village. `_id` is its code: the village's twelve digits and a number given once. */
export interface GridRow extends Row, PlaceFields {
  villageCode: string
  name: string
  /** Under a unique index: no two open grids of one name in a village. A closed one leaves its name to others. */
  nameKey: string
  /** Under a unique index: the same request adds one grid. */
  requestKey: string
  isClosed: boolean
  history: GridEntry[]
}

/** One line of a grid's history. The request id in it makes the change safe to repeat. */
export interface GridEntry {
  act: 'added' | 'renamed' | 'closed'
  requestId: string
  accountId: string
  at: number
  name: string
}
