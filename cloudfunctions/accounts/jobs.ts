import { keptSince } from '../platform/retention'
import * as store from './store'

/** Once a minute: sign-ins and sessions at desks that are no longer kept go. */
export async function everyMinute(now: number): Promise<{ removed: number }> {
  const signIns = await store.pruneSignIns(keptSince('deskSignIns', now))
  const sessions = await store.pruneSessions(keptSince('deskSessions', now))
  return { removed: signIns + sessions }
}
