import { ACTIVITY_MINUTES, PAGE_SIZE } from '../../../contract/limits'
import { ok } from '../../../contract/result'
import { presentMine } from './presented'
import { orderOf } from './rules'
import type { SignUpMethods } from './signingUp'
import * as store from './store'

/** What the caller has signed up for. */

/** Others may begin at the very moment at which a page ends. */
const BESIDE = 20
const LONGEST = ACTIVITY_MINUTES.max * 60_000

export const listMySignUps: SignUpMethods['listMySignUps'] = async ({ input, caller, now }) => {
  const { after, when } = input
  const time = after === undefined ? null : Number.parseInt(after, 10) || 0
  const limit = PAGE_SIZE + 1 + BESIDE
  const listed =
    when === 'coming'
      ? await store.listComing(caller.accountId, { now, from: time ?? now - LONGEST, limit })
      : await store.listPast(caller.accountId, { now, until: time ?? now, limit })
  const direction = when === 'coming' ? 1 : -1
  const ordered = listed
    .map((row) => ({ row, place: orderOf(row.startsAt, row.activityId) }))
    .sort((one, other) => (one.place > other.place ? direction : -direction))
    .filter(({ place }) => after === undefined || (when === 'coming' ? place > after : place < after))
  const shown = ordered.slice(0, PAGE_SIZE)
  const found = await store.findActivities(shown.map(({ row }) => row.activityId))
  const activities = new Map(found.map((activity) => [activity._id, activity]))
  return ok({
    signUps: await Promise.all(shown.map(({ row }) => presentMine(row, activities.get(row.activityId), now))),
    next: ordered.length > PAGE_SIZE ? (shown.at(-1)?.place ?? null) : null,
  })
}
