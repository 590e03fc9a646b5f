import type { Position } from '../../contract/cases/cases'
import type { CaseRow } from '../platform/cases/rows'
import { collection, command, inTransaction, nearPoint } from '../platform/database/collection'
import { placeFields, withinPlace } from '../platform/places'
import type { ImportRow, TicketRow } from './rows'

/** Every query of hotline, one function each. */

const imports = collection<ImportRow>('hotlineImports')
const tickets = collection<TicketRow>('hotlineTickets')
const cases = collection<CaseRow>('cases')

// Imports

export const findImport = (importId: string): Promise<ImportRow | null> => imports.find(importId)

export const insertImport = (row: ImportRow) => imports.insert(row)

const IMPORTS_SHOWN = 50

/** Of a place and all below it, newest first. */
export const listImports = (placeCode: string): Promise<ImportRow[]> =>
  imports.list(withinPlace(placeCode), { orderBy: { startedAt: 'desc' }, limit: IMPORTS_SHOWN })

const IMPORTS_AT_ONCE = 20

/** The oldest in this state, begun before a moment. */
export const listImportsIn = (state: ImportRow['state'], before: number): Promise<ImportRow[]> =>
  imports.list(
    { state, startedAt: command.lt(before) },
    { orderBy: { startedAt: 'asc' }, limit: IMPORTS_AT_ONCE },
  )

/** Dropped ones of which tickets are still here. */
export const listDroppedWithTickets = (): Promise<ImportRow[]> =>
  imports.list(
    { state: 'dropped', hasTickets: true },
    { orderBy: { startedAt: 'asc' }, limit: IMPORTS_AT_ONCE },
  )

export type Decision<Refusal> = { changes: Partial<ImportRow> } | { refused: Refusal } | { repeated: true }

/** Reads an import, lets `decide` decide, and writes what it answers, in one transaction. Null: there is none. */
export const changeImport = <Refusal>(
  importId: string,
  decide: (row: ImportRow) => Decision<Refusal>,
): Promise<{ before: ImportRow; after: ImportRow; refused: Refusal | null } | null> =>
  inTransaction(async (transaction) => {
    const before = await transaction.find<ImportRow>('hotlineImports', importId)
    if (!before) return null
    const decision = decide(before)
    if ('refused' in decision) return { before, after: before, refused: decision.refused }
    if ('repeated' in decision) return { before, after: before, refused: null }
    const after = { ...before, ...decision.changes }
    await transaction.put('hotlineImports', after)
    return { before, after, refused: null }
  })

// Tickets

/** One transaction of a part: what CloudBase carries in one, with room. */
const TICKETS_IN_TRANSACTION = 10

/**
 * Keeps tickets and counts them in their import. A ticket that was there is replaced. Null: the import takes no more,
 * and nothing of this group was kept.
 */
const putGroup = (importId: string, rows: TicketRow[]): Promise<ImportRow | null> =>
  inTransaction(async (transaction) => {
    const row = await transaction.find<ImportRow>('hotlineImports', importId)
    if (row?.state !== 'receiving') return null
    let { received, faulty } = row
    for (const ticket of rows) {
      const before = await transaction.find<TicketRow>('hotlineTickets', ticket._id)
      if (!before) received += 1
      if (before && before.problems.length > 0) faulty -= 1
      if (ticket.problems.length > 0) faulty += 1
      await transaction.put('hotlineTickets', ticket)
    }
    const after = { ...row, received, faulty, hasTickets: true }
    await transaction.put('hotlineImports', after)
    return after
  })

export async function putTickets(importId: string, rows: TicketRow[]): Promise<ImportRow | null> {
  let after: ImportRow | null = null
  for (let start = 0; start < rows.length; start += TICKETS_IN_TRANSACTION) {
    after = await putGroup(importId, rows.slice(start, start + TICKETS_IN_TRANSACTION))
    if (after === null) return null
  }
  return after
}

/** Tickets of which nothing has become yet, in the order of the sheet. */
export const listWaiting = (importId: string, limit: number): Promise<TicketRow[]> =>
  tickets.list({ importId, outcome: null }, { orderBy: { row: 'asc' }, limit })

export const noteOutcome = (ticketId: string, outcome: 'added' | 'known'): Promise<boolean> =>
  tickets.changeOne({ _id: ticketId, outcome: null }, { outcome })

export const countOutcome = (importId: string, outcome: 'added' | 'known'): Promise<number> =>
  tickets.count({ importId, outcome })

const REMOVED_AT_ONCE = 500

export const removeTicketsOf = (importId: string): Promise<number> =>
  tickets.removeSome({ importId }, REMOVED_AT_ONCE)

export const removeTicketsBefore = (time: number): Promise<number> =>
  tickets.removeSome({ receivedAt: command.lt(time) }, REMOVED_AT_ONCE)

// Cases

/** Which of these cases there are. */
export const listKnown = async (caseIds: string[]): Promise<Set<string>> =>
  new Set(
    caseIds.length === 0
      ? []
      : (await cases.list({ _id: command.in(caseIds) }, { limit: caseIds.length })).map(({ _id }) => _id),
  )

const NEAR_METRES = 1000

/** Street of the nearest case that is known around a position, or null. */
export async function nearestStreet({ longitude, latitude }: Position, area: string): Promise<string | null> {
  const near = { geometry: nearPoint(longitude, latitude), maxDistance: NEAR_METRES }
  const where = { location: command.geoNear(near), ...withinPlace(area) }
  const [nearest] = await cases.list(where, { limit: 1 })
  return nearest ? placeFields(nearest.placeCode).streetCode : null
}
