import type { AuditEntry } from '../../contract/accounts'
import { collection, type Row } from './database/collection'
import { keyedName } from './secrets'

/** The audit trail: one row before a member of staff's act and one after it. Rows are added, never changed. */
export interface AuditRow extends Row, AuditEntry {}

/** Of each text in an input its beginning is kept, so that none pushes out the others. */
const TEXT_KEPT = 200
const INPUT_KEPT = 8000

const beginningOf = (_key: string, value: unknown): unknown =>
  typeof value === 'string' && value.length > TEXT_KEPT ? `${value.slice(0, TEXT_KEPT)}…` : value

export interface AuditedAct {
  accountId: string
  service: string
  method: string
  requestId: string
  input: unknown
  at: number
}

async function add(act: AuditedAct, step: AuditEntry['step'], outcome: string | null): Promise<void> {
  const { accountId, service, method, requestId, at } = act
  const input = JSON.stringify(act.input, beginningOf).slice(0, INPUT_KEPT)
  // The same request tried again has its row already; what it says has not changed.
  const _id = keyedName('audit', accountId, service, method, requestId, step)
  await collection<AuditRow>('auditTrail').insert({
    _id,
    at,
    accountId,
    service,
    method,
    step,
    outcome,
    requestId,
    input,
  })
}

/** Written first, so that an act cannot happen without a trace of who asked for it. */
export const recordAsked = (act: AuditedAct): Promise<void> => add(act, 'asked', null)
export const recordDone = (act: AuditedAct, outcome: string): Promise<void> => add(act, 'done', outcome)
