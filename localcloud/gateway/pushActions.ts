import type { MediaChecks } from '../wechat/mediaChecks'
import type { MessagePush, WechatMessage } from '../wechat/messagePush'
import { type ControlAction, describeAnswer } from './controlAction'
import { invalidInput, notFound } from './exchange'

export interface PushActionsOptions {
  messagePush: MessagePush
  mediaChecks: Pick<MediaChecks, 'sendAll'>
}

/** Control of what WeChat sends to functions. */
export function pushActions({ messagePush, mediaChecks }: PushActionsOptions): Record<string, ControlAction> {
  return {
    'POST /local/control/push': async ({ message }) => {
      if (!isEvent(message)) throw invalidInput("message must be an object with MsgType 'event' and an Event")
      const pushed = await messagePush.push(message)
      if ('refused' in pushed) throw notFound(pushed.refused)
      return describeAnswer(pushed.answer)
    },
    'POST /local/control/mediaResults': async () => ({ sent: await mediaChecks.sendAll() }),
  }
}

function isEvent(message: unknown): message is WechatMessage {
  const { MsgType, Event } = (message ?? {}) as Partial<WechatMessage>
  return MsgType === 'event' && typeof Event === 'string'
}
