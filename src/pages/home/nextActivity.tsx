import { call } from '@/cloud/call'
import { useIsSignedIn, useSession } from '@/cloud/session'
import { useAnswer } from '@/cloud/useAnswer'
import { SignUpCard } from '@/components/signUpCard'
import { isSignedUp } from '@/words/activities'
import { isKnownVolunteer } from '../volunteering/known'

/** The next activity that this person has signed up for. Only volunteers' phones ask; nothing where there is none. */
export const NextActivity = () => {
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  const { state, refresh } = useAnswer(isSignedIn && isKnownVolunteer() ? `signUps/${owner}` : null, () =>
    call('activities', 'listMySignUps', { when: 'coming' }),
  )
  const next =
    state.status === 'ready'
      ? state.value.signUps.find((each) => isSignedUp(each.state) && each.activityState !== 'cancelled')
      : undefined
  return next ? <SignUpCard signUp={next} now={Date.now()} onChanged={refresh} /> : null
}
