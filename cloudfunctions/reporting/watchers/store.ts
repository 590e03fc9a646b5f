import type { CaseRow, CaseWatcherRow } from '../../platform/cases/rows'
import { collection, command, inTransaction, type Transaction } from '../../platform/database/collection'
import { keyedName } from '../../platform/secrets'

/** Every query about who joined or follows a case. `joined` of the case changes in one transaction with its watcher. */

const watchers = collection<CaseWatcherRow>('caseWatchers')

export type WatcherRelation = CaseWatcherRow['relation']

/** One for each case and person, so nobody counts twice. */
const watcherId = (caseId: string, accountId: string): string => keyedName('caseWatcher', caseId, accountId)

export const findWatcher = (caseId: string, accountId: string): Promise<CaseWatcherRow | null> =>
  watchers.find(watcherId(caseId, accountId))

interface Watching {
  accountId: string
  relation: WatcherRelation
  now: number
  /** Whether the case, as it is at this moment, can be joined or followed. */
  may: (row: CaseRow) => boolean
}

/** The case that it was about in the end; null: there is none. */
export type Watched = { row: CaseRow; relation: WatcherRelation | null } | null

/** Where a case has gone by merging: itself, or the end of the chain. */
async function findGoal(transaction: Transaction, caseId: string): Promise<CaseRow | null> {
  const row = await transaction.find<CaseRow>('cases', caseId)
  return row?.mergedInto ? findGoal(transaction, row.mergedInto) : row
}

/** Somebody who follows may join later; who joined does not cease to by following. */
export const watch = (caseId: string, { accountId, relation, now, may }: Watching): Promise<Watched> =>
  inTransaction(async (transaction) => {
    const row = await findGoal(transaction, caseId)
    if (!row) return null
    const _id = watcherId(row._id, accountId)
    const before = await transaction.find<CaseWatcherRow>('caseWatchers', _id)
    if (before?.relation === 'joined' || before?.relation === relation)
      return { row, relation: before.relation }
    if (!may(row)) return { row, relation: before?.relation ?? null }
    const since = before?.since ?? now
    const order = `${String(since).padStart(13, '0')}-${_id}`
    await transaction.put('caseWatchers', { _id, caseId: row._id, accountId, relation, since, order })
    return { row: await counted(transaction, row, relation === 'joined' ? 1 : 0), relation }
  })

/** A second time changes nothing. */
export const unwatch = (caseId: string, accountId: string): Promise<Watched> =>
  inTransaction(async (transaction) => {
    const row = await findGoal(transaction, caseId)
    return row && { row: await leaveIn(transaction, row, accountId), relation: null }
  })

/** Of this very case, wherever it has gone. */
export const leave = (caseId: string, accountId: string): Promise<unknown> =>
  inTransaction(async (transaction) => {
    const row = await transaction.find<CaseRow>('cases', caseId)
    return row
      ? leaveIn(transaction, row, accountId)
      : transaction.remove('caseWatchers', watcherId(caseId, accountId))
  })

async function leaveIn(transaction: Transaction, row: CaseRow, accountId: string): Promise<CaseRow> {
  const _id = watcherId(row._id, accountId)
  const before = await transaction.find<CaseWatcherRow>('caseWatchers', _id)
  if (!before) return row
  await transaction.remove('caseWatchers', _id)
  return counted(transaction, row, before.relation === 'joined' ? -1 : 0)
}

/** No step of the case: nobody who is looking at it is disturbed by one more. */
async function counted(transaction: Transaction, row: CaseRow, by: number): Promise<CaseRow> {
  if (by === 0) return row
  const after = { ...row, joined: row.joined + by }
  await transaction.put('cases', after)
  return after
}

export const WATCHERS_AT_ONCE = 100

/** In the order of ids; `after` is the last one seen. */
export const listWatchers = (caseId: string, after: string): Promise<CaseWatcherRow[]> =>
  watchers.list(
    { caseId, _id: command.gt(after) },
    { orderBy: { caseId: 'asc', _id: 'asc' }, limit: WATCHERS_AT_ONCE },
  )

/** Of a case that goes; true once there are none left. */
export const removeWatchers = async (caseId: string): Promise<boolean> =>
  (await watchers.removeSome({ caseId }, WATCHERS_AT_ONCE)) < WATCHERS_AT_ONCE

/** Newest first; `before` is the order of the last one seen. */
export const listWatchedBy = (
  accountId: string,
  before: string | undefined,
  limit: number,
): Promise<CaseWatcherRow[]> =>
  watchers.list(
    { accountId, ...(before ? { order: command.lt(before) } : {}) },
    { orderBy: { order: 'desc' }, limit },
  )
