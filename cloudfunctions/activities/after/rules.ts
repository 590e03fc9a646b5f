import { FEEDBACK_TIME } from '../../../contract/limits'
import type { ActivityRow } from '../../platform/volunteering/rows'

/** What may be said and shown after an activity. Pure. */

type Timed = Pick<ActivityRow, 'startsAt' | 'endsAt'>

export const hasBegun = ({ startsAt }: Timed, now: number): boolean => now >= startsAt

export const isFeedbackOver = ({ endsAt }: Timed, now: number): boolean => now > endsAt + FEEDBACK_TIME

/** The counters with an answer more, or with another one in place of `before`. */
export const countedFeedback = (
  { answers, stars }: ActivityRow['feedback'],
  before: number | null,
  given: number,
): ActivityRow['feedback'] => ({
  answers: answers + (before === null ? 1 : 0),
  stars: stars + given - (before ?? 0),
})

/** With one decimal. */
export const averageStars = ({ answers, stars }: ActivityRow['feedback']): number | null =>
  answers === 0 ? null : Math.round((stars / answers) * 10) / 10
