import writeSheets, { type Cell, type Sheet } from 'write-excel-file/node'

/** Spreadsheets (xlsx): a head that stays in sight, columns as wide as their content, numbers as numbers. */

export interface SheetColumn {
  title: string
  /** In characters; a Chinese one takes two. */
  width: number
  /** How numbers are shown: `0.00`. */
  format?: string
  /** For ranks and single words. */
  isCentred?: boolean
}

export type SheetValue = string | number | null

export interface SheetOf {
  /** On the tab, at most 31 characters. */
  name: string
  columns: SheetColumn[]
  rows: SheetValue[][]
}

const HEAD = {
  fontWeight: 'bold',
  backgroundColor: '#EEF2EF',
  align: 'center',
  alignVertical: 'center',
  wrap: true,
} as const

const cellOf = (value: SheetValue, column: SheetColumn | undefined): Cell => {
  const { format, isCentred = false } = column ?? {}
  const placed = { alignVertical: 'top', align: isCentred ? 'center' : undefined } as const
  if (value === null) return null
  // Said to be text, so that a name that begins with "=" stays a name.
  if (typeof value === 'string') return { value, type: String, wrap: true, ...placed }
  return { value, type: Number, ...placed, ...(format ? { format } : {}) }
}

/** The bytes of a workbook with these sheets, in their order. */
export const spreadsheet = (sheets: SheetOf[]): Promise<Buffer> =>
  writeSheets(
    sheets.map(
      ({ name, columns, rows }): Sheet<never> => ({
        sheet: name,
        columns: columns.map(({ width }) => ({ width })),
        stickyRowsCount: 1,
        orientation: 'landscape',
        data: [
          columns.map(({ title }) => ({ value: title, type: String, ...HEAD })),
          ...rows.map((row) => row.map((value, index) => cellOf(value, columns[index]))),
        ],
      }),
    ),
    { fontFamily: 'Microsoft YaHei', fontSize: 11 },
  ).toBuffer()
