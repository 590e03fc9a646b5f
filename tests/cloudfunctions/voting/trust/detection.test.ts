import {
  findInNight,
  findInWindow,
  nightEndIn,
  WATCH_WINDOW,
  windowOf,
} from '../../../../cloudfunctions/voting/trust/detection'
import type { VoteWindowRow } from '../../../../cloudfunctions/voting/trust/rows'

/** Voting as it is, and as it should not be: what is found, and what must not alarm anybody. */

const HOUR = 3_600_000
/** 21 November 2026, midnight in Shanghai. */
const MIDNIGHT = Date.parse('2026-11-20T16:00:00Z')
const CANDIDATES = 10

type Window = Pick<VoteWindowRow, 'at' | 'ballots' | 'votes' | 'knownVotes' | 'newVotes' | 'addresses'>
type Votes = Record<string, number>

const window = (at: number, votes: Votes, more: Partial<Window> = {}): Window => ({
  at,
  ballots: Object.values(votes).reduce((sum, one) => sum + one, 0),
  votes,
  knownVotes: {},
  newVotes: {},
  addresses: [],
  ...more,
})

/** The same chance every time: numbers from 0 to 1 that look random. */
function chanceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

/** How many come when so many are expected, as chance has it (Knuth's way, and the normal curve for many). */
function come(expected: number, chance: () => number): number {
  if (expected > 50) {
    const normal = Math.sqrt(-2 * Math.log(chance() || 1e-9)) * Math.cos(2 * Math.PI * chance())
    return Math.max(0, Math.round(expected + normal * Math.sqrt(expected)))
  }
  let number = 0
  for (let product = chance(); product > Math.exp(-expected); product *= chance()) number++
  return number
}

/** How busy people are at an hour of the day: asleep at four, at home at nine in the evening. */
const busyness = (hour: number): number => 0.05 + Math.max(0, Math.sin(((hour - 6) / 18) * Math.PI)) ** 2

/** A window as an honest public makes it: candidate 1 the most liked, 10 the least. */
function honest(at: number, votesAtPeak: number, chance: () => number): Window {
  const hour = ((at - MIDNIGHT) / HOUR + 240) % 24
  const votes: Votes = {}
  for (let number = 1; number <= CANDIDATES; number++) {
    const number_ = come(((votesAtPeak * busyness(hour)) / 55) * (CANDIDATES + 1 - number), chance)
    if (number_ > 0) votes[number] = number_
  }
  return window(at, votes)
}

const days = (from: number, to: number, votesAtPeak: number, seed = 7): Window[] => {
  const chance = chanceFrom(seed)
  const windows: Window[] = []
  for (let at = from; at < to; at += WATCH_WINDOW) windows.push(honest(at, votesAtPeak, chance))
  return windows.filter(({ ballots }) => ballots > 0)
}

const campaign = { votingOpensAt: MIDNIGHT - 48 * HOUR, candidateCount: CANDIDATES }

/** Everything found in two days of voting, window by window. */
function findAll(windows: Window[], about = campaign) {
  return windows.flatMap((one) =>
    findInWindow(
      one,
      windows.filter(({ at }) => at < one.at && at >= one.at - 24 * HOUR),
      about,
    ),
  )
}

describe('nothing is found in', () => {
  const from = campaign.votingOpensAt
  const table: [string, number][] = [
    ['a campaign that hardly anybody votes in', 2],
    ['a small campaign', 30],
    ['a busy campaign with its evenings', 600],
    ['a very busy campaign', 6000],
  ]
  test.each(table)('%s', (_, votesAtPeak) => {
    for (const seed of [1, 2, 3]) expect(findAll(days(from, MIDNIGHT, votesAtPeak, seed))).toEqual([])
  })

  test('a message to everybody that brings forty times as many votes', () => {
    const before = days(from, MIDNIGHT - 4 * HOUR, 30)
    const message = honest(MIDNIGHT - 4 * HOUR, 30 * 40, chanceFrom(5))
    expect(findInWindow(message, before, campaign)).toEqual([])
  })

  test('a message to everybody in a campaign that slept', () => {
    const message = honest(MIDNIGHT - 4 * HOUR, 500, chanceFrom(5))
    expect(findInWindow(message, [], campaign).map(({ number }) => number)).toEqual([])
  })

  test('the first hour, whatever comes', () => {
    const opened = { ...campaign, votingOpensAt: MIDNIGHT }
    const windows = [0, 1, 2, 3, 4, 5].map((index) =>
      window(MIDNIGHT + index * WATCH_WINDOW, { 1: 200 * index }),
    )
    expect(findAll(windows, opened)).toEqual([])
  })

  test('nineteen votes of one staircase', () => {
    const before = days(from, MIDNIGHT - 4 * HOUR, 2)
    expect(findInWindow(window(MIDNIGHT - 4 * HOUR, { 9: 19 }), before, campaign)).toEqual([])
  })
})

describe('a burst', () => {
  const at = MIDNIGHT - 6 * HOUR
  const before = days(campaign.votingOpensAt, at, 60)

  test('of forty votes for one candidate among normal votes is found, and how far it is from its usual', () => {
    const normal = honest(at, 60, chanceFrom(11))
    const votes = { ...normal.votes, 8: (normal.votes[8] ?? 0) + 40 }
    const found = findInWindow({ ...normal, votes }, before, campaign)
    expect(found).toMatchObject([
      { kind: 'burst', number: 8, address: null, from: at, to: at + WATCH_WINDOW },
    ])
    expect(found[0]?.times).toBeGreaterThan(5)
  })

  test('is found for the most liked candidate too, where it is many times its own usual', () => {
    const normal = honest(at, 60, chanceFrom(11))
    const votes = { ...normal.votes, 1: (normal.votes[1] ?? 0) * 5 }
    expect(findInWindow({ ...normal, votes }, before, campaign)).toMatchObject([{ kind: 'burst', number: 1 }])
  })

  test('hides behind no message to everybody: what the others do not get is found', () => {
    const busy = honest(at, 60 * 5, chanceFrom(12))
    const votes = { ...busy.votes, 9: (busy.votes[9] ?? 0) + 200 }
    expect(findInWindow({ ...busy, votes }, before, campaign)).toMatchObject([{ kind: 'burst', number: 9 }])
  })
})

describe('one network address', () => {
  const at = MIDNIGHT - 6 * HOUR
  const before = days(campaign.votingOpensAt, at, 60)
  const found = (address: Window['addresses'][number]) =>
    findInWindow({ ...honest(at, 60, chanceFrom(13)), addresses: [address] }, before, campaign).filter(
      ({ kind }) => kind === 'sharedAddress',
    )

  test('whose many ballots agree as no others do is found', () => {
    expect(found({ address: 'SOMEWHERE', ballots: 18, votes: { 7: 18 } })).toMatchObject([
      { number: 7, address: 'SOMEWHERE' },
    ])
  })

  test.each([
    [
      'votes as everybody does',
      { ballots: 60, votes: { 1: 11, 2: 10, 3: 9, 4: 8, 5: 6, 6: 5, 7: 4, 8: 4, 9: 2, 10: 1 } },
    ],
    ['has few ballots', { ballots: 12, votes: { 7: 12 } }],
  ])('that %s is not', (_, shared) => {
    expect(found({ address: 'SOMEWHERE', ...shared })).toEqual([])
  })
})

describe('new accounts', () => {
  const at = MIDNIGHT - 6 * HOUR
  /** Half of the others' votes come from new accounts: people open the program in order to vote. */
  const halfNew = (one: Window): Window => ({
    ...one,
    knownVotes: one.votes,
    newVotes: Object.fromEntries(
      Object.entries(one.votes).map(([key, votes]) => [key, Math.floor(votes / 2)]),
    ),
  })
  const before = days(campaign.votingOpensAt, at, 300).map(halfNew)
  const found = (one: Window) =>
    findInWindow(one, before, campaign).filter(({ kind }) => kind === 'newAccounts')

  test('are found where one candidate has them and the others have not', () => {
    const one = halfNew(honest(at, 300, chanceFrom(14)))
    const knownVotes = { ...one.knownVotes, 9: 60 }
    const newVotes = { ...one.newVotes, 9: 60 }
    expect(found({ ...one, votes: knownVotes, knownVotes, newVotes })).toMatchObject([{ number: 9 }])
  })

  test('that come to all candidates at once are no alarm', () => {
    const one = honest(at, 300, chanceFrom(14))
    expect(found({ ...one, knownVotes: one.votes, newVotes: one.votes })).toEqual([])
  })
})

describe('the night', () => {
  const end = MIDNIGHT + 5 * HOUR
  const windows = days(end - 24 * HOUR, end, 200)

  test('in which everybody sleeps is no alarm', () => {
    expect(findInNight(windows, end)).toEqual([])
  })

  test('in which one candidate is voted for as by day is found', () => {
    const sleepless = windows.map((one) => ({ ...one, votes: { ...one.votes, 10: 4 } }))
    expect(findInNight(sleepless, end)).toMatchObject([
      { kind: 'roundTheClock', number: 10, from: end - 4 * HOUR, to: end },
    ])
  })

  test('of a campaign in which hardly anybody votes is no alarm', () => {
    const few = [window(end - 2 * HOUR, { 3: 25 }), window(end - 10 * HOUR, { 1: 20, 2: 9 })]
    expect(findInNight(few, end)).toEqual([])
  })

  test('ends at five in the morning in Shanghai, once', () => {
    expect(nightEndIn(end - HOUR, end)).toBe(end)
    expect(nightEndIn(end, end + 10 * HOUR)).toBeNull()
    expect(nightEndIn(end - 60 * HOUR, end + HOUR)).toBe(end)
    expect(windowOf(end)).toBe(end)
  })
})
