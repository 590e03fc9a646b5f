import { fail, ok } from '../../../contract/result'
import type { Aftermath } from '../../../contract/volunteering/activities'
import { listVisiblePhotos } from '../../platform/contents/lists'
import { filesOf, presentPhotos } from '../../platform/keptPhotos'
import { linkPhotos } from '../../platform/photos'
import type { ActivityRow } from '../../platform/volunteering/rows'
import { feedbackId } from './feedback'
import type { AfterMethods } from './methods'
import { averageStars } from './rules'
import * as store from './store'

/** What everyone sees of an activity that has been held. */

export const subjectOf = (activityId: string): string => `activity/${activityId}`

/** What some screens of a phone show; of people who have shared most, six photos each. */
const CONTRIBUTIONS_SHOWN = 20

export const getAftermath: AfterMethods['getAftermath'] = async ({ input, caller }) => {
  const activity = await store.findActivity(input.activityId)
  if (!activity) return fail({ code: 'activity_not_found' })
  const [photos, findings, own] = await Promise.all([
    listVisiblePhotos(subjectOf(activity._id), CONTRIBUTIONS_SHOWN),
    store.countFindings(activity._id),
    caller.accountId === null ? null : ownOf(activity, caller.accountId),
  ])
  const { feedback, thanks } = activity
  return ok({
    photos: presentPhotos(photos, await linkPhotos(filesOf(photos))),
    feedback: { answers: feedback.answers, averageStars: averageStars(feedback) },
    thanks: thanks && { words: thanks.words, at: thanks.at },
    findings,
    own,
  })
}

async function ownOf(activity: ActivityRow, accountId: string): Promise<Aftermath['own']> {
  const [wasThere, feedback] = await Promise.all([
    store.wasThere(activity._id, accountId),
    store.findFeedback(feedbackId(activity._id, accountId)),
  ])
  return { wasThere, stars: feedback?.accountId === accountId ? feedback.stars : null }
}
