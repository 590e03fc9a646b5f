import type { AttendanceRow } from '../platform/volunteering/rows'
import { gradeOfPresence } from './rules'
import { placeCodeOf } from './scopes'
import type { Change } from './store'

/** What is written when a row of attendance changes: its history, and the hours that follow. Pure. */

type Act = AttendanceRow['history'][number]['act']

export interface By {
  act: Act
  requestId: string
  /** Null: the program. */
  accountId: string | null
  at: number
  reason: string | null
}

export const wasDoneBy = (row: AttendanceRow | null, requestId: string): boolean =>
  row?.history.some((entry) => entry.requestId === requestId) ?? false

/** `after` with its history grown by `by`; where hours have come or changed, with the entry of the ledger. */
export function changeOf(before: AttendanceRow | null, after: AttendanceRow, by: By): Change {
  const minutes = after.minutes - (before?.minutes ?? 0)
  const row: AttendanceRow = {
    ...after,
    entries: after.entries + (minutes === 0 ? 0 : 1),
    version: after.version + 1,
    history: [...after.history, by],
  }
  return { row, hours: minutes === 0 ? null : hoursOf(after, minutes, by), notice: null }
}

const hoursOf = (after: AttendanceRow, minutes: number, by: By): Change['hours'] => ({
  accountId: after.accountId,
  kind: by.act === 'corrected' ? 'correction' : 'credit',
  ledger: 'recorded',
  minutes,
  title: after.theme,
  organisationId: after.organisationId,
  organisationName: after.organisationName,
  activityId: after.activityId,
  attendanceId: after._id,
  claimId: null,
  annulmentId: null,
  grade: gradeOfPresence(after),
  by: by.act === 'corrected' || by.act === 'confirmed' ? by.accountId : null,
  reason: by.reason,
  requestId: by.requestId,
  number: after.entries,
  placeCode: placeCodeOf(after),
  servedAt: after.plannedFrom,
  before: after.minutes - minutes,
})
