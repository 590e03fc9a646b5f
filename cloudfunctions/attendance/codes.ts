import { createHmac } from 'node:crypto'
import {
  CODE_STEP,
  CODE_STEPS_AHEAD,
  CODE_STEPS_BEHIND,
  codeMessage,
  type Direction,
  digitsOf,
  LATE_CODES_UNTIL,
  stepAt,
} from '../../contract/volunteering/presence'
import { masterKey } from '../platform/secrets'

/** Codes that change every 30 s [RFC 6238]. Pure but for the key, which stands in the function's environment. */

/** Good for one activity, in 64 hexadecimal digits. Who has it makes every code of it, and no other. */
export const activityKey = (activityId: string): string =>
  createHmac('sha256', masterKey())
    .update(JSON.stringify(['checkIn', activityId]))
    .digest('hex')

export const digitsAt = (key: string, direction: Direction, step: number): string =>
  digitsOf(createHmac('sha256', Buffer.from(key, 'hex')).update(codeMessage(direction, step)).digest())

/** Steps around the claimed one that are tried: who types has read the digits a moment before. */
const CLAIMED_STEPS_AROUND = 2

interface Presented {
  direction: Direction
  digits: string
  /** The step that the phone claims, for a code that comes late. */
  step: number
}

/**
 * What a code is worth, and of which moment it is. `live`: of now, whatever the phone claims. `late`: of the claimed
 * step, never of any other, so that a guess has no more chances than a handful. Null: wrong, of the future, or too old.
 */
export function judgeCode(
  key: string,
  { direction, digits, step }: Presented,
  { now, endsAt }: { now: number; endsAt: number },
): { code: 'live' | 'late'; at: number } | null {
  const isRight = (one: number) => digitsAt(key, direction, one) === digits
  const current = stepAt(now)
  const live = between(current - CODE_STEPS_BEHIND, current + CODE_STEPS_AHEAD)
  if (live.some(isRight)) return { code: 'live', at: now }
  if (now > endsAt + LATE_CODES_UNTIL) return null
  const late = between(step - CLAIMED_STEPS_AROUND, step + CLAIMED_STEPS_AROUND)
    .filter((one) => one < current)
    // The claimed one first: a neighbour may have the same digits.
    .sort((one, other) => Math.abs(one - step) - Math.abs(other - step))
    .find(isRight)
  return late === undefined ? null : { code: 'late', at: late * CODE_STEP }
}

const between = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)
