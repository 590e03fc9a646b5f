import type { AlertChart } from '../../../contract/trust'
import { WATCH_WINDOW } from './detection'
import type { AlertRow, VoteWindowRow } from './rows'
import { coarseTimes } from './rules'

/** What an alert is about, drawn over time beside what is usual. Pure. */

const HOUR = 3_600_000

/** How long before and after the alert is shown, and in which steps. */
const shapes: Record<AlertRow['kind'], { step: number; before: number; after: number }> = {
  burst: { step: WATCH_WINDOW, before: 2.5 * HOUR, after: HOUR },
  sharedAddress: { step: WATCH_WINDOW, before: 2.5 * HOUR, after: HOUR },
  newAccounts: { step: WATCH_WINDOW, before: 2.5 * HOUR, after: HOUR },
  roundTheClock: { step: HOUR, before: 20 * HOUR, after: 0 },
}

type Spanned = Pick<AlertRow, 'kind' | 'from' | 'to'>

export function chartSpan({ kind, from, to }: Spanned): { from: number; to: number } {
  const { before, after } = shapes[kind]
  return { from: from - before, to: to + after }
}

type Drawn = Spanned & Pick<AlertRow, 'number' | 'address' | 'usual'>
type Window = Pick<VoteWindowRow, 'at' | 'votes' | 'newVotes' | 'addresses'>

/** The votes that the alert is about. */
function votesOf({ kind, number, address }: Drawn, window: Window): number {
  if (kind === 'newAccounts') return window.newVotes[number] ?? 0
  if (kind !== 'sharedAddress') return window.votes[number] ?? 0
  return window.addresses.find((shared) => shared.address === address)?.votes[number] ?? 0
}

/** While counts are hidden, multiples of what is usual, coarse enough that no count can be worked out. */
export function chartOf(alert: Drawn, windows: Window[], areHidden: boolean): AlertChart {
  const { step } = shapes[alert.kind]
  const { from, to } = chartSpan(alert)
  const usual = (alert.usual * step) / WATCH_WINDOW
  const points = Array.from({ length: Math.round((to - from) / step) }, (_, index) => {
    const at = from + index * step
    const inStep = windows.filter((window) => at <= window.at && window.at < at + step)
    const votes = inStep.reduce((sum, window) => sum + votesOf(alert, window), 0)
    const value = areHidden ? coarseTimes(votes / usual) : votes
    return { at, value, isUnusual: alert.from <= at && at < alert.to }
  })
  return areHidden
    ? { step, points, baseline: 1, unit: 'times' }
    : { step, points, baseline: Math.round(usual * 10) / 10, unit: 'votes' }
}
