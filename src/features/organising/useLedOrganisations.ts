import type { Me } from '@contract/accounts'
import { ok } from '@contract/result'
import { call } from '@/cloud/call'
import { useIsSignedIn, useSession } from '@/cloud/session'
import { type Answer, useAnswer } from '@/cloud/useAnswer'

export interface LedOrganisation {
  organisationId: string
  name: string
}

/** Organisations in which somebody is the leader, each once. */
export const ledBy = (grants: Me['grants']): string[] => [
  ...new Set(
    grants.flatMap(({ role, organisationId }) =>
      role === 'organisationLeader' && organisationId !== null ? [organisationId] : [],
    ),
  ),
]

async function organisationsOf(asked: string | undefined) {
  const me = await call('accounts', 'getMe', {})
  if (!me.ok) return me
  const ids = [...new Set([...(asked ? [asked] : []), ...ledBy(me.value.grants)])]
  const organisations: LedOrganisation[] = []
  for (const organisationId of ids) {
    const answer = await call('places', 'getOrganisation', { organisationId })
    if (!answer.ok) return answer
    organisations.push({ organisationId, name: answer.value.name })
  }
  return ok(organisations)
}

/** Those that the caller leads, and the one that was asked for first: an administrator may open any. */
export const useLedOrganisations = (asked: string | undefined): Answer<LedOrganisation[]> => {
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  return useAnswer(isSignedIn ? `led/${owner}/${asked ?? ''}` : null, () => organisationsOf(asked))
}
