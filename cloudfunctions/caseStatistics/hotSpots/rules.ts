import { HOT_SPOT_BASELINE, HOT_SPOT_DAYS } from '../../../contract/caseStatistics'
import { CELL_LEVEL } from '../../platform/cases/cells'
import type { AreaRow } from '../rows'

/**
 * Which areas have more reports than usual. The last HOT_SPOT_DAYS days of an area are compared with what the stretches
 * of this length before them had.
 *
 * Reports of a stretch are taken as Poisson with an unknown mean λ, of which nothing is known before (every λ as likely:
 * Gamma(1, 0), which is as if one more report had come). After s reports in n stretches, λ ~ Gamma(a, b) with a = s + 1
 * and b = n, and the next stretch has x reports with the negative binomial probability
 *   P(x) = Γ(a + x) / (Γ(a) x!) · (b / (b + 1))^a · (1 / (b + 1))^x
 * (Gelman et al., Bayesian Data Analysis, 3rd edition, 2.6; for counts by place and time the same prediction is used in
 * public health surveillance, see Höhle 2007, R package "surveillance", algorithm "bayes"). An area counts as a hot spot
 * when it has at least MIN_OBSERVED reports and P(X ≥ observed) is below SURPRISE. Since a city has thousands of areas,
 * of which one in a hundred would be "surprising" by chance, it must also hold by the procedure of Benjamini and Hochberg
 * (1995) at FALSE_SHARE of false ones among all that are named.
 */
const PRIOR_REPORTS = 1
export const MIN_OBSERVED = 3
const SURPRISE = 0.01
const FALSE_SHARE = 0.05
/** Fewer stretches before say nothing of what is usual: a new deployment names none. */
export const MIN_STRETCHES = 2

const DAY = 86_400_000
const dayText = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** P(X ≥ observed) after `before` reports in `stretches` stretches: see above. */
export function surpriseOf(observed: number, before: number, stretches: number): number {
  const a = PRIOR_REPORTS + before
  const b = stretches
  // By logarithms: of busy areas the first terms are smaller than any double.
  let logarithm = a * Math.log(b / (b + 1))
  let below = 0
  for (let x = 0; x < observed; x++) {
    below += Math.exp(logarithm)
    logarithm += Math.log((a + x) / ((x + 1) * (b + 1)))
  }
  // Sums of doubles: what is left of 1 below 1e-12 is no number any more, but small enough.
  return Math.max(0, 1 - below)
}

/** Days that are compared, the last one `today`: of both, the first is included and `until` is not. */
export interface Stretches {
  recentFrom: string
  baselineFrom: string
  until: string
  count: number
}

/** The stretches that lie wholly after the first day that is known of, up to HOT_SPOT_BASELINE. Null: too few. */
export function stretchesAt(today: string, firstDay: string): Stretches | null {
  const end = Date.parse(today) + DAY
  const recent = end - HOT_SPOT_DAYS * DAY
  const known = Math.floor((recent - Date.parse(firstDay)) / (HOT_SPOT_DAYS * DAY))
  const count = Math.min(HOT_SPOT_BASELINE, known)
  if (count < MIN_STRETCHES) return null
  return {
    recentFrom: dayText(recent),
    baselineFrom: dayText(recent - count * HOT_SPOT_DAYS * DAY),
    until: dayText(end),
    count,
  }
}

const reportsIn = (rows: readonly AreaRow[], from: string, until: string): number =>
  rows.reduce(
    (sum, { days }) =>
      sum + Object.entries(days).reduce((all, [day, n]) => (day >= from && day < until ? all + n : all), 0),
    0,
  )

/** A square with the eight around it, or a place by itself. */
export interface Window {
  area: string
  group: AreaRow['group']
  /** Areas that it is made of. */
  areas: string[]
}

export interface Found extends Window {
  observed: number
  usual: number
  surprise: number
}

const isSquare = (area: string): boolean => area.length === CELL_LEVEL

/** The squares around one and itself, by the digits of its name: see cells.ts. At the edge of the map there are fewer. */
export function squaresAround(cell: string): string[] {
  const size = 2 ** cell.length
  const digits = [...cell].map(Number)
  const x = digits.reduce((sum, digit) => sum * 2 + (digit & 1), 0)
  const y = digits.reduce((sum, digit) => sum * 2 + (digit >> 1), 0)
  const name = (column: number, line: number) =>
    digits
      .map((_, index) => {
        const bit = digits.length - 1 - index
        return String(((column >> bit) & 1) + 2 * ((line >> bit) & 1))
      })
      .join('')
  const around = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => [x + dx, y + dy] as const))
  return around
    .filter(([column, line]) => column >= 0 && line >= 0 && column < size && line < size)
    .map(([column, line]) => name(column, line))
}

export const windowOf = ({ area, group }: Pick<AreaRow, 'area' | 'group'>): Window => ({
  area,
  group,
  areas: isSquare(area) ? squaresAround(area) : [area],
})

export const rowIdsOf = ({ areas, group }: Window): string[] => areas.map((area) => `${area}-${group}`)

/** What a window has, and how surprising that is; null when it has no reports to speak of. */
export function measure(window: Window, rows: ReadonlyMap<string, AreaRow>, stretches: Stretches): Found {
  const own = rowIdsOf(window).flatMap((id) => rows.get(id) ?? [])
  const observed = reportsIn(own, stretches.recentFrom, stretches.until)
  const before = reportsIn(own, stretches.baselineFrom, stretches.recentFrom)
  return {
    ...window,
    observed,
    usual: before / stretches.count,
    surprise: surpriseOf(observed, before, stretches.count),
  }
}

/**
 * Of all windows that had reports lately, those that are hot spots, strongest first. Windows overlap: one that shares a
 * square with a stronger one of its group is the same hot spot.
 */
export function hotSpotsAmong(all: readonly Found[]): Found[] {
  const bySurprise = [...all].sort(
    (one, other) => one.surprise - other.surprise || other.observed - one.observed,
  )
  const lastTrue = bySurprise.findLastIndex(
    ({ surprise }, index) => surprise <= ((index + 1) / bySurprise.length) * FALSE_SHARE,
  )
  const named: Found[] = []
  for (const each of bySurprise.slice(0, lastTrue + 1)) {
    if (each.observed < MIN_OBSERVED || each.surprise >= SURPRISE) continue
    if (!named.some((other) => overlap(each, other))) named.push(each)
  }
  return named
}

const overlap = (one: Window, other: Window): boolean =>
  one.group === other.group && one.areas.some((area) => other.areas.includes(area))
