import { notifyIn } from '../../platform/messages'
import type { ActivityRow, SignUpRow } from '../../platform/volunteering/rows'
import { reminderOf } from './notices'
import { byProgram, dueReminder, moved, nextReminder } from './rules'
import { changeSignUp, settleAll } from './seating'
import * as store from './store'
import { inTransaction } from './store'

/** What happens to sign-ups by itself, once a minute. A backlog takes several. */

export { followChanges } from './following'

const AT_ONCE = 100

/** A call settles what it hands in within seconds; what is older was left by one that has not survived. */
const SETTLED_WITHIN = 20_000

export async function settleLeft(now: number): Promise<number> {
  const left = await store.listUnsettled(now - SETTLED_WITHIN, AT_ONCE)
  let settled = 0
  for (const activityId of new Set(left.map((row) => row.activityId)))
    settled += await settleAll(activityId, now)
  return settled
}

/** The seat goes to the next one in the same transaction. */
export async function lapseOffers(now: number): Promise<number> {
  const due = await store.listLapsed(now, AT_ONCE)
  for (const { _id, activityId } of due)
    await changeSignUp(activityId, _id, now, (seats, row) =>
      row.state === 'offered' && (row.confirmBy ?? 0) < now
        ? moved(seats, row, 'lapsed', byProgram(now))
        : null,
    )
  return due.length
}

const PAGES = 20
/** Each is a transaction over its own row. */
const TOGETHER = 10

export async function remind(now: number): Promise<number> {
  let reminded = 0
  for (let page = 0; page < PAGES; page++) {
    const due = await store.listToRemind(now, AT_ONCE)
    const found = await store.findActivities([...new Set(due.map(({ activityId }) => activityId))])
    const activities = new Map(found.map((activity) => [activity._id, activity]))
    for (let start = 0; start < due.length; start += TOGETHER)
      await Promise.all(
        due
          .slice(start, start + TOGETHER)
          .map(({ _id, activityId }) => remindOne(_id, activities.get(activityId), now)),
      )
    reminded += due.length
    if (due.length < AT_ONCE) return reminded
  }
  return reminded
}

/** By the times of the activity as it is: it may have been moved, and its sign-ups be about to follow. */
const remindOne = (id: string, activity: ActivityRow | undefined, now: number): Promise<void> =>
  inTransaction(async (transaction) => {
    const row = await transaction.find<SignUpRow>('signUps', id)
    if (!row || row.remindAt === null || row.remindAt > now) return
    const startsAt = activity?.startsAt ?? row.startsAt
    await transaction.put<SignUpRow>('signUps', { ...row, remindAt: nextReminder(startsAt, now) })
    const kind = dueReminder(startsAt, now)
    if (!activity || activity.isCancelled || row.state !== 'confirmed' || kind === null) return
    await notifyIn(transaction, reminderOf(row, activity, kind), now)
  })
