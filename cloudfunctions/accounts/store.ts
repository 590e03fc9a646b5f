import { collection, command } from '../platform/database/collection'
import type { DeskSessionRow } from '../platform/desk'
import type { AccountRow } from '../platform/verifiedPhone'
import type { DeskSignInRow } from './rows'

/** Every query of accounts. */

const accounts = collection<AccountRow>('accounts')
const signIns = collection<DeskSignInRow>('deskSignIns')
const sessions = collection<DeskSessionRow>('deskSessions')

const NO_PHONE = { phoneKey: null, phoneMask: null, verifiedAt: null, requestId: null }
const NOTHING: Omit<AccountRow, '_id' | 'changedAt'> = { ...NO_PHONE, contact: null }

type Part = Partial<AccountRow> & { changedAt: number }

/** Puts what is newly given in place of what was there; the rest of the row stays. */
export async function keep(accountId: string, part: Part): Promise<void> {
  const put = async () =>
    (await accounts.changeOne({ _id: accountId }, part)) ||
    (await accounts.insert({ ...NOTHING, ...part, _id: accountId })) === 'inserted'
  // The row came or went between the two.
  if (!(await put()) && !(await put())) throw new Error(`account ${accountId} could not be kept`)
}

export const removePhone = (accountId: string, now: number): Promise<boolean> =>
  accounts.changeOne({ _id: accountId }, { ...NO_PHONE, changedAt: now })

export const removeContact = (accountId: string, now: number): Promise<boolean> =>
  accounts.changeOne({ _id: accountId }, { contact: null, changedAt: now })

export const removeAccount = (accountId: string, changedUntil: number): Promise<boolean> =>
  accounts.remove({ _id: accountId, changedAt: command.lte(changedUntil) })

export const insertSignIn = (signIn: DeskSignInRow) => signIns.insert(signIn)
export const findSignIn = (code: string): Promise<DeskSignInRow | null> => signIns.find(code)

type SignInAnswer = Pick<DeskSignInRow, 'state' | 'accountId'> & { answeredAt: number }

/** False: it has expired, or somebody has answered it already. */
export const answerSignIn = (code: string, answer: SignInAnswer): Promise<boolean> =>
  signIns.changeOne({ _id: code, state: 'waiting', expiresAt: command.gt(answer.answeredAt) }, { ...answer })

export const insertSession = (session: DeskSessionRow) => sessions.insert(session)
export const findSession = (sessionId: string): Promise<DeskSessionRow | null> => sessions.find(sessionId)
export const removeSession = (sessionId: string): Promise<boolean> => sessions.remove({ _id: sessionId })

/** More than one person can have alive at a time: they sign in 20 times in ten minutes at most. */
const SESSIONS_SHOWN = 200

/** Newest first. */
export const listSessions = (accountId: string): Promise<DeskSessionRow[]> =>
  sessions.list({ accountId }, { orderBy: { signedInAt: 'desc' }, limit: SESSIONS_SHOWN })

/** False: it is somebody else's, or has been ended before. */
export const endSession = (sessionId: string, accountId: string, now: number): Promise<boolean> =>
  sessions.changeOne({ _id: sessionId, accountId, endedAt: null }, { endedAt: now })

const REMOVED_AT_ONCE = 100

export async function removeSignIns(accountId: string, answeredUntil: number): Promise<void> {
  const theirs = { accountId, answeredAt: command.lte(answeredUntil) }
  while ((await signIns.removeSome(theirs, REMOVED_AT_ONCE)) === REMOVED_AT_ONCE);
}

export async function removeSessions(accountId: string, signedInUntil: number): Promise<void> {
  const theirs = { accountId, signedInAt: command.lte(signedInUntil) }
  while ((await sessions.removeSome(theirs, REMOVED_AT_ONCE)) === REMOVED_AT_ONCE);
}

export const pruneSignIns = (expiredBefore: number): Promise<number> =>
  signIns.removeSome({ expiresAt: command.lt(expiredBefore) }, REMOVED_AT_ONCE)

export const pruneSessions = (expiredBefore: number): Promise<number> =>
  sessions.removeSome({ expiresAt: command.lt(expiredBefore) }, REMOVED_AT_ONCE)
