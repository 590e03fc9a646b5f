import * as v from 'valibot'
import { id, placeCode, reason, text } from './fields'
import { plain, returns, service } from './method'

/**
 * Keys for the open interface (Open311 GeoReport v2), which other programs read and file reports with over HTTP.
 * Reading needs no key; filing does, and is counted and stopped by it.
 */

export interface ApiKey {
  keyId: string
  /** Who uses it. */
  name: string
  /** First characters, to tell keys apart. */
  hint: string
  createdAt: number
  revokedAt: number | null
  /** Reports filed with it. */
  filed: number
}

const AT = { roles: ['administrator'], at: { input: 'placeCode' } } as const

export const open311 = service({
  listKeys: {
    access: AT,
    writes: false,
    input: v.strictObject({ placeCode: placeCode() }),
    value: returns<{ keys: ApiKey[]; address: string | null }>(),
    errors: {},
  },
  /** The key itself is shown this once; only its hash is kept. Sent again, it is the same key. */
  createKey: {
    access: AT,
    writes: true,
    input: v.strictObject({ placeCode: placeCode(), name: text('使用单位', { min: 2, max: 60 }) }),
    value: returns<{ key: ApiKey; secret: string }>(),
    errors: { too_many_keys: plain },
  },
  revokeKey: {
    access: { roles: ['administrator'], at: 'record' },
    writes: true,
    input: v.strictObject({ keyId: id(), reason: reason() }),
    value: returns<{ key: ApiKey }>(),
    errors: { key_not_found: plain },
  },
})
