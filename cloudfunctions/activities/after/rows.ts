import type { Row } from '../../platform/database/collection'

/** What somebody who was there says of an activity. `_id` is derived from both, so everybody says it once. */
export interface FeedbackRow extends Row {
  activityId: string
  /** Null once the account has been deleted. */
  accountId: string | null
  stars: number
  words: string
  at: number
  /** Time and id in one text: the order of the leader's list. */
  order: string
}
