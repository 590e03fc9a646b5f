import { findCategory, findRoute, loadCalendar } from '../platform/cases/loadRules'
import { insertCase } from '../platform/cases/newCase'
import { now as currentTime } from '../platform/clock'
import { placeWords } from '../platform/placeNames'
import { keyedName } from '../platform/secrets'
import type { ImportRow, TicketRow } from './rows'
import { OTHER } from './rules'
import * as store from './store'

/**
 * Makes cases of the tickets of an import. May be cut short anywhere and be carried on by anyone: a case's id is
 * derived from the ticket's number, and whose row made it stands in its history.
 */

/** The same ticket of the same city is the same case, in whichever sheet it comes. */
export const caseIdOf = ({ cityCode }: Pick<ImportRow, 'cityCode'>, ticket: string): string =>
  keyedName('case', 'hotline', cityCode, ticket.normalize('NFKC').toUpperCase())

const TICKETS_AT_ONCE = 10

/** Goes on until all are done, or the time is up. True: all are done. */
export async function addTickets(row: ImportRow, until: number): Promise<boolean> {
  while (currentTime() < until) {
    const waiting = await store.listWaiting(row._id, TICKETS_AT_ONCE)
    if (waiting.length === 0) {
      await closeImport(row._id)
      return true
    }
    await Promise.all(waiting.map((ticket) => addTicket(row, ticket)))
  }
  return false
}

async function addTicket(row: ImportRow, ticket: TicketRow): Promise<void> {
  const receivedAt = row.finishedAt ?? ticket.receivedAt
  const found = (await findCategory(ticket.categoryId)) ?? (await findCategory(OTHER))
  if (!found) throw new Error('the catalogue has no category for what is none of the others')
  const { category, version: catalogueVersion } = found
  const { placeCode, reportedAt, description, location } = ticket
  const toDesk = category.categoryId === OTHER
  const { row: made } = await insertCase({
    begun: {
      _id: caseIdOf(row, ticket.ticket),
      source: 'hotline',
      accountId: null,
      foreignNumber: ticket.ticket,
      description,
      answers: [],
      // Whoever called has not agreed that others read it, and the words may name them.
      contentId: null,
      photos: [],
      placeCode,
      address: ticket.address || placeWords(placeCode) || '没有地址',
      location,
      sealedContact: null,
      seenAt: reportedAt,
      reportedAt,
    },
    category,
    catalogueVersion,
    requestId: ticket._id,
    receivedAt,
    actor: 'dispatcher',
    route: toDesk ? AT_DESK : await findRoute({ category, placeCode, at: receivedAt, source: 'hotline' }),
    calendar: await loadCalendar(),
  })
  await store.noteOutcome(ticket._id, made.history[0]?.requestId === ticket._id ? 'added' : 'known')
}

/** Nobody but a person can say what a thing without a category is. */
const AT_DESK = {
  proposal: { how: 'desk' as const, ruleName: null, duty: null, departmentId: null, departmentName: null },
  isAutomatic: false,
  department: null,
}

async function closeImport(importId: string): Promise<void> {
  const [added, known] = await Promise.all([
    store.countOutcome(importId, 'added'),
    store.countOutcome(importId, 'known'),
  ])
  await store.changeImport(importId, ({ state }) =>
    state === 'adding' ? { changes: { state: 'done', added, known } } : { repeated: true },
  )
}
