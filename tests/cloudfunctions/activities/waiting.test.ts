import type { SignUpRow } from '../../../cloudfunctions/platform/volunteering/rows'
import { anActivity, dayFrom, seeActivity } from '../../support/activities'
import { goTo } from '../../support/attendance'
import { aCityAdministrator, accountIdOf, expectError, expectValue } from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { aTeam, type TeamForTests } from '../../support/volunteers'
import { countedSeats, functionsWithReader, signUpsOf, volunteersOf } from './storedSignUps'

/**
 * Seats and the list when many people act at the same moment. With SIGNUPS=500 as many sign up at once:
 * `SIGNUPS=500 npx jest tests/cloudfunctions/activities/waiting`.
 */

const PEOPLE = Number(process.env.SIGNUPS ?? 120)
const SEATS = 20
const HOUR = 3_600_000

let cloud: Cloud
let team: TeamForTests
let people: Person[]
let accounts: Map<string, Person>

beforeAll(async () => {
  cloud = await startCloud({ functions: await functionsWithReader() })
  team = await aTeam(cloud, await aCityAdministrator(cloud))
  people = await volunteersOf(cloud, PEOPLE)
  accounts = new Map()
  for (const person of people) accounts.set(await accountIdOf(person), person)
}, 120_000)
beforeEach(() => cloud.setClock(0))
afterAll(() => cloud?.stop())

/** Held once, in three days at 9:00. */
const anActivityWith = (capacity: number, roles = ['guide']) =>
  anActivity(team.leader, team.organisationId, {
    recurrence: { kind: 'once', day: dayFrom(Date.now(), 3) },
    roles: roles.map((roleId) => ({ roleId, name: '引导员', capacity, skill: null, minAge: null })),
  })

const signUp = (person: Person, activityId: string, roleId = 'guide', requestId?: string) =>
  person.activities('signUp', { activityId, roleId, despiteClash: true }, requestId)
const withdraw = (person: Person, activityId: string) => person.activities('withdraw', { activityId })
const confirm = (person: Person, activityId: string) => person.activities('confirmSeat', { activityId })
const runTimer = () => cloud.runTimer('activities')

const inState = (rows: readonly SignUpRow[], state: SignUpRow['state']) =>
  rows.filter((row) => row.state === state)
const personOf = ({ accountId }: SignUpRow) => accounts.get(accountId) as Person
const byLine = (rows: readonly SignUpRow[]) =>
  inState(rows, 'waiting').sort((one, other) => (one.line ?? 0) - (other.line ?? 0))

async function expectRightCounts(activityId: string): Promise<void> {
  const { said, counted, hasSeats } = await countedSeats(cloud, activityId)
  expect(said).toEqual(counted)
  expect(hasSeats.said).toBe(hasSeats.counted)
}

/** Everybody signs up, one after another in the order given. */
async function signUpInOrder(activityId: string, some: Person[]): Promise<void> {
  for (const person of some) expectValue(await signUp(person, activityId))
}

test(`of ${PEOPLE} people who sign up at once for ${SEATS} places, exactly ${SEATS} have one and the others wait in order`, async () => {
  const { activityId } = await anActivityWith(SEATS)
  const startedAt = performance.now()
  const answers = await Promise.all(people.map((person) => signUp(person, activityId)))
  const seconds = (performance.now() - startedAt) / 1000
  if (process.env.SIGNUPS) console.info(`${PEOPLE} sign-ups in ${seconds.toFixed(1)} s`)
  const states = answers.map((answer) => expectValue(answer).signUp.state)
  const rows = await signUpsOf(cloud, activityId)
  expect(rows).toHaveLength(PEOPLE)
  expect(inState(rows, 'confirmed')).toHaveLength(SEATS)
  expect(byLine(rows).map(({ line }) => line)).toEqual(
    Array.from({ length: PEOPLE - SEATS }, (_, index) => index + 1),
  )
  // Who has a seat came before all who wait, and the list is in the order in which they came.
  const order = [
    ...inState(rows, 'confirmed')
      .map((row) => row.order)
      .sort(),
    ...byLine(rows).map((row) => row.order),
  ]
  expect(order).toEqual([...order].sort())
  expect(new Set(order).size).toBe(PEOPLE)
  // Nobody was left behind by the call that handed the sign-up in.
  expect(states.filter((state) => state === 'confirmed')).toHaveLength(SEATS)
  expect(states.filter((state) => state === 'waiting')).toHaveLength(PEOPLE - SEATS)
  await expectRightCounts(activityId)
}, 120_000)

test('who signs up eight times at once has one place, and is told so once', async () => {
  const { activityId } = await anActivityWith(5)
  const [person] = people as [Person]
  const answers = await Promise.all(Array.from({ length: 8 }, () => signUp(person, activityId)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  for (const answer of answers.filter(({ ok }) => !ok))
    expect(expectError(answer).code).toBe('already_signed_up')
  const again = await anActivityWith(5)
  const requestId = 'the-very-same-request'
  const same = await Promise.all(
    Array.from({ length: 8 }, () => signUp(person, again.activityId, 'guide', requestId)),
  )
  for (const answer of same) expect(expectValue(answer).signUp.state).toBe('confirmed')
  expect(await signUpsOf(cloud, again.activityId)).toHaveLength(1)
  await expectRightCounts(activityId)
  await expectRightCounts(again.activityId)
})

test('thirty who leave at once make room for exactly the thirty who wait longest', async () => {
  const { activityId } = await anActivityWith(30)
  await Promise.all(people.slice(0, 70).map((person) => signUp(person, activityId)))
  const before = await signUpsOf(cloud, activityId)
  const next = byLine(before)
    .slice(0, 30)
    .map(({ accountId }) => accountId)
  await Promise.all(
    inState(before, 'confirmed').map(async (row) => expectValue(await withdraw(personOf(row), activityId))),
  )
  const after = await signUpsOf(cloud, activityId)
  expect(inState(after, 'withdrawn')).toHaveLength(30)
  expect(
    inState(after, 'offered')
      .map(({ accountId }) => accountId)
      .sort(),
  ).toEqual([...next].sort())
  expect(byLine(after).map(({ line }) => line)).toEqual(Array.from({ length: 10 }, (_, index) => index + 31))
  await expectRightCounts(activityId)
})

test('a seat that is confirmed as its time ends belongs to one person', async () => {
  const { activityId } = await anActivityWith(12)
  await Promise.all(people.slice(0, 36).map((person) => signUp(person, activityId)))
  const seated = inState(await signUpsOf(cloud, activityId), 'confirmed')
  await Promise.all(seated.map((row) => withdraw(personOf(row), activityId)))
  const offered = inState(await signUpsOf(cloud, activityId), 'offered')
  expect(offered).toHaveLength(12)
  // The clock stands so that the time ends while the calls are on their way.
  const ends = offered.map(({ confirmBy }) => confirmBy ?? 0).sort((early, late) => early - late)
  await goTo(cloud, (ends[6] ?? 0) - 50)
  const work = offered.map(async (row) => (await confirm(personOf(row), activityId)).ok)
  const timers = Array.from({ length: 6 }, () => runTimer())
  const confirmed = (await Promise.all(work)).filter((ok) => ok).length
  await Promise.all(timers)
  await goTo(cloud, Math.max(...offered.map(({ confirmBy }) => confirmBy ?? 0)) + 1000)
  await runTimer()
  const after = await signUpsOf(cloud, activityId)
  expect(inState(after, 'confirmed')).toHaveLength(confirmed)
  expect(inState(after, 'lapsed')).toHaveLength(12 - confirmed)
  expect(inState(after, 'offered')).toHaveLength(12 - confirmed)
  await expectRightCounts(activityId)
})

test('who signs up while it is being cancelled is not left with a seat', async () => {
  const { activityId, seriesId, day } = await anActivityWith(10)
  const some = people.slice(0, 40)
  await signUpInOrder(activityId, some.slice(0, 12))
  const rest = some.slice(12).map((person) => signUp(person, activityId))
  const cancelling = team.leader.activities('cancelActivity', { seriesId, day, reason: '示例：有暴雨' })
  const answers = await Promise.all(rest)
  expectValue(await cancelling)
  for (const answer of answers) if (!answer.ok) expect(answer.error.code).toBe('activity_not_open')
  await runTimer()
  const rows = await signUpsOf(cloud, activityId)
  expect(rows.map(({ state }) => state)).toEqual(rows.map(() => 'cancelled'))
  expect(rows.length).toBeGreaterThanOrEqual(12)
  await expectRightCounts(activityId)
  expect((await seeActivity(people[0] as Person, activityId)).own?.state).toBe('cancelled')
})

test('after an hour of coming, leaving, confirming and lapsing in two roles the counters are right', async () => {
  const { activityId } = await anActivityWith(5, ['guide', 'cleaner'])
  const some = people.slice(0, 40)
  const roleOf = (index: number) => (index % 3 === 0 ? 'cleaner' : 'guide')
  await Promise.all(
    some.flatMap((person, index) => [
      signUp(person, activityId, roleOf(index)),
      ...(index % 4 === 0 ? [withdraw(person, activityId)] : []),
    ]),
  )
  const offeredAt = async () => inState(await signUpsOf(cloud, activityId), 'offered')
  await Promise.all([
    ...some.filter((_, index) => index % 5 === 0).map((person) => withdraw(person, activityId)),
    ...(await offeredAt()).map((row) => confirm(personOf(row), activityId)),
    ...some
      .filter((_, index) => index % 4 === 0)
      .map((person, index) => signUp(person, activityId, roleOf(index))),
    runTimer(),
  ])
  await expectRightCounts(activityId)
  await goTo(cloud, Date.now() + 13 * HOUR)
  await Promise.all([
    runTimer(),
    runTimer(),
    ...some.slice(0, 10).map((person) => withdraw(person, activityId)),
  ])
  await expectRightCounts(activityId)
  const rows = await signUpsOf(cloud, activityId)
  expect(inState(rows, 'queued')).toHaveLength(0)
  const lines = ['guide', 'cleaner'].map((roleId) => byLine(rows.filter((row) => row.roleId === roleId)))
  // Whoever waits while a seat is free would wait for ever.
  const { said } = await countedSeats(cloud, activityId)
  for (const { taken, capacity, waiting } of said) expect(waiting === 0 || taken === capacity).toBe(true)
  for (const line of lines)
    expect(line.map(({ order }) => order)).toEqual(line.map(({ order }) => order).sort())
})
