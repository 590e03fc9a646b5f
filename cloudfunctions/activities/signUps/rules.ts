import {
  CONFIRM_BEFORE,
  CONFIRM_TIME,
  CONFIRM_TIME_LEAST,
  LATE_WITHDRAWAL,
  REMIND_BEFORE,
} from '../../../contract/limits'
import {
  type ActivityRole,
  HOLDS_SEAT,
  SIGN_UP_CHANGES,
  type SignUpState,
} from '../../../contract/volunteering/activities'
import { ageAt, type Skill } from '../../../contract/volunteering/people'
import { shanghaiDay, startOfShanghaiDay } from '../../platform/clock'
import type { ActivityRow, SignUpRow } from '../../platform/volunteering/rows'

/** Who gets a seat, who waits, and how the activity's counters follow. Pure. */

/** An activity with the sign-ups that are being changed together with it. */
export interface Seats {
  activity: ActivityRow
  changed: readonly SignUpRow[]
}

/** Why a sign-up changes. `by` null: the program. */
export interface Act {
  requestId: string
  by: string | null
  reason: string | null
  at: number
}

export const byProgram = (at: number, reason: string | null = null): Act => ({
  requestId: '',
  by: null,
  reason,
  at,
})

export const mayBecome = (from: SignUpState, to: SignUpState): boolean => SIGN_UP_CHANGES[from].includes(to)

/** States in which somebody means to come. */
export const ACTIVE: readonly SignUpState[] = ['queued', 'confirmed', 'waiting', 'offered']
export const isActive = ({ state }: Pick<SignUpRow, 'state'>): boolean => ACTIVE.includes(state)

const roleOf = ({ roles }: Pick<ActivityRow, 'roles'>, roleId: string): ActivityRole | undefined =>
  roles.find((role) => role.roleId === roleId)

type Counted = Pick<ActivityRow, 'roles' | 'taken' | 'waiting'>

export const freeSeats = ({ roles, taken }: Counted, roleId: string): number =>
  Math.max(0, (roleOf({ roles }, roleId)?.capacity ?? 0) - (taken[roleId] ?? 0))

/** Whether somebody who comes now finds a free seat. */
export const hasSeats = (counted: Counted): boolean =>
  counted.roles.some(({ roleId }) => freeSeats(counted, roleId) > 0 && (counted.waiting[roleId] ?? 0) === 0)

const difference = (states: readonly SignUpState[], from: SignUpState, to: SignUpState): number =>
  Number(states.includes(to)) - Number(states.includes(from))

const plus = (counts: Record<string, number>, roleId: string, change: number): Record<string, number> =>
  change === 0 ? counts : { ...counts, [roleId]: (counts[roleId] ?? 0) + change }

/** The one way in which a sign-up changes its state: the table allows it, and the counters follow. */
export function moved(
  { activity, changed }: Seats,
  row: SignUpRow,
  state: SignUpState,
  act: Act,
  fields: Partial<Pick<SignUpRow, 'line' | 'confirmBy' | 'isLate' | 'order'>> = {},
): Seats {
  if (!mayBecome(row.state, state)) throw new Error(`a sign-up cannot become ${state} from ${row.state}`)
  const counted = {
    ...activity,
    taken: plus(activity.taken, row.roleId, difference(HOLDS_SEAT, row.state, state)),
    waiting: plus(activity.waiting, row.roleId, difference(['waiting'], row.state, state)),
  }
  const entry = { act: state, requestId: act.requestId, accountId: act.by, at: act.at, reason: act.reason }
  const after: SignUpRow = {
    ...row,
    line: null,
    confirmBy: null,
    ...fields,
    state,
    remindAt: state === 'confirmed' ? nextReminder(row.startsAt, act.at) : null,
    version: row.version + 1,
    history: [...row.history, entry],
  }
  return {
    activity: { ...counted, hasSeats: hasSeats(counted) },
    changed: [...changed.filter(({ _id }) => _id !== row._id), after],
  }
}

/** What a sign-up repeats of its activity, as it is now. */
export function following(row: SignUpRow, activity: ActivityRow): SignUpRow {
  const { theme, startsAt, endsAt, organisationId, version } = activity
  const roleName = roleOf(activity, row.roleId)?.name ?? row.roleName
  return { ...row, theme, startsAt, endsAt, organisationId, roleName, follows: version }
}

/**
 * Gives those who have come (in order) a seat or a place on the list. Whose phone or cloud instance was so slow that
 * others who came later have their place already, stands behind them: `order` then says so, and is final.
 */
export function seated(seats: Seats, queued: readonly SignUpRow[], now: number): Seats {
  return queued.reduce((before, row) => seatOne(before, following(row, before.activity), now), seats)
}

function seatOne(seats: Seats, row: SignUpRow, now: number): Seats {
  const { activity } = seats
  const { roleId } = row
  if (isGone(row, activity)) return ended(seats, row, now)
  const order = orderBehind(row, activity.lastOrder)
  const placed = { ...seats, activity: { ...activity, lastOrder: order } }
  if (freeSeats(activity, roleId) > 0 && (activity.waiting[roleId] ?? 0) === 0)
    return moved(placed, row, 'confirmed', byProgram(now), { order })
  const line = (activity.lastInLine[roleId] ?? 0) + 1
  const lastInLine = { ...activity.lastInLine, [roleId]: line }
  return moved({ ...placed, activity: { ...placed.activity, lastInLine } }, row, 'waiting', byProgram(now), {
    line,
    order,
  })
}

const TIME_DIGITS = 13

export const orderOf = (time: number, id: string): string =>
  `${String(time).padStart(TIME_DIGITS, '0')}-${id}`

function orderBehind({ order }: SignUpRow, last: string | undefined): string {
  if (last === undefined || order > last) return order
  return orderOf(Number(last.slice(0, TIME_DIGITS)) + 1, order.slice(TIME_DIGITS + 1))
}

/** Gives a free seat to the next who waits: to be confirmed, or at once when it begins soon. */
export const promoted = (seats: Seats, row: SignUpRow, now: number): Seats => {
  const confirmBy = offerEnds(seats.activity.startsAt, now)
  return confirmBy === null
    ? moved(seats, row, 'confirmed', byProgram(now))
    : moved(seats, row, 'offered', byProgram(now), { confirmBy })
}

/** Until when a seat is kept; null: it is too late to ask. */
export function offerEnds(startsAt: number, now: number): number | null {
  const latest = startsAt - CONFIRM_BEFORE
  return now >= latest ? null : Math.max(Math.min(now + CONFIRM_TIME, latest), now + CONFIRM_TIME_LEAST)
}

/** Until when a seat is kept that was to be kept until `confirmBy`, once the activity begins at another time. */
export const keptUntil = (confirmBy: number, startsAt: number, now: number): number =>
  Math.min(confirmBy, Math.max(startsAt - CONFIRM_BEFORE, now + CONFIRM_TIME_LEAST), startsAt)

/** Whether there is nothing left that it could be a sign-up for. */
export const isGone = (
  { roleId }: Pick<SignUpRow, 'roleId'>,
  { isCancelled, roles }: Pick<ActivityRow, 'isCancelled' | 'roles'>,
): boolean => isCancelled || !roleOf({ roles }, roleId)

/** Ends a sign-up of an activity that is cancelled, or for a role that is no longer there. */
export const ended = (seats: Seats, row: SignUpRow, now: number): Seats => {
  const { activity } = seats
  return activity.isCancelled
    ? moved(seats, following(row, activity), 'cancelled', byProgram(now, activity.notice))
    : moved(seats, following(row, activity), 'withdrawn', byProgram(now, '岗位已取消'))
}

/** Only who had a seat for sure leaves a gap. */
export const isLateWithdrawal = (
  { state, startsAt }: Pick<SignUpRow, 'state' | 'startsAt'>,
  now: number,
): boolean => state === 'confirmed' && now > startsAt - LATE_WITHDRAWAL

export const canSignUp = (
  { isCancelled, startsAt }: Pick<ActivityRow, 'isCancelled' | 'startsAt'>,
  now: number,
): boolean => !isCancelled && now < startsAt

export const overlaps = (
  one: Pick<SignUpRow, 'startsAt' | 'endsAt'>,
  other: Pick<SignUpRow, 'startsAt' | 'endsAt'>,
): boolean => one.startsAt < other.endsAt && other.startsAt < one.endsAt

/** Why somebody cannot take a role, or null. The age is that on the day. */
export function roleProblem(
  { skill, minAge }: Pick<ActivityRole, 'skill' | 'minAge'>,
  { bornIn, skills }: { bornIn: string; skills: readonly Skill[] },
  startsAt: number,
): { code: 'too_young_for_role'; minAge: number } | { code: 'skill_needed' } | null {
  if (minAge !== null && ageAt(bornIn, startsAt) < minAge) return { code: 'too_young_for_role', minAge }
  return skill === null || skills.includes(skill) ? null : { code: 'skill_needed' }
}

export type Reminder = 'eve' | 'soon'

const EVE_BEFORE_MIDNIGHT = 6 * 3_600_000

/** In order: on the eve at 18:00 in Shanghai, and REMIND_BEFORE the start. */
export const reminderTimes = (startsAt: number): { kind: Reminder; at: number }[] => [
  { kind: 'eve', at: startOfShanghaiDay(shanghaiDay(startsAt)) - EVE_BEFORE_MIDNIGHT },
  { kind: 'soon', at: startsAt - REMIND_BEFORE },
]

/** The first reminder after `now`; null when there is none any more. */
export const nextReminder = (startsAt: number, now: number): number | null =>
  reminderTimes(startsAt).find(({ at }) => at > now)?.at ?? null

/** Which reminder is to be given now: the latest that is due, and none once it has begun. */
export const dueReminder = (startsAt: number, now: number): Reminder | null =>
  now >= startsAt ? null : (reminderTimes(startsAt).findLast(({ at }) => at <= now)?.kind ?? null)
