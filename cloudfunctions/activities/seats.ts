import type { ActivityRole } from '../../contract/volunteering/activities'
import type { ActivityRow } from '../platform/volunteering/rows'
import { hasSeats } from './signUps/rules'

/** Seats of an activity's roles. Pure. */

type Counts = Pick<ActivityRow, 'taken' | 'waiting' | 'lastInLine'>

/** What is counted for these roles, with what has been counted so far. */
export function seatsOf(roles: ActivityRole[], before?: Counts): Counts & { hasSeats: boolean } {
  const of = (name: keyof Counts) =>
    Object.fromEntries(roles.map(({ roleId }) => [roleId, before?.[name][roleId] ?? 0]))
  const counts = { taken: of('taken'), waiting: of('waiting'), lastInLine: of('lastInLine') }
  return { ...counts, hasSeats: hasSeats({ roles, ...counts }) }
}

export interface SeatsTaken {
  roleId: string
  name: string
  taken: number
}

/** The first role that people have signed up for and that would be gone, or would have too few seats. */
export function seatsTaken(
  row: Pick<ActivityRow, 'roles' | 'taken' | 'waiting'>,
  roles: readonly ActivityRole[],
): SeatsTaken | null {
  for (const { roleId, name } of row.roles) {
    const remaining = roles.find((role) => role.roleId === roleId)
    const seats = row.taken[roleId] ?? 0
    const taken = remaining ? seats : seats + (row.waiting[roleId] ?? 0)
    if (taken > (remaining?.capacity ?? 0)) return { roleId, name, taken }
  }
  return null
}
