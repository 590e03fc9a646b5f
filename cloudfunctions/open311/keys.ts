import { API_KEYS_PER_PLACE } from '../../contract/limits'
import type { ApiKey, open311 } from '../../contract/open311'
import { fail, ok } from '../../contract/result'
import { placeFields } from '../platform/places'
import { keyedName } from '../platform/secrets'
import type { Methods } from '../platform/serve'
import type { ApiKeyRow } from './rows'
import * as store from './store'

/** Keys: made, listed, revoked. */

type KeyMethods = Methods<typeof open311>

const HINT_LENGTH = 4

const present = (row: ApiKeyRow, filed: number): ApiKey => ({
  keyId: row._id,
  name: row.name,
  hint: row.hint,
  createdAt: row.createdAt,
  revokedAt: row.revokedAt,
  filed,
})

/** What the audit trail keeps of a key. */
const traced = ({ name, placeCode, hint, revokedAt }: ApiKeyRow) => ({ name, placeCode, hint, revokedAt })

/** Derived with the deployment's own key, so that the same request gives the same secret though none is kept. */
const secretOf = (keyId: string): string => keyedName('apiKeySecret', keyId)

export const secretName = (secret: string): string => keyedName('apiKeyName', secret)

/** Where the interface is found from outside, where the deployment names it: without `/` at the end. */
export const ownAddress = (): string | null => process.env.OPEN311_ADDRESS?.replace(/\/+$/, '') || null

export const listKeys: KeyMethods['listKeys'] = async ({ input: { placeCode } }) => {
  const rows = await store.listKeys(placeCode)
  const filed = await store.countFiled(rows.map(({ _id }) => _id))
  return ok({ keys: rows.map((row) => present(row, filed.get(row._id) ?? 0)), address: ownAddress() })
}

export const createKey: KeyMethods['createKey'] = async ({ input, caller, requestId, now, note }) => {
  const { accountId } = caller
  const _id = keyedName('apiKey', accountId, requestId)
  const secret = secretOf(_id)
  const row: ApiKeyRow = {
    ...placeFields(input.placeCode),
    _id,
    name: input.name,
    placeCode: input.placeCode,
    secretName: secretName(secret),
    hint: secret.slice(0, HINT_LENGTH),
    createdAt: now,
    revokedAt: null,
    history: [{ act: 'created', requestId, accountId, at: now, reason: null }],
  }
  const kept = await store.keepKey(row, API_KEYS_PER_PLACE)
  if (kept === 'too_many') return fail({ code: 'too_many_keys' })
  note({ subject: `apiKey/${_id}`, before: null, after: traced(kept) })
  return ok({ key: present(kept, 0), secret })
}

export const placeOfKey = async ({ keyId }: { keyId: string }): Promise<string | null> =>
  (await store.findKey(keyId))?.placeCode ?? null

export const revokeKey: KeyMethods['revokeKey']['run'] = async ({ input, caller, requestId, now, note }) => {
  const entry = {
    act: 'revoked' as const,
    requestId,
    accountId: caller.accountId,
    at: now,
    reason: input.reason,
  }
  const { before, after } = await store.revokeKey(input.keyId, entry)
  if (!before || !after) return fail({ code: 'key_not_found' })
  note({ subject: `apiKey/${after._id}`, before: traced(before), after: traced(after) })
  const filed = await store.countFiled([after._id])
  return ok({ key: present(after, filed.get(after._id) ?? 0) })
}
