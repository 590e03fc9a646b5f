import type { accounts } from '../../contract/accounts'
import { DESK_SIGN_IN_TIME } from '../../contract/limits'
import { fail, ok } from '../../contract/result'
import { deskSessionId, isSessionAlive } from '../platform/desk'
import { type Notice, notify } from '../platform/messages'
import { isSameSecret, keyedName, sha256 } from '../platform/secrets'
import type { Methods } from '../platform/serve'
import { presentSignIn } from './presented'
import type { ConfirmedRow, DeskSignInRow } from './rows'
import { codeOf, isConfirmed, isWaiting, sessionOf } from './rules'
import * as store from './store'

type AccountsMethods = Methods<typeof accounts>

/** Signing in at a desk: the browser starts, the person answers in WeChat, the browser fetches its session. */

const CODES_TRIED = 5

/** Code and secret follow from the request, so that sent again it is answered alike. */
export const startDeskSignIn: AccountsMethods['startDeskSignIn'] = async ({
  input,
  caller,
  requestId,
  now,
}) => {
  const secret = keyedName('deskSecret', requestId)
  const asked: Omit<DeskSignInRow, '_id'> = {
    secretHash: sha256(secret),
    device: input.device,
    requestAddress: caller.requestAddress ?? '',
    requestedAt: now,
    expiresAt: now + DESK_SIGN_IN_TIME,
    state: 'waiting',
    accountId: null,
    answeredAt: null,
  }
  for (let attempt = 0; attempt < CODES_TRIED; attempt++) {
    const code = codeOf(keyedName('deskCode', requestId, String(attempt)))
    if ((await store.insertSignIn({ _id: code, ...asked })) === 'inserted')
      return ok({ code, secret, expiresAt: asked.expiresAt })
    const before = await store.findSignIn(code)
    if (before?.secretHash === asked.secretHash) return ok({ code, secret, expiresAt: before.expiresAt })
  }
  throw new Error('every code for this sign-in is taken')
}

export const getDeskSignIn: AccountsMethods['getDeskSignIn'] = async ({ input, now }) => {
  const signIn = await store.findSignIn(input.code)
  return signIn && isWaiting(signIn, now) ? ok(presentSignIn(signIn)) : fail({ code: 'sign_in_expired' })
}

export const answerDeskSignIn: AccountsMethods['answerDeskSignIn'] = async ({
  input: { code, answer },
  caller: { accountId },
  now,
}) => {
  const state = answer === 'confirm' ? 'confirmed' : 'refused'
  if (await store.answerSignIn(code, { state, accountId, answeredAt: now })) return ok({ answer })
  const before = await store.findSignIn(code)
  // The same person's tap, sent again.
  return before?.accountId === accountId && before.state === state
    ? ok({ answer })
    : fail({ code: 'sign_in_expired' })
}

export const finishDeskSignIn: AccountsMethods['finishDeskSignIn'] = async ({ input, now }) => {
  const { code, secret } = input
  const signIn = await store.findSignIn(code)
  if (!signIn || !isSameSecret(sha256(secret), signIn.secretHash)) return fail({ code: 'sign_in_expired' })
  if (signIn.state === 'refused') return fail({ code: 'sign_in_refused' })
  if (isWaiting(signIn, now)) return ok({ state: 'waiting' })
  if (!isConfirmed(signIn)) return fail({ code: 'sign_in_expired' })
  const token = keyedName('deskToken', code, secret)
  const expiresAt = await openSession(signIn, deskSessionId(token), now)
  return expiresAt === null ? fail({ code: 'sign_in_expired' }) : ok({ state: 'signedIn', token, expiresAt })
}

/** When the one session of this sign-in expires; null when it has ended already. */
async function openSession(signIn: ConfirmedRow, sessionId: string, now: number): Promise<number | null> {
  const opened = sessionOf(signIn, sessionId)
  const isFirst = (await store.insertSession(opened)) === 'inserted'
  const session = isFirst ? opened : await store.findSession(sessionId)
  // Deleting an account removes sign-ins first and sessions after: one that was opened in between goes here.
  if (!session || !(await store.findSignIn(signIn._id))) {
    await store.removeSession(sessionId)
    return null
  }
  if (!isSessionAlive(session, now)) return null
  await notify(noticeOf(signIn, sessionId), now)
  return session.expiresAt
}

const noticeOf = ({ accountId, device, requestAddress }: ConfirmedRow, sessionId: string): Notice => ({
  accountId,
  kind: 'deskSignedIn',
  about: sessionId,
  title: '你的账号在电脑上登录了',
  line: requestAddress === '' ? device : `${device}，网络地址 ${requestAddress}`,
  page: 'features/accounts/pages/devices/index',
})
