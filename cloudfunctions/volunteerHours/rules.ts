import { APPEAL_TIME, BACKFILLED_DAYS } from '../../contract/limits'
import { weekAfter, weekOf } from '../../contract/volunteering/weeks'
import { shanghaiDay, startOfShanghaiDay } from '../platform/clock'

/** Decisions about a volunteer's hours. Pure. */

const DAY = 86_400_000
const NOON = 12 * 3_600_000

/** Weeks in a row that end with this one; 0 when it is not among them. */
function rowUntil(week: string, weeks: ReadonlySet<string>): number {
  let length = 0
  while (weeks.has(weekAfter(week, -length))) length++
  return length
}

/**
 * Weeks in a row with hours. The running week counts once it has some; until it is over, it breaks nothing.
 * `weeks`: `2026-W47`, in any order.
 */
export function streaksOf(weeks: readonly string[], now: number): { streak: number; bestStreak: number } {
  const all = new Set(weeks)
  const thisWeek = weekOf(now)
  const last = all.has(thisWeek) ? thisWeek : weekAfter(thisWeek, -1)
  const ends = weeks.filter((week) => !all.has(weekAfter(week, 1)))
  return {
    streak: rowUntil(last, all),
    bestStreak: Math.max(0, ...ends.map((week) => rowUntil(week, all))),
  }
}

/** A day that is over, of the last BACKFILLED_DAYS. */
export const mayBeClaimed = (day: string, now: number): boolean =>
  day < shanghaiDay(now) && day >= shanghaiDay(now - BACKFILLED_DAYS * DAY)

/** A moment on a day in Shanghai, for what has no time of its own. */
export const momentOf = (day: string): number => startOfShanghaiDay(day) + NOON

export const appealEndsAt = (annulledAt: number): number => annulledAt + APPEAL_TIME

/** In lists: time and id in one text. */
export const orderOf = (time: number, id: string): string => `${String(time).padStart(13, '0')}-${id}`

/** Whether this very request has been carried out before. */
export const hasDone = <Done extends { requestId: string }>(
  history: readonly Done[],
  requestId: string,
): Done | undefined => history.find((entry) => entry.requestId === requestId)

/** The finest place of a row that keeps them apart. */
export const placeOfRow = ({
  cityCode,
  districtCode,
  streetCode,
  villageCode,
}: {
  cityCode: string
  districtCode: string | null
  streetCode: string | null
  villageCode: string | null
}): string => villageCode ?? streetCode ?? districtCode ?? cityCode
