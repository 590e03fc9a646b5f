import { describeError, log } from '../../platform/log'
import { notifyIn } from '../../platform/messages'
import type { ActivityRow, SignUpRow } from '../../platform/volunteering/rows'
import { noticeOfMove } from './notices'
import { following, isActive, isGone, keptUntil, nextReminder } from './rules'
import { ENDED_AT_ONCE, endSignUps, settleAll } from './seating'
import * as store from './store'
import { inTransaction } from './store'

/** What becomes of sign-ups when their activity is moved, changed or cancelled. */

const ROWS_AT_ONCE = 100
/** Each is a transaction of its own, over different rows. */
const TOGETHER = 10

/**
 * Safe to be cut short: it begins again, and skips who has followed already. Only when all have, the activity is marked;
 * if it has changed meanwhile, they follow once more. More seats than before go to those who wait.
 */
async function followActivity(activity: ActivityRow, now: number): Promise<number> {
  let followed = 0
  for (let after = ''; ; ) {
    const rows = await store.listOfActivity(activity._id, after, ROWS_AT_ONCE)
    followed += await followAll(rows, activity, now)
    const last = rows.at(-1)
    if (!last || rows.length < ROWS_AT_ONCE) break
    after = last._id
  }
  await settleAll(activity._id, now)
  await store.markFollowed(activity)
  return followed
}

async function followAll(rows: SignUpRow[], activity: ActivityRow, now: number): Promise<number> {
  const gone = rows.filter((row) => isActive(row) && isGone(row, activity))
  const behind = rows.filter((row) => !gone.includes(row) && row.follows < activity.version)
  for (const ids of parts(gone, ENDED_AT_ONCE)) await endSignUps(activity._id, ids, now)
  for (const ids of parts(behind, TOGETHER))
    await Promise.all(ids.map((id) => followTimes(id, activity, now)))
  return gone.length + behind.length
}

const parts = (rows: readonly SignUpRow[], size: number): string[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, part) =>
    rows.slice(part * size, (part + 1) * size).map(({ _id }) => _id),
  )

const followTimes = (id: string, activity: ActivityRow, now: number): Promise<void> =>
  inTransaction(async (transaction) => {
    const row = await transaction.find<SignUpRow>('signUps', id)
    if (!row || row.follows >= activity.version) return
    const after = following(row, activity)
    await transaction.put<SignUpRow>('signUps', {
      ...after,
      confirmBy: after.confirmBy && keptUntil(after.confirmBy, after.startsAt, now),
      remindAt: after.state === 'confirmed' ? nextReminder(after.startsAt, now) : null,
      version: row.version + 1,
    })
    const notice = noticeOfMove(row, activity)
    if (notice) await notifyIn(transaction, notice, now)
  })

const ACTIVITIES_AT_ONCE = 20

/** One activity that resists must not keep the others waiting; what failed comes again in a minute. */
export async function followChanges(now: number): Promise<number> {
  const changed = await store.listChanged(now, ACTIVITIES_AT_ONCE)
  const failures: unknown[] = []
  let followed = 0
  for (const activity of changed)
    await followActivity(activity, now).then(
      (rows) => {
        followed += rows
      },
      (error: unknown) => {
        log('error', 'activity not followed', { activity: activity._id, error: describeError(error) })
        failures.push(error)
      },
    )
  if (failures.length > 0) throw failures[0]
  return followed
}
