import Papa from 'papaparse'
import { readSheet } from 'read-excel-file/browser'

/** Reads a sheet in the browser: nothing of the file leaves the computer but the cells of the chosen columns. */

/** Cells as text, by row; every row of the sheet is there, so that an index tells its number. */
export type SheetRows = string[][]

/**
 * A moment of a sheet has no time zone: its fields are what is written there. It is a broken number of days, and so
 * may be off by some milliseconds.
 */
const textOfMoment = (moment: Date): string =>
  new Date(Math.round(moment.getTime() / 1000) * 1000).toISOString().slice(0, 19).replace('T', ' ')

const textOf = (cell: unknown): string =>
  cell === null || cell === undefined ? '' : cell instanceof Date ? textOfMoment(cell) : String(cell).trim()

/** Office programs in China write CSV in GB 18030 as well as in UTF-8. What is no UTF-8 is the other. */
export function decodeText(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

export const rowsOfText = (text: string): SheetRows =>
  Papa.parse<string[]>(text, { skipEmptyLines: false }).data.map((row) => row.map(textOf))

export const isWorkbook = (name: string): boolean => /\.xlsx$/i.test(name)

/** Throws when the file is neither. Of a workbook the first sheet. */
export async function readSheetFile(file: File): Promise<SheetRows> {
  if (!isWorkbook(file.name)) return rowsOfText(decodeText(await file.arrayBuffer()))
  return (await readSheet(file)).map((row) => row.map(textOf))
}
