import { ACTIVITY_UPLOADS } from '../../../contract/activities'
import { LISTED_DAYS_MAX, NEARBY_ACTIVITY_METRES } from '../../../contract/limits'
import { anActivity, aPlan, aPlanOfOneDay, dayFrom, seeActivity } from '../../support/activities'
import { aCityAdministrator, expectError, expectValue } from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { drawnPicture } from '../../support/drawnPictures'
import { anUpload } from '../../support/nominations'
import { aTeam, aVolunteer, type TeamForTests } from '../../support/volunteers'

const DAY = 86_400_000
/** A hundredth of a degree of latitude is 1113 m. */
const METRES_PER_DEGREE = 111_318

let cloud: Cloud
let administrator: Person
let team: TeamForTests

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
  team = await aTeam(cloud, administrator)
})
afterAll(() => cloud.stop())

const span = (days = 14) => ({ from: Date.now(), until: Date.now() + days * DAY })
const make = (changes: Parameters<typeof anActivity>[2] = {}, days = 1) =>
  anActivity(team.leader, team.organisationId, {
    ...aPlanOfOneDay({}, dayFrom(Date.now(), days)),
    ...changes,
  })
const list = async (input: object = {}, person: Pick<Person, 'activities'> = cloud.nobody) =>
  expectValue(await person.activities('listActivities', { ...span(), ...input })).activities

describe('a list of activities', () => {
  let ids: Record<'sorting' | 'full' | 'later' | 'cancelled', string>
  let volunteer: Person
  beforeAll(async () => {
    const PUDONG_STREET = '310115004'
    const [later, sorting, full, cancelled] = [
      await make({}, 10),
      await make({ kind: 'wasteSorting', placeCode: PUDONG_STREET }, 3),
      await make({ roles: [{ roleId: 'guide', name: '引导员', capacity: 1, skill: null, minAge: null }] }, 5),
      await make({}, 2),
    ]
    volunteer = await aVolunteer(cloud)
    const seat = { activityId: full.activityId, roleId: 'guide', despiteClash: false }
    expectValue(await volunteer.activities('signUp', seat))
    const { seriesId, day } = cancelled
    expectValue(await team.leader.activities('cancelActivity', { seriesId, day, reason: '台风预警。' }))
    ids = {
      later: later.activityId,
      sorting: sorting.activityId,
      full: full.activityId,
      cancelled: cancelled.activityId,
    }
  })
  const idsOf = async (input: object = {}) => (await list(input)).map(({ activityId }) => activityId)

  test('goes by when they begin, without what is cancelled', async () => {
    expect(await idsOf()).toEqual([ids.sorting, ids.full, ids.later])
    expect(await idsOf(span(4))).toEqual([ids.sorting])
  })

  test('can be of a place, of a kind, of an organisation, and only with free seats', async () => {
    expect(await idsOf({ placeCode: '310106' })).toEqual([ids.full, ids.later])
    expect(await idsOf({ placeCode: '310115', kind: 'wasteSorting' })).toEqual([ids.sorting])
    expect(await idsOf({ placeCode: '310106', kind: 'wasteSorting' })).toEqual([])
    expect(await idsOf({ organisationId: team.organisationId, hasSeats: true })).toEqual([
      ids.sorting,
      ids.later,
    ])
    expect(await idsOf({ organisationId: 'nobody' })).toEqual([])
  })

  test('tells the caller alone what they have signed up for, and nobody who else has', async () => {
    const stateFor = async (person: Pick<Person, 'activities'>) =>
      (await list({}, person)).find(({ activityId }) => activityId === ids.full)
    expect(await stateFor(volunteer)).toMatchObject({ signUp: 'confirmed', taken: 1, capacity: 1 })
    expect(await stateFor(cloud.nobody)).toMatchObject({ signUp: null, taken: 1 })
    const whole = expectValue(await volunteer.activities('getActivity', { activityId: ids.full }))
    expect(whole.own).toMatchObject({ state: 'confirmed', roleId: 'guide' })
    expect((await seeActivity(cloud.nobody, ids.full)).own).toBeNull()
  })

  test('is of six weeks at most', async () => {
    const answer = await cloud.nobody.activities('listActivities', span(LISTED_DAYS_MAX + 1))
    expect(expectError(answer)).toEqual({ code: 'span_too_long', days: LISTED_DAYS_MAX })
  })

  test('goes on where a page ends', async () => {
    const own = await aTeam(cloud, administrator)
    const weekdays = [1, 2, 3, 4, 5, 6, 7] as (1 | 2 | 3 | 4 | 5 | 6 | 7)[]
    const recurrence = {
      kind: 'weekly' as const,
      from: dayFrom(Date.now(), 1),
      until: null,
      every: 1,
      weekdays,
    }
    const input = { organisationId: own.organisationId, plan: aPlan({ recurrence }), photos: [] }
    expectValue(await own.leader.activities('createSeries', input))
    const asked = { organisationId: own.organisationId, ...span(30) }
    const first = expectValue(await cloud.nobody.activities('listActivities', asked))
    const after = first.next ?? undefined
    const second = expectValue(await cloud.nobody.activities('listActivities', { ...asked, after }))
    const days = [...first.activities, ...second.activities].map(({ day }) => day)
    expect(first.activities).toHaveLength(20)
    expect(second.next).toBeNull()
    expect(days).toEqual([...new Set(days)].sort())
    expect(days.length).toBeGreaterThanOrEqual(29)
  })
})

describe('what is near', () => {
  const here = { longitude: 121.12, latitude: 31.15 }
  const north = (metres: number) => ({ ...here, latitude: here.latitude + metres / METRES_PER_DEGREE })

  test('comes nearest first, within reach and within the days that are asked for', async () => {
    const far = await make({ position: north(3000) })
    const close = await make({ position: north(200), kind: 'culture' })
    await make({ position: north(NEARBY_ACTIVITY_METRES + 500) })
    await make({ position: north(100) }, 20)
    const near = async (input: object = {}) =>
      expectValue(
        await cloud.nobody.activities('listNearbyActivities', { position: here, ...span(), ...input }),
      ).activities
    const found = await near()
    expect(found.map(({ activityId }) => activityId)).toEqual([close.activityId, far.activityId])
    expect(found.map(({ distance }) => Math.round((distance ?? 0) / 100))).toEqual([2, 30])
    expect((await near({ kind: 'culture' })).map(({ activityId }) => activityId)).toEqual([close.activityId])
  })
})

test('photos of a series are drawn anew, shown with its activities, and refused when they are none', async () => {
  const picture = await drawnPicture({ seed: 'series/1', kind: 'problem', problem: 'rubbish', isFixed: true })
  const { leader, organisationId } = team
  const create = (photos: string[]) =>
    leader.activities('createSeries', {
      organisationId,
      plan: aPlanOfOneDay({}, dayFrom(Date.now(), 12)),
      photos,
    })
  const broken = await anUpload(cloud, leader, Buffer.from('no picture'), ACTIVITY_UPLOADS)
  expect(expectError(await create([broken]))).toEqual({ code: 'photo_unreadable', index: 0 })
  const upload = await anUpload(cloud, leader, picture, ACTIVITY_UPLOADS)
  const { series } = expectValue(await create([upload]))
  expect(series.photos).toHaveLength(1)
  const listed = (await list({ organisationId })).find(({ seriesId }) => seriesId === series.seriesId)
  expect(listed?.coverUrl).toBe(series.photos[0]?.listUrl)
  expect((await seeActivity(cloud.nobody, listed?.activityId ?? '')).photos).toEqual(series.photos)
})
