import { collection, command } from '../../platform/database/collection'
import {
  type ActivityRow,
  type MembershipRow,
  membershipId,
  type SignUpRow,
} from '../../platform/volunteering/rows'
import { ACTIVE, orderOf } from './rules'

/** Every query of sign-ups, one function each. States and counters change in seating.ts, in transactions. */

/** Reads and writes rows by their ids; lists come from below. */
export { inTransaction, type Transaction } from '../../platform/database/collection'

const signUps = collection<SignUpRow>('signUps')
const activities = collection<ActivityRow>('activities')
const memberships = collection<MembershipRow>('memberships')

export const findActivity = (activityId: string): Promise<ActivityRow | null> => activities.find(activityId)

/** At most 100 at once. */
export const findActivities = (activityIds: readonly string[]): Promise<ActivityRow[]> =>
  activityIds.length === 0
    ? Promise.resolve([])
    : activities.list({ _id: command.in([...activityIds]) }, { limit: 100 })

export const findSignUp = (id: string): Promise<SignUpRow | null> => signUps.find(id)

export const insertSignUp = (row: SignUpRow): Promise<'inserted' | 'duplicate'> => signUps.insert(row)

/** Who has left signs up again: nobody else has changed the row since it was read. */
export const replaceSignUp = ({ _id, ...row }: SignUpRow, version: number): Promise<boolean> =>
  signUps.changeOne({ _id, version }, row)

export async function isMember(organisationId: string, accountId: string): Promise<boolean> {
  const row = await memberships.find(membershipId(organisationId, accountId))
  return row?.state === 'member'
}

const CLASHES_LOOKED_AT = 50

/** Active sign-ups of a person that begin between two moments. */
export const listBeginning = (accountId: string, from: number, until: number): Promise<SignUpRow[]> =>
  signUps.list(
    {
      accountId,
      startsAt: command.and([command.gt(from), command.lt(until)]),
      state: command.in([...ACTIVE]),
    },
    { orderBy: { startsAt: 'asc' }, limit: CLASHES_LOOKED_AT },
  )

/** Those that are not over, by when they begin; `from` is the start of the last one seen. */
export const listComing = (
  accountId: string,
  { now, from, limit }: { now: number; from: number; limit: number },
): Promise<SignUpRow[]> =>
  signUps.list(
    { accountId, startsAt: command.gte(from), endsAt: command.gt(now) },
    { orderBy: { startsAt: 'asc' }, limit },
  )

/** Those that are over, the latest first; `until` is the start of the last one seen. */
export const listPast = (
  accountId: string,
  { now, until, limit }: { now: number; until: number; limit: number },
): Promise<SignUpRow[]> =>
  signUps.list(
    { accountId, startsAt: command.lte(until), endsAt: command.lte(now) },
    { orderBy: { startsAt: 'desc' }, limit },
  )

/** Handed in and not settled, in the order in which they came. */
export const listQueued = (activityId: string, limit: number): Promise<SignUpRow[]> =>
  signUps.list({ activityId, state: 'queued' }, { orderBy: { order: 'asc' }, limit })

/** Who waits for a role, the next one first. */
export const listInLine = (activityId: string, roleId: string, limit: number): Promise<SignUpRow[]> =>
  signUps.list({ activityId, roleId, state: 'waiting' }, { orderBy: { line: 'asc' }, limit })

export const countBefore = ({ activityId, roleId, line }: SignUpRow): Promise<number> =>
  signUps.count({ activityId, roleId, state: 'waiting', line: command.lt(line) })

/** All of an activity, whatever their state; `after` is the id of the last one seen. */
export const listOfActivity = (activityId: string, after: string, limit: number): Promise<SignUpRow[]> =>
  signUps.list({ activityId, _id: command.gt(after) }, { orderBy: { _id: 'asc' }, limit })

// What jobs find

/** Came before `moment` and are still not settled: the call that handed them in has not survived. */
export const listUnsettled = (moment: number, limit: number): Promise<SignUpRow[]> =>
  signUps.list(
    { state: 'queued', order: command.lt(orderOf(moment, '')) },
    { orderBy: { order: 'asc' }, limit },
  )

/** Seats that were kept until `now` and not confirmed. */
export const listLapsed = (now: number, limit: number): Promise<SignUpRow[]> =>
  signUps.list(
    { confirmBy: command.and([command.gt(0), command.lt(now)]) },
    { orderBy: { confirmBy: 'asc' }, limit },
  )

export const listToRemind = (now: number, limit: number): Promise<SignUpRow[]> =>
  signUps.list(
    { remindAt: command.and([command.gt(0), command.lte(now)]) },
    { orderBy: { remindAt: 'asc' }, limit },
  )

/** Activities that have changed and whose sign-ups have not followed yet. */
export const listChanged = (now: number, limit: number): Promise<ActivityRow[]> =>
  activities.list(
    { tellFrom: command.and([command.gt(0), command.lte(now)]) },
    { orderBy: { tellFrom: 'asc' }, limit },
  )

/** Everybody has followed this version; false: it has changed once more. */
export const markFollowed = ({ _id, version, tellFrom }: ActivityRow): Promise<boolean> =>
  activities.changeOne({ _id, version, tellFrom }, { tellFrom: null })

// What a person may take along, and leaves behind

/** Of a person, by when they begin; `from` and `after` are of the last one seen. */
export const listOwn = (accountId: string, from: number, limit: number): Promise<SignUpRow[]> =>
  signUps.list({ accountId, startsAt: command.gte(from) }, { orderBy: { startsAt: 'asc' }, limit })
