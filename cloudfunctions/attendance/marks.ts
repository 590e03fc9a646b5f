import { ABNORMAL_MINUTES } from '../../contract/limits'
import type { HoursMark } from '../../contract/volunteerHours'
import type { AttendanceRow } from '../platform/volunteering/rows'

/** What is unlike everybody else's, for staff to look at. Nothing follows from a mark by itself. Pure. */

/** As many in a row confirmed by one person are looked at: who has no phone is confirmed by a leader now and then. */
export const ALWAYS_CONFIRMED = 8

type Looked = Pick<AttendanceRow, '_id' | 'state' | 'checkIn' | 'checkOut' | 'isAnnulled' | 'history'> &
  Pick<AttendanceRow, 'plannedFrom' | 'plannedUntil'>

/** From when until when hours were counted; null: none were. */
const spanOf = ({ state, checkIn, checkOut, isAnnulled, plannedFrom, plannedUntil }: Looked) =>
  state === 'credited' && checkIn && checkOut && !isAnnulled
    ? { from: Math.max(checkIn.at, plannedFrom), until: Math.min(checkOut.at, plannedUntil) }
    : null

function isElsewhere(row: Looked, other: Looked): boolean {
  const [one, two] = [spanOf(row), spanOf(other)]
  return one !== null && two !== null && row._id !== other._id && one.from < two.until && two.from < one.until
}

/** Who has confirmed it, where it counts for that alone. */
const confirmedBy = ({ checkIn, checkOut, history }: Looked): string | null =>
  checkIn?.grade === 'A' && checkOut?.grade === 'A'
    ? null
    : (history.findLast(({ act }) => act === 'confirmed')?.accountId ?? null)

const wasCleared = ({ history }: Looked): boolean => history.some(({ act }) => act === 'cleared')

/**
 * `latest`: what the person has been to, the newest first, with the row itself; what staff have found nothing wrong with
 * and all before it is no reason to look again. `dayMinutes`: recorded on the row's day, with the row.
 */
export function marksOf(row: Looked, latest: readonly Looked[], dayMinutes: number): HoursMark[] {
  const uncleared = latest.findIndex(wasCleared)
  const credited = latest
    .slice(0, uncleared === -1 ? latest.length : uncleared)
    .filter(({ state }) => state === 'credited')
    .slice(0, ALWAYS_CONFIRMED)
  const [first, ...others] = credited.map(confirmedBy)
  const isAlways =
    credited.length === ALWAYS_CONFIRMED && typeof first === 'string' && others.every((by) => by === first)
  return [
    ...(dayMinutes > ABNORMAL_MINUTES ? (['longDay'] as const) : []),
    ...(latest.some((other) => isElsewhere(row, other)) ? (['twoPlaces'] as const) : []),
    ...(isAlways ? (['alwaysConfirmed'] as const) : []),
  ]
}
