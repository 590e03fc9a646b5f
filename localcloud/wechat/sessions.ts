import { isOpenid } from '../functions/callers'
import type { Signer } from '../secret'

/** Session tokens: who the holder is and until when, signed. Nothing is stored, so they survive a restart. */
export interface Sessions {
  open(openid: string): string
  /** The openid; undefined for a token that is forged, damaged or too old. */
  read(token: string): string | undefined
}

const LIFE = 12 * 3_600_000
const PURPOSE = 'session'

/** Sessions follow the real time, not the cloud's movable clock: moving it must sign nobody out. */
export function createSessions(signer: Signer, now: () => number = Date.now): Sessions {
  return {
    open(openid) {
      const body = `${openid}.${(now() + LIFE).toString(36)}`
      return `${body}.${signer.sign(PURPOSE, body)}`
    },
    read(token) {
      const [openid = '', expires = '', signature = '', ...rest] = token.split('.')
      if (rest.length > 0 || !signer.verify(PURPOSE, `${openid}.${expires}`, signature)) return undefined
      return Number.parseInt(expires, 36) > now() && isOpenid(openid) ? openid : undefined
    },
  }
}
