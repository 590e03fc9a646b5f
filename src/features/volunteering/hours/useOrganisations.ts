import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'

export interface NamedOrganisation {
  organisationId: string
  name: string
}

/** Where the person has served lately, and the teams that the person is in: what there is to choose from. */
export function useOrganisations(owner: string): NamedOrganisation[] {
  const entries = useAnswer(`organisations/${owner}`, () => call('volunteerHours', 'listMyEntries', {}))
  const own = useAnswer(`teams/${owner}`, () => call('volunteers', 'getMyVolunteer', {}))
  const found = new Map<string, string>()
  if (entries.state.status === 'ready')
    for (const { organisationId, organisationName } of entries.state.value.entries)
      if (!found.has(organisationId)) found.set(organisationId, organisationName)
  if (own.state.status === 'ready')
    for (const { organisationId, name, state } of own.state.value.teams)
      if (state === 'member') found.set(organisationId, name)
  return [...found].map(([organisationId, name]) => ({ organisationId, name }))
}
