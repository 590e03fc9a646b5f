import type { attendance } from '../../contract/attendance'
import type { InputOf } from '../../contract/method'
import { fail, ok } from '../../contract/result'
import type { Call } from '../platform/checks'
import { listVolunteers } from '../platform/volunteering/names'
import type { AttendanceRow, SignUpRow } from '../platform/volunteering/rows'
import { presentRosterRow } from './presented'
import { isExpected } from './rules'
import * as store from './store'

/** Who has signed up and who has come, by name, for the leader; and how many. */

const ROWS = 50

export const listRoster = async ({ input, now }: Call<InputOf<(typeof attendance)['listRoster']>>) => {
  const activity = await store.findActivity(input.activityId)
  if (!activity) return fail({ code: 'activity_not_found' })
  const after = input.after ?? ''
  const [signUps, attendances] = await Promise.all([
    store.listSignUps(activity._id, after, ROWS),
    store.listAttendances(activity._id, after, ROWS),
  ])
  const { ids, next } = pageOf(signUps, attendances)
  const bySignUp = new Map(signUps.map((row) => [row._id, row]))
  const byAttendance = new Map(attendances.map((row) => [row._id, row]))
  const people = ids.flatMap((id) => onRoster(bySignUp.get(id), byAttendance.get(id)) ?? [])
  const volunteers = await listVolunteers(people.map(({ accountId }) => accountId))
  const byAccount = new Map(volunteers.map((row) => [row._id, row]))
  const rows = people.map((one) => presentRosterRow(one, byAccount.get(one.accountId), now))
  return ok({ rows, next })
}

/** Both lists go by the same ids, so the first of both together are the first of each. */
function pageOf(signUps: SignUpRow[], attendances: AttendanceRow[]): { ids: string[]; next: string | null } {
  const all = [...new Set([...signUps, ...attendances].map(({ _id }) => _id))].sort()
  const ids = all.slice(0, ROWS)
  const isMore = all.length > ROWS || signUps.length === ROWS || attendances.length === ROWS
  return { ids, next: isMore ? (ids.at(-1) ?? null) : null }
}

/** Who has left the list without coming is not on it. */
const onRoster = (signUp: SignUpRow | undefined, attendance: AttendanceRow | undefined) => {
  const accountId = attendance?.accountId ?? (signUp && isExpected(signUp) ? signUp.accountId : null)
  return accountId === null ? null : { accountId, signUp, attendance }
}

export const countPresent = async ({ input }: Call<InputOf<(typeof attendance)['countPresent']>>) => {
  const { activityId } = input
  const [activity, signedUp, present, weak, toConfirm, credited] = await Promise.all([
    store.findActivity(activityId),
    store.countSignedUp(activityId),
    store.countInState(activityId, 'present'),
    store.countInState(activityId, 'present', true),
    store.countInState(activityId, 'toConfirm'),
    store.countInState(activityId, 'credited'),
  ])
  if (!activity) return fail({ code: 'activity_not_found' })
  const checkedOut = toConfirm + credited
  return ok({ signedUp, checkedIn: present + checkedOut, checkedOut, toConfirm: toConfirm + weak })
}
