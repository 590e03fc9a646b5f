import { cloud } from './database/connection'
import { keyedName } from './secrets'

/**
 * Who is calling, from the platform's context: in WeChat the platform names the person; at a desk the session does,
 * which the same person confirmed in WeChat. Nothing of it is ever read from a method's input.
 */
export interface Caller {
  /** Stable keyed name of the WeChat account, or null when nobody is signed in. */
  accountId: string | null
  /** Needed only for WeChat's own interfaces; never leaves the cloud. Unknown at a desk. */
  openid: string | null
  /** A person in the mini-program, a browser, a timer of ours, or none of these (another function, a push). */
  kind: 'person' | 'desk' | 'timer' | 'other'
  requestAddress: string | null
  /** The session of a desk, and the device it was opened on. */
  session: { id: string; device: string } | null
}

export interface SignedInCaller extends Caller {
  accountId: string
}

export interface WechatCaller extends SignedInCaller {
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
    session: null,
  }
}

export const isSignedIn = (caller: Caller): caller is SignedInCaller =>
  caller.accountId !== null && (caller.kind === 'person' || caller.kind === 'desk')

/** What the audit trail says of where an act came from. */
export const originOf = ({ kind, requestAddress, session }: Caller): string =>
  [kind === 'desk' ? `desk ${session?.device ?? ''}` : 'wechat', requestAddress ?? '']
    .join(' · ')
    .slice(0, 120)
