import { DESK_SIGN_IN_TIME } from '@contract/limits'
import { call } from './call'
import { deviceWords } from './deskDevice'
import { newRequestId } from './requestId'
import type { CloudAnswer, CloudError } from './services'
import { forgetSession, keepSession } from './session'

/** Signing in at a desk, on the side of the browser: take a code, show it, ask until the phone has answered. */

export type DeskSignInState =
  | { status: 'starting' }
  /** `until` is by this browser's own clock, so that a wrong clock does not shorten the wait. */
  | { status: 'waiting'; code: string; until: number; isCutOff: boolean }
  | { status: 'expired' }
  | { status: 'refused' }
  | { status: 'signedIn' }
  | { status: 'failed'; error: CloudError }

export const POLL_TIME = 2000
/** Without a connection the pause doubles, up to this. */
const LONGEST_PAUSE = 15_000
const SECOND = 1000

interface Watch {
  report: (state: DeskSignInState) => void
  isStopped: () => boolean
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Keeps the session of whoever confirmed. The code tells sessions in one browser apart. */
const keep = (code: string, { token, expiresAt }: { token: string; expiresAt: number }): void =>
  keepSession({
    kind: 'desk',
    token,
    expiresAt,
    identity: { id: `desk-${code}`, name: '电脑登录', description: '用手机扫码登录' },
  })

type Asked = CloudAnswer<'accounts', 'finishDeskSignIn'>

/** The pause before asking again, or null when the answer settles it. */
const nextPause = (answer: Asked, pause: number): number | null => {
  if (answer.ok) return answer.value.state === 'waiting' ? POLL_TIME : null
  const { error } = answer
  if (error.code === 'too_many_requests') return error.retryAfterSeconds * SECOND
  const isPassing = error.code === 'no_connection' || error.code === 'busy' || error.code === 'internal'
  return isPassing ? Math.min(pause * 2, LONGEST_PAUSE) : null
}

const settledState = (answer: Asked): DeskSignInState => {
  if (answer.ok) return { status: 'signedIn' }
  if (answer.error.code === 'sign_in_expired') return { status: 'expired' }
  if (answer.error.code === 'sign_in_refused') return { status: 'refused' }
  return { status: 'failed', error: answer.error }
}

const askUntilAnswered = async (
  { code, secret }: { code: string; secret: string },
  until: number,
  { report, isStopped }: Watch,
): Promise<void> => {
  let pause = POLL_TIME
  while (Date.now() < until) {
    await wait(pause)
    if (isStopped()) return
    const answer = await call('accounts', 'finishDeskSignIn', { code, secret }, { requestId: newRequestId() })
    if (isStopped()) return
    const next = nextPause(answer, pause)
    if (next === null) {
      if (answer.ok && answer.value.state === 'signedIn') keep(code, answer.value)
      return report(settledState(answer))
    }
    pause = next
    report({ status: 'waiting', code, until, isCutOff: !answer.ok && answer.error.code === 'no_connection' })
  }
  report({ status: 'expired' })
}

/** Runs one sign-in to its end, reporting each state. Returns how to stop it. */
export const startDeskSignIn = (report: (state: DeskSignInState) => void): (() => void) => {
  let stopped = false
  const isStopped = () => stopped
  const run = async () => {
    report({ status: 'starting' })
    const device = deviceWords(navigator.userAgent)
    const started = await call('accounts', 'startDeskSignIn', { device }, { requestId: newRequestId() })
    if (stopped) return
    if (!started.ok) return report({ status: 'failed', error: started.error })
    const until = Date.now() + DESK_SIGN_IN_TIME
    report({ status: 'waiting', code: started.value.code, until, isCutOff: false })
    await askUntilAnswered(started.value, until, { report, isStopped })
  }
  void run()
  return () => {
    stopped = true
  }
}

/** Ends this browser's session in the cloud too. Even without a connection, this tab forgets it. */
export const signOutAtDesk = async (): Promise<void> => {
  const listed = await call('accounts', 'listDevices', {})
  const own = listed.ok ? listed.value.devices.find(({ isThis }) => isThis) : undefined
  if (own) await call('accounts', 'endDevice', { deviceId: own.deviceId }, { requestId: newRequestId() })
  forgetSession()
}
