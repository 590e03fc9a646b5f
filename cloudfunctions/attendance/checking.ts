import type { Direction } from '../../contract/volunteering/presence'
import { type ActivityRow, type AttendanceRow, type SignUpRow, signUpId } from '../platform/volunteering/rows'
import { changeOf } from './changes'
import { lookOver } from './lookingOver'
import { mayBecome, type NewCheck, newAttendance, withChecks } from './rules'
import * as store from './store'

/** Brings one end of presence into its row, once, however often and at once it is sent. */

interface Checking {
  activity: ActivityRow
  signUp: SignUpRow | null
  direction: Direction
  check: NewCheck
  accountId: string
  requestId: string
  now: number
}

type Kept =
  | { row: AttendanceRow; isRepeated: true }
  | { code: 'not_checked_in' }
  | { code: 'not_in_time'; opensAt: number; closesAt: number }

type Checked = Exclude<Kept, { isRepeated: true }> | { row: AttendanceRow; isRepeated: boolean }

export async function checkInOrOut(checking: Checking): Promise<Checked> {
  const { activity, accountId, direction, now } = checking
  if (direction === 'in') {
    const { row } = checkedIn(null, checking)
    // Most people come once and first: one write, under an id that the database gives to one of them only.
    if ((await store.insertAttendance(row)) === 'inserted') return { row, isRepeated: false }
  }
  const decided = await store.changeAttendance<Kept>(
    signUpId(activity._id, accountId),
    (row) => decide(row, checking),
    now,
  )
  if ('kept' in decided) return decided.kept
  const { row } = decided.change
  return { row: await lookOver(row), isRepeated: false }
}

function decide(before: AttendanceRow | null, checking: Checking): store.Decision<Kept> {
  const { direction, check } = checking
  if (before && (direction === 'in' ? before.checkIn : before.checkOut))
    return { kept: { row: before, isRepeated: true } }
  if (direction === 'in') return { change: checkedIn(before, checking) }
  if (!before?.checkIn) return { kept: { code: 'not_checked_in' } }
  // A code that was kept may be older than the check-in.
  if (check.at < before.checkIn.at)
    return {
      kept: { code: 'not_in_time', opensAt: before.checkIn.at, closesAt: checking.activity.endsAt },
    }
  return { change: changeOf(before, withChecks(before, before.checkIn, check), byOf(checking, 'checkedOut')) }
}

/** Whoever was taken for absent and has come after all begins anew, with the history kept. */
function checkedIn(before: AttendanceRow | null, checking: Checking): store.Change {
  const { activity, accountId, signUp, check } = checking
  if (!mayBecome(before?.state ?? null, 'present')) throw new Error('nobody comes twice')
  const { version = 0, history = [] } = before ?? {}
  const row = { ...newAttendance(activity, accountId, signUp), version, history }
  return changeOf(before, withChecks(row, check, null), byOf(checking, 'checkedIn'))
}

const byOf = ({ accountId, requestId, now }: Checking, act: 'checkedIn' | 'checkedOut') => ({
  act,
  requestId,
  accountId,
  at: now,
  reason: null,
})
