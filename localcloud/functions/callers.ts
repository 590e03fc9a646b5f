/** Who a call comes from. Never taken from the event: the gateway knows it from the session, nested calls from the call they are part of. */
export interface Caller {
  /** Absent for timers and for people who have not signed in. */
  openid: string | undefined
  /** How the call arrived, as `getWXContext().SOURCE` tells it: `wx_client`, `wx_trigger`, `wx_client,scf` … */
  source: string
  clientIp: string | undefined
}

/** One event being served. Its id is the opaque token that the SDK sends along with everything the function asks for. */
export interface Invocation {
  id: string
  functionName: string
  caller: Caller
}

/**
 * `getWXContext()` turns text of digits alone into a number and so into another person: refused here, as real
 * openids always contain letters.
 */
export const isOpenid = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]{1,64}$/.test(value) && /[A-Za-z]/.test(value)
