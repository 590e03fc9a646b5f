import type { Forget } from '../platform/forgetting'
import { keptSince } from '../platform/retention'
import { sendDue } from './outbox'
import * as store from './store'

/** A minute's worth: a backlog is worked off over several minutes. */
const PRUNED_AT_ONCE = 200

/** Once a minute: send what is due, then remove what need not be kept any longer. */
export async function everyMinute(now: number): Promise<{ sent: number; pruned: number }> {
  const sent = await sendDue(now)
  const pruned = await store.pruneMessages(keptSince('messages', now), PRUNED_AT_ONCE)
  return { sent, pruned }
}

export const forget: Forget = (accountId, requestedAt) => store.forgetPerson(accountId, requestedAt)
