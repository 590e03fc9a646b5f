import { PAGE_SIZE } from '../../contract/limits'
import type { TeamKind } from '../../contract/volunteering/people'
import type { RoleGrant } from '../platform/access'
import {
  collection,
  command,
  inTransaction,
  pattern,
  type Transaction,
} from '../platform/database/collection'
import { isDuplicateKey } from '../platform/database/errors'
import type { OrganisationRow } from '../platform/organisations'
import { type PlaceFields, withinPlace } from '../platform/places'
import {
  type Entry,
  type MembershipRow,
  membershipId,
  type TeamRow,
  type VolunteerRow,
} from '../platform/volunteering/rows'
import { membersAfter } from './rules'

/** Every query of volunteers, one function each. */

const volunteers = collection<VolunteerRow>('volunteers')
const teams = collection<TeamRow>('teams')
const memberships = collection<MembershipRow>('memberships')
const organisations = collection<OrganisationRow>('organisations')
const grids = collection<KnownGrid>('grids')
const grants = collection<RoleGrant>('roleGrants')

/** Kept by places. */
interface KnownGrid extends PlaceFields {
  _id: string
  isClosed: boolean
}

// People

/** Somebody who is there already, or whose code another card has, is not added. */
export const insertVolunteer = (row: VolunteerRow) => volunteers.insert(row)

type Changed = Pick<
  VolunteerRow,
  | keyof PlaceFields
  | 'placeCode'
  | 'gridCode'
  | 'sealed'
  | 'shownName'
  | 'isListed'
  | 'skills'
  | 'times'
  | 'ageCheckAt'
>

export const changeVolunteer = (
  accountId: string,
  version: number,
  change: Changed,
  entry: Entry<'revised'>,
): Promise<boolean> =>
  volunteers.changeOne(
    { _id: accountId, version },
    { ...change, version: version + 1, history: command.push([entry]) },
  )

/** `taken`: another card has the new code. */
export async function changeCard(
  accountId: string,
  codes: { before: string; after: string },
  entry: Entry<'cardRenewed'>,
): Promise<boolean | 'taken'> {
  try {
    return await volunteers.changeOne(
      { _id: accountId, cardCode: codes.before },
      { cardCode: codes.after, history: command.push([entry]) },
    )
  } catch (error) {
    if (isDuplicateKey(error)) return 'taken'
    throw error
  }
}

const CHECKED_AT_ONCE = 50

export const listAgesToCheck = (now: number): Promise<VolunteerRow[]> =>
  volunteers.list(
    { ageCheckAt: command.lte(now) },
    { orderBy: { ageCheckAt: 'asc' }, limit: CHECKED_AT_ONCE },
  )

/** Only of the version that was looked at: who revises meanwhile has been looked at anew. */
export const setAgeCheck = (
  { _id, version }: VolunteerRow,
  change: Pick<VolunteerRow, 'sealed' | 'ageCheckAt'>,
): Promise<boolean> => volunteers.changeOne({ _id, version }, change)

export const removeVolunteer = (accountId: string, until: number): Promise<boolean> =>
  volunteers.remove({ _id: accountId, registeredAt: command.lte(until) })

// Places and leaders

/** Those of the codes that are open grids. */
export async function listOpenGrids(codes: string[]): Promise<string[]> {
  if (codes.length === 0) return []
  const found = await grids.list({ _id: command.in(codes) }, { limit: codes.length })
  return found.filter(({ isClosed }) => !isClosed).map(({ _id }) => _id)
}

export const findOrganisation = (organisationId: string): Promise<OrganisationRow | null> =>
  organisations.find(organisationId)

const LEADERS_TOLD = 20

/** Accounts that lead the organisation now. */
export async function listLeaders(organisationId: string, now: number): Promise<string[]> {
  const found = await grants.list(
    {
      organisationId,
      role: 'organisationLeader',
      endsAt: command.or([command.eq(null), command.gt(now)]),
    },
    { limit: LEADERS_TOLD },
  )
  return [...new Set(found.map(({ accountId }) => accountId))]
}

// Teams

export const findTeam = (organisationId: string): Promise<TeamRow | null> => teams.find(organisationId)

export const findTeams = (organisationIds: string[]): Promise<TeamRow[]> =>
  organisationIds.length === 0
    ? Promise.resolve([])
    : teams.list({ _id: command.in(organisationIds) }, { limit: organisationIds.length })

export interface TeamFilter {
  placeCode: string
  kind?: TeamKind | undefined
  search?: string | undefined
}

/** Open ones only. One more than a page tells whether there is a next one. */
export function listTeams({ placeCode, kind, search }: TeamFilter, after: string): Promise<TeamRow[]> {
  const where = {
    ...withinPlace(placeCode),
    isClosed: false,
    ...(kind ? { kind } : {}),
    order: command.gt(after),
    ...(search ? { name: pattern(search) } : {}),
  }
  return teams.list(where, { orderBy: { order: 'asc' }, limit: PAGE_SIZE + 1 })
}

export interface FoundTeam {
  organisation: OrganisationRow | null
  team: TeamRow | null
}

/** Decides with the organisation and its team as they are at this moment. */
export const changingTeam = <T>(
  organisationId: string,
  decide: (found: FoundTeam, put: (row: TeamRow) => Promise<void>) => Promise<T>,
): Promise<T> =>
  inTransaction(async (transaction) => {
    const organisation = await transaction.find<OrganisationRow>('organisations', organisationId)
    const team = await transaction.find<TeamRow>('teams', organisationId)
    return decide({ organisation, team }, (row) => transaction.put('teams', row))
  })

// Memberships

export const findMembership = (id: string): Promise<MembershipRow | null> => memberships.find(id)

export const findMembershipOf = (organisationId: string, accountId: string): Promise<MembershipRow | null> =>
  memberships.find(membershipId(organisationId, accountId))

/** By when they came into this state. One more than a page tells whether there is a next one. */
export const listMemberships = (
  organisationId: string,
  state: MembershipRow['state'],
  after: string,
): Promise<MembershipRow[]> =>
  memberships.list(
    { organisationId, state, order: command.gt(after) },
    { orderBy: { order: 'asc' }, limit: PAGE_SIZE + 1 },
  )

export const MEMBERSHIPS_AT_ONCE = 100

/** Newest first; `before` is the order of the last one seen. */
export const listMembershipsOf = (accountId: string, before?: string): Promise<MembershipRow[]> =>
  memberships.list(
    { accountId, ...(before ? { order: command.lt(before) } : {}) },
    { orderBy: { order: 'desc' }, limit: MEMBERSHIPS_AT_ONCE },
  )

export interface FoundMembership {
  team: TeamRow | null
  volunteer: VolunteerRow | null
  membership: MembershipRow | null
}

export interface Whose {
  organisationId: string
  accountId: string
}

/** Decides with team, person and membership as they are at this moment. */
export const changingMembership = <T>(
  { organisationId, accountId }: Whose,
  decide: (found: FoundMembership, transaction: Transaction) => Promise<T>,
): Promise<T> =>
  inTransaction(async (transaction) => {
    const team = await transaction.find<TeamRow>('teams', organisationId)
    const volunteer = await transaction.find<VolunteerRow>('volunteers', accountId)
    const membership = await transaction.find<MembershipRow>(
      'memberships',
      membershipId(organisationId, accountId),
    )
    return decide({ team, volunteer, membership }, transaction)
  })

/** The one way in which a membership changes: the team's count changes with it. */
export async function putMembershipIn(
  transaction: Transaction,
  { team, membership }: { team: TeamRow; membership: MembershipRow | null },
  after: MembershipRow,
): Promise<void> {
  await transaction.put('memberships', after)
  await count(transaction, team, membersAfter(team.members, membership?.state ?? null, after.state))
}

/** Of a person who is forgotten. */
export const removeMembership = (whose: Whose): Promise<void> =>
  changingMembership(whose, async ({ team, membership }, transaction) => {
    if (!membership) return
    await transaction.remove('memberships', membership._id)
    if (team) await count(transaction, team, membersAfter(team.members, membership.state, null))
  })

async function count(transaction: Transaction, team: TeamRow, members: number): Promise<void> {
  if (members !== team.members) await transaction.put('teams', { ...team, members })
}
