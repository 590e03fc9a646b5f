import { PAGE_SIZE } from '../../contract/limits'
import type { MessageKind, QuietHours } from '../../contract/messages'
import { collection, command } from '../platform/database/collection'
import { keyedName } from '../platform/secrets'
import type { MessageRow, SettingsRow, SubscriptionRow } from './rows'

/** Every query of messages. */

const messages = collection<MessageRow>('messages')
const subscriptions = collection<SubscriptionRow>('subscriptions')
const settings = collection<SettingsRow>('messageSettings')

// Inbox

/** Sorts after every order. */
const NEWEST = '~'

/** Newest first; one more than a page tells whether there is a next one. */
export const listMessages = (
  accountId: string,
  after: string = NEWEST,
  limit = PAGE_SIZE + 1,
): Promise<MessageRow[]> =>
  messages.list({ accountId, order: command.lt(after) }, { orderBy: { order: 'desc' }, limit })

export const countUnread = (accountId: string): Promise<number> =>
  messages.count({ accountId, isRead: false })

/** As many as the database changes at once; who has more unread presses again. */
const READ_AT_ONCE = 1000

/** The person's own, whatever ids are named. */
export const markRead = (accountId: string, messageIds: string[] | undefined): Promise<number> =>
  messages.changeSome(
    { accountId, isRead: false, ...(messageIds ? { _id: command.in(messageIds) } : {}) },
    { isRead: true },
    READ_AT_ONCE,
  )

// Outbox

export const listDue = (now: number, limit: number): Promise<MessageRow[]> =>
  messages.list({ dueAt: command.lte(now) }, { orderBy: { dueAt: 'asc' }, limit })

/** Changes a message of the outbox, if nobody has taken or settled it since it was read. */
export const changeDue = (
  { _id, dueAt }: Pick<MessageRow, '_id' | 'dueAt'>,
  change: Partial<Pick<MessageRow, 'dueAt' | 'attempts' | 'delivery'>>,
): Promise<boolean> => messages.changeOne({ _id, dueAt }, change)

export const pruneMessages = (before: number, limit: number): Promise<number> =>
  messages.removeSome({ createdAt: command.lt(before) }, limit)

// Agreements

export const subscriptionId = (accountId: string, kind: MessageKind): string =>
  keyedName('subscription', accountId, kind)

/** One per kind. */
const SUBSCRIPTIONS_PER_PERSON = 100

export const findSubscription = (accountId: string, kind: MessageKind): Promise<SubscriptionRow | null> =>
  subscriptions.find(subscriptionId(accountId, kind))

export const listSubscriptions = (accountId: string): Promise<SubscriptionRow[]> =>
  subscriptions.list({ accountId }, { limit: SUBSCRIPTIONS_PER_PERSON })

/** Puts it in place of an earlier agreement. Between the two steps that one may have been used up. */
export async function keepSubscription(subscription: SubscriptionRow): Promise<void> {
  const { _id, templateId, openid, agreedAt } = subscription
  if ((await subscriptions.insert(subscription)) === 'inserted') return
  if (await subscriptions.changeOne({ _id }, { templateId, openid, agreedAt })) return
  await subscriptions.insert(subscription)
}

/** Only the agreement that was used, not one given since. */
export const removeSubscription = ({ _id, agreedAt }: SubscriptionRow): Promise<boolean> =>
  subscriptions.remove({ _id, agreedAt })

// Quiet hours

export const findSettings = (accountId: string): Promise<SettingsRow | null> => settings.find(accountId)

export async function keepQuietHours(
  accountId: string,
  quietHours: QuietHours | null,
  changedAt: number,
): Promise<void> {
  const row = { _id: accountId, quietHours, changedAt }
  if ((await settings.insert(row)) === 'duplicate')
    await settings.changeOne({ _id: accountId }, { quietHours: command.set(quietHours), changedAt })
}

// Forgetting

const REMOVED_AT_ONCE = 500

/** What is younger belongs to a person who came back. */
export async function forgetPerson(accountId: string, until: number): Promise<void> {
  const past = command.lte(until)
  while ((await messages.removeSome({ accountId, createdAt: past }, REMOVED_AT_ONCE)) > 0);
  while ((await subscriptions.removeSome({ accountId, agreedAt: past }, REMOVED_AT_ONCE)) > 0);
  await settings.remove({ _id: accountId, changedAt: past })
}
