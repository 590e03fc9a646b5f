import { PAGE_SIZE } from '../../../contract/limits'
import type { CaseRow } from '../../platform/cases/rows'
import { collection, command } from '../../platform/database/collection'
import { type ActivityRow, type AttendanceRow, signUpId } from '../../platform/volunteering/rows'
import type { FeedbackRow } from './rows'

/** Every query of what comes after an activity, one function each. */

/** Reads and writes rows by their ids; lists come from below. */
export { inTransaction } from '../../platform/database/collection'

const activities = collection<ActivityRow>('activities')
const attendances = collection<AttendanceRow>('attendances')
const feedback = collection<FeedbackRow>('activityFeedback')

export const findActivity = (activityId: string): Promise<ActivityRow | null> => activities.find(activityId)

/** Checked in, in whatever way. */
export async function wasThere(activityId: string, accountId: string): Promise<boolean> {
  const row = await attendances.find(signUpId(activityId, accountId))
  return row !== null && row.checkIn !== null
}

export const countThere = (activityId: string): Promise<number> =>
  attendances.count({ activityId, checkIn: command.neq(null) })

/** Who has signed up and come, or not; `after` is the id of the last one seen. */
export const listAttendances = (activityId: string, after: string, limit: number): Promise<AttendanceRow[]> =>
  attendances.list({ activityId, _id: command.gt(after) }, { orderBy: { _id: 'asc' }, limit })

/** Street problems that were reported from an activity, but for those that were taken back. */
export const countFindings = (activityId: string): Promise<number> =>
  collection<CaseRow>('cases').count({ activityId, state: command.neq('withdrawn') })

export const findFeedback = (id: string): Promise<FeedbackRow | null> => feedback.find(id)

/** Newest first; one more than a page tells whether there is a next one. */
export const listFeedback = (activityId: string, after: string | undefined): Promise<FeedbackRow[]> =>
  feedback.list(
    { activityId, ...(after ? { order: command.lt(after) } : {}) },
    { orderBy: { order: 'desc' }, limit: PAGE_SIZE + 1 },
  )

export const listFeedbackOf = (accountId: string, limit: number, skip = 0): Promise<FeedbackRow[]> =>
  feedback.list({ accountId }, { limit, skip })

/** The stars stay, without the person and the words. */
export const dropAuthor = (id: string, accountId: string): Promise<boolean> =>
  feedback.changeOne({ _id: id, accountId }, { accountId: null, words: '' })

/** Activities whose people are being told of the thanks. */
export const listThanking = (limit: number): Promise<ActivityRow[]> =>
  activities.list({ thankAfter: command.gt('') }, { limit })

/** Everybody up to `after` has been told; null: everybody has. */
export const markThanked = (activityId: string, before: string, after: string | null): Promise<boolean> =>
  activities.changeOne({ _id: activityId, thankAfter: before }, { thankAfter: after })
