import { foldEntries } from './folding/folding'
import { lookAtWeeks } from './weeks/reminding'

/** Together well below the function's timeout of 60 s: a backlog is worked off over several minutes. */
const FOLDING_TIME = 25_000
const LOOKING_TIME = 15_000

/** Once a minute. Apart: one that fails must not keep the other from running. Weeks are looked at when hours are counted. */
export async function everyMinute(now: number): Promise<{ folded: number; looked: number }> {
  const [folded] = await Promise.allSettled([foldEntries(now + FOLDING_TIME)])
  const [looked] = await Promise.allSettled([lookAtWeeks(now, now + FOLDING_TIME + LOOKING_TIME)])
  if (folded.status === 'rejected') throw folded.reason
  if (looked.status === 'rejected') throw looked.reason
  return { folded: folded.value, looked: looked.value }
}
