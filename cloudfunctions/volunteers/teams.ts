import { PAGE_SIZE } from '../../contract/limits'
import { isWithin } from '../../contract/places/within'
import { fail, ok } from '../../contract/result'
import type { volunteers } from '../../contract/volunteers'
import type { Scope } from '../platform/access'
import type { OrganisationRow } from '../platform/organisations'
import { placeFields } from '../platform/places'
import type { Methods } from '../platform/serve'
import type { TeamRow } from '../platform/volunteering/rows'
import { followOrganisation } from '../platform/volunteering/teams'
import { auditedTeam, presentTeam, presentTeamSummary } from './presented'
import { areaOfTeam, hasDone } from './rules'
import * as store from './store'

type VolunteersMethods = Methods<typeof volunteers>

export const placeOfTeam = async ({ organisationId }: { organisationId: string }): Promise<Scope | null> => {
  const organisation = await store.findOrganisation(organisationId)
  return organisation && { placeCode: organisation.placeCode, organisationId }
}

export const listTeams: VolunteersMethods['listTeams'] = async ({ input: { after = '', ...filter } }) => {
  const rows = await store.listTeams(filter, after)
  const page = rows.slice(0, PAGE_SIZE)
  const next = rows.length > PAGE_SIZE ? (page.at(-1)?.order ?? null) : null
  return ok({ teams: page.map(presentTeamSummary), next })
}

export const getTeam: VolunteersMethods['getTeam'] = async ({ input: { organisationId }, caller }) => {
  const [team, organisation, membership] = await Promise.all([
    store.findTeam(organisationId),
    store.findOrganisation(organisationId),
    caller.accountId ? store.findMembershipOf(organisationId, caller.accountId) : null,
  ])
  if (!team || !organisation) return fail({ code: 'team_not_found' })
  return ok(presentTeam(team, { introduction: organisation.introduction, membership }))
}

type Describing = Parameters<VolunteersMethods['describeTeam']['run']>[0]

/** Whether each grid lies where the team works and is open. One that was closed since is not turned against the others. */
async function areGrids(
  gridCodes: string[],
  { placeCode }: OrganisationRow,
  before: TeamRow | null,
): Promise<boolean> {
  const added = gridCodes.filter((code) => !before?.gridCodes.includes(code))
  if (!added.every((code) => isWithin(code, areaOfTeam(placeCode)))) return false
  return (await store.listOpenGrids(added)).length === added.length
}

const newTeam = (organisation: OrganisationRow): Omit<TeamRow, 'kind' | 'joining' | 'gridCodes'> => ({
  ...placeFields(organisation.placeCode),
  _id: organisation._id,
  placeCode: organisation.placeCode,
  name: organisation.name,
  members: 0,
  isClosed: false,
  order: organisation.order,
  version: 0,
  history: [],
})

function described(
  organisation: OrganisationRow,
  team: TeamRow | null,
  { input, caller: { accountId }, requestId, now }: Describing,
): TeamRow {
  const { kind, joining, gridCodes } = input
  const before = team ?? newTeam(organisation)
  return {
    ...before,
    kind,
    joining,
    gridCodes: [...new Set(gridCodes)],
    version: before.version + 1,
    history: [...before.history, { act: 'described', requestId, accountId, at: now, reason: null }],
  }
}

/** The same request sent again finds the team as it made it. `hasGrids` is of the version that the caller has seen. */
const change = (call: Describing, hasGrids: boolean) =>
  store.changingTeam(call.input.organisationId, async ({ organisation, team }, put) => {
    const { requestId, input } = call
    if (!organisation) return fail({ code: 'organisation_not_found' })
    const { introduction } = organisation
    if (team && hasDone(team.history, requestId)) return ok({ before: team, after: team, introduction })
    if (organisation.isClosed) return fail({ code: 'organisation_closed' })
    if ((team?.version ?? 0) !== input.basedOn) return fail({ code: 'changed_meanwhile' })
    if (!hasGrids) return fail({ code: 'grid_not_found' })
    const after = described(organisation, team, call)
    await put(after)
    return ok({ before: team, after, introduction })
  })

export const describeTeam: VolunteersMethods['describeTeam']['run'] = async (call) => {
  const { organisationId, gridCodes } = call.input
  const [organisation, known] = await Promise.all([
    store.findOrganisation(organisationId),
    store.findTeam(organisationId),
  ])
  if (!organisation) return fail({ code: 'organisation_not_found' })
  const outcome = await change(call, await areGrids(gridCodes, organisation, known))
  if (!outcome.ok) return outcome
  const { before, after, introduction } = outcome.value
  // Renamed or closed while the team was made for the first time, it could not be followed yet.
  if (before === null) await followOrganisation(organisationId)
  call.note({
    subject: `team/${organisationId}`,
    before: before && auditedTeam(before),
    after: auditedTeam(after),
  })
  const membership = await store.findMembershipOf(organisationId, call.caller.accountId)
  return ok({ team: presentTeam(after, { introduction, membership }) })
}
