import { fail, ok } from '../../../contract/result'
import { notify } from '../../platform/messages'
import type { ActivityRow } from '../../platform/volunteering/rows'
import { pageOf } from '../signUps/notices'
import { placeOfActivity } from './feedback'
import type { AfterMethods } from './methods'
import { hasBegun } from './rules'
import * as store from './store'
import { inTransaction } from './store'

/** The leader's words to who was there. They are told by a job: there may be thousands of them. */

type Thanked = 'thanked' | 'repeated' | 'activity_not_found' | 'not_begun' | 'already_thanked'

/** Before the first attendance; not empty, so that an index finds it. */
const FROM_THE_FIRST = '-'

export const thank: AfterMethods['thank'] = {
  placeOf: placeOfActivity,
  run: async ({ input, caller, requestId, now, note }) => {
    const { activityId, words } = input
    const outcome = await inTransaction(async (transaction): Promise<Thanked> => {
      const activity = await transaction.find<ActivityRow>('activities', activityId)
      if (!activity) return 'activity_not_found'
      if (activity.thanks) return activity.thanks.requestId === requestId ? 'repeated' : 'already_thanked'
      if (activity.isCancelled || !hasBegun(activity, now)) return 'not_begun'
      await transaction.put<ActivityRow>('activities', {
        ...activity,
        thanks: { words, at: now, requestId },
        thankAfter: FROM_THE_FIRST,
        history: [
          ...activity.history,
          { act: 'thanked', requestId, accountId: caller.accountId, at: now, reason: null },
        ],
      })
      return 'thanked'
    })
    if (outcome !== 'thanked' && outcome !== 'repeated') return fail({ code: outcome })
    if (outcome === 'thanked') note({ subject: `activity/${activityId}`, before: null, after: { words } })
    return ok({ told: await store.countThere(activityId) })
  },
}

const ACTIVITIES_AT_ONCE = 10
const ROWS_AT_ONCE = 100
const PAGES = 10

/** Safe to be cut short: a message is there once, and the cursor moves when a page is done. A backlog takes several. */
export async function tellThanks(now: number): Promise<number> {
  let told = 0
  for (const activity of await store.listThanking(ACTIVITIES_AT_ONCE)) told += await tellPeople(activity, now)
  return told
}

async function tellPeople(activity: ActivityRow, now: number): Promise<number> {
  let told = 0
  let cursor = activity.thankAfter ?? null
  for (let page = 0; page < PAGES && cursor !== null; page++) {
    const rows = await store.listAttendances(activity._id, cursor, ROWS_AT_ONCE)
    const there = rows.filter(({ checkIn }) => checkIn !== null)
    await Promise.all(there.map(({ accountId }) => notify(thanksTo(accountId, activity), now)))
    told += there.length
    const after: string | null = rows.length < ROWS_AT_ONCE ? null : (rows.at(-1)?._id ?? null)
    // Another run of this job may be further already.
    if (!(await store.markThanked(activity._id, cursor, after))) return told
    cursor = after
  }
  return told
}

const thanksTo = (accountId: string, activity: ActivityRow) => ({
  accountId,
  kind: 'hoursMoved' as const,
  about: `${activity._id}/thanks`,
  title: '负责人感谢你参加活动',
  line: `${activity.theme}：${activity.thanks?.words ?? ''}`,
  page: pageOf(activity._id),
})
