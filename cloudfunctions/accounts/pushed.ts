import { loadGrants } from '../platform/access'
import type { Background, PushedMessage } from '../platform/background'
import { accountIdOf } from '../platform/caller'
import { log } from '../platform/log'
import { forgetEverywhere } from './ownData'
import { isPhoneRevoked } from './rules'
import * as store from './store'

/** What WeChat tells about people who take something back: the platform's rules demand that it is deleted here. */
export const events: NonNullable<Background['events']> = {
  user_authorization_revoke: async (message, now) => {
    const accountId = accountOf(message)
    // Nicknames, pictures and places are not kept: of what can be revoked, only the phone number is.
    if (accountId !== null && isPhoneRevoked(message.RevokeInfo)) await store.removePhone(accountId, now)
  },

  user_authorization_cancellation: async (message, now) => {
    const accountId = accountOf(message)
    if (accountId === null) return
    const held = await loadGrants(accountId, now)
    // Roles belong to the office: an administrator ends them.
    if (held.length > 0) log('warn', 'account of staff cancelled', { accountId, roles: held.length })
    // WeChat sends a message again when it was not answered in time.
    await forgetEverywhere(accountId, `cancelled-${String(message.CreateTime ?? now)}`, now)
  },

  /** Names and pictures of WeChat are not kept. */
  user_info_modified: async () => undefined,
}

function accountOf({ OpenID: openid, Event: event }: PushedMessage): string | null {
  if (typeof openid === 'string' && openid !== '') return accountIdOf(openid)
  log('warn', 'message without a person', { event })
  return null
}
