import { SETTLE_TIME } from '../../../contract/limits'
import { now as currentTime } from '../../platform/clock'
import type { CampaignRow } from '../rows'
import { settledAt } from '../rules'
import { findNextBucket } from '../store'
import { raiseAlert } from './alerts'
import {
  ADDRESS_BALLOTS,
  BASELINE_TIME,
  findInNight,
  findInWindow,
  nightEndIn,
  WATCH_WINDOW,
  windowOf,
} from './detection'
import type { VoteWindowRow } from './rows'
import * as store from './store'

/**
 * Watching the voting: once a window of ten minutes is over, its ballots are summed up and compared with the day
 * before. Windows without ballots cost nothing. Stopped anywhere, the next run does the window again, to the same
 * alerts.
 */

/** End of the last window that no ballot can still be added to. */
function watchedUntil(campaign: CampaignRow, now: number): number {
  const end = windowOf(campaign.votingClosesAt) + WATCH_WINDOW
  return now >= settledAt(campaign) ? end : Math.min(end, windowOf(now - SETTLE_TIME))
}

/** Answers how many windows were looked at. */
export async function watchVoting(campaign: CampaignRow, now: number, deadline: number): Promise<number> {
  const due = watchedUntil(campaign, now)
  const opens = windowOf(campaign.votingOpensAt)
  if (due <= opens) return 0
  let through = Math.max(opens, (await store.findState(campaign._id)).watchedThrough)
  let windows = 0
  while (through < due && currentTime() < deadline) {
    const bucket = await findNextBucket(campaign._id, through - 1, due - 1)
    const end = bucket === null ? due : windowOf(bucket) + WATCH_WINDOW
    if (bucket !== null) await watchWindow(campaign, windowOf(bucket), now)
    await watchNight(campaign, through, end, now)
    await store.moveWatch(campaign._id, end)
    through = end
    windows += 1
  }
  return windows
}

async function watchWindow(campaign: CampaignRow, at: number, now: number): Promise<void> {
  const [window, before] = await Promise.all([
    sumUp(campaign, at),
    store.listWindows(campaign._id, at - BASELINE_TIME, at),
  ])
  await store.insertWindow(window)
  for (const found of findInWindow(window, before, campaign)) await raiseAlert(campaign, found, now)
}

async function sumUp(campaign: CampaignRow, at: number): Promise<VoteWindowRow> {
  const end = at + WATCH_WINDOW
  const [counted, addresses] = await Promise.all([
    store.countVotes(campaign._id, at, end),
    // Without risk rules no address is kept.
    campaign.rules.risk === null ? [] : store.listSharedAddresses(campaign._id, at, end, ADDRESS_BALLOTS),
  ])
  return { _id: `${campaign._id}-${at}`, campaignId: campaign._id, at, ...counted, addresses }
}

async function watchNight(campaign: CampaignRow, after: number, through: number, now: number): Promise<void> {
  const end = nightEndIn(after, through)
  if (end === null) return
  const windows = await store.listWindows(campaign._id, end - BASELINE_TIME, end)
  for (const found of findInNight(windows, end)) await raiseAlert(campaign, found, now)
}
