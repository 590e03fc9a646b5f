import * as v from 'valibot'
import { id, placeCode, text, wholeNumber } from './fields'
import { CASE_ADDRESS_LENGTH, CASE_DESCRIPTION_MAX, IMPORT_ROWS_AT_ONCE, IMPORT_ROWS_MAX } from './limits'
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

const AT = { roles: ['dispatcher', 'administrator'], at: { input: 'placeCode' } } as const
const AT_IMPORT = { roles: ['dispatcher', 'administrator'], at: 'record' } as const
const cell = (max: number) => v.pipe(v.string(), v.trim(), v.maxLength(max, `最多 ${max} 个字`))

export const hotline = service({
  startImport: {
    access: AT,
    writes: true,
    input: v.strictObject({
      placeCode: placeCode(),
      name: text('文件名', { min: 1, max: 80 }),
      rows: wholeNumber('行数', { min: 1, max: IMPORT_ROWS_MAX }),
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
            row: wholeNumber('行号', { min: 1, max: IMPORT_ROWS_MAX + 100 }),
            ticket: cell(60),
            reportedAt: cell(40),
            category: cell(60),
            address: cell(200),
            description: cell(2000),
            longitude: cell(30),
            latitude: cell(30),
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

/** The least that a ticket must have when it becomes a case. */
export const TICKET_LENGTHS = {
  description: { min: 2, max: CASE_DESCRIPTION_MAX },
  address: CASE_ADDRESS_LENGTH,
}
