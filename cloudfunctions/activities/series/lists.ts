import type { activities } from '../../../contract/activities'
import type { Position } from '../../../contract/cases/cases'
import { LISTED_DAYS_MAX, PAGE_SIZE } from '../../../contract/limits'
import { fail, ok } from '../../../contract/result'
import type { ActivitySummary } from '../../../contract/volunteering/activities'
import { distanceBetween } from '../../platform/distance'
import { filesOf } from '../../platform/keptPhotos'
import { linkPhotos } from '../../platform/photos'
import { topPlaces } from '../../platform/places'
import type { Methods } from '../../platform/serve'
import { type ActivityRow, signUpId } from '../../platform/volunteering/rows'
import { findOwn } from '../signUps/presented'
import { presentActivity, presentActivitySummary } from './presented'
import * as store from './store'

/** What is on: by time, by distance, and one activity. */

type ActivityMethods = Methods<typeof activities>

const DAY = 86_400_000

const isTooLong = ({ from, until }: { from: number; until: number }): boolean =>
  until - from > LISTED_DAYS_MAX * DAY

const tooLong = () => fail({ code: 'span_too_long', days: LISTED_DAYS_MAX })

interface Asking {
  accountId: string | null
  now: number
  /** Where lists are by distance. */
  position: Position | null
}

/** Two questions for a page: what the caller has signed up for, and the links of pictures. */
async function present(
  rows: ActivityRow[],
  { accountId, now, position }: Asking,
): Promise<ActivitySummary[]> {
  const own = accountId === null ? [] : rows.map(({ _id }) => signUpId(_id, accountId))
  const [signUps, links] = await Promise.all([
    store.listSignUps(own),
    linkPhotos(rows.flatMap(({ photos }) => photos[0]?.list ?? [])),
  ])
  const states = new Map(signUps.map((row) => [row.activityId, row.state]))
  return rows.map((row) =>
    presentActivitySummary(row, links, {
      now,
      distance: position && distanceBetween(position, row.position),
      signUp: states.get(row._id) ?? null,
    }),
  )
}

export const listActivities: ActivityMethods['listActivities'] = async ({ input, caller, now }) => {
  if (isTooLong(input)) return tooLong()
  const [city = ''] = topPlaces()
  const rows = await store.listActivities({ ...input, placeCode: input.placeCode ?? city }, input.after)
  const page = rows.slice(0, PAGE_SIZE)
  return ok({
    activities: await present(page, { accountId: caller.accountId, now, position: null }),
    next: rows.length > PAGE_SIZE ? (page.at(-1)?.order ?? null) : null,
  })
}

export const listNearbyActivities: ActivityMethods['listNearbyActivities'] = async ({
  input,
  caller,
  now,
}) => {
  if (isTooLong(input)) return tooLong()
  const rows = await store.listNear(input.position, input)
  const asking = { accountId: caller.accountId, now, position: input.position }
  return ok({ activities: await present(rows, asking) })
}

export const getActivity: ActivityMethods['getActivity'] = async ({ input, caller, now }) => {
  const [row, own] = await Promise.all([
    store.findActivity(input.activityId),
    findOwn(input.activityId, caller.accountId),
  ])
  if (!row) return fail({ code: 'activity_not_found' })
  return ok(presentActivity(row, await linkPhotos(filesOf(row.photos)), own, now))
}
