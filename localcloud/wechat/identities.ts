import { readFileSync } from 'node:fs'
import { isOpenid } from '../functions/callers'

/**
 * People one can be on this machine, instead of signing in with WeChat.
 * Not simulated: WeChat's own login, unionid, several apps, blocked or cancelled accounts.
 */
export interface Identity {
  id: string
  openid: string
  name: string
  description: string
  group: string
  phone?: string
}

/** What may be shown of an identity before one has signed in as it. */
export type PublicIdentity = Pick<Identity, 'id' | 'name' | 'description' | 'group'>

export const publicIdentity = ({ id, name, description, group }: Identity): PublicIdentity => ({
  id,
  name,
  description,
  group,
})

/** Reads people.json: a list of identities. */
export function readIdentities(file: string | undefined): Map<string, Identity> {
  const listed: unknown = file === undefined ? [] : JSON.parse(readFileSync(file, 'utf8'))
  if (!Array.isArray(listed)) throw new Error(`${file}: must hold a list`)
  const identities = new Map<string, Identity>()
  for (const item of listed) {
    if (!isIdentity(item)) throw new Error(`${file}: not an identity: ${JSON.stringify(item)}`)
    if (identities.has(item.id)) throw new Error(`${file}: ${item.id} stands there twice`)
    identities.set(item.id, item)
  }
  return identities
}

function isIdentity(value: unknown): value is Identity {
  if (typeof value !== 'object' || value === null) return false
  const { id, openid, name, description, group, phone } = value as Record<string, unknown>
  const texts = [id, name, description, group, phone ?? '']
  return texts.every((text) => typeof text === 'string') && isOpenid(openid)
}
