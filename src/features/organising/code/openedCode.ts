import type { Direction } from '@contract/volunteering/presence'
import {
  CHECK_IN_BEFORE,
  CHECK_OUT_AFTER,
  CODE_STEP,
  codeText,
  stepAt,
  windowOf,
} from '@contract/volunteering/presence'
import { checkInDigits } from '@/trust/checkInCode'

/** What the leader's screen shows, from the key and the time. Pure. */

/** As the cloud has opened it. `opensAt`, `closesAt`: from the first check-in to the last check-out. */
export interface OpenedCode {
  key: string
  theme: string
  opensAt: number
  closesAt: number
}

export const timesOf = ({ opensAt, closesAt }: Pick<OpenedCode, 'opensAt' | 'closesAt'>) => ({
  startsAt: opensAt + CHECK_IN_BEFORE,
  endsAt: closesAt - CHECK_OUT_AFTER,
})

/** People go in the last quarter of an hour. */
const LEAVING = 15 * 60_000

/** What most people come for at a moment. */
export const likelyDirection = (opened: OpenedCode, now: number): Direction =>
  now >= timesOf(opened).endsAt - LEAVING ? 'out' : 'in'

export interface ShownCode {
  digits: string
  /** For the QR code. */
  text: string
  /** Whole seconds until it changes, 1 to 30. */
  secondsLeft: number
  /** 0 to 1 of its time. */
  shareLeft: number
}

export function shownCode(activityId: string, key: string, direction: Direction, now: number): ShownCode {
  const step = stepAt(now)
  const digits = checkInDigits(key, direction, step)
  const left = (step + 1) * CODE_STEP - now
  return {
    digits,
    text: codeText(activityId, direction, step, digits),
    secondsLeft: Math.max(1, Math.ceil(left / 1000)),
    shareLeft: left / CODE_STEP,
  }
}

/** `open`, or why no code is taken now and from when or since when. */
export type WindowState = { state: 'open' } | { state: 'early' | 'closed'; at: number }

export function windowState(opened: OpenedCode, direction: Direction, now: number): WindowState {
  const { opensAt, closesAt } = windowOf(direction, timesOf(opened))
  if (now < opensAt) return { state: 'early', at: opensAt }
  return now > closesAt ? { state: 'closed', at: closesAt } : { state: 'open' }
}
