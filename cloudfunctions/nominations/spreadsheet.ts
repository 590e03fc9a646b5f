import writeXlsxFile, { type Cell } from 'write-excel-file/node'
import type { Column } from './exporting'
import type { NominationRow } from './rows'

/** A spreadsheet (xlsx) with one row for each nomination. Text is written as text: nothing typed becomes a formula. */
export function makeSheet(columns: Column[], rows: NominationRow[]): Promise<Buffer> {
  const head: Cell[] = columns.map(({ title }) => ({ type: String, value: title, fontWeight: 'bold' }))
  const body = rows.map((row) => columns.map((column) => asCell(column.cell(row))))
  return writeXlsxFile([head, ...body], {
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer()
}

const asCell = (value: string | number | null): Cell => {
  if (value === null) return null
  return typeof value === 'number'
    ? { type: Number, value }
    : { type: String, value, wrap: true, alignVertical: 'top' }
}
