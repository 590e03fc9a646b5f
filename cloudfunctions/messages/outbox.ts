import { now as currentTime } from '../platform/clock'
import { describeError, log } from '../platform/log'
import { unseal } from '../platform/sealed'
import type { MessageRow, SubscriptionRow } from './rows'
import { decide, fieldValues, type Template, type Templates, tryAgainAt } from './rules'
import { sendSubscribeMessage } from './send'
import { quietHoursOf } from './settings'
import * as store from './store'
import { configuredTemplates } from './templates'

/**
 * Sends what is due by WeChat, each at least once: a message is leased, sent, and then marked. A crash after sending
 * leaves the lease to run out, and it is sent again; WeChat itself refuses the second one of a `once` template.
 */

/** Longer than the function's timeout of 20 s, so that whoever held a lease is gone when it ends. */
const LEASE_TIME = 60_000
/** Well below that timeout: what is left waits for the next minute. */
const SENDING_TIME = 12_000
const DUE_AT_ONCE = 50
/** WeChat answers in some 100 ms; one after another would be a few dozen messages a minute. */
const SENT_TOGETHER = 10

export async function sendDue(now: number): Promise<number> {
  const templates = configuredTemplates()
  // While the configuration is broken nobody can tell what is wanted: everything waits.
  if (!templates) return 0
  let sent = 0
  for (let isMore = true; isMore; ) {
    const due = await store.listDue(now, DUE_AT_ONCE)
    isMore = due.length === DUE_AT_ONCE
    while (due.length > 0) {
      if (currentTime() > now + SENDING_TIME) return sent
      const together = due.splice(0, SENT_TOGETHER)
      const outcomes = await Promise.all(together.map((message) => settleOne(message, templates, now)))
      sent += outcomes.filter((isSent) => isSent).length
    }
  }
  return sent
}

async function settleOne(message: MessageRow, templates: Templates, now: number): Promise<boolean> {
  const [subscription, quietHours] = await Promise.all([
    store.findSubscription(message.accountId, message.kind),
    quietHoursOf(message.accountId),
  ])
  const agreedTo = subscription?.templateId ?? null
  const decision = decide(message.kind, templates[message.kind], agreedTo, quietHours, now)
  if (decision.act === 'wait') await store.changeDue(message, { dueAt: decision.until })
  if (decision.act === 'notWanted') await store.changeDue(message, { dueAt: null, delivery: 'notWanted' })
  if (decision.act !== 'send' || !subscription) return false
  const leased = { ...message, dueAt: now + LEASE_TIME }
  if (!(await store.changeDue(message, { dueAt: leased.dueAt }))) return false
  return sendOne(leased, subscription, decision.template)
}

async function sendOne(
  message: MessageRow,
  subscription: SubscriptionRow,
  template: Template,
): Promise<boolean> {
  const outcome = await trySending(message, subscription, template)
  if (outcome === 'putOff') return false
  await store.changeDue(message, { dueAt: null, delivery: outcome })
  // A `long` one may have been switched off in WeChat, and can be switched on again there without our knowing.
  if (template.term === 'once') await store.removeSubscription(subscription)
  return outcome === 'sent'
}

async function trySending(message: MessageRow, { _id, openid }: SubscriptionRow, template: Template) {
  try {
    return await sendSubscribeMessage({
      openid: unseal(_id, openid),
      templateId: template.templateId,
      page: message.page,
      values: fieldValues(template, message),
    })
  } catch (error) {
    await putOff(message, error)
    return 'putOff'
  }
}

async function putOff(message: MessageRow, error: unknown): Promise<void> {
  const attempts = message.attempts + 1
  const dueAt = tryAgainAt(attempts, currentTime())
  log('warn', 'message not sent', { messageId: message._id, attempts, error: describeError(error) })
  await store.changeDue(message, { dueAt, attempts, ...(dueAt === null ? { delivery: 'failed' } : {}) })
}
