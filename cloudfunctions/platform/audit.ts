import { createHmac } from 'node:crypto'
import type { AuditEntry } from '../../contract/administration'
import { collection, type Row } from './database/collection'
import { type PlaceFields, placeFields } from './places'
import { keyedName, masterKey } from './secrets'

/**
 * The audit trail: one row before a member of staff's act and one after it. Rows are added, never changed.
 * Each service keeps one chain. A row's `_id` is its number in the chain, so the database lets only one row follow
 * another; its hash covers its content and the hash before it, with a key outside the database. A row that was
 * removed, changed or slipped in is therefore noticed. What the chain cannot show is the loss of its newest rows:
 * for that its head is written to the log each hour.
 */
export interface AuditRow extends Row, PlaceFields, Omit<AuditEntry, 'entryId'> {
  chain: string
  sequence: number
  /** Names the act, uniquely: the same request tried again adds nothing. */
  actKey: string
  /** Time and number in one text: the order of lists, and where a page goes on. */
  order: string
  hash: string
}

export interface AuditedAct {
  accountId: string
  name: string
  service: string
  method: string
  requestId: string
  placeCode: string
  from: string
  input: unknown
}

/** What a method changes, as far as it says so; whether it did, stands in the outcome. */
export interface Change {
  /** `kind/id` */
  subject: string
  before: unknown
  after: unknown
}

type Content = Omit<AuditRow, '_id' | 'sequence' | 'hash' | 'order'>

/** Of each text in an input its beginning is kept, so that none pushes out the others. */
const TEXT_KEPT = 200
const WHOLE_KEPT = 8000

/** A contact in an input is kept sealed, in its own record only; the trail says no more than whether there was one. */
const UNWRITTEN = 'contact'

const asKept = (key: string, value: unknown): unknown => {
  if (key === UNWRITTEN && value) return '…'
  return typeof value === 'string' && value.length > TEXT_KEPT ? `${value.slice(0, TEXT_KEPT)}…` : value
}

const kept = (value: unknown): string | null =>
  value === undefined ? null : (JSON.stringify(value, asKept) ?? 'null').slice(0, WHOLE_KEPT)

/** Written first, so that an act cannot happen without a trace of who asked for it. */
export const recordAsked = (act: AuditedAct, at: number): Promise<void> => append(contentOf(act, 'asked', at))

export const recordDone = (
  act: AuditedAct,
  at: number,
  outcome: string,
  change: Change | null,
): Promise<void> =>
  append({
    ...contentOf(act, 'done', at),
    outcome,
    subject: change?.subject ?? null,
    before: kept(change?.before),
    after: kept(change?.after),
  })

const contentOf = (act: AuditedAct, step: AuditEntry['step'], at: number): Content => ({
  ...act,
  ...placeFields(act.placeCode),
  chain: act.service,
  step,
  at,
  outcome: null,
  subject: null,
  before: null,
  after: null,
  input: kept(act.input) ?? '',
  actKey: keyedName('audit', act.accountId, act.service, act.method, act.requestId, step),
})

const trail = () => collection<AuditRow>('auditTrail')

export const START_OF_CHAIN = 'start'

const rowId = (chain: string, sequence: number): string => `${chain}-${String(sequence).padStart(10, '0')}`

/**
 * Several instances append at once. A refused row is either this very act, recorded before, or came second to its
 * place in the chain: then it looks for the new end and tries again.
 */
async function append(content: Content): Promise<void> {
  for (;;) {
    const [last] = await trail().list(
      { chain: content.chain },
      { orderBy: { chain: 'asc', sequence: 'desc' }, limit: 1 },
    )
    const sequence = (last?.sequence ?? 0) + 1
    const order = `${String(content.at).padStart(13, '0')}-${content.actKey}`
    const row = { ...content, order, sequence, _id: rowId(content.chain, sequence) }
    const added = await trail().insert({ ...row, hash: hashOf(row, last?.hash ?? START_OF_CHAIN) })
    if (added === 'inserted' || (await isRecorded(content.actKey))) return
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 30))
  }
}

const isRecorded = async (actKey: string): Promise<boolean> =>
  (await trail().list({ actKey }, { limit: 1 })).length > 0

const HASHED = [
  'chain',
  'sequence',
  'at',
  'accountId',
  'name',
  'service',
  'method',
  'step',
  'outcome',
  'requestId',
  'placeCode',
  'subject',
  'input',
  'before',
  'after',
  'from',
  'actKey',
] as const satisfies readonly (keyof AuditRow)[]

/** Covers every field that says something, in a fixed order, and the hash of the row before. */
export function hashOf(row: Pick<AuditRow, (typeof HASHED)[number]>, previous: string): string {
  const text = JSON.stringify([previous, ...HASHED.map((field) => row[field])])
  return createHmac('sha256', masterKey()).update('audit trail').update(text).digest('hex')
}
