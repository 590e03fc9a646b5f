import type { AlertKind } from '../../../contract/trust'
import { SHANGHAI_OFFSET } from '../../platform/clock'
import type { Votes } from '../rows'
import type { VoteWindowRow } from './rows'

/**
 * Finds voting that is unlike a candidate's own usual and unlike everybody else's at the same time. It accuses
 * nobody: people look and decide. Pure; docs/decisions/0020 gives the reasons for the numbers.
 */

export const WATCH_WINDOW = 600_000
/** What is usual is learnt from the last day: it holds a whole rhythm of waking and sleeping. */
export const BASELINE_TIME = 86_400_000
/** Before that many windows nothing is usual yet. */
const WINDOWS_NEEDED = 6

/** Fewer votes in ten minutes are a family, a staircase, a class. */
const BURST_VOTES = 20
const BURST_TIMES = 3
/** In units of chance: one in a hundred million if votes came like raindrops, and they come in groups. */
const BURST_UNITS = 6
/** Stands for the votes of the others where they are few, so that few are not taken for a rule. */
const PRIOR_VOTES = 5

export const ADDRESS_BALLOTS = 15
const ADDRESS_TIMES = 1.5
const ADDRESS_UNITS = 5

const NEW_VOTES = 15
const NEW_TIMES = 1.5
const NEW_UNITS = 6

const NIGHT_VOTES = 20
const NIGHT_TIMES = 3
const NIGHT_UNITS = 6
/** Votes of the others within a day that say when people here are awake. */
const NIGHT_OTHERS = 50

type Window = Pick<VoteWindowRow, 'at' | 'ballots' | 'votes' | 'knownVotes' | 'newVotes' | 'addresses'>

export interface Found {
  kind: AlertKind
  number: number
  address: string | null
  from: number
  to: number
  times: number
  /** What would have been usual in one window. */
  usual: number
}

interface Campaign {
  votingOpensAt: number
  candidateCount: number
}

export const windowOf = (time: number): number => Math.floor(time / WATCH_WINDOW) * WATCH_WINDOW

const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0)

/** Asked of the same windows for each candidate. */
const totals = new WeakMap<Votes, number>()

function totalOf(votes: Votes): number {
  const total = totals.get(votes) ?? sum(Object.values(votes))
  totals.set(votes, total)
  return total
}

function median(numbers: number[]): number {
  const ordered = [...numbers].sort((one, other) => one - other)
  const middle = Math.floor(ordered.length / 2)
  const [low = 0, high = 0] = [ordered[middle - 1], ordered[middle]]
  return ordered.length % 2 === 1 ? high : (low + high) / 2
}

/** Of so many trials, each with this chance: how far `hits` lie above what chance gives, in units of chance. */
const unitsAbove = (hits: number, trials: number, chance: number): number =>
  (hits - trials * chance) / Math.sqrt(Math.max(trials * chance * (1 - chance), 0.25))

/** Every window of the baseline, those without ballots too. */
function baselineOf(window: Window, before: Window[], { votingOpensAt }: Campaign): Window[] {
  const known = new Map(before.map((one) => [one.at, one]))
  const first = Math.max(windowOf(votingOpensAt), window.at - BASELINE_TIME)
  const length = Math.max(0, Math.round((window.at - first) / WATCH_WINDOW))
  return Array.from({ length }, (_, index) => {
    const at = first + index * WATCH_WINDOW
    return known.get(at) ?? { at, ballots: 0, votes: {}, knownVotes: {}, newVotes: {}, addresses: [] }
  })
}

/** How far a number lies from what is usual, in units of chance. */
const stray = (number: number, usual: number): number => (number - usual) / Math.sqrt(Math.max(usual, 1))

interface Curve {
  own: number
  others: number
}

/**
 * The votes that a candidate may expect in this window: the median of its own windows, times how busy the others
 * are now; or its share so far of what the others get now, where that is more. A message to everybody lifts the
 * others too and so what may be expected. `unit` is how far its windows stray (their median absolute deviation).
 */
function expectation(now: Curve, before: Curve[], candidateCount: number): { usual: number; unit: number } {
  const mean = sum(before.map(({ others }) => others)) / before.length
  const busyness = ({ others }: Curve) => (others + PRIOR_VOTES) / (mean + PRIOR_VOTES)
  const middle = median(before.map((one) => one.own / busyness(one)))
  // About 1 where votes come by chance alone, more where they come in groups.
  const strays = before.map((one) => stray(one.own, middle * busyness(one)))
  const around = median(strays)
  const spread = 1.4826 * median(strays.map((value) => Math.abs(value - around)))
  const ownSoFar = sum(before.map(({ own }) => own)) + PRIOR_VOTES
  const othersSoFar = mean * before.length + PRIOR_VOTES * Math.max(1, candidateCount - 1)
  const usual = Math.max(middle * busyness(now), (ownSoFar / othersSoFar) * now.others, 1)
  return { usual, unit: Math.max(spread, 1) * Math.sqrt(usual) }
}

function findBursts(window: Window, baseline: Window[], { candidateCount }: Campaign): Found[] {
  const curveOf = (number: string) => (one: Window) => {
    const own = one.votes[number] ?? 0
    return { own, others: totalOf(one.votes) - own }
  }
  return Object.entries(window.votes).flatMap(([number, votes]) => {
    if (votes < BURST_VOTES) return []
    const { usual, unit } = expectation(
      curveOf(number)(window),
      baseline.map(curveOf(number)),
      candidateCount,
    )
    const isBurst = votes >= BURST_TIMES * usual && votes - usual >= BURST_UNITS * unit
    return isBurst ? [inWindow(window, 'burst', number, votes / usual, usual)] : []
  })
}

const inWindow = (
  { at }: Window,
  kind: AlertKind,
  number: string,
  times: number,
  usual: number,
  address: string | null = null,
): Found => ({ kind, number: Number(number), address, from: at, to: at + WATCH_WINDOW, times, usual })

/** Ballots of one address that agree on a candidate far more often than all other ballots do. */
function findSharedAddresses(window: Window, baseline: Window[]): Found[] {
  const all = [...baseline, window]
  const ballots = sum(all.map((one) => one.ballots))
  return window.addresses.flatMap((shared) => {
    if (shared.ballots < ADDRESS_BALLOTS) return []
    return Object.entries(shared.votes).flatMap(([number, votes]) => {
      const elsewhere = sum(all.map((one) => one.votes[number] ?? 0)) - votes
      const chance = Math.min(1, (elsewhere + 1) / (ballots - shared.ballots + 2))
      const times = votes / shared.ballots / chance
      const units = unitsAbove(votes, shared.ballots, chance)
      return times >= ADDRESS_TIMES && units >= ADDRESS_UNITS
        ? [inWindow(window, 'sharedAddress', number, times, chance * shared.ballots, shared.address)]
        : []
    })
  })
}

/** How large a part of the others' votes new accounts cast. */
function newShare(windows: Window[], number: string): number {
  const others = (votes: Votes) => totalOf(votes) - (votes[number] ?? 0)
  const known = sum(windows.map(({ knownVotes }) => others(knownVotes)))
  return (sum(windows.map(({ newVotes }) => others(newVotes))) + 1) / (known + 2)
}

/** More new accounts than the others have, now or usually: whoever makes the program known brings new ones to all. */
function findNewAccounts(window: Window, baseline: Window[]): Found[] {
  return Object.entries(window.newVotes).flatMap(([number, votes]) => {
    if (votes < NEW_VOTES) return []
    const known = window.knownVotes[number] ?? votes
    const chance = Math.max(newShare([window], number), newShare([...baseline, window], number))
    const times = votes / known / chance
    const isUnusual = times >= NEW_TIMES && unitsAbove(votes, known, chance) >= NEW_UNITS
    return isUnusual ? [inWindow(window, 'newAccounts', number, times, chance * known)] : []
  })
}

/** Alerts of a window that is over, against the day before it. */
export function findInWindow(window: Window, before: Window[], campaign: Campaign): Found[] {
  const baseline = baselineOf(window, before, campaign)
  if (baseline.length < WINDOWS_NEEDED) return []
  return [
    ...findBursts(window, baseline, campaign),
    ...findSharedAddresses(window, baseline),
    ...findNewAccounts(window, baseline),
  ]
}

const HOUR = 3_600_000
const NIGHT = { begins: HOUR, ends: 5 * HOUR }

/** The last end of a night (5 o'clock in Shanghai) in (`after`, `through`], or null. */
export function nightEndIn(after: number, through: number): number | null {
  const day = 24 * HOUR
  const end = Math.floor((through + SHANGHAI_OFFSET - NIGHT.ends) / day) * day + NIGHT.ends - SHANGHAI_OFFSET
  return end > after ? end : null
}

/**
 * Candidates that were voted for while everybody else's voters slept, in the night that ended at `end`. `windows`
 * are those of the 24 hours before.
 */
export function findInNight(windows: Window[], end: number): Found[] {
  const from = end - (NIGHT.ends - NIGHT.begins)
  const night = windows.filter(({ at }) => at >= from)
  const votesOf = (number: string, some: Window[]) => sum(some.map(({ votes }) => votes[number] ?? 0))
  const allAtNight = sum(night.map(({ votes }) => totalOf(votes)))
  const all = sum(windows.map(({ votes }) => totalOf(votes)))
  return [...new Set(night.flatMap(({ votes }) => Object.keys(votes)))].flatMap((number) => {
    const [atNight, own] = [votesOf(number, night), votesOf(number, windows)]
    if (atNight < NIGHT_VOTES || all - own < NIGHT_OTHERS) return []
    const chance = (allAtNight - atNight + 1) / (all - own + 20)
    const times = atNight / own / chance
    if (times < NIGHT_TIMES || unitsAbove(atNight, own, chance) < NIGHT_UNITS) return []
    const usual = (chance * own * WATCH_WINDOW) / (end - from)
    return [{ kind: 'roundTheClock', number: Number(number), address: null, from, to: end, times, usual }]
  })
}
