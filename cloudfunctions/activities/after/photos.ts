import { fail, ok } from '../../../contract/result'
import { grantsFor, loadGrants } from '../../platform/access'
import { shanghaiDay } from '../../platform/clock'
import { askMachine, findSubmitted, keepContent, type Submission } from '../../platform/contents/submit'
import { type KeptPhoto, keepPhotos, removeUploads } from '../../platform/keptPhotos'
import type { ActivityRow } from '../../platform/volunteering/rows'
import { ACTIVITY_PHOTO_PLACE } from '../photos'
import { subjectOf } from './aftermath'
import type { AfterMethods } from './methods'
import { hasBegun } from './rules'
import * as store from './store'

/** Photos of an activity by who was there: drawn anew, and shown once they have passed the check. */

type Call = Parameters<AfterMethods['addPhotos']>[0]

export const addPhotos: AfterMethods['addPhotos'] = async (call) => {
  const { input, caller, requestId, now } = call
  const activity = await store.findActivity(input.activityId)
  if (!activity) return fail({ code: 'activity_not_found' })
  const findBefore = () => findSubmitted(caller.accountId, requestId)
  const before = await findBefore()
  if (before) return ok({ isShown: before.state === 'visible' })
  if (!hasBegun(activity, now)) return fail({ code: 'not_begun' })
  if (!(await mayAdd(activity, caller.accountId, now))) return fail({ code: 'not_there' })
  const photos = await keepPhotos(ACTIVITY_PHOTO_PLACE, input.photos)
  if ('unreadable' in photos) {
    // The same request, sent at the same time, may have been faster and removed what was uploaded.
    const faster = await findBefore()
    return faster
      ? ok({ isShown: faster.state === 'visible' })
      : fail({ code: 'photo_unreadable', index: photos.unreadable })
  }
  const submission = submissionOf(call, activity, photos)
  const isFirst = await keepContent(submission, now)
  await removeUploads(ACTIVITY_PHOTO_PLACE, input.photos)
  if (isFirst) await askMachine(submission, now)
  return ok({ isShown: (await findBefore())?.state === 'visible' })
}

const LEADING = { roles: ['organisationLeader', 'administrator'], at: 'record' } as const

async function mayAdd(activity: ActivityRow, accountId: string, now: number): Promise<boolean> {
  if (await store.wasThere(activity._id, accountId)) return true
  return grantsFor(LEADING, await loadGrants(accountId, now), activity).length > 0
}

const submissionOf = (
  { input, caller, requestId }: Call,
  activity: ActivityRow,
  photos: KeptPhoto[],
): Submission => ({
  kind: 'activityPhotos',
  subject: subjectOf(activity._id),
  subjectName: `志愿活动：${activity.theme}（${shanghaiDay(activity.startsAt)}）`,
  placeCode: activity.placeCode,
  accountId: caller.accountId,
  openid: caller.openid,
  text: input.words,
  pictures: photos.map(({ page }) => page),
  areOwnFiles: true,
  smaller: Object.fromEntries(photos.map(({ page, list }) => [page, list])),
  requestId,
})
