import { collection, command, inTransaction } from '../platform/database/collection'
import { type Notice, notifyIn } from '../platform/messages'
import { enterHours, type NewEntry } from '../platform/volunteering/ledger'
import type {
  ActivityRow,
  AttendanceRow,
  HourEntryRow,
  MembershipRow,
  SignUpRow,
} from '../platform/volunteering/rows'
import { membershipId, signUpId } from '../platform/volunteering/rows'

/** Every query of attendance, one function each. */

const activities = collection<ActivityRow>('activities')
const signUps = collection<SignUpRow>('signUps')
const memberships = collection<MembershipRow>('memberships')
const attendances = collection<AttendanceRow>('attendances')
const entries = collection<HourEntryRow>('hourEntries')

// What others write

export const findActivity = (activityId: string): Promise<ActivityRow | null> => activities.find(activityId)

export const findSignUp = (activityId: string, accountId: string): Promise<SignUpRow | null> =>
  signUps.find(signUpId(activityId, accountId))

export const isMember = async (organisationId: string, accountId: string): Promise<boolean> =>
  (await memberships.find(membershipId(organisationId, accountId)))?.state === 'member'

/** In the order of their ids; `after` is the id of the last one seen. */
export const listSignUps = (activityId: string, after: string, limit: number): Promise<SignUpRow[]> =>
  signUps.list({ activityId, _id: command.gt(after) }, { orderBy: { activityId: 'asc', _id: 'asc' }, limit })

export const countSignedUp = (activityId: string): Promise<number> =>
  signUps.count({ activityId, state: 'confirmed' })

const ENTRIES_A_DAY = 100

/** What was recorded for a person about one day `2026-11-21`. */
export const listEntriesOfDay = (accountId: string, day: string): Promise<HourEntryRow[]> =>
  entries.list({ accountId, day }, { limit: ENTRIES_A_DAY })

// Attendances

export const findAttendance = (attendanceId: string): Promise<AttendanceRow | null> =>
  attendances.find(attendanceId)

/** The database decides who was first. */
export const insertAttendance = (row: AttendanceRow): Promise<'inserted' | 'duplicate'> =>
  attendances.insert(row)

/** In the order of their ids; `after` is the id of the last one seen. */
export const listAttendances = (activityId: string, after: string, limit: number): Promise<AttendanceRow[]> =>
  attendances.list(
    { activityId, _id: command.gt(after) },
    { orderBy: { activityId: 'asc', _id: 'asc' }, limit },
  )

export const listPresent = (activityId: string, limit: number): Promise<AttendanceRow[]> =>
  attendances.list({ activityId, state: 'present' }, { limit })

/** Of what a person has been to, the newest first. */
export const listOwn = (accountId: string, limit: number, skip = 0): Promise<AttendanceRow[]> =>
  attendances.list({ accountId }, { orderBy: { accountId: 'asc', plannedFrom: 'desc' }, limit, skip })

/** `isWeak`: only those whose check-in is worth C. */
export const countInState = (
  activityId: string,
  state: AttendanceRow['state'],
  isWeak = false,
): Promise<number> => attendances.count({ activityId, state, ...(isWeak ? { 'checkIn.grade': 'C' } : {}) })

export interface Change {
  row: AttendanceRow
  /** An entry of the ledger that belongs to the change. */
  hours: NewEntry | null
  notice: Notice | null
}

/** What to write, or why nothing is. */
export type Decision<Kept> = { change: Change } | { kept: Kept }

/**
 * The row with its hours, as one. `decide` may run several times: it must have no effect of its own. It is handed null
 * where there is no row.
 */
export const changeAttendance = <Kept>(
  attendanceId: string,
  decide: (row: AttendanceRow | null) => Decision<Kept>,
  now: number,
): Promise<Decision<Kept>> =>
  inTransaction(async (transaction) => {
    const before = await transaction.find<AttendanceRow>('attendances', attendanceId)
    const decision = decide(before)
    if ('kept' in decision) return decision
    const { row, hours, notice } = decision.change
    await transaction.put('attendances', row)
    if (hours) await enterHours(transaction, hours, now)
    if (notice) await notifyIn(transaction, notice, now)
    return decision
  })

/** Unless it has changed meanwhile: whoever changed it looks at it again. */
export const markAttendance = (
  { _id, version }: AttendanceRow,
  { marks, markedOrder }: Pick<AttendanceRow, 'marks' | 'markedOrder'>,
): Promise<boolean> => attendances.changeOne({ _id, version }, { marks, markedOrder })

const REMOVED_AT_ONCE = 100

/** Of a person, those that began up to `moment`; answers how many were removed, some at a time. */
export const removeOf = (accountId: string, moment: number): Promise<number> =>
  attendances.removeSome({ accountId, 'history.0.at': command.lte(moment) }, REMOVED_AT_ONCE)

// Closing

const CLOSED_AT_ONCE = 20

/** Activities whose presence is to be closed, those first that have waited longest. */
export const listToClose = (now: number): Promise<ActivityRow[]> =>
  activities.list({ closesAt: command.lte(now) }, { orderBy: { closesAt: 'asc' }, limit: CLOSED_AT_ONCE })

/** Unless it was moved meanwhile. */
export const markClosed = ({ _id, closesAt }: ActivityRow): Promise<boolean> =>
  activities.changeOne({ _id, closesAt }, { closesAt: null })
