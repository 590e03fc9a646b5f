import { fail, ok } from '../../contract/result'
import type { MembershipState } from '../../contract/volunteering/people'
import type { volunteers } from '../../contract/volunteers'
import { notifyIn } from '../platform/messages'
import type { Methods } from '../platform/serve'
import { type MembershipRow, membershipId } from '../platform/volunteering/rows'
import { askedNotice } from './notices'
import { actOfAsking, hasDone, type MembershipAct, orderOf, stateAfter } from './rules'
import * as store from './store'

type VolunteersMethods = Methods<typeof volunteers>

interface Step extends store.Whose {
  act: MembershipAct
  state: MembershipState
  /** Who does it. */
  by: string
  requestId: string
  now: number
  reason: string | null
}

/** A membership after a step; out of the team nobody has a grid. Why a leader sent somebody away stays until one accepts them. */
export function moved(before: MembershipRow | null, step: Step, words = before?.words ?? ''): MembershipRow {
  const { organisationId, accountId, act, state, by, requestId, now, reason } = step
  const _id = membershipId(organisationId, accountId)
  const entry = { act, requestId, accountId: by, at: now, reason }
  return {
    _id,
    organisationId,
    accountId,
    state,
    words,
    gridCode: state === 'member' ? (before?.gridCode ?? null) : null,
    reason: act === 'accepted' ? null : (reason ?? before?.reason ?? null),
    since: now,
    order: orderOf(now, _id),
    version: (before?.version ?? 0) + 1,
    history: [...(before?.history ?? []), entry],
  }
}

export const askToJoin: VolunteersMethods['askToJoin'] = async ({
  input: { organisationId, words },
  caller: { accountId },
  requestId,
  now,
}) => {
  const whose = { organisationId, accountId }
  const leaders = await store.listLeaders(organisationId, now)
  return store.changingMembership(whose, async (found, transaction) => {
    const { team, volunteer, membership } = found
    if (!volunteer) return fail({ code: 'not_volunteer' })
    if (!team || team.isClosed) return fail({ code: 'team_not_found' })
    const act = actOfAsking(team.joining, membership)
    const state = stateAfter(membership?.state ?? null, act)
    // Asked before, or in already: either way it is as was asked.
    if (membership && (state === null || hasDone(membership.history, requestId)))
      return ok({ state: membership.state })
    if (state === null) throw new Error(`nobody can have ${act} who never did anything`)
    const step = { ...whose, act, state, by: accountId, requestId, now, reason: null }
    const after = moved(membership, step, words)
    await store.putMembershipIn(transaction, { team, membership }, after)
    if (state === 'asked')
      for (const leader of leaders)
        await notifyIn(transaction, askedNotice(leader, { team, volunteer, membership: after }), now)
    return ok({ state })
  })
}

export const leaveTeam: VolunteersMethods['leaveTeam'] = ({
  input: { organisationId },
  caller: { accountId },
  requestId,
  now,
}) => {
  const whose = { organisationId, accountId }
  return store.changingMembership(whose, async ({ team, membership }, transaction) => {
    if (!team || !membership) return fail({ code: 'not_member' })
    if (hasDone(membership.history, requestId)) return ok({ state: membership.state })
    const state = stateAfter(membership.state, 'left')
    if (state === null) return fail({ code: 'not_member' })
    const step = { ...whose, act: 'left' as const, state, by: accountId, requestId, now, reason: null }
    await store.putMembershipIn(transaction, { team, membership }, moved(membership, step))
    return ok({ state })
  })
}
