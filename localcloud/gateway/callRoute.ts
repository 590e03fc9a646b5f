import { type FunctionService, PAYLOAD_BYTES } from '../functions/functionService'
import type { Sessions } from '../wechat/sessions'
import { notFound, type Route, readJsonObject, sendJson, sendJsonText } from './exchange'
import { clientCaller, readOpenid } from './signedIn'

export const CALL_PREFIX = '/call/'

/** `POST /call/<function>`: what `wx.cloud.callFunction` is in the mini-program. */
export const callRoute =
  (functions: FunctionService, sessions: Sessions): Route =>
  async ({ request, response, path }) => {
    const name = path.slice(CALL_PREFIX.length)
    if (!functions.has(name)) throw notFound(`there is no function named ${name}`)
    const caller = clientCaller(request, readOpenid(request, sessions))
    const { text } = await readJsonObject(request, PAYLOAD_BYTES)
    const answer = await functions.invoke(name, text, caller)
    if ('result' in answer) return sendJsonText(response, 200, `{"result":${answer.result}}`)
    sendJson(response, { error: { ...answer.error, requestId: answer.requestId } })
  }
