import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** Signs what this cloud gives out and later takes back: sessions, links, upload tickets. */
export interface Signer {
  /** `purpose` keeps a signature made for one thing from being taken for another. */
  sign(purpose: string, text: string): string
  verify(purpose: string, text: string, signature: string): boolean
}

/** The key is made once and stays in the data folder, so that sessions survive a restart. */
export function openSigner(file: string): Signer {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
  if (key.length !== 32) throw new Error(`${file}: the secret is damaged; delete it and sign in again`)
  const sign = (purpose: string, text: string): string =>
    createHmac('sha256', key).update(purpose).update('\0').update(text).digest('base64url')
  return { sign, verify: (purpose, text, signature) => isSameText(signature, sign(purpose, text)) }
}

/** Compares secrets without telling by the time it takes where they differ. */
export function isSameText(given: string, expected: string): boolean {
  if (given.length !== expected.length) return false
  return timingSafeEqual(hash(given), hash(expected))
}

const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
