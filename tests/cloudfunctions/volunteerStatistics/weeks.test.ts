import { placeFields } from '../../../cloudfunctions/platform/places'
import { startOfWeek, weekAfter, weekOf } from '../../../contract/volunteering/weeks'
import { aCityAdministrator, aStaffMember, expectError, expectValue, JINGAN } from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { functionsWithLoader, load } from '../../support/rowLoader'
import { anEntry, aVolunteerRow, type SomeEntry } from './ledgerRows'

let cloud: Cloud
let city: Person
let district: Person
let street: Person

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const STREET = '310106011'
/** Monday 0:00 of next week, whenever the test runs: everything happens after it. */
const monday = startOfWeek(Date.now()) + 7 * DAY
const week = weekOf(monday)
const lastWeek = weekAfter(week, -1)

/** Only ever onwards: what is counted is not counted anew. */
const goTo = (moment: number) => cloud.setClock(moment - Date.now())
const runTimer = () => cloud.runTimer('volunteerStatistics')

beforeAll(async () => {
  cloud = await startCloud({ functions: await functionsWithLoader() })
  await goTo(monday)
  city = await aCityAdministrator(cloud)
  district = await aStaffMember(cloud, city, 'administrator', JINGAN)
  street = await aStaffMember(cloud, city, 'administrator', STREET)
})
afterAll(() => cloud?.stop())

async function aUnit(name: string, since: string | null = week) {
  const organisation = { placeCode: STREET, kind: 'department' as const, name }
  const { organisationId } = expectValue(
    await street.places('registerOrganisation', organisation),
  ).organisation
  const leader = await aStaffMember(cloud, street, 'organisationLeader', STREET, organisationId)
  if (since !== null)
    expectValue(await street.volunteerStatistics('setWeeklyDuty', { organisationId, since }))
  return { organisationId, leader }
}

let sequence = 0
const plan = (organisationId: string, startsAt: number, isCancelled = false) => {
  const _id = `planned${++sequence}`
  return load(cloud, 'activities', [
    { _id, organisationId, startsAt, isCancelled, order: `${startsAt}-${_id}`, ...placeFields(STREET) },
  ])
}
const serve = (each: Omit<SomeEntry, 'at'> & { at?: number }) =>
  load(cloud, 'hourEntries', [anEntry({ at: each.servedAt + 3 * HOUR, placeCode: STREET, ...each })])

const listed = async (changes: object = {}, person = street) =>
  expectValue(
    await person.volunteerStatistics('listUnitWeeks', {
      placeCode: STREET,
      until: week,
      weeks: 3,
      onlyMissed: false,
      ...changes,
    }),
  )
const statesOf = async (organisationId: string) =>
  (await listed()).units
    .find((unit) => unit.organisationId === organisationId)
    ?.weeks.map(({ state }) => state)

const told = async (person: Person) => {
  const found: { title: string; line: string }[] = []
  for (let after: string | undefined; ; ) {
    const { messages, next } = expectValue(await person.messages('listMessages', { after }))
    found.push(...messages.filter(({ kind }) => kind === 'volunteerWork'))
    if (next === null) return found
    after = next
  }
}

test('only administrators of its place say what is expected of a unit, and the trail keeps it', async () => {
  const { organisationId, leader } = await aUnit('示例先行单位', null)
  const duty = { organisationId, since: week }
  expect(expectError(await leader.volunteerStatistics('setWeeklyDuty', duty)).code).toBe('not_allowed')
  const excuse = { organisationId, week, reason: '全员培训' }
  expect(expectError(await street.volunteerStatistics('excuseWeek', excuse)).code).toBe('not_expected')
  const both = await Promise.all(
    [1, 2].map(() => street.volunteerStatistics('setWeeklyDuty', duty, 'one-request-sent-twice')),
  )
  expect(both.map(expectValue)).toEqual([duty, duty])
  const { entries } = expectValue(
    await district.administration('listAuditTrail', { placeCode: STREET, method: 'setWeeklyDuty' }),
  )
  expect(entries.find(({ outcome }) => outcome === 'ok')).toMatchObject({
    subject: `weeklyDuty/${organisationId}`,
    before: '{"since":null}',
    after: JSON.stringify({ since: week }),
  })
  expectValue(await street.volunteerStatistics('setWeeklyDuty', { organisationId, since: null }))
  expect(await statesOf(organisationId)).toBeUndefined()
})

test('a month counts activities, attendances and people, all of them and since New Year, each person once', async () => {
  const [march, april] = ['2026-03-10T02:00:00Z', '2026-04-10T02:00:00Z'].map((day) => Date.parse(day))
  const one = await aUnit('示例月报甲单位', null)
  const two = await aUnit('示例月报乙单位', null)
  await load(
    cloud,
    'volunteers',
    ['m1', 'm2'].map((id) => aVolunteerRow(id)),
  )
  const entered = monday - DAY
  const entry = (accountId: string, activityId: string, organisationId: string, servedAt = 0) =>
    serve({ accountId, activityId, organisationId, servedAt, at: entered + ++sequence, minutes: 60 })
  await entry('m1', 'march1', one.organisationId, march)
  await entry('m1', 'april1', one.organisationId, april)
  await entry('m2', 'april1', one.organisationId, april)
  await entry('m1', 'april2', two.organisationId, april)
  await goTo(monday + MINUTE)
  await runTimer()
  const counts = async (month: string) =>
    expectValue(await street.volunteerStatistics('getMonthCounts', { placeCode: STREET, month }))
  const { units, total, cumulative } = await counts('2026-04')
  expect(
    units.map(({ name, placeCode, ...rest }) => [name, rest.activities, rest.participations, rest.people]),
  ).toEqual([
    ['示例月报甲单位', 1, 2, 2],
    ['示例月报乙单位', 1, 1, 1],
  ])
  expect(total).toEqual({ activities: 2, participations: 3, people: 2, minutes: 180 })
  expect(cumulative).toEqual({ activities: 3, participations: 4, people: 2, minutes: 240 })
  expect((await counts('2026-03')).cumulative).toEqual({
    activities: 1,
    participations: 1,
    people: 1,
    minutes: 60,
  })
  expect((await counts('2026-05')).total).toEqual({ activities: 0, participations: 0, people: 0, minutes: 0 })
  expect((await counts('2026-05')).cumulative.people).toBe(2)
})

test('a week can be excused with a reason, which is taken back again', async () => {
  const { organisationId, leader } = await aUnit('示例免做单位', lastWeek)
  const excuse = (reason: string | null) =>
    street.volunteerStatistics('excuseWeek', { organisationId, week: lastWeek, reason })
  expect(expectValue(await excuse('台风停工')).week).toMatchObject({ state: 'excused', reason: '台风停工' })
  expect(await statesOf(organisationId)).toEqual(['notExpected', 'excused', 'due'])
  expect(expectValue(await excuse(null)).week).toMatchObject({ state: 'missed', reason: null })
  const early = { organisationId, week: weekAfter(lastWeek, -1), reason: '还没有要求' }
  expect(expectError(await street.volunteerStatistics('excuseWeek', early)).code).toBe('not_expected')
  expect(expectError(await leader.volunteerStatistics('excuseWeek', early)).code).toBe('not_allowed')
})

test('units can be narrowed to those that missed a week, page by page, with the counts of what was looked through', async () => {
  await aUnit('示例错过单位', lastWeek)
  await aUnit('示例新单位')
  const all = await listed()
  const missed = await listed({ onlyMissed: true })
  expect(missed.units.length).toBeLessThan(all.units.length)
  expect(missed.units.every((unit) => unit.weeks.some(({ state }) => state === 'missed'))).toBe(true)
  const cells = all.units.flatMap(({ weeks }) => weeks)
  expect(all.counts.missed).toBe(cells.filter(({ state }) => state === 'missed').length)
  expect(Object.values(all.counts).reduce((sum, each) => sum + each, 0)).toBe(cells.length)
  await load(
    cloud,
    'weeklyDuties',
    Array.from({ length: 25 }, (_, index) => ({
      ...placeFields('310115005'),
      _id: `unit${index}`,
      placeCode: '310115005',
      since: week,
      isExpected: true,
      lookAt: null,
      order: `310115005-${String(index).padStart(2, '0')}`,
      history: [],
    })),
  )
  await load(
    cloud,
    'organisations',
    Array.from({ length: 25 }, (_, index) => ({
      _id: `unit${index}`,
      nameKey: `unit${index}`,
      name: `示例单位${index}`,
      isClosed: false,
    })),
  )
  const first = await listed({ placeCode: '310115' }, city)
  const second = await listed({ placeCode: '310115', after: first.next ?? '' }, city)
  const ids = [...first.units, ...second.units].map(({ organisationId }) => organisationId)
  expect([first.units.length, second.units.length, new Set(ids).size, second.next]).toEqual([20, 5, 25, null])
})

test('a unit is reminded on Thursday, and what it missed is escalated on Monday, each once', async () => {
  const idle = await aUnit('示例空闲单位')
  const busy = await aUnit('示例忙碌单位')
  const planning = await aUnit('示例计划单位')
  await plan(busy.organisationId, monday + DAY)
  await serve({
    accountId: 'person1',
    activityId: 'busy',
    minutes: 60,
    servedAt: monday + DAY,
    organisationId: busy.organisationId,
  })
  await plan(planning.organisationId, monday + 5 * DAY)
  await plan(idle.organisationId, monday + 5 * DAY, true)
  // Nobody came.
  await plan(idle.organisationId, monday + DAY)
  const thursday = monday + 3 * DAY + 10 * HOUR
  await goTo(thursday - MINUTE)
  await runTimer()
  expect(await told(idle.leader)).toEqual([])
  await goTo(thursday + 1000)
  await Promise.all([runTimer(), runTimer()])
  await runTimer()
  expect((await told(idle.leader)).map(({ title }) => title)).toEqual(['本周还没有安排活动'])
  expect([...(await told(busy.leader)), ...(await told(planning.leader))]).toEqual([])
  expect(await statesOf(idle.organisationId)).toEqual(['notExpected', 'notExpected', 'due'])
  expect(await statesOf(busy.organisationId)).toEqual(['notExpected', 'notExpected', 'held'])
  expect(await statesOf(planning.organisationId)).toEqual(['notExpected', 'notExpected', 'planned'])

  await goTo(monday + 7 * DAY + 10 * HOUR)
  await Promise.all([runTimer(), runTimer()])
  const lines = (await told(district)).map(({ line }) => line.slice(0, 6))
  const names = ['示例空闲单位', '示例忙碌单位', '示例计划单位']
  expect(names.map((name) => lines.filter((line) => line === name).length)).toEqual([1, 0, 1])
  expect(await told(street)).toEqual([])
})

test('a server that was down on Thursday does not remind of a week that is over, but escalates it', async () => {
  const later = monday + 14 * DAY
  await goTo(later)
  const unit = await aUnit('示例停机单位', weekOf(later))
  // This week and the next pass without anybody looking.
  await goTo(later + 14 * DAY + 11 * HOUR)
  await runTimer()
  expect(await told(unit.leader)).toEqual([])
  const lines = (await told(district)).filter(({ line }) => line.startsWith('示例停机单位'))
  expect(lines).toHaveLength(2)
})
