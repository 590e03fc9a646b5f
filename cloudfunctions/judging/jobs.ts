import { tellJudges } from './notices'
import * as store from './store'

/** Once a minute: judges are told of sessions that have opened, where the call that opened one could not finish. */
export async function everyMinute(now: number): Promise<{ told: number }> {
  let told = 0
  for (const { _id } of await store.listSessionsToTell()) told += await tellJudges(_id, now)
  return { told }
}
