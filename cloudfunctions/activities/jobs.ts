import { describeError, log } from '../platform/log'
import { tellThanks } from './after/thanks'
import { makeComing } from './series/making'
import { followChanges, lapseOffers, remind, settleLeft } from './signUps/jobs'

/** One after another, and none keeps the others waiting: signing up and what comes after have theirs here, too. */
const JOBS = {
  made: makeComing,
  settled: settleLeft,
  lapsed: lapseOffers,
  followed: followChanges,
  reminded: remind,
  thanked: tellThanks,
}

/** Once a minute. A backlog takes several. */
export async function everyMinute(now: number): Promise<Record<string, unknown>> {
  const done: Record<string, unknown> = {}
  const failures: unknown[] = []
  for (const [name, job] of Object.entries(JOBS)) {
    try {
      done[name] = await job(now)
    } catch (error) {
      log('error', 'job of activities', { job: name, error: describeError(error) })
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return done
}
