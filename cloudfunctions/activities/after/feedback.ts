import { PAGE_SIZE } from '../../../contract/limits'
import { fail, ok } from '../../../contract/result'
import type { Scope } from '../../platform/access'
import { keyedName } from '../../platform/secrets'
import type { ActivityRow } from '../../platform/volunteering/rows'
import { orderOf } from '../signUps/rules'
import type { AfterMethods } from './methods'
import type { FeedbackRow } from './rows'
import { countedFeedback, hasBegun, isFeedbackOver } from './rules'
import * as store from './store'
import { inTransaction } from './store'

/** What people who were there say of an activity. */

export const feedbackId = (activityId: string, accountId: string): string =>
  keyedName('activityFeedback', activityId, accountId)

export const giveFeedback: AfterMethods['giveFeedback'] = async ({ input, caller, now }) => {
  const activity = await store.findActivity(input.activityId)
  if (!activity) return fail({ code: 'activity_not_found' })
  if (!hasBegun(activity, now)) return fail({ code: 'not_begun' })
  if (!(await store.wasThere(activity._id, caller.accountId))) return fail({ code: 'not_there' })
  if (isFeedbackOver(activity, now)) return fail({ code: 'feedback_ended' })
  const { stars, words } = input
  await keep({ activityId: activity._id, accountId: caller.accountId, stars, words, at: now })
  return ok({ stars })
}

/** Together with the counters of the activity. Sent twice it is the same words again. */
const keep = (
  given: Omit<FeedbackRow, '_id' | 'order' | 'accountId'> & { accountId: string },
): Promise<void> =>
  inTransaction(async (transaction) => {
    const _id = feedbackId(given.activityId, given.accountId)
    const activity = await transaction.find<ActivityRow>('activities', given.activityId)
    const before = await transaction.find<FeedbackRow>('activityFeedback', _id)
    if (!activity) return
    const feedback = countedFeedback(activity.feedback, before?.stars ?? null, given.stars)
    await transaction.put('activities', { ...activity, feedback })
    await transaction.put('activityFeedback', { ...given, _id, order: orderOf(given.at, _id) })
  })

/** The organisation of an activity, and where it is held. */
export async function placeOfActivity({ activityId }: { activityId: string }): Promise<Scope | null> {
  const row = await store.findActivity(activityId)
  return row && { placeCode: row.placeCode, organisationId: row.organisationId }
}

export const listFeedback: AfterMethods['listFeedback'] = {
  placeOf: placeOfActivity,
  run: async ({ input }) => {
    const rows = await store.listFeedback(input.activityId, input.after)
    const shown = rows.slice(0, PAGE_SIZE)
    return ok({
      feedback: shown.map(({ stars, words, at }) => ({ stars, words, at })),
      next: rows.length > PAGE_SIZE ? (shown.at(-1)?.order ?? null) : null,
    })
  },
}
