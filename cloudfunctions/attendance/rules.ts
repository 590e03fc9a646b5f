import { creditedMinutes } from '../../contract/volunteering/hours'
import {
  type AttendanceState,
  CHECK_OUT_AFTER,
  type Check,
  CONFIRMED_UNTIL,
  type Direction,
  type Evidence,
  type Grade,
  gradeOf,
  lowerGrade,
  type PlaceEvidence,
  windowOf,
} from '../../contract/volunteering/presence'
import { type ActivityRow, type AttendanceRow, type SignUpRow, signUpId } from '../platform/volunteering/rows'

/** Decisions about who was there, and what it is worth. Pure: values in, values out, time passed in. */

const MINUTE = 60_000

/** What can follow what; null: nobody has come yet. Hours that are credited change by entries of the ledger alone. */
export const ATTENDANCE_CHANGES: Record<AttendanceState | 'none', readonly AttendanceState[]> = {
  none: ['present', 'absent'],
  present: ['toConfirm', 'credited'],
  toConfirm: ['credited'],
  credited: [],
  absent: ['present', 'excused'],
  excused: ['present'],
}

export const mayBecome = (from: AttendanceState | null, to: AttendanceState): boolean =>
  ATTENDANCE_CHANGES[from ?? 'none'].includes(to)

/** A phone may be this much nearer than it says, in metres: what it says of its own accuracy is not proof. */
const ACCURACY_COUNTED = 100
/** A phone that knows no better than this does not know where it is, in metres. */
const ACCURACY_USEFUL = 1000

/** `distance`: metres between the place and where the phone says it is; null: it does not say. */
export function placeEvidence(
  distance: number | null,
  accuracy: number,
  fenceMetres: number,
): Pick<Evidence, 'place' | 'distance'> {
  if (distance === null || accuracy > ACCURACY_USEFUL) return { place: 'unknown', distance: null }
  const place: PlaceEvidence =
    distance - Math.min(accuracy, ACCURACY_COUNTED) <= fenceMetres ? 'within' : 'outside'
  return { place, distance: Math.round(distance) }
}

/** Whoever has signed up and has a seat; everybody else waits for the leader. */
export const isExpected = (signUp: Pick<SignUpRow, 'state'> | null): boolean => signUp?.state === 'confirmed'

/** When nobody has come yet. `at`: start of the list's order is the activity's. */
export const newAttendance = (
  activity: ActivityRow,
  accountId: string,
  signUp: Pick<SignUpRow, 'state' | 'roleName'> | null,
): AttendanceRow => {
  const _id = signUpId(activity._id, accountId)
  const { cityCode, districtCode, streetCode, villageCode, organisationId, organisationName } = activity
  return {
    ...{ _id, activityId: activity._id, accountId, organisationId, organisationName },
    ...{ cityCode, districtCode, streetCode, villageCode },
    theme: activity.theme,
    plannedFrom: activity.startsAt,
    plannedUntil: activity.endsAt,
    hoursRule: activity.hoursRule,
    roleName: signUp && isExpected(signUp) ? signUp.roleName : null,
    isWalkIn: !isExpected(signUp),
    state: 'present',
    checkIn: null,
    checkOut: null,
    minutes: 0,
    entries: 0,
    isAnnulled: false,
    marks: [],
    markedOrder: null,
    order: `${String(activity.startsAt).padStart(13, '0')}-${_id}`,
    version: 0,
    history: [],
  }
}

/** A check with its grade still to come. */
export type NewCheck = Omit<Check, 'grade'>

export const confirmedCheck = (at: number): NewCheck => ({
  at,
  code: 'none',
  place: 'unknown',
  distance: null,
  isConfirmed: true,
  isAutomatic: false,
})

const automaticCheck = (at: number): NewCheck => ({
  ...confirmedCheck(at),
  isConfirmed: false,
  isAutomatic: true,
})

/**
 * Both ends graded by what is known now. Who has not signed up counts once the leader has confirmed the check-in. A
 * check-out that came by itself, as declared with the activity, is worth what the check-in is.
 */
export function graded(
  checkIn: NewCheck,
  checkOut: NewCheck | null,
  isWalkIn: boolean,
): { checkIn: Check; checkOut: Check | null } {
  const isAccepted = !isWalkIn || checkIn.isConfirmed
  const gradeOfCheck = (check: NewCheck): Grade => (isAccepted ? gradeOf(check) : 'C')
  const inGrade = gradeOfCheck(checkIn)
  return {
    checkIn: { ...checkIn, grade: inGrade },
    checkOut: checkOut && {
      ...checkOut,
      grade: checkOut.isAutomatic ? inGrade : lowestOf(checkOut, gradeOfCheck(checkOut)),
    },
  }
}

/** What the leader says of who has not been accepted yet counts for this end only. */
const lowestOf = ({ isConfirmed }: NewCheck, grade: Grade): Grade =>
  isConfirmed && grade === 'C' ? 'B' : grade

export const gradeOfPresence = ({ checkIn, checkOut }: Pick<AttendanceRow, 'checkIn' | 'checkOut'>): Grade =>
  checkIn && checkOut ? lowerGrade(checkIn.grade, checkOut.grade) : 'C'

const CREDITABLE: readonly Grade[] = ['A', 'B']

/** The row with these ends: graded, in the state that follows, and with the minutes it is worth. Not for credited ones. */
export function withChecks(row: AttendanceRow, checkIn: NewCheck, checkOut: NewCheck | null): AttendanceRow {
  const checks = graded(checkIn, checkOut, row.isWalkIn)
  if (checks.checkOut === null) return { ...row, ...checks, state: 'present' }
  if (!CREDITABLE.includes(gradeOfPresence(checks))) return { ...row, ...checks, state: 'toConfirm' }
  const { plannedFrom, plannedUntil, hoursRule } = row
  const presence = { plannedFrom, plannedUntil, inAt: checks.checkIn.at, outAt: checks.checkOut.at }
  return { ...row, ...checks, state: 'credited', minutes: creditedMinutes(presence, hoursRule) }
}

export const plannedMinutes = ({ plannedFrom, plannedUntil }: AttendanceRow): number =>
  Math.max(0, Math.floor((plannedUntil - plannedFrom) / MINUTE))

/** Who has not checked out is out at the planned end, where that is declared. Null: not so, or not yet. */
export function closedByItself(row: AttendanceRow, now: number): AttendanceRow | null {
  const { state, checkIn, checkOut, hoursRule, plannedUntil } = row
  const isDue = hoursRule.closesAtEnd && now >= plannedUntil + CHECK_OUT_AFTER
  if (state !== 'present' || checkIn === null || checkOut !== null || !isDue) return null
  return withChecks(row, checkIn, automaticCheck(plannedUntil))
}

type ConfirmProblem = 'own' | 'notCheckedIn' | 'already' | 'notInTime'

interface Confirming {
  direction: Direction
  /** Null: now, or the time of what is confirmed. */
  at: number | null
  now: number
}

/** What a leader's word makes of a row; the row of who has not come is a new one. */
export function confirmed(
  row: AttendanceRow,
  { direction, at, now }: Confirming,
): { row: AttendanceRow } | { problem: ConfirmProblem } {
  const { checkIn, checkOut } = row
  const before = direction === 'in' ? checkIn : checkOut
  if (direction === 'out' && checkIn === null) return { problem: 'notCheckedIn' }
  if (row.state === 'credited' || (before !== null && before.grade !== 'C')) return { problem: 'already' }
  const time = at ?? before?.at ?? now
  const check: NewCheck = before ? { ...before, at: time, isConfirmed: true } : confirmedCheck(time)
  const ends = direction === 'in' ? { in: check, out: checkOut } : { in: checkIn as Check, out: check }
  if (!isInTime(row, direction, time, now) || (ends.out !== null && ends.out.at < ends.in.at))
    return { problem: 'notInTime' }
  const after = withChecks(row, ends.in, ends.out)
  return { row: (direction === 'in' ? closedByItself(after, now) : null) ?? after }
}

function isInTime(
  { plannedFrom, plannedUntil }: AttendanceRow,
  direction: Direction,
  at: number,
  now: number,
): boolean {
  const { opensAt, closesAt } = windowOf(direction, { startsAt: plannedFrom, endsAt: plannedUntil })
  return at >= opensAt && at <= Math.min(closesAt, now) && now <= plannedUntil + CONFIRMED_UNTIL
}
