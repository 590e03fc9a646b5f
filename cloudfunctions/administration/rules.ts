import { ROLES, type Role } from '../../contract/method'
import { isWithin } from '../../contract/places/within'
import type { RoleGrant } from '../platform/access'
import type { AuditRow } from '../platform/audit'

/** Decisions about staff. Pure. */

type Held = Pick<RoleGrant, 'placeCode'>

/**
 * May administrators with these grants give or end `role` at `place`? Any role below them and at their own place,
 * but an administrator only from above; at a top place, where nobody stands above, from that place itself.
 */
export function mayAppoint(held: Held[], role: Role, place: string, topPlaces: string[]): boolean {
  return held.some(({ placeCode }) => {
    if (!isWithin(place, placeCode)) return false
    if (role !== 'administrator' || placeCode !== place) return true
    return topPlaces.includes(place)
  })
}

/** By role as the contract lists them, then by name: the order of staff lists, unique by the grant's id. */
export const staffOrder = (role: Role, name: string, grantId: string): string =>
  `${ROLES.indexOf(role)}-${name}-${grantId}`

export interface ChainFault {
  sequence: number
  kind: 'missing' | 'changed'
}

type Linked = Pick<AuditRow, 'sequence' | 'hash'>

/** Follows a stretch of a chain; `hashOf` says what a row's hash must be after the one before. */
export function findFault<R extends Linked>(
  rows: R[],
  before: Linked,
  hashOf: (row: R, previous: string) => string,
): ChainFault | null {
  let previous = before
  for (const row of rows) {
    if (row.sequence !== previous.sequence + 1) return { sequence: previous.sequence + 1, kind: 'missing' }
    if (row.hash !== hashOf(row, previous.hash)) return { sequence: row.sequence, kind: 'changed' }
    previous = row
  }
  return null
}
