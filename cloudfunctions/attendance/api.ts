import type { attendance } from '../../contract/attendance'
import type { Methods } from '../platform/serve'
import { confirmPresence } from './confirming'
import { correctMinutes, excuseAbsence } from './correcting'
import { exportMyData } from './ownData'
import { getMyPresence, openCheckIn, presentCode } from './presenting'
import { countPresent, listRoster } from './roster'
import { placeOfActivity, placeOfAttendance } from './scopes'

/** Attendance's methods, as the contract declares them. */
export const methods: Methods<typeof attendance> = {
  openCheckIn: { placeOf: placeOfActivity, run: openCheckIn },
  presentCode,
  getMyPresence,
  listRoster: { placeOf: placeOfActivity, run: listRoster },
  countPresent: { placeOf: placeOfActivity, run: countPresent },
  confirmPresence: { placeOf: placeOfActivity, run: confirmPresence },
  correctMinutes: { placeOf: placeOfAttendance, run: correctMinutes },
  excuseAbsence: { placeOf: placeOfAttendance, run: excuseAbsence },
  exportMyData,
}
