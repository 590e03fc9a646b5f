import type { Access, Role, RoleAccess } from '../../contract/method'
import { isWithin } from '../../contract/places/within'
import { collection, command, type Row } from './database/collection'
import type { PlaceFields } from './places'
import { keyedName } from './secrets'

/**
 * A role at a place, or in an organisation at that place, given by an administrator above. `_id` is derived from
 * all of these, so nobody holds one twice.
 */
export interface RoleGrant extends Row, PlaceFields {
  accountId: string
  role: Role
  placeCode: string
  organisationId: string | null
  /** As the administrator who gave it wrote it. */
  name: string
  /** Where it stands in a list of staff. */
  order: string
  startedAt: number
  /** Null: until it is ended. */
  endsAt: number | null
  /** Who gave and ended it, by which request. */
  history: {
    act: 'granted' | 'ended'
    requestId: string
    accountId: string
    at: number
    reason: string | null
  }[]
}

/** What a call is about: a place, or an organisation at a place. */
export interface Scope {
  placeCode: string
  organisationId: string | null
}

/** A place alone is a scope without an organisation. */
export const scopeOf = (found: string | Scope | null): Scope | null =>
  typeof found === 'string' ? { placeCode: found, organisationId: null } : found

const ROLES_PER_ACCOUNT = 50

export const grantId = (accountId: string, role: Role, { placeCode, organisationId }: Scope): string =>
  keyedName('grant', accountId, role, placeCode, organisationId ?? '')

/** The roles of an account that hold now. */
export const loadGrants = (accountId: string, now: number): Promise<RoleGrant[]> =>
  collection<RoleGrant>('roleGrants').list(
    { accountId, endsAt: command.or([command.eq(null), command.gt(now)]) },
    { limit: ROLES_PER_ACCOUNT },
  )

export const needsRole = (access: Access): access is RoleAccess => typeof access !== 'string'

type Held = Pick<RoleGrant, 'role' | 'placeCode' | 'organisationId'>

/** The grants that allow what `access` asks for, about this scope. No scope: none. */
export function grantsFor<G extends Held>(access: RoleAccess, grants: G[], scope: Scope | null): G[] {
  if (scope === null) return []
  return grants.filter(
    (grant) =>
      access.roles.includes(grant.role) &&
      (grant.organisationId === null
        ? isWithin(scope.placeCode, grant.placeCode)
        : grant.organisationId === scope.organisationId),
  )
}

/** The place that a call is about, where the input names it. */
export function scopeInInput(access: RoleAccess, input: unknown): Scope | null {
  if (access.at === 'record') return null
  const placeCode = (input as Record<string, unknown>)[access.at.input]
  return typeof placeCode === 'string' ? { placeCode, organisationId: null } : null
}
