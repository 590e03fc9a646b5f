import type { AuditEntry, administration } from '../../contract/administration'
import { PAGE_SIZE } from '../../contract/limits'
import { ok } from '../../contract/result'
import { type AuditRow, hashOf, START_OF_CHAIN } from '../platform/audit'
import type { Methods } from '../platform/serve'
import { findFault } from './rules'
import * as store from './store'

/** Reading what staff did, and checking that all of it is still there. */

type AdministrationMethods = Methods<typeof administration>

const present = (row: AuditRow): AuditEntry => ({
  entryId: row._id,
  at: row.at,
  accountId: row.accountId,
  name: row.name,
  service: row.service,
  method: row.method,
  step: row.step,
  outcome: row.outcome,
  requestId: row.requestId,
  placeCode: row.placeCode,
  subject: row.subject,
  input: row.input,
  before: row.before,
  after: row.after,
  from: row.from,
})

export const listAuditTrail: AdministrationMethods['listAuditTrail'] = async ({ input }) => {
  const rows = await store.listAuditTrail(input)
  const shown = rows.slice(0, PAGE_SIZE)
  return ok({
    entries: shown.map(present),
    next: rows.length > PAGE_SIZE ? (shown.at(-1)?.order ?? null) : null,
  })
}

/** About a second's work. */
const CHECKED_AT_ONCE = 500

export const checkAuditTrail: AdministrationMethods['checkAuditTrail'] = async ({ input }) => {
  const { service, after } = input
  const start = { sequence: 0, hash: START_OF_CHAIN }
  const before = after === 0 ? start : await store.findAuditRow(service, after)
  if (!before)
    return ok({ checked: 0, lastSequence: after, fault: { sequence: after, kind: 'missing' }, isDone: true })
  const rows = await store.listChain(service, after, CHECKED_AT_ONCE)
  const fault = findFault(rows, before, hashOf)
  return ok({
    checked: rows.length,
    lastSequence: rows.at(-1)?.sequence ?? after,
    fault,
    isDone: fault !== null || rows.length < CHECKED_AT_ONCE,
  })
}
