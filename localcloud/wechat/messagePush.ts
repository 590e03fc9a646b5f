import { existsSync, readFileSync } from 'node:fs'
import type { Answer, FunctionService } from '../functions/functionService'
import type { Log } from '../log'

/**
 * WeChat's message push to functions (云函数接收消息推送): a message is the event of the function that
 * `messagePush.json` names for it, with nobody's openid in the context.
 * Not documented, and so a guess: the SOURCE of such a call (`other` here, "not from WeChat's side" in their table).
 * Not simulated: messages other than events (customer service), sending again what failed, several environments.
 */
export interface MessagePush {
  push(message: WechatMessage): Promise<Pushed>
}

export interface WechatMessage {
  MsgType: string
  Event: string
  [field: string]: unknown
}

export type Pushed = { answer: Answer } | { refused: string }

/** Function names by event name. A missing file means that no message is asked for. */
export function readMessagePush(file: string): Map<string, string> {
  if (!existsSync(file)) return new Map()
  const names: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof names !== 'object' || names === null || Array.isArray(names))
    throw new Error(`${file}: must hold an object`)
  for (const [event, name] of Object.entries(names))
    if (typeof name !== 'string') throw new Error(`${file}: ${event} must name a function`)
  return new Map(Object.entries(names as Record<string, string>))
}

export function createMessagePush(
  receivers: ReadonlyMap<string, string>,
  functions: Pick<FunctionService, 'has' | 'invoke'>,
  log: Log,
): MessagePush {
  function refuse(refused: string): Pushed {
    log({ level: 'error', text: `a message is lost: ${refused}` })
    return { refused }
  }
  return {
    async push(message) {
      const name = receivers.get(message.Event)
      if (name === undefined) return refuse(`messagePush.json names no function for ${message.Event}`)
      if (!functions.has(name))
        return refuse(`there is no function ${name}, which messagePush.json names for ${message.Event}`)
      const caller = { openid: undefined, source: 'other', clientIp: undefined }
      return { answer: await functions.invoke(name, JSON.stringify(message), caller) }
    },
  }
}
