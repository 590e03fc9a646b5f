import type { Forget } from '../platform/forgetting'
import { settlePublication } from './candidateList'
import { foldBallots } from './counting'
import { openCountWork } from './countWork'
import { forgetReminders, tellReminded } from './reminders'
import * as store from './store'
import { applyConfirmed } from './trust/applying'
import { watchVoting } from './trust/watching'

/** Once a minute: fold ballots into tallies, look for abnormal voting, give staff what they are to count, go on with rulings, then write what published lists owe. */
export async function everyMinute(now: number): Promise<{ folded: number; ruled: number; told: number }> {
  const folded = await foldEveryCampaign(now)
  const ruled = await applyConfirmed(now + WORKING_TIME)
  let told = 0
  for (const list of await store.listPublishedWithReminders()) {
    const publishedAt = list.publishedAt ?? now
    await settlePublication(list._id, publishedAt)
    const campaign = await store.findCampaign(list._id)
    if (!campaign) continue
    const outcome = await tellReminded(campaign, publishedAt, now + WORKING_TIME)
    told += outcome.told
    if (outcome.isDone) await store.endReminders(list._id)
  }
  return { folded, ruled, told }
}

/** A person's ballots do not say whose they are, so nothing else of theirs can be found here. */
export const forget: Forget = (accountId, requestedAt) => forgetReminders(accountId, requestedAt)

/** Well below the function's timeout of 20 s: a backlog is worked off over several minutes. */
const FOLDING_TIME = 12_000
/** Folding and messages together. */
const WORKING_TIME = 16_000

async function foldEveryCampaign(now: number): Promise<number> {
  let folded = 0
  const deadline = now + FOLDING_TIME
  let page = await store.listCountingCampaigns('')
  while (page.length > 0) {
    for (const campaign of page) {
      folded += await foldBallots(campaign, now, deadline)
      await openCountWork(campaign, now)
      await watchVoting(campaign, now, deadline)
    }
    page = await store.listCountingCampaigns(page.at(-1)?._id ?? '')
  }
  return folded
}
