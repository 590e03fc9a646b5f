import { settlePublication } from './candidateList'
import { foldBallots } from './counting'
import { sendReminders } from './reminders'
import * as store from './store'

/** Once a minute: fold ballots into tallies, then send what published lists owe to people. */
export async function everyMinute(now: number): Promise<{ folded: number; sent: number }> {
  const folded = await foldEveryCampaign(now)
  let sent = 0
  for (const list of await store.listPublishedWithReminders()) {
    await settlePublication(list._id, list.publishedAt ?? now)
    const campaign = await store.findCampaign(list._id)
    if (!campaign) continue
    const outcome = await sendReminders(campaign, now)
    sent += outcome.sent
    if (outcome.isDone) await store.endReminders(list._id)
  }
  return { folded, sent }
}

/** Well below the function's timeout of 20 s: a backlog is worked off over several minutes. */
const FOLDING_TIME = 12_000

async function foldEveryCampaign(now: number): Promise<number> {
  let folded = 0
  const deadline = now + FOLDING_TIME
  let page = await store.listCountingCampaigns('')
  while (page.length > 0) {
    for (const campaign of page) folded += await foldBallots(campaign, now, deadline)
    page = await store.listCountingCampaigns(page.at(-1)?._id ?? '')
  }
  return folded
}
