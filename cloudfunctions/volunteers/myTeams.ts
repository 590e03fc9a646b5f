import type { MyTeam } from '../../contract/volunteering/people'
import { presentMyTeam } from './presented'
import * as store from './store'

/** Newest first. Whom nobody sent away and who left is not reminded of it. */
export async function listMyTeams(accountId: string): Promise<MyTeam[]> {
  const all = await store.listMembershipsOf(accountId)
  const shown = all.filter(({ state, reason }) => state !== 'left' || reason !== null)
  const found = await store.findTeams(shown.map(({ organisationId }) => organisationId))
  const teams = new Map(found.map((team) => [team._id, team]))
  return shown.flatMap((row) => {
    const team = teams.get(row.organisationId)
    return team ? [presentMyTeam(row, team)] : []
  })
}
