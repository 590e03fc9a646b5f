import { BLOCK, bytesOf, sha256Bytes } from './sha256'

/** HMAC-SHA-256 [RFC 2104], for codes that a phone makes without a network. */

const INNER = 0x36
const OUTER = 0x5c

const hashed = (pad: Uint8Array, message: ArrayLike<number>): Uint8Array => {
  const whole = new Uint8Array(pad.length + message.length)
  whole.set(pad)
  whole.set(message, pad.length)
  return sha256Bytes(whole)
}

/** In 32 bytes. A text is taken as UTF-8. */
export const hmacSha256 = (key: Uint8Array, message: string | Uint8Array): Uint8Array => {
  const whole = new Uint8Array(BLOCK)
  whole.set(key.length > BLOCK ? sha256Bytes(key) : key)
  const padOf = (by: number) => whole.map((byte) => byte ^ by)
  return hashed(padOf(OUTER), hashed(padOf(INNER), typeof message === 'string' ? bytesOf(message) : message))
}

/** Two hexadecimal digits each. */
export const bytesOfHex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
