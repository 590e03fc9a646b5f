import { type Column, type Order, sortRows, type TableProps } from './columns'

/** A table as spreadsheets read it: commas, CRLF, quotes where they are needed (RFC 4180). Pure. */

/** What a spreadsheet would take for a formula gets an apostrophe before it; numbers below zero stay numbers. */
const guarded = (text: string): string => (/^[=@\t\r]|^[+-](?!\d+(\.\d+)?$)/.test(text) ? `'${text}` : text)

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const line = (cells: readonly string[]): string => cells.map((cell) => quoted(guarded(cell))).join(',')

function textIn<Row>({ inFile, show, sortBy }: Column<Row>, row: Row): string {
  if (inFile) return String(inFile(row))
  const shown = show(row)
  return typeof shown === 'string' || typeof shown === 'number' ? String(shown) : String(sortBy?.(row) ?? '')
}

/** The rows in the order in which they are looked at. */
export const csvOf = <Row>(
  { columns, rows }: Pick<TableProps<Row>, 'columns' | 'rows'>,
  order: Order | null,
): string =>
  [
    columns.map(({ title }) => title),
    ...sortRows(rows, columns, order).map((row) => columns.map((column) => textIn(column, row))),
  ]
    .map(line)
    .join('\r\n')
