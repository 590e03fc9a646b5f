import type { Scope } from '../platform/access'
import type { PlaceFields } from '../platform/places'
import * as store from './store'

/** Where records of attendance stand, for who may do what about them. */

export async function placeOfActivity({ activityId }: { activityId: string }): Promise<Scope | null> {
  const activity = await store.findActivity(activityId)
  return activity && { placeCode: activity.placeCode, organisationId: activity.organisationId }
}

export async function placeOfAttendance({ attendanceId }: { attendanceId: string }): Promise<Scope | null> {
  const row = await store.findAttendance(attendanceId)
  return row && { placeCode: placeCodeOf(row), organisationId: row.organisationId }
}

/** The smallest place that is known. */
export const placeCodeOf = ({ cityCode, districtCode, streetCode, villageCode }: PlaceFields): string =>
  villageCode ?? streetCode ?? districtCode ?? cityCode
