import type { MessageKind } from '../../contract/messages'
import { collection, type Row, type Transaction } from './database/collection'
import { keyedName } from './secrets'

/**
 * `notify`: one message to one person. Its row is what the inbox shows and what the outbox sends, so writing it is
 * all that can be lost or doubled: its `_id` is derived from what it is about, and whoever writes it does so in the
 * transaction of the record that it tells of, or from a job that comes again. The messages function sends it.
 */
export interface MessageRow extends Row {
  accountId: string
  kind: MessageKind
  title: string
  line: string
  page: string | null
  createdAt: number
  /** Time and id in one text: the order of the inbox. */
  order: string
  isRead: boolean
  /** When the outbox looks at it next; null when it has nothing more to do. */
  dueAt: number | null
  attempts: number
  /** `notWanted`: no agreement, or WeChat says it was taken back. */
  delivery: 'waiting' | 'sent' | 'notWanted' | 'failed'
}

export interface Notice {
  accountId: string
  kind: MessageKind
  /** What it is about; the same person is told the same thing about it once. */
  about: string
  title: string
  line: string
  page: string | null
}

function rowOf({ about, ...notice }: Notice, now: number): MessageRow {
  const _id = keyedName('message', notice.accountId, notice.kind, about)
  const order = `${String(now).padStart(13, '0')}-${_id}`
  return {
    ...notice,
    _id,
    createdAt: now,
    order,
    isRead: false,
    dueAt: now,
    attempts: 0,
    delivery: 'waiting',
  }
}

/** Together with the record that it tells of. A message that exists stays as it is, read or unread. */
export async function notifyIn(transaction: Transaction, notice: Notice, now: number): Promise<void> {
  const row = rowOf(notice, now)
  if (!(await transaction.find<MessageRow>('messages', row._id))) await transaction.put('messages', row)
}

/** For jobs and calls that are tried again until they succeed. */
export const notify = (notice: Notice, now: number) =>
  collection<MessageRow>('messages').insert(rowOf(notice, now))
