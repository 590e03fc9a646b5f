import type { Check, OwnPresence, RosterRow } from '../../contract/volunteering/presence'
import { isMinorAt, openVolunteer } from '../platform/volunteering/names'
import type { AttendanceRow, SignUpRow, VolunteerRow } from '../platform/volunteering/rows'

/** What leaves the cloud of attendance, field by field. */

const presentCheck = ({ at, code, place, distance, isConfirmed, grade, isAutomatic }: Check): Check => ({
  at,
  code,
  place,
  distance,
  isConfirmed,
  grade,
  isAutomatic,
})

export const presentPresence = ({ state, checkIn, checkOut, minutes }: AttendanceRow): OwnPresence => ({
  state,
  checkIn: checkIn && presentCheck(checkIn),
  checkOut: checkOut && presentCheck(checkOut),
  minutes,
})

/** Of who has deleted the account or is no volunteer any more. */
export const UNNAMED = '已注销'

export const nameOf = (volunteer: VolunteerRow | undefined | null): string =>
  volunteer ? openVolunteer(volunteer).name : UNNAMED

interface OnRoster {
  accountId: string
  signUp: SignUpRow | undefined
  attendance: AttendanceRow | undefined
}

export const presentRosterRow = (
  { accountId, signUp, attendance }: OnRoster,
  volunteer: VolunteerRow | undefined,
  now: number,
): RosterRow => ({
  accountId,
  name: nameOf(volunteer),
  isMinor: volunteer !== undefined && isMinorAt(volunteer, now),
  roleName: attendance?.roleName ?? signUp?.roleName ?? null,
  isWalkIn: attendance?.isWalkIn ?? false,
  presence: attendance ? { attendanceId: attendance._id, ...presentPresence(attendance) } : null,
})
