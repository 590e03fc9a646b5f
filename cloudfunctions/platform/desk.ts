import { DESK_IDLE_TIME } from '../../contract/limits'
import type { Caller } from './caller'
import { collection, command, type Row } from './database/collection'
import type { HttpEvent } from './httpEvent'
import { keyedName } from './secrets'

/**
 * Browsers at a desk reach a function through CloudBase's HTTP access, where the platform knows nobody. The session
 * token in the request's header cannot be guessed, is kept only as a keyed hash, and was opened by the person's own
 * confirmation in WeChat (accounts.answerDeskSignIn).
 */
export interface DeskSessionRow extends Row {
  accountId: string
  device: string
  requestAddress: string
  signedInAt: number
  lastUsedAt: number
  expiresAt: number
  endedAt: number | null
}

export const deskSessionId = (token: string): string => keyedName('deskSession', token)

/** How stale "last used" may be: a write in five minutes instead of one per call. */
const USE_NOTED_EVERY = 300_000

export const isSessionAlive = (session: DeskSessionRow, now: number): boolean =>
  session.endedAt === null && session.expiresAt > now && session.lastUsedAt + DESK_IDLE_TIME > now

const sessions = () => collection<DeskSessionRow>('deskSessions')

/** The caller behind a session token; somebody not signed in when there is none; null when it has ended. */
export async function callerAtDesk(
  caller: Caller,
  { token, requestAddress }: HttpEvent,
  now: number,
): Promise<Caller | null> {
  const nobody: Caller = {
    ...caller,
    kind: 'desk',
    accountId: null,
    openid: null,
    requestAddress: caller.requestAddress ?? requestAddress,
  }
  if (token === null) return nobody
  const session = await sessions().find(deskSessionId(token))
  if (!session || !isSessionAlive(session, now)) return null
  if (session.lastUsedAt + USE_NOTED_EVERY < now)
    await sessions().changeOne({ _id: session._id, lastUsedAt: command.lt(now) }, { lastUsedAt: now })
  return { ...nobody, accountId: session.accountId, session: { id: session._id, device: session.device } }
}
