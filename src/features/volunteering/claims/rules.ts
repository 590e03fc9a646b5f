import { BACKFILLED_DAYS, BACKFILLED_MINUTES, REASON_LENGTH } from '@contract/limits'
import { dayAfter, dayOf, startOfDay } from '@/words/activities'

/** What a claim still needs, said before it is sent. Pure. */

export interface ClaimProblems {
  organisationId?: string
  day?: string
  hours?: string
  what?: string
  photos?: string
}

/** Whole minutes of `1.5` hours; null: no number. */
export function minutesOf(hours: string): number | null {
  const number = Number(hours.trim().replace('，', '.').replace('。', '.'))
  return hours.trim() === '' || Number.isNaN(number) ? null : Math.round(number * 60)
}

/** The first and the last day that can be entered, as moments. */
export const claimableDays = (now: number): { from: number; until: number } => ({
  from: startOfDay(dayAfter(dayOf(now), -BACKFILLED_DAYS)),
  until: startOfDay(dayAfter(dayOf(now), -1)),
})

interface Claim {
  organisationId: string | null
  day: number | null
  hours: string
  what: string
  photos: number
}

export function problemsOf({ organisationId, day, hours, what, photos }: Claim): ClaimProblems {
  const minutes = minutesOf(hours)
  const isLengthPossible =
    minutes !== null && minutes >= BACKFILLED_MINUTES.min && minutes <= BACKFILLED_MINUTES.max
  return {
    ...(organisationId === null ? { organisationId: '请选为哪个单位服务' } : {}),
    ...(day === null ? { day: '请选服务日期' } : {}),
    ...(isLengthPossible ? {} : { hours: '请填小时数，最少 0.25，最多 12' }),
    ...(what.trim().length < REASON_LENGTH.min ? { what: '请写做了什么，至少 2 个字' } : {}),
    ...(photos === 0 ? { photos: '请至少附一张证明照片' } : {}),
  }
}
