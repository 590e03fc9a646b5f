import type { Grant } from '@contract/accounts'
import type { NominationPlan } from '@contract/campaigns'
import { rolesAt } from './workplace'

/** Whose nominations a member of staff may list at a place: everything there, or what one department reviews. Pure. */

export interface ReceivedUnit {
  /** Null: everything at the place. */
  departmentId: string | null
  name: string
}

type Departments = NominationPlan['quotas']['departments']

const isReviewer = ({ role }: Grant): boolean => role === 'reviewer' || role === 'administrator'

/** The first is shown unless another is chosen. Empty: nothing is theirs to see here. */
export const receivedUnits = (
  grants: Grant[],
  placeCode: string,
  campaign: { cityCode: string; departments: Departments },
): ReceivedUnit[] => {
  const ofPlaces = grants.filter(({ organisationId }) => organisationId === null)
  const hasPlace = rolesAt(ofPlaces.filter(isReviewer), placeCode).length > 0
  const own = new Set(grants.filter(isReviewer).map(({ organisationId }) => organisationId))
  // The city sees what its departments review; they themselves see their own.
  const mayAll = hasPlace && placeCode === campaign.cityCode
  const departments = campaign.departments
    .filter(({ organisationId }) => mayAll || own.has(organisationId))
    .map(({ organisationId, name }) => ({ departmentId: organisationId, name }))
  return [...(hasPlace ? [{ departmentId: null, name: '全部' }] : []), ...departments]
}
