import { findCampaign } from '../platform/campaigns/campaigns'
import { notify } from '../platform/messages'
import * as store from './store'

/** What judges are told: by the call that opens the session or, after a crash, by the timer. */

const pageOf = (sessionId: string) => `features/judging/pages/session/index?sessionId=${sessionId}`

/** Tells each judge once, however often it is called. */
export async function tellJudges(sessionId: string, now: number): Promise<number> {
  const session = await store.findSession(sessionId)
  if (!session?.noticesDue) return 0
  const [campaign, panel] = await Promise.all([findCampaign(session.campaignId), store.listPanel(session)])
  let told = 0
  for (const { accountId } of panel) {
    if (accountId === null) continue
    const notice = {
      accountId,
      kind: 'sessionOpened' as const,
      about: sessionId,
      title: `“${session.name}”可以打分了`,
      line: campaign?.name ?? '',
      page: pageOf(sessionId),
    }
    if ((await notify(notice, now)) === 'inserted') told += 1
  }
  await store.endNotices(session)
  return told
}
