import type { Row } from '../platform/database/collection'
import type { PlaceFields } from '../platform/places'

/** A key of the open interface. `_id` is derived from who made it by which request. */
export interface ApiKeyRow extends Row, PlaceFields {
  name: string
  /** What it files lies here. */
  placeCode: string
  /** Keyed hash of the secret, under a unique index. The secret itself is kept nowhere. */
  secretName: string
  hint: string
  createdAt: number
  revokedAt: number | null
  history: {
    act: 'created' | 'revoked'
    requestId: string
    accountId: string
    at: number
    reason: string | null
  }[]
}

/** How many keys of a place may be used: changed with them. `_id` is the place. */
export interface ApiKeyCountRow extends Row {
  active: number
}

/**
 * What a key has filed. `_id` is derived from the key and the client's own id of the report, or else its words; so the
 * same report sent again leads to the same case.
 */
export interface ApiFilingRow extends Row {
  keyId: string
  caseId: string
  filedAt: number
  /** Cases that have come of it: more than one where the same words were sent again much later. */
  times: number
}
