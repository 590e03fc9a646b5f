import { isOpenid } from '../../functions/callers'
import type { MessageBox } from '../messageBox'
import { failWith, INVALID_ARGUMENTS, INVALID_OPENID, type StandIn } from './standIn'

/**
 * `subscribeMessage.send`: the message lies in the person's box and is shown by the local panel.
 * Not simulated: asking for consent (everyone has agreed to everything; a rule can answer 43101), templates and the
 * kinds of their fields, daily caps, the state of the mini-program that the message opens.
 */
export const subscribeMessageStandIn =
  (box: MessageBox, now: () => number): StandIn =>
  ({ parameters }) => {
    const { touser, template_id: templateId, page = '' } = parameters
    const values = readValues(parameters.data)
    if (!isOpenid(touser)) return failWith(INVALID_OPENID, 'invalid openid')
    if (typeof templateId !== 'string' || templateId === '') return failWith(40037, 'invalid template_id')
    if (typeof page !== 'string' || !values) return failWith(INVALID_ARGUMENTS, 'invalid args')
    box.deliver(touser, { templateId, page, values, sentAt: now() })
    return { errcode: 0 }
  }

function readValues(given: unknown): Record<string, string> | undefined {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined
  const values: Record<string, string> = {}
  for (const [key, field] of Object.entries(given)) {
    const text = (field as { value?: unknown } | null)?.value
    if (typeof text !== 'string' && typeof text !== 'number') return undefined
    values[key] = String(text)
  }
  return values
}
