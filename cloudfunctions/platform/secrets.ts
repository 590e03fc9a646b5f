import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Keyed names. Everything that must not lead back to a person or be guessed is an HMAC-SHA-256 with a key that
 * lives in the function's environment (GONGZHI_SECRET), never in the database.
 */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Crockford base32 (no I, L, O, U), most significant bit first. */
export function base32(bytes: Uint8Array, length: number): string {
  let bits = 0
  let pending = 0
  let text = ''
  for (const byte of bytes) {
    pending = (pending << 8) | byte
    bits += 8
    while (bits >= 5 && text.length < length) {
      bits -= 5
      text += ALPHABET[(pending >>> bits) & 31]
    }
    pending &= (1 << bits) - 1
  }
  return text
}

export function masterKey(): string {
  const key = process.env.GONGZHI_SECRET
  if (!key || key.length < 32)
    throw new Error('GONGZHI_SECRET is missing or shorter than 32 characters: set it for every function')
  return key
}

/** A 26-character (130-bit) name for `parts`, different for every `purpose`, meaningless without the key. */
export function keyedName(purpose: string, ...parts: string[]): string {
  return base32(
    createHmac('sha256', masterKey())
      .update(JSON.stringify([purpose, ...parts]))
      .digest(),
    26,
  )
}

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** Compares secrets without telling by the time it takes where they differ. */
export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(
    createHash('sha256').update(given).digest(),
    createHash('sha256').update(expected).digest(),
  )
}
