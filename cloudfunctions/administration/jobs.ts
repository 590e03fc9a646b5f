import type { Forget } from '../platform/forgetting'
import { log } from '../platform/log'
import { keptSince } from '../platform/retention'
import * as store from './store'

const HOUR = 3_600_000
const MINUTE = 60_000

/** Once a minute: what is no longer kept goes; once an hour the heads of the audit chains go to the log. */
export async function everyMinute(now: number): Promise<{ removed: number }> {
  const removed =
    (await store.pruneProblems(keptSince('problems', now))) +
    (await store.pruneWork(keptSince('work', now))) +
    (await store.pruneRoles(keptSince('endedRoles', now)))
  if (now % HOUR < MINUTE) await logHeads()
  return { removed }
}

/** Kept outside the database, a head shows whether the newest entries of a chain have been cut off. */
async function logHeads(): Promise<void> {
  for (const { chain, sequence, hash } of await store.listHeads())
    log('info', 'audit head', { chain, sequence, hash })
}

/** The roles have ended before; who held them stays known to the audit trail, by account and no longer by name here. */
export const forget: Forget = (accountId, requestedAt) => store.forgetNames(accountId, requestedAt)
