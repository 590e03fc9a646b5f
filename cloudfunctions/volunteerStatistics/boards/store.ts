import { BOARD_ROWS } from '../../../contract/limits'
import { collection, command } from '../../platform/database/collection'
import type { MembershipRow, TeamRow } from '../../platform/volunteering/rows'
import type { CountRow, PersonRow, ScopeKind } from '../folding/rows'

/** Every query of boards, one function each. */

const people = collection<PersonRow>('servicePeople')
const counts = collection<CountRow>('serviceCounts')
const memberships = collection<MembershipRow>('memberships')
const teams = collection<TeamRow>('teams')

export const listPeople = (board: string): Promise<PersonRow[]> =>
  people.list(
    { board, minutes: command.gt(0) },
    { orderBy: { minutes: 'desc', _id: 'asc' }, limit: BOARD_ROWS },
  )

export const findLine = (id: string): Promise<PersonRow | null> => people.find(id)

/** How many stand above: as long as a rank takes to be counted off the index. */
export const countAbove = (board: string, minutes: number): Promise<number> =>
  people.count({ board, minutes: command.gt(minutes) })

/** `area`: one place field. */
export const listCounts = (
  kind: ScopeKind,
  period: string,
  area: Record<string, string>,
): Promise<CountRow[]> =>
  counts.list(
    { kind, period, ...area, minutes: command.gt(0) },
    { orderBy: { minutes: 'desc', _id: 'asc' }, limit: BOARD_ROWS },
  )

const TEAMS_OF_ONE = 50

export const listTeamsOf = async (accountId: string): Promise<string[]> =>
  (await memberships.list({ accountId }, { orderBy: { order: 'desc' }, limit: TEAMS_OF_ONE })).flatMap(
    ({ organisationId, state }) => (state === 'member' ? [organisationId] : []),
  )

/** Those of these organisations that are service teams. */
export const listTeamsAmong = async (organisationIds: readonly string[]): Promise<string[]> =>
  organisationIds.length === 0
    ? []
    : (
        await teams.list({ _id: command.in([...organisationIds]), isClosed: false }, { limit: BOARD_ROWS })
      ).map(({ _id }) => _id)
