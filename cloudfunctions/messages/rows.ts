import type { MessageKind, QuietHours } from '../../contract/messages'
import type { Row } from '../platform/database/collection'

export type { MessageRow } from '../platform/messages'

/** That a person agreed to be sent a kind of message. `_id` is derived from person and kind. */
export interface SubscriptionRow extends Row {
  accountId: string
  kind: MessageKind
  /** The template that was agreed to; WeChat's consent is for one template. */
  templateId: string
  /** Sealed for this row: a message must be addressed to it, and nobody else may read it. */
  openid: string
  agreedAt: number
}

/** `_id` is the account's. Without a row, messages wait through the default quiet hours. */
export interface SettingsRow extends Row {
  quietHours: QuietHours | null
  changedAt: number
}
