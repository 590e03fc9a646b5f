import { collection, type Transaction } from '../database/collection'
import type { OrganisationRow } from '../organisations'
import type { TeamRow } from './rows'

/** A team is called as its organisation is, and closed with it. */

type Followed = Pick<OrganisationRow, '_id' | 'name' | 'isClosed'>

const follows = (team: TeamRow, { name, isClosed }: Followed): boolean =>
  team.name === name && team.isClosed === isClosed

/** In the transaction that changes the organisation. */
export async function followOrganisationIn(transaction: Transaction, organisation: Followed): Promise<void> {
  const team = await transaction.find<TeamRow>('teams', organisation._id)
  if (!team || follows(team, organisation)) return
  await transaction.put('teams', { ...team, name: organisation.name, isClosed: organisation.isClosed })
}

/** For a team that was made while its organisation changed. */
export async function followOrganisation(organisationId: string): Promise<void> {
  const organisation = await collection<OrganisationRow>('organisations').find(organisationId)
  if (!organisation) return
  const { name, isClosed } = organisation
  await collection<TeamRow>('teams').changeOne({ _id: organisationId }, { name, isClosed })
}
