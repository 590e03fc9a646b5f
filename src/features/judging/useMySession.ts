import type { MySession } from '@contract/judging'
import { call } from '@/cloud/call'
import { useIsSignedIn, useSession } from '@/cloud/session'
import { type Answer, useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { useWatched } from '@/cloud/useWatched'

/** Judges look up when the next speaker walks to the front. */
const PAUSE = 5000

interface WatchedSession {
  answer: Answer<MySession>
  /** False: what is shown may be out of date. */
  isConnected: boolean
  isSignedIn: boolean
}

/** A session that the person sits on, watched until it is closed. */
export const useMySession = (sessionId: string): WatchedSession => {
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  const answer = useAnswer(isSignedIn ? `${owner}/${sessionId}` : null, () =>
    call('judging', 'getMySession', { sessionId }),
  )
  useRefreshOnPull(answer.refresh)
  const isOpen = answer.state.status === 'ready' && answer.state.value.state !== 'closed'
  const isConnected = useWatched(answer.refreshQuietly, { pause: PAUSE, isOn: isOpen })
  return { answer, isConnected, isSignedIn }
}
