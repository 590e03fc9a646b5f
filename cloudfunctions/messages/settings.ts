import type { MessageKind, MessageTemplate, messages, QuietHours } from '../../contract/messages'
import { fail, ok } from '../../contract/result'
import { seal } from '../platform/sealed'
import type { Methods } from '../platform/serve'
import { DEFAULT_QUIET_HOURS, type Template } from './rules'
import * as store from './store'
import { configuredTemplates } from './templates'

/** What a person wants to be sent, and when. */

type MessagesMethods = Methods<typeof messages>

export async function quietHoursOf(accountId: string): Promise<QuietHours | null> {
  const kept = await store.findSettings(accountId)
  return kept ? kept.quietHours : DEFAULT_QUIET_HOURS
}

export const getSettings: MessagesMethods['getSettings'] = async ({ caller }) => {
  const [subscriptions, quietHours] = await Promise.all([
    store.listSubscriptions(caller.accountId),
    quietHoursOf(caller.accountId),
  ])
  const agreedTo = new Set(subscriptions.map(({ templateId }) => templateId))
  const configured = Object.entries(configuredTemplates() ?? {}) as [MessageKind, Template][]
  const templates: MessageTemplate[] = configured.map(([kind, { templateId, term }]) => ({
    kind,
    templateId,
    term,
    isAgreed: agreedTo.has(templateId),
  }))
  return ok({ templates, quietHours })
}

export const setQuietHours: MessagesMethods['setQuietHours'] = async ({ input, caller, now }) => {
  await store.keepQuietHours(caller.accountId, input.quietHours, now)
  return ok({ quietHours: input.quietHours })
}

/** An agreement that was used up meanwhile is kept again by a repeat; WeChat then refuses the message, and it goes. */
export const agree: MessagesMethods['agree'] = async ({ input, caller, now }) => {
  const { kind, templateId } = input
  if (configuredTemplates()?.[kind]?.templateId !== templateId) return fail({ code: 'template_not_found' })
  const { accountId, openid } = caller
  const _id = store.subscriptionId(accountId, kind)
  await store.keepSubscription({ _id, accountId, kind, templateId, openid: seal(_id, openid), agreedAt: now })
  return ok({ isAgreed: true })
}
