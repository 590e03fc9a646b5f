import { now as currentTime } from '../../platform/clock'
import { isTransactionConflict } from '../../platform/database/errors'
import { notifyIn } from '../../platform/messages'
import type { ActivityRow, SignUpRow } from '../../platform/volunteering/rows'
import { noticeOfChange } from './notices'
import { ended, following, freeSeats, isActive, isGone, promoted, type Seats, seated } from './rules'
import * as store from './store'
import { inTransaction, type Transaction } from './store'

/**
 * Sign-ups change together with the counters of their activity, in one transaction over its row: whoever changes one of
 * them writes that row, so that of two at the same moment one runs again. Lists are read beside the transaction; a row
 * that has changed meanwhile is not as it was listed, or the commit fails. See decision 28.
 */

/** With their messages a transaction stays below some forty rows. */
const QUEUED_AT_ONCE = 20
const PROMOTED_AT_ONCE = 8
export const ENDED_AT_ONCE = 12

/** What a change finds and what it leaves; `after` null: nothing was to be changed. */
export interface Change {
  before: SignUpRow | null
  after: SignUpRow | null
}

/** Changes one sign-up as `decide` says, and promotes the next where that has left a free seat. Null: no such activity. */
export function changeSignUp(
  activityId: string,
  signUpId: string,
  now: number,
  decide: (seats: Seats, row: SignUpRow) => Seats | null,
): Promise<Change | null> {
  return inTransaction(async (transaction) => {
    const found = await readOne(transaction, activityId, signUpId)
    if (!found) return null
    const { activity, row } = found
    const decided = row && decide({ activity, changed: [] }, row)
    if (!decided) return { before: row, after: null }
    const seats = await promoteNext(transaction, decided, now, new Set([signUpId]))
    await write(transaction, new Map([[row._id, row], ...seats.known]), seats.seats, now)
    return { before: row, after: seats.seats.changed.find(({ _id }) => _id === signUpId) ?? null }
  })
}

async function readOne(transaction: Transaction, activityId: string, signUpId: string) {
  const activity = await transaction.find<ActivityRow>('activities', activityId)
  return activity && { activity, row: await transaction.find<SignUpRow>('signUps', signUpId) }
}

type Known = Map<string, SignUpRow>

/** Free seats for those who wait, until it begins. `left`: who has just given a seat back. */
async function promoteNext(
  transaction: Transaction,
  start: Seats,
  now: number,
  left: ReadonlySet<string> = new Set(),
): Promise<{ seats: Seats; known: Known }> {
  const known: Known = new Map()
  let seats = start
  const { activity } = start
  if (activity.isCancelled || now >= activity.startsAt) return { seats, known }
  for (const { roleId } of activity.roles) {
    const free = Math.min(
      freeSeats(activity, roleId),
      activity.waiting[roleId] ?? 0,
      PROMOTED_AT_ONCE - known.size,
    )
    // One more than there are seats: who has just left the list is still on it outside.
    const listed = free > 0 ? await store.listInLine(activity._id, roleId, free + left.size) : []
    const ids = listed.map(({ _id }) => _id).filter((id) => !left.has(id))
    const next = (await readAll(transaction, ids)).filter(({ state }) => state === 'waiting')
    for (const row of next.slice(0, free)) {
      known.set(row._id, row)
      seats = promoted(seats, following(row, activity), now)
    }
  }
  return { seats, known }
}

/** As the transaction sees them. */
async function readAll(transaction: Transaction, ids: readonly string[]): Promise<SignUpRow[]> {
  const found = await Promise.all(ids.map((id) => transaction.find<SignUpRow>('signUps', id)))
  return found.filter((row) => row !== null)
}

async function write(transaction: Transaction, known: Known, { activity, changed }: Seats, now: number) {
  await transaction.put('activities', activity)
  for (const row of changed) {
    await transaction.put('signUps', row)
    const before = known.get(row._id)
    const notice = before && noticeOfChange(before, row, activity, now)
    if (notice) await notifyIn(transaction, notice, now)
  }
}

/** Those who waited first, then those who have just come. Answers how many have been given something. */
function settleOnce(
  activityId: string,
  now: number,
  isDone: () => Promise<boolean> = async () => false,
): Promise<number> {
  return inTransaction(async (transaction) => {
    if (await isDone()) return 0
    const activity = await transaction.find<ActivityRow>('activities', activityId)
    if (!activity) return 0
    const promotion = await promoteNext(transaction, { activity, changed: [] }, now)
    const listed = promotion.known.size > 0 ? [] : await store.listQueued(activityId, QUEUED_AT_ONCE)
    const rows = await readAll(
      transaction,
      listed.map(({ _id }) => _id),
    )
    const queued = rows.filter(({ state }) => state === 'queued')
    const seats = seated(promotion.seats, queued, now)
    if (seats.changed.length === 0) return 0
    const known = new Map([...promotion.known, ...byId(queued)])
    await write(transaction, known, seats, now)
    return seats.changed.length
  })
}

const byId = (rows: readonly SignUpRow[]): [string, SignUpRow][] => rows.map((row) => [row._id, row])

/** Until nobody is left who could be given a seat or a place on the list. */
export async function settleAll(activityId: string, now: number): Promise<number> {
  let settled = 0
  for (;;) {
    const more = await settleOnce(activityId, now)
    if (more === 0) return settled
    settled += more
  }
}

/** Ends those of these sign-ups that are for nothing any more, and tells them why. */
export const endSignUps = (activityId: string, signUpIds: readonly string[], now: number): Promise<void> =>
  inTransaction(async (transaction) => {
    const activity = await transaction.find<ActivityRow>('activities', activityId)
    if (!activity) return
    const rows = (await readAll(transaction, signUpIds)).filter(
      (row) => isActive(row) && isGone(row, activity),
    )
    const seats = rows.reduce((before: Seats, row) => ended(before, row, now), { activity, changed: [] })
    if (rows.length > 0) await write(transaction, new Map(byId(rows)), seats, now)
  })

const TRIES = 12

/**
 * Settles a sign-up that was handed in just now, and those who came with it. Who loses the conflict looks first whether
 * the winner has done it. Still `queued` afterwards: the timer will.
 */
export async function settleOwn(row: SignUpRow): Promise<SignUpRow> {
  let latest = row
  const isDone = async () => {
    latest = (await store.findSignUp(row._id)) ?? latest
    return latest.state !== 'queued'
  }
  for (let attempt = 0; attempt < TRIES && !(await isDone()); attempt++)
    await settleOnce(row.activityId, currentTime(), isDone).catch((error: unknown) => {
      if (!isTransactionConflict(error)) throw error
    })
  return latest
}
