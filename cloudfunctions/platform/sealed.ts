import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { masterKey } from './secrets'

/**
 * Contact data at rest: AES-256-GCM with a key that is derived from the function's environment and never stored.
 * `owner` (a row's id) is bound into the seal, so that a sealed value copied into another row cannot be opened.
 */

const VERSION = 'v1'
const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

const sealingKey = (): Buffer => createHmac('sha256', masterKey()).update('sealed contact data').digest()

/** `v1.<base64url of nonce, ciphertext and tag>` */
export function seal(owner: string, text: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, sealingKey(), nonce, { authTagLength: TAG_BYTES }).setAAD(
    Buffer.from(owner),
  )
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `${VERSION}.${sealed.toString('base64url')}`
}

/** Throws when it was sealed for another owner, with another key, or has been changed. */
export function unseal(owner: string, sealed: string): string {
  const [version, body = ''] = sealed.split('.')
  if (version !== VERSION) throw new Error('not a sealed value of a known version')
  const bytes = Buffer.from(body, 'base64url')
  const nonce = bytes.subarray(0, NONCE_BYTES)
  // With its length fixed, a tag that was cut short to be guessed is refused.
  const decipher = createDecipheriv(CIPHER, sealingKey(), nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(owner))
    .setAuthTag(bytes.subarray(-TAG_BYTES))
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString(
    'utf8',
  )
}
