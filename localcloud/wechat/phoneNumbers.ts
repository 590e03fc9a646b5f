import { createHash, randomBytes } from 'node:crypto'
import type { CloudClock } from '../clock'

/**
 * Phone numbers and the codes that WeChat's getPhoneNumber button gives: five minutes, once.
 * Not simulated: the person declining, charging per number, the real-time variant, numbers outside mainland China.
 * Codes, and numbers set through control, are forgotten at a restart.
 */
export interface PhoneNumbers {
  setNumber(openid: string, number: string): void
  issueCode(openid: string): string
  /** Gives a code's number and uses the code up; undefined when it is unknown, used or too old. */
  redeemCode(code: unknown): string | undefined
}

const CODE_LIFE = 5 * 60_000

export function createPhoneNumbers(clock: CloudClock): PhoneNumbers {
  const numbers = new Map<string, string>()
  const codes = new Map<string, { openid: string; expires: number }>()

  function forgetExpired(): void {
    for (const [code, { expires }] of codes) {
      if (expires > clock.now()) break
      codes.delete(code)
    }
  }

  return {
    setNumber: (openid, number) => void numbers.set(openid, number),
    issueCode(openid) {
      forgetExpired()
      const code = randomBytes(32).toString('hex')
      codes.set(code, { openid, expires: clock.now() + CODE_LIFE })
      return code
    },
    redeemCode(code) {
      const issued = typeof code === 'string' ? codes.get(code) : undefined
      if (!issued) return undefined
      codes.delete(code as string)
      if (issued.expires <= clock.now()) return undefined
      return numbers.get(issued.openid) ?? inventedNumber(issued.openid)
    },
  }
}

/** Somebody made on the fly always has the same number; nothing is ever sent to it. */
function inventedNumber(openid: string): string {
  const digest = createHash('sha256').update(openid).digest()
  return `199${String(digest.readUInt32BE(0) % 100_000_000).padStart(8, '0')}`
}

export const isPhoneNumber = (value: unknown): value is string =>
  typeof value === 'string' && /^1\d{10}$/.test(value)
