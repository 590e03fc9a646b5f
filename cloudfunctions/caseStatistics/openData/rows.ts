import type { Row } from '../../platform/database/collection'
import type { KeptFile } from '../../platform/documents/keptFiles'

/** A file of open data. `_id` is the month, or the name of the description. */
export interface OpenDataRow extends Row {
  file: KeptFile
  /** The file before it, which links may still lead to. */
  previous: string | null
  rows: number
  madeAt: number
}

/** The last night in which everything was made anew: `_id` is `night`. */
export interface NightRow extends Row {
  day: string
}
