import { type Identity, publicIdentity } from '../wechat/identities'
import type { MessageBox } from '../wechat/messageBox'
import type { PhoneNumbers } from '../wechat/phoneNumbers'
import type { Sessions } from '../wechat/sessions'
import { notFound, type Route, readJsonObject, sendJson } from './exchange'
import { requireOpenid } from './signedIn'

export interface LocalRoutesOptions {
  identities: ReadonlyMap<string, Identity>
  sessions: Sessions
  numbers: PhoneNumbers
  box: MessageBox
}

const BODY_BYTES = 65_536

/** What exists on one machine only, in place of the WeChat app: choosing who one is, the phone button, the inbox. */
export function localRoutes({
  identities,
  sessions,
  numbers,
  box,
}: LocalRoutesOptions): Record<string, Route> {
  return {
    'GET /local/health': ({ response }) => sendJson(response, { status: 'ok' }),
    'GET /local/identities': ({ response }) =>
      sendJson(response, { identities: [...identities.values()].map(publicIdentity) }),
    'POST /local/sign-in': async ({ request, response }) => {
      const { value } = await readJsonObject(request, BODY_BYTES)
      const identity = identities.get(String(value.identityId))
      if (!identity) throw notFound('there is no such identity')
      sendJson(response, { token: sessions.open(identity.openid), identity: publicIdentity(identity) })
    },
    'POST /local/phone-code': ({ request, response }) =>
      sendJson(response, { code: numbers.issueCode(requireOpenid(request, sessions)) }),
    'GET /local/messages': ({ request, response }) =>
      sendJson(response, { messages: box.messagesOf(requireOpenid(request, sessions)) }),
  }
}
