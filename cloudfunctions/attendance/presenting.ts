import type { attendance } from '../../contract/attendance'
import type { InputOf } from '../../contract/method'
import { fail, ok } from '../../contract/result'
import { CHECK_IN_BEFORE, CHECK_OUT_AFTER, windowOf } from '../../contract/volunteering/presence'
import { grantsFor, loadGrants } from '../platform/access'
import type { Call } from '../platform/checks'
import { distanceBetween } from '../platform/distance'
import type { Methods } from '../platform/serve'
import { findVolunteer } from '../platform/volunteering/names'
import { type ActivityRow, type AttendanceRow, type SignUpRow, signUpId } from '../platform/volunteering/rows'
import { checkInOrOut } from './checking'
import { activityKey, judgeCode } from './codes'
import { presentPresence } from './presented'
import { isExpected, type NewCheck, placeEvidence } from './rules'
import { placeCodeOf } from './scopes'
import * as store from './store'

/** Check-in and check-out with the code on the leader's screen. */

export type AttendanceMethods = Methods<typeof attendance>
type Input = InputOf<(typeof attendance)['presentCode']>

export const openCheckIn = async ({
  input,
  now,
  note,
}: Call<InputOf<(typeof attendance)['openCheckIn']>>) => {
  const activity = await store.findActivity(input.activityId)
  if (!activity) return fail({ code: 'activity_not_found' })
  if (activity.isCancelled) return fail({ code: 'activity_cancelled' })
  note({ subject: `activities/${activity._id}`, before: null, after: { checkInOpened: true } })
  const { theme, startsAt, endsAt } = activity
  const opensAt = startsAt - CHECK_IN_BEFORE
  const closesAt = endsAt + CHECK_OUT_AFTER
  return ok({ key: activityKey(activity._id), now, theme, opensAt, closesAt })
}

export const getMyPresence: AttendanceMethods['getMyPresence'] = async ({ input, caller, now }) => {
  const activity = await store.findActivity(input.activityId)
  if (!activity) return fail({ code: 'activity_not_found' })
  const row = await store.findAttendance(signUpId(activity._id, caller.accountId))
  return ok({ presence: row && presentPresence(row), now })
}

const answered = (row: AttendanceRow, isRepeated: boolean) =>
  ok({ presence: presentPresence(row), isRepeated })

export const presentCode: AttendanceMethods['presentCode'] = async ({ input, caller, requestId, now }) => {
  const { activityId, direction } = input
  const { accountId } = caller
  const [activity, known] = await Promise.all([
    store.findActivity(activityId),
    store.findAttendance(signUpId(activityId, accountId)),
  ])
  if (!activity) return fail({ code: 'activity_not_found' })
  if (known && checkOf(known, direction)) return answered(known, true)
  if (activity.isCancelled) return fail({ code: 'activity_cancelled' })
  const judged = judgeCode(activityKey(activityId), input, { now, endsAt: activity.endsAt })
  if (!judged) return fail({ code: 'code_wrong' })
  const window = windowOf(direction, activity)
  if (judged.at < window.opensAt || judged.at > window.closesAt)
    return fail({ code: 'not_in_time', ...window })
  const allowed = await mayCome(activity, accountId, now)
  if ('code' in allowed) return fail(allowed)
  const check = checkWith(input, activity, { ...judged, isOwnCode: allowed.isOwnCode })
  const by = { accountId, requestId, now }
  const checked = await checkInOrOut({ activity, signUp: allowed.signUp, direction, check, ...by })
  if ('code' in checked) return fail(checked)
  return answered(checked.row, checked.isRepeated)
}

const checkOf = ({ checkIn, checkOut }: AttendanceRow, direction: Input['direction']) =>
  direction === 'in' ? checkIn : checkOut

type Coming = { signUp: SignUpRow | null; isOwnCode: boolean } | { code: 'not_volunteer' | 'members_only' }

/** Volunteers only; members only where it is so, unless they have a seat. */
async function mayCome(activity: ActivityRow, accountId: string, now: number): Promise<Coming> {
  const [volunteer, signUp, canOpen] = await Promise.all([
    findVolunteer(accountId),
    store.findSignUp(activity._id, accountId),
    mayOpen(activity, accountId, now),
  ])
  if (!volunteer) return { code: 'not_volunteer' }
  const needsMembership = activity.isForMembersOnly && !isExpected(signUp)
  if (needsMembership && !(await store.isMember(activity.organisationId, accountId)))
    return { code: 'members_only' }
  return { signUp, isOwnCode: canOpen }
}

/** Who can have the key can make a code at home: it proves nothing about that person. */
async function mayOpen(activity: ActivityRow, accountId: string, now: number): Promise<boolean> {
  const scope = { placeCode: placeCodeOf(activity), organisationId: activity.organisationId }
  const access = { roles: ['organisationLeader', 'administrator'], at: 'record' } as const
  return grantsFor(access, await loadGrants(accountId, now), scope).length > 0
}

function checkWith(
  { position }: Input,
  { position: place, fenceMetres }: ActivityRow,
  { code, at, isOwnCode }: { code: 'live' | 'late'; at: number; isOwnCode: boolean },
): NewCheck {
  const distance = position && distanceBetween(position, place)
  return {
    ...placeEvidence(distance, position?.accuracy ?? 0, fenceMetres),
    code: isOwnCode ? 'none' : code,
    at,
    isConfirmed: false,
    isAutomatic: false,
  }
}
