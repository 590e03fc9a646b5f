import { ACTIVITY_TEXTS } from '@contract/limits'
import { fail, ok } from '@contract/result'
import type { Activity, Series } from '@contract/volunteering/activities'
import type { Occurrence } from '@contract/volunteering/recurrence'
import { call } from '@/cloud/call'
import { type DetailsDraft, detailsProblems, draftOfDetails, type Problems } from './detailsDraft'

/** One day of a series while it is being changed. */

const MINUTE = 60_000

export interface DayDraft extends DetailsDraft {
  startsAt: number | null
  notice: string
}

/** A day as it is now; version 0 while it is only computed. */
export interface KnownDay {
  seriesId: string
  day: string
  version: number
  isCancelled: boolean
  isRepeating: boolean
  /** Nobody but who has signed up needs to be told. */
  signedUp: number
  first: DayDraft
}

const ofActivity = (activity: Activity): KnownDay => ({
  seriesId: activity.seriesId,
  day: activity.day,
  version: activity.version,
  isCancelled: activity.state === 'cancelled',
  isRepeating: activity.isRepeating,
  signedUp: activity.taken + activity.waiting,
  first: {
    ...draftOfDetails({ ...activity, minutes: (activity.endsAt - activity.startsAt) / MINUTE }),
    startsAt: activity.startsAt,
    notice: '',
  },
})

const ofSeries = ({ seriesId, plan }: Series, { day, startsAt }: Occurrence): KnownDay => ({
  seriesId,
  day,
  version: 0,
  isCancelled: false,
  isRepeating: plan.recurrence.kind !== 'once',
  signedUp: 0,
  first: { ...draftOfDetails(plan), startsAt, notice: '' },
})

/** Its row, or else what its series says of it. */
export async function askForDay(seriesId: string, day: string) {
  const activityId = `${seriesId}-${day.replaceAll('-', '')}`
  const known = await call('activities', 'getActivity', { activityId })
  if (known.ok) return ok(ofActivity(known.value))
  if (known.error.code !== 'activity_not_found') return known
  const [series, days] = await Promise.all([
    call('activities', 'getSeries', { seriesId }),
    call('activities', 'listOccurrences', { seriesId, from: day }),
  ])
  if (!series.ok) return series
  if (!days.ok) return days
  const occurrence = days.value.occurrences.find((each) => each.day === day)
  return occurrence ? ok(ofSeries(series.value, occurrence)) : fail({ code: 'activity_not_found' })
}

export function dayProblems(draft: DayDraft, now: number): Problems {
  const { min } = ACTIVITY_TEXTS.notice
  return {
    ...detailsProblems(draft),
    ...(draft.startsAt === null || draft.startsAt <= now ? { startsAt: '请选一个还没到的时间' } : {}),
    ...(draft.notice.trim().length < min ? { notice: `请写变更说明，至少 ${min} 个字` } : {}),
  }
}
