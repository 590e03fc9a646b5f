import type { RoleGrant } from '../platform/access'
import type { Row } from '../platform/database/collection'

/** The first administrator's claim of a deployment: one row under one fixed `_id`. */
export interface ClaimRow extends Row {
  accountId: string
  placeCode: string
}

export type GrantEntry = RoleGrant['history'][number]
