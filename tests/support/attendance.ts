import { createHmac } from 'node:crypto'
import {
  CHECK_IN_BEFORE,
  CHECK_OUT_AFTER,
  CODE_STEP,
  codeMessage,
  type Direction,
  digitsOf,
  stepAt,
} from '../../contract/volunteering/presence'
import { expectValue } from './builders'
import type { Cloud, Person } from './cloud'

/** Check-in and check-out as people do them. */

/** The six digits that a leader's screen shows at a moment. `key`: as `openCheckIn` gives it. */
export const shownDigits = (key: string, direction: Direction, moment: number): string =>
  digitsOf(
    createHmac('sha256', Buffer.from(key, 'hex'))
      .update(codeMessage(direction, stepAt(moment)))
      .digest(),
  )

/** What a phone sends that has just scanned the code of `moment`. */
export const scannedCode = (activityId: string, key: string, direction: Direction, moment: number) => ({
  activityId,
  direction,
  digits: shownDigits(key, direction, moment),
  step: stepAt(moment),
  shownAt: stepAt(moment) * CODE_STEP,
})

/** Moves the cloud's clock to a moment. */
export const goTo = (cloud: Cloud, moment: number): Promise<void> => cloud.setClock(moment - Date.now())

const MINUTE = 60_000

/**
 * Somebody is at an activity from its start on for so many minutes, to its end unless said otherwise: checked in and out
 * with the leader's code, on the spot. Answers the presence. The cloud's clock stays where the person has left.
 */
export async function attend(
  cloud: Cloud,
  leader: Person,
  activityId: string,
  volunteer: Person,
  minutes?: number,
) {
  const { key, opensAt, closesAt } = expectValue(await leader.attendance('openCheckIn', { activityId }))
  const { position } = expectValue(await volunteer.activities('getActivity', { activityId }))
  const startsAt = opensAt + CHECK_IN_BEFORE
  const endsAt = closesAt - CHECK_OUT_AFTER
  const present = async (direction: Direction, moment: number) => {
    await goTo(cloud, moment)
    const code = scannedCode(activityId, key, direction, moment)
    const here = { ...position, accuracy: 20 }
    return expectValue(await volunteer.attendance('presentCode', { ...code, position: here })).presence
  }
  await present('in', startsAt)
  return present('out', minutes === undefined ? endsAt : startsAt + minutes * MINUTE)
}
