import {
  ageAt,
  type Member,
  type MyTeam,
  OF_AGE,
  type Team,
  type TeamSummary,
  type Volunteer,
} from '../../contract/volunteering/people'
import { openVolunteer } from '../platform/volunteering/names'
import type { MembershipRow, TeamRow, VolunteerRow } from '../platform/volunteering/rows'

/** What leaves the cloud, chosen field by field. */

/** For the person alone. */
export function presentVolunteer(row: VolunteerRow, now: number): Volunteer {
  const { name, bornIn, guardian } = openVolunteer(row)
  return {
    name,
    bornIn,
    guardian: ageAt(bornIn, now) < OF_AGE ? guardian : null,
    placeCode: row.placeCode,
    gridCode: row.gridCode,
    skills: row.skills,
    times: row.times,
    isListed: row.isListed,
    cardCode: row.cardCode,
    registeredAt: row.registeredAt,
    version: row.version,
  }
}

export const presentTeamSummary = (row: TeamRow): TeamSummary => ({
  organisationId: row._id,
  name: row.name,
  kind: row.kind,
  placeCode: row.placeCode,
  gridCodes: row.gridCodes,
  members: row.members,
})

interface AboutTeam {
  introduction: string
  membership: MembershipRow | null
}

export const presentTeam = (row: TeamRow, { introduction, membership }: AboutTeam): Team => ({
  ...presentTeamSummary(row),
  introduction,
  joining: row.joining,
  isClosed: row.isClosed,
  version: row.version,
  membership: membership?.state ?? null,
})

/** A grid that the team has given up is nobody's. */
const gridOf = ({ gridCode }: MembershipRow, team: TeamRow): string | null =>
  gridCode !== null && team.gridCodes.includes(gridCode) ? gridCode : null

/** For those who lead the team. */
export function presentMember(
  row: MembershipRow,
  { team, volunteer, now }: { team: TeamRow; volunteer: VolunteerRow; now: number },
): Member {
  const { name, bornIn } = openVolunteer(volunteer)
  return {
    membershipId: row._id,
    accountId: row.accountId,
    name,
    isMinor: ageAt(bornIn, now) < OF_AGE,
    skills: volunteer.skills,
    times: volunteer.times,
    placeCode: volunteer.placeCode,
    gridCode: gridOf(row, team),
    state: row.state,
    words: row.words,
    since: row.since,
  }
}

export const presentMyTeam = (row: MembershipRow, team: TeamRow): MyTeam => ({
  organisationId: team._id,
  name: team.name,
  kind: team.kind,
  state: row.state,
  gridCode: gridOf(row, team),
  since: row.since,
  reason: row.state === 'declined' || row.state === 'left' ? row.reason : null,
})

/** What the audit trail keeps of a team. */
export const auditedTeam = ({ kind, joining, gridCodes, version }: TeamRow) => ({
  kind,
  joining,
  gridCodes,
  version,
})

export const auditedMembership = ({ state, gridCode, version }: MembershipRow) => ({
  state,
  gridCode,
  version,
})
