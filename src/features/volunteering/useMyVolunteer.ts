import { call } from '@/cloud/call'
import { useIsSignedIn, useSession } from '@/cloud/session'
import { useAnswer } from '@/cloud/useAnswer'

/** The own record as a volunteer and the own teams; nothing is asked before signing in. */
export const useMyVolunteer = () => {
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  const answer = useAnswer(isSignedIn ? `volunteer/${owner}` : null, () =>
    call('volunteers', 'getMyVolunteer', {}),
  )
  return { isSignedIn, owner, answer }
}
