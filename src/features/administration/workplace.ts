import type { Grant } from '@contract/accounts'
import type { Role } from '@contract/method'
import { isWithin } from '@contract/places/within'

/** Where a member of staff works, and as what. Pure; the cloud decides by itself again. */

export interface Workplace {
  placeCode: string
  /** What the person is there, also by a role at a place above. */
  roles: Role[]
}

const isAtPlace = ({ organisationId }: Grant): boolean => organisationId === null

export const rolesAt = (grants: Grant[], placeCode: string): Role[] => {
  const held = grants.filter((grant) =>
    isAtPlace(grant) ? isWithin(placeCode, grant.placeCode) : grant.placeCode === placeCode,
  )
  return [...new Set(held.map(({ role }) => role))]
}

/** Where in the city a person may put candidates on a ballot paper: all of it, or a district of it. Null: nowhere. */
export const placeToRegister = (grants: Grant[], cityCode: string, workingAt: string): string | null => {
  const held = grants.filter(isAtPlace)
  const isRegistrar = (placeCode: string) =>
    rolesAt(held, placeCode).some((role) => role === 'administrator' || role === 'reviewer')
  const districts = [workingAt, ...held.map(({ placeCode }) => placeCode)].filter(
    (placeCode) => placeCode.length === cityCode.length && isWithin(placeCode, cityCode),
  )
  return [cityCode, ...districts].find(isRegistrar) ?? null
}

/** The places that roles are held at, the largest first; an organisation's place only where there is no other. */
export const placesOf = (grants: Grant[]): string[] => {
  const ofPlaces = grants.filter(isAtPlace)
  const codes = (ofPlaces.length > 0 ? ofPlaces : grants).map(({ placeCode }) => placeCode)
  return [...new Set(codes)].sort((one, other) => one.length - other.length || (one < other ? -1 : 1))
}

/** The place that the address asks for, else where the person worked last, else the largest. Null: not theirs. */
export const workplaceOf = (
  grants: Grant[],
  asked: string | undefined,
  last: string | undefined,
): Workplace | null => {
  const candidates = asked ? [asked] : [last, ...placesOf(grants)]
  for (const placeCode of candidates) {
    const roles = placeCode ? rolesAt(grants, placeCode) : []
    if (placeCode && roles.length > 0) return { placeCode, roles }
  }
  return null
}
