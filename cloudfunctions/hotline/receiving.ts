import type { Catalogue } from '../../contract/cases/categories'
import type { hotline } from '../../contract/hotline'
import { fail, ok } from '../../contract/result'
import { loadCatalogue } from '../platform/cases/loadRules'
import { geoPoint } from '../platform/cases/rows'
import { toGcj02 } from '../platform/datums'
import { placeInText } from '../platform/placesInText'
import type { Methods } from '../platform/serve'
import { caseIdOf } from './adding'
import type { ImportRow, TicketRow } from './rows'
import { type Cells, categoryOf, OTHER, readTicket } from './rules'
import * as store from './store'

/** A part of a sheet: each of its rows is read, looked up and kept, with what is wrong with it. */

type HotlineMethods = Methods<typeof hotline>

export const putTickets: HotlineMethods['putTickets']['run'] = async ({ input, now }) => {
  const row = await store.findImport(input.importId)
  if (!row) return fail({ code: 'import_not_found' })
  if (row.state !== 'receiving') return fail({ code: 'import_not_receiving' })
  const catalogue = await loadCatalogue()
  const read = await Promise.all(input.tickets.map((cells) => readRow(row, cells, catalogue, now)))
  const kept = await store.putTickets(row._id, read)
  if (!kept) return fail({ code: 'import_not_receiving' })
  const known = await store.listKnown(read.map(({ ticket }) => caseIdOf(row, ticket)))
  return ok({
    received: kept.received,
    problems: read.flatMap(({ problems }) => problems),
    known: known.size,
    placed: read.filter(({ placeCode }) => placeCode !== row.placeCode).length,
  })
}

async function readRow(
  { _id: importId, placeCode: area, datum }: ImportRow,
  cells: Cells,
  { categories }: Catalogue,
  now: number,
): Promise<TicketRow> {
  const { row, ticket, description, address, category } = cells
  const { reportedAt, position, problems } = readTicket(cells, now)
  const place = position && toGcj02(position, datum)
  const named = placeInText(address, area)
  const near =
    place && (named === null || named.length < STREET)
      ? await store.nearestStreet(place, named ?? area)
      : null
  return {
    _id: `${importId}-${row}`,
    importId,
    row,
    ticket,
    reportedAt,
    description,
    address,
    categoryId: categoryOf(category, categories)?.categoryId ?? OTHER,
    placeCode: near ?? named ?? area,
    location: place && geoPoint(place),
    problems,
    receivedAt: now,
    outcome: null,
  }
}

const STREET = 9
