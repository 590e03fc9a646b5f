import { log } from '../platform/log'
import { foldChanges } from './folding'
import { lookForHotSpots } from './hotSpots/finding'
import { monthAfter, monthOf } from './months'
import { DESCRIPTION, makeOpenData } from './openData/making'
import { recountMonth } from './recounting'

/** Well below the function's timeout of 60 s: a backlog is worked off over several minutes. */
const FOLDING_TIME = 20_000

/** Once a minute: count what has changed; once an hour, hot spots; at night, open data, and the counts are counted again. */
export async function everyMinute(now: number) {
  const folded = await foldChanges(now + FOLDING_TIME)
  const hotSpots = await lookForHotSpots(now)
  const made = await makeOpenData(now)
  // The description is made last, once a night.
  const differences = made === DESCRIPTION ? await recountLately(now) : null
  return { folded, hotSpots, made, differences }
}

/** Counts this month and the last one again. A difference is a defect of folding, never of the cases. */
async function recountLately(now: number): Promise<number> {
  const thisMonth = monthOf(now)
  let differences = 0
  for (const month of [thisMonth, monthAfter(thisMonth, -1)])
    for (const { rowId, counted, kept } of await recountMonth(month)) {
      differences++
      log('error', 'countsDiffer', { rowId, counted, kept })
    }
  return differences
}
