import type { activities } from '../../../contract/activities'
import { ACTIVITY_MINUTES } from '../../../contract/limits'
import { fail, ok } from '../../../contract/result'
import type { ActivityRole } from '../../../contract/volunteering/activities'
import { now as currentTime } from '../../platform/clock'
import { keyedName } from '../../platform/secrets'
import type { Methods } from '../../platform/serve'
import { findVolunteer, openVolunteer } from '../../platform/volunteering/names'
import { type ActivityRow, type SignUpRow, signUpId } from '../../platform/volunteering/rows'
import { presentOwn } from './presented'
import { canSignUp, mayBecome, orderOf, overlaps, roleProblem } from './rules'
import { settleOwn } from './seating'
import * as store from './store'

/** 报名: handed in as `queued`, then settled with all who came with it. */

export type SignUpMethods = Pick<
  Methods<typeof activities>,
  'signUp' | 'confirmSeat' | 'withdraw' | 'listMySignUps'
>
type Call = Parameters<SignUpMethods['signUp']>[0]

export const signUp: SignUpMethods['signUp'] = async (call) => {
  const { input, caller, requestId, now } = call
  const activity = await store.findActivity(input.activityId)
  if (!activity) return fail({ code: 'activity_not_found' })
  const before = await store.findSignUp(signUpId(activity._id, caller.accountId))
  if (before && isMadeBy(before, requestId)) return answer(await settleOwn(before))
  const role = activity.roles.find(({ roleId }) => roleId === input.roleId)
  if (!role) return fail({ code: 'role_not_found' })
  if (!canSignUp(activity, now)) return fail({ code: 'activity_not_open' })
  if (before && !mayBecome(before.state, 'queued')) return fail({ code: 'already_signed_up' })
  const problem = (await personProblem(call, activity, role)) ?? (await clashProblem(call, activity))
  if (problem) return fail(problem)
  const row = queuedRow(call, activity, role, before)
  const isKept = before
    ? await store.replaceSignUp(row, before.version)
    : (await store.insertSignUp(row)) === 'inserted'
  if (isKept) return answer(await settleOwn(row))
  // The same person, at the same moment: with the very same request it is answered alike.
  const faster = await store.findSignUp(row._id)
  if (faster && isMadeBy(faster, requestId)) return answer(await settleOwn(faster))
  return fail({ code: 'already_signed_up' })
}

const isMadeBy = ({ history }: SignUpRow, requestId: string): boolean =>
  history.some((entry) => entry.act === 'queued' && entry.requestId === requestId)

/** Who signed up in the moment in which it was cancelled hears it at once. */
const answer = async (row: SignUpRow) =>
  row.state === 'cancelled'
    ? fail({ code: 'activity_not_open' as const })
    : ok({ signUp: await presentOwn(row) })

async function personProblem({ caller: { accountId } }: Call, activity: ActivityRow, role: ActivityRole) {
  const volunteer = await findVolunteer(accountId)
  if (!volunteer) return { code: 'not_volunteer' as const }
  if (activity.isForMembersOnly && !(await store.isMember(activity.organisationId, accountId)))
    return { code: 'members_only' as const }
  const { bornIn } = openVolunteer(volunteer)
  return roleProblem(role, { bornIn, skills: volunteer.skills }, activity.startsAt)
}

/** A warning, not a rule: two calls at the same moment may miss each other. */
async function clashProblem({ input, caller }: Call, activity: ActivityRow) {
  if (input.despiteClash) return null
  const longest = ACTIVITY_MINUTES.max * 60_000
  const near = await store.listBeginning(caller.accountId, activity.startsAt - longest, activity.endsAt)
  const clash = near.find((row) => row.activityId !== activity._id && overlaps(row, activity))
  return (
    clash && {
      code: 'clash' as const,
      activityId: clash.activityId,
      theme: clash.theme,
      startsAt: clash.startsAt,
    }
  )
}

function queuedRow(
  { caller: { accountId }, requestId }: Call,
  activity: ActivityRow,
  role: ActivityRole,
  before: SignUpRow | null,
): SignUpRow {
  const _id = signUpId(activity._id, accountId)
  // Now, not when the call began: who is settled first has come first.
  const at = currentTime()
  return {
    _id,
    activityId: activity._id,
    accountId,
    organisationId: activity.organisationId,
    roleId: role.roleId,
    roleName: role.name,
    theme: activity.theme,
    state: 'queued',
    line: null,
    confirmBy: null,
    isLate: false,
    startsAt: activity.startsAt,
    endsAt: activity.endsAt,
    follows: activity.version,
    remindAt: null,
    signedUpAt: at,
    // No account in it: it stays when the person goes, also as the activity's `lastOrder`.
    order: orderOf(at, keyedName('signUpOrder', _id)),
    version: (before?.version ?? 0) + 1,
    history: [...(before?.history ?? []), { act: 'queued', requestId, accountId, at, reason: null }],
  }
}
