import type { Row } from '../platform/database/collection'

/** A browser that asks to be signed in; `_id` is the code that it shows. */
export interface DeskSignInRow extends Row {
  secretHash: string
  device: string
  requestAddress: string
  requestedAt: number
  expiresAt: number
  state: 'waiting' | 'confirmed' | 'refused'
  /** Who answered, and when. */
  accountId: string | null
  answeredAt: number | null
}

export interface ConfirmedRow extends DeskSignInRow {
  accountId: string
  answeredAt: number
}
