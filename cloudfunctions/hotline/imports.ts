import type { hotline } from '../../contract/hotline'
import { fail, ok } from '../../contract/result'
import { placeFields } from '../platform/places'
import { keyedName } from '../platform/secrets'
import type { Methods } from '../platform/serve'
import { addTickets } from './adding'
import { presentImport, tracedImport } from './presented'
import type { ImportRow } from './rows'
import * as store from './store'

/** An import: begun, finished or dropped, listed. */

type HotlineMethods = Methods<typeof hotline>

/** Long enough for a usual sheet; the timer goes on with a long one. */
const ADDED_AT_ONCE = 6_000

export const startImport: HotlineMethods['startImport'] = async ({ input, caller, requestId, now, note }) => {
  const { accountId } = caller
  const row: ImportRow = {
    ...input,
    ...placeFields(input.placeCode),
    _id: keyedName('hotlineImport', accountId, requestId),
    state: 'receiving',
    received: 0,
    faulty: 0,
    added: 0,
    known: 0,
    startedAt: now,
    finishedAt: null,
    hasTickets: false,
    history: [{ act: 'started', requestId, accountId, at: now }],
  }
  await store.insertImport(row)
  note({ subject: `hotlineImport/${row._id}`, before: null, after: tracedImport(row) })
  return ok({ importId: row._id })
}

export const placeOfImport = async ({ importId }: { importId: string }): Promise<string | null> =>
  (await store.findImport(importId))?.placeCode ?? null

type Obstacle =
  | { code: 'import_not_receiving' }
  | { code: 'rows_missing'; missing: number }
  | { code: 'rows_faulty'; faulty: number }

const obstacleOf = ({ state, rows, received, faulty }: ImportRow): Obstacle | null => {
  if (state !== 'receiving') return { code: 'import_not_receiving' }
  if (received < rows) return { code: 'rows_missing', missing: rows - received }
  return faulty > 0 ? { code: 'rows_faulty', faulty } : null
}

const hasDone = ({ history }: ImportRow, requestId: string): boolean =>
  history.some((entry) => entry.requestId === requestId)

export const finishImport: HotlineMethods['finishImport']['run'] = async (asked) => {
  const { input, caller, requestId, now, note } = asked
  const entry = { act: 'finished' as const, requestId, accountId: caller.accountId, at: now }
  const changed = await store.changeImport<Obstacle>(input.importId, (row) => {
    if (hasDone(row, requestId)) return { repeated: true }
    const obstacle = obstacleOf(row)
    if (obstacle) return { refused: obstacle }
    return { changes: { state: 'adding', finishedAt: now, history: [...row.history, entry] } }
  })
  if (!changed) return fail({ code: 'import_not_found' })
  if (changed.refused) return fail(changed.refused)
  note({
    subject: `hotlineImport/${input.importId}`,
    before: tracedImport(changed.before),
    after: tracedImport(changed.after),
  })
  if (changed.after.state === 'adding') await addTickets(changed.after, now + ADDED_AT_ONCE)
  const after = (await store.findImport(input.importId)) ?? changed.after
  return ok({ import: presentImport(after) })
}

export const dropImport: HotlineMethods['dropImport']['run'] = async (asked) => {
  const { input, caller, requestId, now, note } = asked
  const entry = { act: 'dropped' as const, requestId, accountId: caller.accountId, at: now }
  const changed = await store.changeImport<true>(input.importId, (row) => {
    if (hasDone(row, requestId)) return { repeated: true }
    if (row.state !== 'receiving') return { refused: true }
    return { changes: { state: 'dropped', history: [...row.history, entry] } }
  })
  if (!changed) return fail({ code: 'import_not_found' })
  if (changed.refused) return fail({ code: 'import_not_receiving' })
  note({
    subject: `hotlineImport/${input.importId}`,
    before: tracedImport(changed.before),
    after: tracedImport(changed.after),
  })
  return ok({ importId: input.importId })
}

export const listImports: HotlineMethods['listImports'] = async ({ input: { placeCode } }) =>
  ok({ imports: (await store.listImports(placeCode)).map(presentImport) })
