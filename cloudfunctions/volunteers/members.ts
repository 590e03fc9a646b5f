import { PAGE_SIZE } from '../../contract/limits'
import { fail, ok } from '../../contract/result'
import type { volunteers } from '../../contract/volunteers'
import type { Scope } from '../platform/access'
import { notifyIn } from '../platform/messages'
import type { Methods } from '../platform/serve'
import { listVolunteers } from '../platform/volunteering/names'
import type { MembershipRow } from '../platform/volunteering/rows'
import { moved } from './joining'
import { answeredNotice } from './notices'
import { auditedMembership, presentMember } from './presented'
import { ACT_OF_ANSWER, hasDone, stateAfter } from './rules'
import * as store from './store'
import { placeOfTeam } from './teams'

type VolunteersMethods = Methods<typeof volunteers>

export async function placeOfMembership({ membershipId }: { membershipId: string }): Promise<Scope | null> {
  const membership = await store.findMembership(membershipId)
  return membership && placeOfTeam(membership)
}

/** Whose name is not there any more is being forgotten, and left out. */
export const listMembers: VolunteersMethods['listMembers']['run'] = async ({ input, now }) => {
  const { organisationId, state, after = '' } = input
  const [team, rows] = await Promise.all([
    store.findTeam(organisationId),
    store.listMemberships(organisationId, state, after),
  ])
  const page = rows.slice(0, PAGE_SIZE)
  const people = await listVolunteers(page.map(({ accountId }) => accountId))
  const known = new Map(people.map((volunteer) => [volunteer._id, volunteer]))
  const members = page.flatMap((row) => {
    const volunteer = known.get(row.accountId)
    return team && volunteer ? [presentMember(row, { team, volunteer, now })] : []
  })
  return ok({ members, next: rows.length > PAGE_SIZE ? (page.at(-1)?.order ?? null) : null })
}

interface Changed {
  before: MembershipRow
  after: MembershipRow
}

const noted = ({ before, after }: Changed) => ({
  subject: `membership/${after._id}`,
  before: auditedMembership(before),
  after: auditedMembership(after),
})

export const answerMember: VolunteersMethods['answerMember']['run'] = async (call) => {
  const { input, caller, requestId, now } = call
  const { answer, reason } = input
  if (answer !== 'accept' && reason === null) return fail({ code: 'reason_needed' })
  const asked = await store.findMembership(input.membershipId)
  if (!asked) return fail({ code: 'member_not_found' })
  return store.changingMembership(asked, async (found, transaction) => {
    const { team, volunteer, membership } = found
    if (!team || !volunteer || !membership) return fail({ code: 'member_not_found' })
    const present = (row: MembershipRow) => ok({ member: presentMember(row, { team, volunteer, now }) })
    if (hasDone(membership.history, requestId)) return present(membership)
    const act = ACT_OF_ANSWER[answer]
    const state = stateAfter(membership.state, act)
    // Answered or taken back by now; or nobody is taken into a team that is closed.
    if (state === null || (state === 'member' && team.isClosed)) return fail({ code: 'changed_meanwhile' })
    const { organisationId, accountId } = membership
    const why = answer === 'accept' ? null : reason
    const by = caller.accountId
    const step = { organisationId, accountId, act, state, by, requestId, now, reason: why }
    const after = moved(membership, step)
    await store.putMembershipIn(transaction, { team, membership }, after)
    await notifyIn(transaction, answeredNotice(answer, { team, membership: after }), now)
    call.note(noted({ before: membership, after }))
    return present(after)
  })
}

export const assignGrid: VolunteersMethods['assignGrid']['run'] = async (call) => {
  const { input, caller, requestId, now } = call
  const { gridCode } = input
  const asked = await store.findMembership(input.membershipId)
  if (!asked) return fail({ code: 'member_not_found' })
  return store.changingMembership(asked, async (found, transaction) => {
    const { team, volunteer, membership } = found
    if (!team || !volunteer || membership?.state !== 'member') return fail({ code: 'member_not_found' })
    const present = (row: MembershipRow) => ok({ member: presentMember(row, { team, volunteer, now }) })
    if (hasDone(membership.history, requestId)) return present(membership)
    if (gridCode !== null && !team.gridCodes.includes(gridCode)) return fail({ code: 'grid_not_found' })
    const { accountId } = caller
    const entry = { act: 'gridAssigned' as const, requestId, accountId, at: now, reason: null }
    const version = membership.version + 1
    const after = { ...membership, gridCode, version, history: [...membership.history, entry] }
    await store.putMembershipIn(transaction, { team, membership }, after)
    call.note(noted({ before: membership, after }))
    return present(after)
  })
}
