import { FEEDBACK_TIME } from '@contract/limits'
import type { Activity, Aftermath } from '@contract/volunteering/activities'

/** What is said after an activity. Pure. */

/** `12 人评价，平均 4.6 星` */
export const feedbackWords = ({ answers, averageStars }: Aftermath['feedback']): string =>
  averageStars === null
    ? `${answers} 人评价`
    : `${answers} 人评价，平均 ${(Math.round(averageStars * 10) / 10).toFixed(1)} 星`

/** It can be given from the beginning on, and changed for a while after the end. */
export const mayGiveFeedback = ({ endsAt }: Pick<Activity, 'endsAt'>, now: number): boolean =>
  now < endsAt + FEEDBACK_TIME
