import type { ActivityState, MySignUp, OwnSignUp } from '../../../contract/volunteering/activities'
import { type ActivityRow, type SignUpRow, signUpId } from '../../platform/volunteering/rows'
import * as store from './store'

/** What leaves the cloud of a person's own sign-ups, chosen field by field. */

export const stateOf = (
  { isCancelled, startsAt, endsAt }: Pick<ActivityRow, 'isCancelled' | 'startsAt' | 'endsAt'>,
  now: number,
): ActivityState => {
  if (isCancelled) return 'cancelled'
  if (now < startsAt) return 'coming'
  return now < endsAt ? 'running' : 'over'
}

/** Asks the database where the person stands, if on a list. */
export async function presentOwn(row: SignUpRow): Promise<OwnSignUp> {
  const isWaiting = row.state === 'waiting' && row.line !== null
  return {
    state: row.state,
    roleId: row.roleId,
    roleName: row.roleName,
    placeInLine: isWaiting ? (await store.countBefore(row)) + 1 : null,
    confirmBy: row.confirmBy,
    isLate: row.isLate,
    signedUpAt: row.signedUpAt,
  }
}

/** Of the caller, or null: nobody is signed in, or has never signed up. */
export async function findOwn(activityId: string, accountId: string | null): Promise<OwnSignUp | null> {
  const row = accountId === null ? null : await store.findSignUp(signUpId(activityId, accountId))
  return row && presentOwn(row)
}

/** Names and times as the activity has them now. */
export async function presentMine(
  row: SignUpRow,
  activity: ActivityRow | undefined,
  now: number,
): Promise<MySignUp> {
  const { startsAt, endsAt } = activity ?? row
  return {
    ...(await presentOwn(row)),
    activityId: row.activityId,
    theme: activity?.theme ?? row.theme,
    organisationName: activity?.organisationName ?? '',
    address: activity?.address ?? '',
    startsAt,
    endsAt,
    activityState: stateOf({ isCancelled: activity?.isCancelled ?? false, startsAt, endsAt }, now),
  }
}
