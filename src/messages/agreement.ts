import type { MessageTemplate } from '@contract/messages'
import Taro from '@tarojs/taro'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'

/** Consent to be sent a message by WeChat. */

/** What WeChat's dialogue takes at once. */
const ASKED_AT_ONCE = 3
const REFUSED = '你没有同意接收微信通知。需要时可以再点一次。'

type Ask = (templates: MessageTemplate[]) => Promise<MessageTemplate[]>

/** WeChat mixes no templates for one message with those for many. */
const askable = (templates: MessageTemplate[]): MessageTemplate[] =>
  templates.filter(({ term }) => term === templates[0]?.term).slice(0, ASKED_AT_ONCE)

const askWechat: Ask = async (templates) => {
  const asked = askable(templates)
  const answer = (await Taro.requestSubscribeMessage({
    tmplIds: asked.map(({ templateId }) => templateId),
    entityIds: [],
  })) as unknown as Record<string, string>
  return asked.filter(({ templateId }) => answer[templateId] === 'accept')
}

/** Outside WeChat there is no dialogue: pressing the button is the consent. */
const ask: Ask = process.env.TARO_ENV === 'weapp' ? askWechat : (templates) => Promise.resolve(templates)

/**
 * Asks, and tells the cloud what was agreed to. Null: agreed; otherwise a sentence that says why not. Must be called
 * at once in a tap, with templates that were loaded before it: after waiting, WeChat opens no dialogue.
 */
export const askToSend = async (templates: MessageTemplate[]): Promise<string | null> => {
  if (templates.length === 0) return REFUSED
  const accepted = await ask(templates).catch(() => [])
  if (accepted.length === 0) return REFUSED
  const answers = await Promise.all(
    accepted.map(({ kind, templateId }) =>
      call('messages', 'agree', { kind, templateId }, { requestId: newRequestId() }),
    ),
  )
  const failed = answers.find((answer) => !answer.ok)
  return failed && !failed.ok ? errorText(failed.error) : null
}
