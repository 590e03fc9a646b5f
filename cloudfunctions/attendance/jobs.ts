import { describeError, log } from '../platform/log'
import type { ActivityRow, AttendanceRow, SignUpRow } from '../platform/volunteering/rows'
import { changeOf } from './changes'
import { lookOver } from './lookingOver'
import { closedByItself, isExpected, newAttendance } from './rules'
import * as store from './store'

/** Rows that one run of the timer writes: some seconds of work, and the next minute goes on. */
const WRITTEN_AT_MOST = 1000
const AT_ONCE = 8
const PAGE = 100

/**
 * Once a minute: activities that are over are closed. Who has not checked out is out at the planned end, where that is
 * declared; who has a seat and did not come is absent. Each row for itself, so that it can be cut short and goes on.
 */
export async function everyMinute(now: number): Promise<{ closed: number; written: number }> {
  const failures: unknown[] = []
  let closed = 0
  let written = 0
  for (const activity of await store.listToClose(now)) {
    if (written >= WRITTEN_AT_MOST) break
    try {
      const outcome = await closeActivity(activity, now, WRITTEN_AT_MOST - written)
      written += outcome.written
      if (outcome.isDone && (await store.markClosed(activity))) closed += 1
    } catch (error) {
      // One activity that resists must not keep the others waiting.
      failures.push(error)
      log('error', 'activity not closed', { activity: activity._id, error: describeError(error) })
    }
  }
  if (failures.length > 0) throw failures[0]
  return { closed, written }
}

async function closeActivity(activity: ActivityRow, now: number, most: number) {
  if (activity.isCancelled) return { written: 0, isDone: true }
  const out = await checkOutByItself(activity, now, most)
  const absent = await markAbsent(activity, now, most - out.written)
  return { written: out.written + absent.written, isDone: out.isDone && absent.isDone }
}

async function checkOutByItself(activity: ActivityRow, now: number, most: number) {
  if (!activity.hoursRule.closesAtEnd) return { written: 0, isDone: true }
  let written = 0
  for (;;) {
    const rows = await store.listPresent(activity._id, PAGE)
    const ended = await some(rows, (row) => closeOne(row, now))
    written += ended
    if (rows.length < PAGE) return { written, isDone: true }
    // Rows of an earlier plan may have to stay: then nothing would come of looking again.
    if (ended === 0 || written >= most) return { written, isDone: ended === 0 }
  }
}

async function closeOne({ _id }: AttendanceRow, now: number): Promise<boolean> {
  const decided = await store.changeAttendance<null>(
    _id,
    (row) => {
      const closed = row && closedByItself(row, now)
      if (!closed) return { kept: null }
      const by = { act: 'closed', requestId: `close-${_id}`, accountId: null, at: now, reason: null } as const
      return { change: changeOf(row, closed, by) }
    },
    now,
  )
  if ('kept' in decided) return false
  await lookOver(decided.change.row)
  return true
}

async function markAbsent(activity: ActivityRow, now: number, most: number) {
  let written = 0
  let after = ''
  for (;;) {
    const signUps = await store.listSignUps(activity._id, after, PAGE)
    written += await some(signUps.filter(isExpected), (signUp) => addAbsent(activity, signUp, now))
    const last = signUps.at(-1)
    if (!last || signUps.length < PAGE) return { written, isDone: true }
    if (written >= most) return { written, isDone: false }
    after = last._id
  }
}

/** False: the person was there, or is down as absent already. */
async function addAbsent(activity: ActivityRow, signUp: SignUpRow, now: number): Promise<boolean> {
  const row: AttendanceRow = { ...newAttendance(activity, signUp.accountId, signUp), state: 'absent' }
  const by = { act: 'absent', requestId: `close-${row._id}`, accountId: null, at: now, reason: null } as const
  return (await store.insertAttendance(changeOf(null, row, by).row)) === 'inserted'
}

/** How many of them it was true of; a few at once. */
async function some<T>(all: readonly T[], act: (one: T) => Promise<boolean>): Promise<number> {
  let count = 0
  for (let at = 0; at < all.length; at += AT_ONCE)
    count += (await Promise.all(all.slice(at, at + AT_ONCE).map(act))).filter(Boolean).length
  return count
}
