import type { Import } from '../../contract/hotline'
import type { ImportRow } from './rows'

export const presentImport = ({
  _id,
  name,
  state,
  rows,
  received,
  added,
  known,
  startedAt,
}: ImportRow): Import => ({
  importId: _id,
  name,
  state,
  rows,
  received,
  added,
  known,
  startedAt,
})

/** What the audit trail keeps of an import: nothing of its tickets. */
export const tracedImport = ({ name, placeCode, state, rows, received, added, known }: ImportRow) => ({
  name,
  placeCode,
  state,
  rows,
  received,
  added,
  known,
})
