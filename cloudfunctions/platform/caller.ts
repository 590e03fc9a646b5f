import { cloud } from './database/connection'
import { keyedName } from './secrets'

/** Who is calling, from the platform's context alone. Nothing of it is ever read from a request. */
export interface Caller {
  /** Stable keyed name of the WeChat account, or null when nobody is signed in. */
  accountId: string | null
  /** Needed only to send a message to this person; never leaves the cloud. */
  openid: string | null
  /** A person in the mini-program, a timer of ours, another function, or none of these. */
  kind: 'person' | 'timer' | 'other'
  requestAddress: string | null
}

export interface SignedInCaller extends Caller {
  accountId: string
  openid: string
}

// `wx_devtools` is the simulator of a signed-in developer of this mini-program.
const PERSON_SOURCES = new Set(['wx_client', 'wx_devtools'])

export const accountIdOf = (openid: string): string => keyedName('account', openid)

/** Must be called inside the handler: the platform sets the context anew for every event. */
export function readCaller(): Caller {
  const context = cloud.getWXContext() as Record<string, unknown>
  const source = String(context.SOURCE ?? '')
  const openid = typeof context.OPENID === 'string' && context.OPENID !== '' ? context.OPENID : null
  return {
    accountId: openid === null ? null : accountIdOf(openid),
    openid,
    kind: source === 'wx_trigger' ? 'timer' : PERSON_SOURCES.has(source) ? 'person' : 'other',
    requestAddress: String(context.CLIENTIP ?? context.CLIENTIPV6 ?? '') || null,
  }
}

export const isSignedIn = (caller: Caller): caller is SignedInCaller =>
  caller.accountId !== null && caller.openid !== null
