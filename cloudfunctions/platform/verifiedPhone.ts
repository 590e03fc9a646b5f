import { collection, type Row } from './database/collection'

/** What is kept of a person: a keyed hash of the verified number and a mask for the owner to recognise it by. */
export interface AccountRow extends Row {
  phoneKey: string
  phoneMask: string
  verifiedAt: number
  requestId: string
}

export const findAccount = (accountId: string): Promise<AccountRow | null> =>
  collection<AccountRow>('accounts').find(accountId)
