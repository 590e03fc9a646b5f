import { PAGE_SIZE } from '../../contract/limits'
import type { RoleGrant } from '../platform/access'
import type { AuditRow } from '../platform/audit'
import { collection, command } from '../platform/database/collection'
import type { AccountRow } from '../platform/verifiedPhone'

/** Every query of accounts. */

const accounts = collection<AccountRow>('accounts')
const grants = collection<RoleGrant>('roleGrants')
const trail = collection<AuditRow>('auditTrail')

export const insertAccount = (account: AccountRow) => accounts.insert(account)

/** Puts a newly verified phone in place of the one before. */
export const changePhone = (accountId: string, phone: Omit<AccountRow, '_id'>): Promise<boolean> =>
  accounts.changeOne({ _id: accountId }, phone)

export const insertGrant = (grant: RoleGrant) => grants.insert(grant)
export const findGrant = (grantIdentifier: string): Promise<RoleGrant | null> => grants.find(grantIdentifier)

type GrantEntry = RoleGrant['history'][number]

/** Gives a role again that had ended, or moves its end; not twice for one request. */
export const renewGrant = (
  grantIdentifier: string,
  endsAt: number | null,
  entry: GrantEntry,
): Promise<boolean> =>
  grants.changeOne(
    { _id: grantIdentifier, 'history.requestId': command.neq(entry.requestId) },
    { endsAt, history: command.push([entry]) },
  )

/** False: there is no such grant, it has ended already, or this request ended it before. */
export const endGrant = (grantIdentifier: string, entry: GrantEntry): Promise<boolean> =>
  grants.changeOne(
    {
      _id: grantIdentifier,
      'history.requestId': command.neq(entry.requestId),
      endsAt: command.or([command.eq(null), command.gt(entry.at)]),
    },
    { endsAt: entry.at, history: command.push([entry]) },
  )

export const listAuditTrail = (before: number): Promise<AuditRow[]> =>
  trail.list({ at: command.lt(before) }, { orderBy: { at: 'desc' }, limit: PAGE_SIZE + 1 })
