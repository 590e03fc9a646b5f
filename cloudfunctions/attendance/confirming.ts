import type { attendance, Confirmed } from '../../contract/attendance'
import type { InputOf } from '../../contract/method'
import { fail, ok } from '../../contract/result'
import type { Call } from '../platform/checks'
import { findByCard, findVolunteer } from '../platform/volunteering/names'
import {
  type ActivityRow,
  type AttendanceRow,
  type SignUpRow,
  signUpId,
  type VolunteerRow,
} from '../platform/volunteering/rows'
import { changeOf, wasDoneBy } from './changes'
import { lookOver } from './lookingOver'
import { nameOf } from './presented'
import { confirmed, isExpected, newAttendance } from './rules'
import * as store from './store'

/** What a leader has seen: people who come and go, with and without a phone. */

type Input = InputOf<(typeof attendance)['confirmPresence']>
type Confirming = Pick<Call<Input>, 'input' | 'caller' | 'requestId' | 'now'>
type Problem = Extract<Confirmed, { ok: false }>['reason']

/** People in the database at once: a screenful takes a second, and there is room for others. */
const AT_ONCE = 5

export const confirmPresence = async (call: Call<Input>) => {
  const { input, note } = call
  const activity = await store.findActivity(input.activityId)
  if (!activity) return fail({ code: 'activity_not_found' })
  if (activity.isCancelled) return fail({ code: 'activity_cancelled' })
  const outcomes: Confirmed[] = []
  const waiting = [...input.people]
  while (waiting.length > 0)
    outcomes.push(
      ...(await Promise.all(waiting.splice(0, AT_ONCE).map((one) => confirmOne(one, activity, call)))),
    )
  const { direction, at } = input
  const after = { direction, at, people: outcomes.map(noted) }
  note({ subject: `activities/${activity._id}`, before: null, after })
  return ok({ confirmed: outcomes })
}

/** Names stay out of the audit trail. */
const noted = (outcome: Confirmed) => (outcome.ok ? outcome.accountId : outcome.reason)

async function confirmOne(
  person: Input['people'][number],
  activity: ActivityRow,
  call: Confirming,
): Promise<Confirmed> {
  const volunteer =
    'cardCode' in person ? await findByCard(person.cardCode) : await findVolunteer(person.accountId)
  if (!volunteer) return { ok: false, reason: 'unknown' }
  const accountId = volunteer._id
  if (accountId === call.caller.accountId) return { ok: false, reason: 'own' }
  const signUp = await store.findSignUp(activity._id, accountId)
  const needsMembership = activity.isForMembersOnly && !isExpected(signUp)
  if (needsMembership && !(await store.isMember(activity.organisationId, accountId)))
    return { ok: false, reason: 'unknown' }
  return confirmVolunteer(volunteer, { activity, signUp, call })
}

interface Circumstances {
  activity: ActivityRow
  signUp: SignUpRow | null
  call: Confirming
}

async function confirmVolunteer(volunteer: VolunteerRow, around: Circumstances): Promise<Confirmed> {
  const { activity, call } = around
  const decided = await store.changeAttendance<AttendanceRow | { problem: Problem }>(
    signUpId(activity._id, volunteer._id),
    (before) => decide(before, volunteer._id, around),
    call.now,
  )
  const left = 'kept' in decided ? decided.kept : decided.change.row
  if ('problem' in left) return { ok: false, reason: left.problem }
  const row = await lookOver(left)
  const check = call.input.direction === 'in' ? row.checkIn : row.checkOut
  if (!check) throw new Error('a confirmed end of presence is not there')
  return { ok: true, accountId: volunteer._id, name: nameOf(volunteer), check, minutes: row.minutes }
}

function decide(
  before: AttendanceRow | null,
  accountId: string,
  { activity, signUp, call }: Circumstances,
): store.Decision<AttendanceRow | { problem: Problem }> {
  const { input, caller, requestId, now } = call
  if (before && wasDoneBy(before, requestId)) return { kept: before }
  const { version = 0, history = [] } = before ?? {}
  // Whoever has not come so far is taken down as the activity is now.
  const row = before?.checkIn ? before : { ...newAttendance(activity, accountId, signUp), version, history }
  const outcome = confirmed(row, { direction: input.direction, at: input.at, now })
  if ('problem' in outcome) return { kept: outcome }
  const by = { act: 'confirmed', requestId, accountId: caller.accountId, at: now, reason: null } as const
  return { change: changeOf(before, outcome.row, by) }
}
