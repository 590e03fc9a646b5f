import { collection, type Row } from './database/collection'
import { unseal } from './sealed'

/**
 * What is kept of a person: of the verified number a keyed hash and a mask for the owner to recognise it by; the
 * contact that a person has left, sealed. Each is null until it is given.
 */
export interface AccountRow extends Row {
  phoneKey: string | null
  phoneMask: string | null
  verifiedAt: number | null
  /** Of the verification. */
  requestId: string | null
  /** Sealed JSON `{ name, phone }`, bound to this row. */
  contact: string | null
  /** A wish to be forgotten reaches what is older than itself. */
  changedAt: number
}

export const findAccount = (accountId: string): Promise<AccountRow | null> =>
  collection<AccountRow>('accounts').find(accountId)

/** Only for methods whose calls are audited, or for the person's own. */
export async function readContact(accountId: string): Promise<{ name: string; phone: string } | null> {
  const sealed = (await findAccount(accountId))?.contact
  return sealed ? (JSON.parse(unseal(accountId, sealed)) as { name: string; phone: string }) : null
}
