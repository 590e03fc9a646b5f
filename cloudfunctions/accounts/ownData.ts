import type { accounts } from '../../contract/accounts'
import { fail, ok } from '../../contract/result'
import { loadGrants } from '../platform/access'
import { findFirstSight, forgetFirstSight } from '../platform/firstSights'
import { askToForget, type Forget, settleWish } from '../platform/forgetting'
import type { Methods } from '../platform/serve'
import { findAccount, readContact } from '../platform/verifiedPhone'
import { exportSections } from './presented'
import * as store from './store'

type AccountsMethods = Methods<typeof accounts>

export const exportMyData: AccountsMethods['exportMyData'] = async ({ caller: { accountId } }) => {
  const [account, contact, sessions, firstSightAt] = await Promise.all([
    findAccount(accountId),
    readContact(accountId),
    store.listSessions(accountId),
    findFirstSight(accountId),
  ])
  return ok({ sections: exportSections({ accountId, account, contact, sessions, firstSightAt }) })
}

const OWN_NAME = 'accounts'
const KEEPERS = [
  OWN_NAME,
  'activities',
  'administration',
  'attendance',
  'judging',
  'messages',
  'moderation',
  'nominations',
  'reporting',
  'volunteerHours',
  'volunteerStatistics',
  'volunteers',
  'voting',
]

export const deleteAccount: AccountsMethods['deleteAccount'] = async ({ caller, requestId, now }) => {
  if ((await loadGrants(caller.accountId, now)).length > 0) return fail({ code: 'still_staff' })
  return ok({ deletedAt: await forgetEverywhere(caller.accountId, requestId, now) })
}

/** The wish comes first: should this instance die after it, the timers of all services still do it. */
export async function forgetEverywhere(accountId: string, requestId: string, now: number): Promise<number> {
  const wish = await askToForget({
    _id: accountId,
    accountId,
    requestId,
    requestedAt: now,
    waiting: KEEPERS,
  })
  await settleWish(OWN_NAME, wish, forget)
  return wish.requestedAt
}

/** What is younger than the wish belongs to a person who came back. */
export const forget: Forget = async (accountId, requestedAt) => {
  await store.removeAccount(accountId, requestedAt)
  await forgetFirstSight(accountId, requestedAt)
  // In this order: a browser that is just fetching its session looks for its sign-in afterwards.
  await store.removeSignIns(accountId, requestedAt)
  await store.removeSessions(accountId, requestedAt)
}
