import type { ActivitySummary, MySignUp } from '@contract/volunteering/activities'
import { dayOf, isSignedUp } from '@/words/activities'

/** What the tab shows first. Pure. */

const SHOWN = 6

/** What can still be gone to; on each day the own street first. */
export const forTheTab = (activities: ActivitySummary[], street: string | null): ActivitySummary[] => {
  const isNear = ({ placeCode }: ActivitySummary) => street !== null && placeCode.startsWith(street)
  return activities
    .filter(({ state }) => state === 'coming' || state === 'running')
    .sort(
      (one, other) =>
        dayOf(one.startsAt).localeCompare(dayOf(other.startsAt)) ||
        Number(isNear(other)) - Number(isNear(one)) ||
        one.startsAt - other.startsAt,
    )
    .slice(0, SHOWN)
}

/** What has to be answered first, then what comes next. */
export const foremost = (signUps: MySignUp[]): MySignUp[] => {
  const mine = signUps.filter(
    ({ state, activityState }) => isSignedUp(state) && activityState !== 'cancelled',
  )
  const offers = mine.filter(({ state }) => state === 'offered')
  const next =
    mine.find(({ state }) => state === 'confirmed') ?? mine.find(({ state }) => state !== 'offered')
  return next ? [...offers, next] : offers
}
