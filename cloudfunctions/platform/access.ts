import type { Access, Role } from '../../contract/method'
import { collection, command, type Row } from './database/collection'
import { isWithin } from './places'

/** A role at a place, given by an administrator above. `_id` says all three, so nobody holds one twice. */
export interface RoleGrant extends Row {
  accountId: string
  role: Role
  placeCode: string
  /** Null: until it is ended. */
  endsAt: number | null
  /** Who gave and ended it, by which request. */
  history: { act: 'granted' | 'ended'; requestId: string; accountId: string; at: number }[]
}

const ROLES_PER_ACCOUNT = 50

export const grantId = (accountId: string, role: Role, placeCode: string): string =>
  `${accountId}-${role}-${placeCode}`

/** The roles of an account that hold now. */
export async function loadGrants(accountId: string, now: number): Promise<RoleGrant[]> {
  const grants = await collection<RoleGrant>('roleGrants').list(
    { accountId, endsAt: command.or([command.eq(null), command.gt(now)]) },
    { limit: ROLES_PER_ACCOUNT },
  )
  return grants
}

type RoleAccess = Exclude<Access, string>

export const needsRole = (access: Access): access is RoleAccess => typeof access !== 'string'

/** May a caller with these roles do what `access` asks for, at this place? No place: no. */
export function mayAct(
  access: RoleAccess,
  grants: Pick<RoleGrant, 'role' | 'placeCode'>[],
  place: string | null,
): boolean {
  return (
    place !== null &&
    grants.some((grant) => access.roles.includes(grant.role) && isWithin(place, grant.placeCode))
  )
}

/** The place that a call is about, where the input names it. */
export function placeInInput(access: RoleAccess, input: unknown): string | null {
  if (access.at === 'record') return null
  const place = (input as Record<string, unknown>)[access.at.input]
  return typeof place === 'string' ? place : null
}
