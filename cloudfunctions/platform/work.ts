import type { WorkItem } from '../../contract/administration'
import { REVIEW_TIME } from '../../contract/limits'
import type { WorkKind } from '../../contract/workKinds'
import { collection, command, type Row, type Transaction } from './database/collection'
import { type PlaceFields, placeFields } from './places'

/**
 * What waits for staff. One row per piece of work, beside the record that it is about, so that the workbench asks
 * one collection however many kinds there are. A feature opens work in the same transaction as its record (or from
 * a job that comes again), and ends it the same way. `_id` is kind and subject: opened twice, it is there once.
 */
export interface WorkRow extends Row, PlaceFields, Omit<WorkItem, 'workId'> {
  /** While waiting its start, when done its end, with the id: the order of lists. */
  order: string
}

export interface NewWork {
  kind: WorkKind
  subjectId: string
  title: string
  line: string
  placeCode: string
  since: number
  dueAt?: number
}

export const workId = (kind: WorkKind, subjectId: string): string => `${kind}-${subjectId}`

const orderOf = (time: number, id: string): string => `${String(time).padStart(13, '0')}-${id}`

function newRow({ dueAt, ...work }: NewWork): WorkRow {
  const _id = workId(work.kind, work.subjectId)
  return {
    ...work,
    ...placeFields(work.placeCode),
    _id,
    order: orderOf(work.since, _id),
    dueAt: dueAt ?? work.since + REVIEW_TIME,
    isWaiting: true,
    doneAt: null,
  }
}

const ended = (row: WorkRow, now: number): WorkRow => ({
  ...row,
  isWaiting: false,
  doneAt: now,
  order: orderOf(now, row._id),
})

/** Opens work together with its record. Work that had been done waits again. */
export const openWorkIn = (transaction: Transaction, work: NewWork): Promise<void> =>
  transaction.put('work', newRow(work))

/** Ends work together with its record; nothing happens when there is none. */
export async function endWorkIn(
  transaction: Transaction,
  kind: WorkKind,
  subjectId: string,
  now: number,
): Promise<void> {
  const row = await transaction.find<WorkRow>('work', workId(kind, subjectId))
  if (row?.isWaiting) await transaction.put('work', ended(row, now))
}

/** For jobs, which come again: opens work once. */
export const openWork = (work: NewWork) => collection<WorkRow>('work').insert(newRow(work))

/** For jobs and repeated calls: ends work that still waits. */
export const endWork = (kind: WorkKind, subjectId: string, now: number): Promise<boolean> => {
  const _id = workId(kind, subjectId)
  return collection<WorkRow>('work').changeOne(
    { _id, isWaiting: command.eq(true) },
    { isWaiting: false, doneAt: now, order: orderOf(now, _id) },
  )
}
