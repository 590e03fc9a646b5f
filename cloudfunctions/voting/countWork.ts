import { endWork, openWork } from '../platform/work'
import type { CampaignRow } from './rows'
import { settledAt } from './rules'
import * as store from './store'

/** The staff's work of counting: it waits from when voting has settled until the list is published. */

/** Within what time after the end of voting people may expect the list. */
const COUNTING_TIME = 3 * 86_400_000

/** Of a campaign that is still counted. Comes again every minute, and by several timers at once. */
export async function openCountWork(campaign: CampaignRow, now: number): Promise<void> {
  if (now < settledAt(campaign)) return
  // Where nobody voted there is nothing to count, and no list to come.
  if ((await store.countBallots(campaign._id)) === 0) return
  const opened = await openWork({
    kind: 'countVotes',
    subjectId: campaign._id,
    title: campaign.name,
    line: '投票已经结束，等待清点和公布名单',
    placeCode: campaign.cityCode,
    since: settledAt(campaign),
    dueAt: campaign.votingClosesAt + COUNTING_TIME,
  })
  if (opened !== 'inserted') return
  // Who published meanwhile found no work to end.
  const current = await store.findCampaign(campaign._id)
  if (current?.publishedAt !== null) await endCountWork(campaign._id, now)
}

export const endCountWork = (campaignId: string, now: number): Promise<boolean> =>
  endWork('countVotes', campaignId, now)
