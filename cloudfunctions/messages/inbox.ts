import { PAGE_SIZE, UNREAD_SHOWN } from '../../contract/limits'
import type { Message, messages } from '../../contract/messages'
import { ok } from '../../contract/result'
import type { Methods } from '../platform/serve'
import type { MessageRow } from './rows'
import * as store from './store'

/** What a person sees of the messages to them. */

type MessagesMethods = Methods<typeof messages>

const present = ({ _id, kind, title, line, page, createdAt, isRead }: MessageRow): Message => ({
  messageId: _id,
  kind,
  title,
  line,
  page,
  createdAt,
  isRead,
})

const unreadOf = async (accountId: string): Promise<number> =>
  Math.min(UNREAD_SHOWN, await store.countUnread(accountId))

export const listMessages: MessagesMethods['listMessages'] = async ({ input, caller }) => {
  const [rows, unread] = await Promise.all([
    store.listMessages(caller.accountId, input.after),
    unreadOf(caller.accountId),
  ])
  const shown = rows.slice(0, PAGE_SIZE)
  const next = rows.length > PAGE_SIZE ? (shown.at(-1)?.order ?? null) : null
  return ok({ messages: shown.map(present), unread, next })
}

export const countUnread: MessagesMethods['countUnread'] = async ({ caller }) =>
  ok({ unread: await unreadOf(caller.accountId) })

export const markRead: MessagesMethods['markRead'] = async ({ input, caller }) => {
  await store.markRead(caller.accountId, input.messageIds)
  return ok({ unread: await unreadOf(caller.accountId) })
}
