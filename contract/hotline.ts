import * as v from 'valibot'
import { id, placeCode, text, wholeNumber } from './fields'
import { IMPORT_ROWS_AT_ONCE, IMPORT_ROWS_MAX, TICKET_LENGTHS } from './limits'
import { details, plain, returns, service } from './method'

/**
 * Hotline tickets (12345) from a spreadsheet. The browser reads the file and sends its rows in parts; nothing of them
 * becomes a case before all are there and without fault, and a ticket that is known already is left out.
 */

export interface Import {
  importId: string
  name: string
  state: 'receiving' | 'adding' | 'done' | 'dropped'
  rows: number
  received: number
  /** Tickets that have become cases, and those that were known before. */
  added: number
  known: number
  startedAt: number
}

/** What is wrong with a row: its number in the sheet (the heading is row 1), and what to do. */
export interface RowProblem {
  row: number
  column: 'ticket' | 'reportedAt' | 'category' | 'address' | 'description' | 'longitude' | 'latitude'
  message: string
}

/** Which positions a sheet has: those of satellites, of WeChat's and 高德's maps, or of 百度's. */
export const DATUMS = ['gcj02', 'wgs84', 'bd09'] as const
export type Datum = (typeof DATUMS)[number]

const AT = { roles: ['dispatcher', 'administrator'], at: { input: 'placeCode' } } as const
const AT_IMPORT = { roles: ['dispatcher', 'administrator'], at: 'record' } as const
const cell = (column: RowProblem['column']) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(TICKET_LENGTHS[column].max, `最多 ${TICKET_LENGTHS[column].max} 个字`),
  )

export const hotline = service({
  startImport: {
    access: AT,
    writes: true,
    input: v.strictObject({
      placeCode: placeCode(),
      name: text('文件名', { min: 1, max: 80 }),
      rows: wholeNumber('行数', { min: 1, max: IMPORT_ROWS_MAX }),
      datum: v.picklist(DATUMS, '请选择坐标系'),
    }),
    value: returns<{ importId: string }>(),
    errors: {},
  },
  /** Cells as text; sent again, a part replaces itself. Answers what is wrong with these rows. */
  putTickets: {
    access: AT_IMPORT,
    writes: true,
    unrecorded: ['tickets'],
    input: v.strictObject({
      importId: id(),
      tickets: v.pipe(
        v.array(
          v.strictObject({
            row: wholeNumber('行号', { min: 1, max: 2 * IMPORT_ROWS_MAX }),
            ticket: cell('ticket'),
            reportedAt: cell('reportedAt'),
            category: cell('category'),
            address: cell('address'),
            description: cell('description'),
            longitude: cell('longitude'),
            latitude: cell('latitude'),
          }),
        ),
        v.minLength(1),
        v.maxLength(IMPORT_ROWS_AT_ONCE),
      ),
    }),
    value: returns<{ received: number; problems: RowProblem[]; known: number; placed: number }>(),
    errors: { import_not_found: plain, import_not_receiving: plain },
  },
  /** Makes cases of all tickets, or of none. */
  finishImport: {
    access: AT_IMPORT,
    writes: true,
    input: v.strictObject({ importId: id() }),
    value: returns<{ import: Import }>(),
    errors: {
      import_not_found: plain,
      import_not_receiving: plain,
      rows_missing: details<{ missing: number }>(),
      rows_faulty: details<{ faulty: number }>(),
    },
  },
  dropImport: {
    access: AT_IMPORT,
    writes: true,
    input: v.strictObject({ importId: id() }),
    value: returns<{ importId: string }>(),
    errors: { import_not_found: plain, import_not_receiving: plain },
  },
  listImports: {
    access: AT,
    writes: false,
    input: v.strictObject({ placeCode: placeCode() }),
    value: returns<{ imports: Import[] }>(),
    errors: {},
  },
})
