import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import {
  aCampaign,
  aCityAdministrator,
  type CampaignForTests,
  confirmTheList,
  expectError,
  expectValue,
  recountAndSeal,
  someRules,
} from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'

/** The tally equals a count of the ballots, whatever happens in between. */

let cloud: Cloud
let administrator: Person

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
})
afterEach(() => cloud.setClock(0))
afterAll(() => cloud?.stop())

const MINUTE = 60_000
const AFTER_CLOSING = 8 * 24 * 60 * MINUTE

type Votes = Record<string, number>

/** What the test itself knows: every accepted ballot, with the minute it was cast in. */
interface Known {
  campaign: CampaignForTests
  offset: number
  accepted: { choices: string[]; minute: number }[]
}

const countOf = (ballots: Known['accepted']): Votes => {
  const votes: Votes = {}
  for (const choice of ballots.flatMap(({ choices }) => choices)) votes[choice] = (votes[choice] ?? 0) + 1
  return votes
}

/** Casts so many ballots `lateBy` milliseconds in the past: a slow function, or one whose clock is behind. */
async function cast(known: Known, voters: number, first: number, lateBy = 0): Promise<void> {
  const { campaignId, candidateIds } = known.campaign
  await cloud.setClock(known.offset - lateBy)
  const people = await cloud.people(
    Array.from({ length: voters }, () => `oProperty${randomUUID().replaceAll('-', '')}`),
  )
  await Promise.all(
    people.map(async (person, index) => {
      const choices = [
        ...new Set([
          candidateIds[(first + index) % candidateIds.length],
          candidateIds[(first * 7 + index) % candidateIds.length],
        ]),
      ]
      const receipt = expectValue(
        await person.voting('castBallot', { campaignId, choices: choices as string[] }),
      )
      known.accepted.push({ choices: choices as string[], minute: receipt.castAt })
    }),
  )
  await cloud.setClock(known.offset)
}

const tallyOf = async ({ campaign }: Known) => {
  const { tally } = expectValue(await administrator.voting('getCount', { campaignId: campaign.campaignId }))
  return tally ?? { ballots: 0, votes: {} }
}

const withoutZeros = (votes: Votes): Votes =>
  Object.fromEntries(Object.entries(votes).filter(([, number]) => number !== 0))

/** Steps of a random history. `crash`: the timer's database call is cut off, before or after it took effect. */
type Step =
  | { do: 'vote'; voters: number; first: number }
  | { do: 'voteLate'; voters: number; first: number; minutes: number }
  | { do: 'wait'; minutes: number }
  | { do: 'timer' }
  | { do: 'twoTimers' }
  | { do: 'crash'; action: string; count: number; effect: 'dropBeforeWrite' | 'dropAfterWrite' }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('vote' as const), voters: fc.integer({ min: 1, max: 6 }), first: fc.nat(10) }),
  fc.record({
    do: fc.constant('voteLate' as const),
    voters: fc.integer({ min: 1, max: 3 }),
    first: fc.nat(10),
    minutes: fc.integer({ min: 1, max: 20 }),
  }),
  fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 3 }) }),
  fc.constant({ do: 'timer' as const }),
  fc.constant({ do: 'twoTimers' as const }),
  fc.record({
    do: fc.constant('crash' as const),
    action: fc.constantFrom(
      'database.modifyDocument',
      'database.commitTransaction',
      'database.aggregateDocuments',
      'database.startTransaction',
    ),
    count: fc.integer({ min: 1, max: 3 }),
    effect: fc.constantFrom('dropBeforeWrite' as const, 'dropAfterWrite' as const),
  }),
)

async function runCrashing(known: Known, { action, count, effect }: Step & { do: 'crash' }): Promise<void> {
  await cloud.control('faults', { failAfter: { action, count, effect } })
  // The timer may fail or not, by where it was cut off: either way the next one must go on.
  await cloud.runTimer().catch(() => undefined)
  await cloud.control('faults', { failAfter: null })
  await expectNothingTwice(known)
}

async function take(known: Known, next: Step): Promise<void> {
  if (next.do === 'vote') return cast(known, next.voters, next.first)
  if (next.do === 'voteLate') return cast(known, next.voters, next.first, next.minutes * MINUTE)
  if (next.do === 'crash') return runCrashing(known, next)
  if (next.do === 'wait') {
    known.offset += next.minutes * MINUTE
    return cloud.setClock(known.offset)
  }
  await (next.do === 'timer' ? cloud.runTimer() : Promise.all([cloud.runTimer(), cloud.runTimer()]))
  await expectNothingTwice(known)
}

/** At any moment the tally holds nothing that no ballot says, and what it holds adds up. */
async function expectNothingTwice(known: Known): Promise<void> {
  const { ballots, votes } = await tallyOf(known)
  const all = countOf(known.accepted)
  expect(ballots).toBeLessThanOrEqual(known.accepted.length)
  for (const [candidate, number] of Object.entries(votes)) {
    expect(number).toBeGreaterThanOrEqual(0)
    expect(number).toBeLessThanOrEqual(all[candidate] ?? 0)
  }
}

/** `HISTORIES=25 npx jest tests/cloudfunctions/voting/tally` takes the full measure. */
const HISTORIES = Number(process.env.HISTORIES ?? 10)

test('over random interleavings of votes, late votes, timers and crashes, tally and recount are the ballots', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (steps) => {
      await cloud.setClock(0)
      const rules = someRules({ runningCounts: 'public', choices: { min: 1, max: 2 } })
      const known: Known = {
        campaign: await aCampaign(administrator, { candidates: 3, rules }),
        offset: 0,
        accepted: [],
      }
      for (const next of steps) await take(known, next)

      await cloud.setClock(AFTER_CLOSING)
      const { campaignId } = known.campaign
      const recount = expectValue(await administrator.voting('recount', { campaignId }))
      expect(['equal', 'repaired']).toContain(recount.state)
      expect(recount.ballotsCounted).toBe(known.accepted.length)
      const tally = await tallyOf(known)
      expect(tally.ballots).toBe(known.accepted.length)
      expect(withoutZeros(tally.votes)).toEqual(countOf(known.accepted))
      expect(expectValue(await administrator.voting('recount', { campaignId })).state).toBe('equal')
    }),
    { numRuns: HISTORIES },
  )
}, 240_000)

test('a minute’s ballots are in the tally by the timer that follows it, late ones of the last minutes too', async () => {
  const known: Known = {
    campaign: await aCampaign(administrator, {
      candidates: 3,
      rules: someRules({ runningCounts: 'public' }),
    }),
    offset: 0,
    accepted: [],
  }
  await cast(known, 5, 0)
  known.offset = 2 * MINUTE
  await cloud.setClock(known.offset)
  await cloud.runTimer()
  expect((await tallyOf(known)).ballots).toBe(5)
  await cast(known, 2, 1, 2 * MINUTE)
  await cloud.runTimer()
  const tally = await tallyOf(known)
  expect(tally.ballots).toBe(7)
  expect(withoutZeros(tally.votes)).toEqual(countOf(known.accepted))
})

test('a ballot that appears after the recount stops publication until it is counted', async () => {
  const { campaignId, candidateIds } = await aCampaign(administrator)
  const voters = await cloud.people(['oInTime', 'oVeryLate'])
  const input = { campaignId, choices: [candidateIds[0] as string] }
  expectValue(await (voters[0] as Person).voting('castBallot', input))
  const finish = async () => {
    await cloud.setClock(AFTER_CLOSING)
    await recountAndSeal(administrator, campaignId)
    return expectValue(await administrator.voting('proposeList', { campaignId })).version
  }
  const version = await finish()
  await confirmTheList(cloud, administrator, { campaignId, version })
  await cloud.setClock(0)
  expectValue(await (voters[1] as Person).voting('castBallot', input))
  await cloud.setClock(AFTER_CLOSING)
  expect(expectError(await administrator.voting('publishList', { campaignId, version })).code).toBe(
    'recount_needed',
  )
  const again = expectValue(await administrator.voting('recount', { campaignId }))
  expect(['equal', 'repaired']).toContain(again.state)
  expect(again.ballotsCounted).toBe(2)
})

test('a recount that is asked for twice by the same request is one recount', async () => {
  const { campaignId } = await aCampaign(administrator)
  await cloud.setClock(AFTER_CLOSING)
  const requestId = randomUUID()
  const [one, other] = await Promise.all([
    administrator.voting('recount', { campaignId }, requestId),
    administrator.voting('recount', { campaignId }, requestId),
  ])
  expect(expectValue(one).recountId).toBe(expectValue(other).recountId)
  expect(
    expectError(await administrator.voting('recount', { campaignId, recountId: 'NOT-THERE' })).code,
  ).toBe('recount_not_found')
  expect(expectError(await administrator.voting('proposeList', { campaignId })).code).toBe('no_ballots')
})
