import { rmSync } from 'node:fs'
import { MADE_DAYS_AHEAD } from '../../../contract/limits'
import type { Activity, SeriesPlan } from '../../../contract/volunteering/activities'
import {
  anActivity,
  aPlan,
  aSeries,
  dayFrom,
  occurrencesOf,
  seeActivity,
  weekdayOf,
} from '../../support/activities'
import { aCityAdministrator, aStaffMember, expectError, expectValue } from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { functionsWith } from '../../support/rowLoader'
import { aTeam, aVolunteer, type TeamForTests } from '../../support/volunteers'

const DAY = 86_400_000
const COUNTER = `
import { database } from './cloudfunctions/platform/database/connection'
export const main = ({ seriesId }) => database.collection('activities').where({ seriesId }).count()
`

let functions: string
let cloud: Cloud
let administrator: Person
let team: TeamForTests
let leader: Person

beforeAll(async () => {
  functions = await functionsWith('rowCounter', COUNTER)
  cloud = await startCloud({ functions })
  administrator = await aCityAdministrator(cloud)
  team = await aTeam(cloud, administrator)
  leader = team.leader
})
afterEach(() => cloud.setClock(0))
afterAll(async () => {
  await cloud.stop()
  rmSync(functions, { recursive: true })
})

const today = () => dayFrom(Date.now())
const inDays = (days: number) => dayFrom(Date.now(), days)
const everyDay = { kind: 'weekly', until: null, every: 1, weekdays: [1, 2, 3, 4, 5, 6, 7] } as const
const daily = (): SeriesPlan['recurrence'] => ({
  ...everyDay,
  from: inDays(1),
  weekdays: [...everyDay.weekdays],
})
const weeklyFrom = (day: string, until: string | null = null): SeriesPlan['recurrence'] => ({
  kind: 'weekly',
  from: day,
  until,
  every: 1,
  weekdays: [weekdayOf(day)],
})

const create = (plan: SeriesPlan, by = leader, requestId?: string) =>
  by.activities('createSeries', { organisationId: team.organisationId, plan, photos: [] }, requestId)

async function rowsOf(seriesId: string): Promise<number> {
  const { body } = await cloud.send('rowCounter', { seriesId })
  const { result } = body as { result: { total: number } }
  return result.total
}

const activitiesOf = async (seriesId: string): Promise<Activity[]> => {
  const days = await occurrencesOf(leader, seriesId)
  return Promise.all(days.flatMap(({ activityId }) => (activityId ? [seeActivity(leader, activityId)] : [])))
}

const signUp = (person: Person, activityId: string, roleId = 'guide') =>
  person.activities('signUp', { activityId, roleId, despiteClash: true })

describe('a series is refused', () => {
  test('to who does not lead the organisation', async () => {
    const other = await aTeam(cloud, administrator)
    for (const person of [await cloud.person(), other.leader])
      expect(expectError(await create(aPlan(), person)).code).toBe('not_allowed')
  })

  test.each<[string, Partial<SeriesPlan>]>([
    ['place_not_found', { placeCode: '310106999' }],
    ['no_days', { recurrence: { kind: 'once', day: '2026-01-05' } }],
    ['no_days', { recurrence: { ...weeklyFrom('2026-02-02', '2026-03-01') } }],
    ['words_refused', { theme: '清洁 违规示例' }],
  ])('as %s', async (code, changes) => {
    expect(expectError(await create(aPlan(changes))).code).toBe(code)
  })

  test('when WeChat does not answer about a leader’s words; an administrator’s are their own act', async () => {
    await cloud.control('openapi', { apiName: 'security.msgSecCheck', rule: { fail: -1 } })
    const byLeader = await create(aPlan())
    const byAdministrator = await create(aPlan(), administrator)
    await cloud.control('openapi', { apiName: 'security.msgSecCheck', rule: null })
    expect(expectError(byLeader).code).toBe('words_unchecked')
    expectValue(byAdministrator)
  })

  test('to a closed organisation', async () => {
    const closed = await aTeam(cloud, administrator)
    expectValue(
      await administrator.places('closeOrganisation', {
        organisationId: closed.organisationId,
        reason: '已撤并',
      }),
    )
    const input = { organisationId: closed.organisationId, plan: aPlan(), photos: [] }
    expect(expectError(await administrator.activities('createSeries', input)).code).toBe(
      'organisation_closed',
    )
  })
})

test('days of a series that is not there are not found', async () => {
  const asked = { seriesId: 'none', from: today() }
  expect(expectError(await cloud.nobody.activities('listOccurrences', asked)).code).toBe('series_not_found')
})

describe('a new series', () => {
  test('has its next days at once, and is one however often the request comes', async () => {
    const requestId = 'one-request-for-a-series'
    const plan = aPlan({ recurrence: daily() })
    const answers = await Promise.all([create(plan, leader, requestId), create(plan, leader, requestId)])
    const [one, other] = answers.map((answer) => expectValue(answer).series)
    expect(one?.seriesId).toBe(other?.seriesId)
    const seriesId = one?.seriesId ?? ''
    expect(await rowsOf(seriesId)).toBe(MADE_DAYS_AHEAD)
    const days = await occurrencesOf(leader, seriesId)
    expect(days.map(({ day }) => day)).toEqual(Array.from({ length: 30 }, (_, index) => inDays(index + 1)))
    expect(one).toMatchObject({ nextAt: days[0]?.startsAt, isEnded: false, version: 1 })
    expect(await seeActivity(leader, days[0]?.activityId ?? '')).toMatchObject({
      theme: plan.theme,
      state: 'coming',
      capacity: 2,
      taken: 0,
      own: null,
      isRepeating: true,
    })
  })

  test('of five years is listed to its end without 260 rows', async () => {
    const first = inDays(1)
    const { seriesId } = await aSeries(leader, team.organisationId, {
      recurrence: weeklyFrom(first, inDays(1 + 7 * 260)),
    })
    let listed = 0
    let from = today()
    for (;;) {
      const days = await occurrencesOf(leader, seriesId, from)
      const last = days.at(-1)
      if (!last) break
      listed += days.length
      from = dayFrom(last.startsAt, 1)
    }
    expect(listed).toBe(261)
    expect(await rowsOf(seriesId)).toBe(5)
  })

  test('without an end has days ten years ahead', async () => {
    const { seriesId } = await aSeries(leader, team.organisationId)
    const [day] = await occurrencesOf(leader, seriesId, inDays(3650))
    expect(day?.activityId).toBeNull()
    expect(weekdayOf(day?.day ?? '')).toBe(weekdayOf(inDays(1)))
  })

  test('is shown before it is made: the days that its rule gives, moved off holidays', async () => {
    const asked = {
      recurrence: {
        kind: 'monthly' as const,
        from: '2026-09-01',
        until: null,
        days: [5, 15],
        inShortMonths: 'skip' as const,
      },
      onHoliday: 'nextWorkday' as const,
      startMinute: 540,
      from: '2026-10-01',
    }
    const { days } = expectValue(await leader.activities('previewDays', asked))
    expect(days).toHaveLength(12)
    expect(days.slice(0, 2)).toEqual([
      { day: '2026-10-05', startsAt: Date.parse('2026-10-08T09:00:00+08:00'), isMoved: true },
      { day: '2026-10-15', startsAt: Date.parse('2026-10-15T09:00:00+08:00'), isMoved: false },
    ])
  })

  test('stands in the list of its organisation, those that go on first', async () => {
    const own = await aTeam(cloud, administrator)
    const over = await anActivity(own.leader, own.organisationId)
    await cloud.setClock(2 * DAY)
    await cloud.runTimer('activities')
    const ongoing = await aSeries(own.leader, own.organisationId)
    const { series, next } = expectValue(
      await own.leader.activities('listSeries', { organisationId: own.organisationId }),
    )
    expect(series.map(({ seriesId, isEnded }) => [seriesId, isEnded])).toEqual([
      [ongoing.seriesId, false],
      [over.seriesId, true],
    ])
    expect(next).toBeNull()
    expect(
      expectValue(await cloud.nobody.activities('getSeries', { seriesId: over.seriesId })),
    ).toMatchObject({
      nextAt: null,
      isEnded: true,
    })
  })
})

describe('the timer', () => {
  test('makes each day once as it comes near, also when two run at once', async () => {
    const { seriesId } = await aSeries(leader, team.organisationId, { recurrence: daily() })
    await cloud.setClock(3 * DAY)
    await Promise.all([cloud.runTimer('activities'), cloud.runTimer('activities')])
    expect(await rowsOf(seriesId)).toBe(MADE_DAYS_AHEAD + 3)
  })

  test('asks nothing of a series whose next day is still far', async () => {
    const { seriesId } = await aSeries(leader, team.organisationId, {
      recurrence: { kind: 'once', day: inDays(200) },
    })
    await cloud.runTimer('activities')
    expect(await rowsOf(seriesId)).toBe(0)
    await cloud.setClock(166 * DAY)
    await cloud.runTimer('activities')
    expect(await rowsOf(seriesId)).toBe(1)
  })
})

type Day = Awaited<ReturnType<typeof anActivity>>

const dayInput = ({ seriesId, day, startsAt }: Day, changes: object = {}) => {
  const { theme, description, address, position, fenceMetres, roles, insurance, minutes } = aPlan()
  return {
    ...{ seriesId, day, basedOn: 1, startsAt, minutes, notice: '下雨，改到室内。' },
    ...{ theme, description, address, position, fenceMetres, roles, insurance },
    ...changes,
  }
}

describe('one day', () => {
  test('is held at another time and place, and keeps its name and its sign-ups', async () => {
    const day = await anActivity(leader, team.organisationId)
    const volunteer = await aVolunteer(cloud)
    expectValue(await signUp(volunteer, day.activityId))
    const startsAt = day.startsAt + 2 * DAY
    const input = dayInput(day, { startsAt, address: '室内' })
    const requestId = 'one-request-for-a-day'
    const { activity } = expectValue(await leader.activities('reviseActivity', input, requestId))
    expect(activity).toMatchObject({ day: day.day, startsAt, address: '室内', taken: 1, version: 2 })
    expect(expectValue(await leader.activities('reviseActivity', input, requestId)).activity.version).toBe(2)
    expect(await occurrencesOf(leader, day.seriesId)).toMatchObject([
      { day: day.day, startsAt, isChanged: true },
    ])
    await cloud.runTimer('activities')
    const { messages } = expectValue(await volunteer.messages('listMessages', {}))
    expect(messages[0]?.line).toContain('下雨，改到室内。')
  })

  test('years ahead becomes a row by being changed, and keeps its place among the computed ones', async () => {
    const { seriesId } = await aSeries(leader, team.organisationId)
    const day = inDays(1 + 7 * 100)
    const startsAt = Date.parse(`${day}T15:00:00+08:00`)
    const input = { ...dayInput({ seriesId, day, startsAt } as Day), basedOn: 0 }
    const { activity } = expectValue(await leader.activities('reviseActivity', input))
    const days = await occurrencesOf(leader, seriesId, inDays(7 * 99))
    expect(days.slice(0, 3).map((each) => [each.day, each.activityId])).toEqual([
      [inDays(1 + 7 * 99), null],
      [day, activity.activityId],
      [inDays(1 + 7 * 101), null],
    ])
  })

  test.each<[string, (day: Day) => object]>([
    ['activity_not_found', () => ({ day: inDays(3) })],
    ['changed_meanwhile', () => ({ basedOn: 2 })],
    ['day_is_over', () => ({ startsAt: Date.now() - DAY })],
    ['words_refused', () => ({ notice: '违规示例' })],
    ['seats_taken', () => ({ roles: [{ ...aPlan().roles[0], capacity: 1 }] })],
    ['seats_taken', () => ({ roles: [{ ...aPlan().roles[0], roleId: 'other' }] })],
  ])('is not changed: %s', async (code, changes) => {
    const day = await anActivity(leader, team.organisationId)
    if (code === 'seats_taken')
      for (const volunteer of [await aVolunteer(cloud), await aVolunteer(cloud)])
        expectValue(await signUp(volunteer, day.activityId))
    const answer = await leader.activities('reviseActivity', dayInput(day, changes(day)))
    expect(expectError(answer).code).toBe(code)
  })

  test('is cancelled once, whoever does it how often; then it can no longer be changed, nor is it listed', async () => {
    const day = await anActivity(leader, team.organisationId)
    const input = { seriesId: day.seriesId, day: day.day, reason: '台风预警。' }
    const answers = await Promise.all([
      leader.activities('cancelActivity', input),
      administrator.activities('cancelActivity', input),
    ])
    for (const answer of answers)
      expect(expectValue(answer).activity).toMatchObject({ state: 'cancelled', notice: '台风预警。' })
    const change = await leader.activities('reviseActivity', dayInput(day, { basedOn: 2 }))
    expect(expectError(change).code).toBe('activity_cancelled')
    const { seriesId } = day
    expect(await occurrencesOf(leader, seriesId)).toMatchObject([{ state: 'cancelled' }])
    expect(expectValue(await leader.activities('getSeries', { seriesId })).nextAt).toBeNull()
  })

  test('is not cancelled when it is over', async () => {
    const day = await anActivity(leader, team.organisationId)
    await cloud.setClock(2 * DAY)
    const input = { seriesId: day.seriesId, day: day.day, reason: '台风预警。' }
    expect(expectError(await leader.activities('cancelActivity', input)).code).toBe('day_is_over')
  })
})

const revise = (
  seriesId: string,
  changes: Partial<SeriesPlan>,
  { from = inDays(2), basedOn = 1, by = leader } = {},
) => by.activities('reviseSeries', { seriesId, basedOn, from, plan: aPlan(changes) })

describe('all days from one on', () => {
  test('follow the new plan, but for those that were changed by themselves; sign-ups stay', async () => {
    const { seriesId } = await aSeries(leader, team.organisationId)
    const [first, second, third] = await occurrencesOf(leader, seriesId)
    const volunteer = await aVolunteer(cloud)
    expectValue(await signUp(volunteer, third?.activityId ?? ''))
    expectValue(
      await leader.activities(
        'reviseActivity',
        dayInput({ seriesId, day: second?.day ?? '', startsAt: second?.startsAt ?? 0 } as Day),
      ),
    )
    const from = inDays(8)
    const { series, cancelled } = expectValue(
      await revise(seriesId, { theme: '新的主题', startMinute: 600 }, { from }),
    )
    expect({ cancelled, version: series.version, since: series.plannedSince }).toEqual({
      cancelled: 0,
      version: 2,
      since: from,
    })
    const themes = (await activitiesOf(seriesId)).map(({ theme }) => theme)
    expect([...new Set(themes.slice(2))]).toEqual(['新的主题'])
    expect(themes.slice(0, 2)).toEqual([aPlan().theme, aPlan().theme])
    expect(first?.activityId).toBeTruthy()
    expect(await seeActivity(volunteer, third?.activityId ?? '')).toMatchObject({
      startsAt: (third?.startsAt ?? 0) + 3_600_000,
      taken: 1,
      signUp: 'confirmed',
    })
  })

  test('that are no longer in the rule are cancelled, and held again when they come back', async () => {
    const { seriesId } = await aSeries(leader, team.organisationId, { recurrence: daily() })
    const requestId = 'one-request-for-all-days'
    const input = {
      ...{ seriesId, basedOn: 1, from: inDays(2) },
      plan: aPlan({ recurrence: weeklyFrom(inDays(3)) }),
    }
    const { cancelled } = expectValue(await leader.activities('reviseSeries', input, requestId))
    expect(cancelled).toBe(MADE_DAYS_AHEAD - 1 - 5)
    expect(expectValue(await leader.activities('reviseSeries', input, requestId)).cancelled).toBe(cancelled)
    expectValue(await revise(seriesId, { recurrence: daily() }, { basedOn: 2 }))
    const days = await occurrencesOf(leader, seriesId)
    expect(new Set(days.map(({ state }) => state))).toEqual(new Set(['coming']))
    expect(await rowsOf(seriesId)).toBe(MADE_DAYS_AHEAD)
  })

  test.each<[string, Partial<SeriesPlan>, object]>([
    ['changed_meanwhile', {}, { basedOn: 7 }],
    ['day_is_over', {}, { from: inDays(-1) }],
    ['no_days', { recurrence: weeklyFrom(inDays(-20), inDays(1)) }, {}],
    ['place_not_found', { placeCode: '990000' }, {}],
    ['words_refused', { description: '违规示例 内容' }, {}],
  ])('are not changed: %s', async (code, changes, how) => {
    const { seriesId } = await aSeries(leader, team.organisationId)
    expect(expectError(await revise(seriesId, changes, how)).code).toBe(code)
  })

  test('are not changed where people have signed up for what would be gone', async () => {
    const { seriesId } = await aSeries(leader, team.organisationId)
    const [day] = await occurrencesOf(leader, seriesId)
    for (const volunteer of [await aVolunteer(cloud), await aVolunteer(cloud)])
      expectValue(await signUp(volunteer, day?.activityId ?? ''))
    const [guide] = aPlan().roles
    if (!guide) throw new Error('the plan has no role')
    const answer = await revise(seriesId, { roles: [{ ...guide, capacity: 1 }] }, { from: inDays(1) })
    expect(expectError(answer)).toEqual({
      code: 'seats_taken',
      roleId: 'guide',
      name: '引导员',
      taken: 2,
    })
    expect((await activitiesOf(seriesId)).every(({ capacity }) => capacity === 2)).toBe(true)
  })

  test('are changed by one of two leaders at once', async () => {
    const second = await aStaffMember(
      cloud,
      administrator,
      'organisationLeader',
      '310106011002',
      team.organisationId,
    )
    const { seriesId } = await aSeries(leader, team.organisationId)
    const answers = await Promise.all(
      [leader, second, leader, second].map((by, index) =>
        revise(seriesId, { theme: `主题 ${index}` }, { by }),
      ),
    )
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.error.code))
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
    expect(codes.filter((code) => code === 'changed_meanwhile')).toHaveLength(3)
    const themes = new Set((await activitiesOf(seriesId)).slice(1).map(({ theme }) => theme))
    expect([...themes]).toEqual([`主题 ${codes.indexOf('ok')}`])
  })

  test('leave no day by the old plan, also when the timer makes days at the same moment', async () => {
    // What other tests have left is made first, so that the timer comes to the new series at once.
    await cloud.setClock(8 * DAY)
    await cloud.runTimer('activities')
    for (let round = 0; round < 2; round++) {
      await cloud.setClock(0)
      const { seriesId } = await aSeries(leader, team.organisationId)
      await cloud.setClock(8 * DAY)
      const from = inDays(30)
      const [, answer] = await Promise.all([
        cloud.runTimer('activities'),
        revise(seriesId, { theme: '新的主题' }, { from }),
        cloud.runTimer('activities'),
      ])
      expectValue(answer)
      const days = await occurrencesOf(leader, seriesId, from)
      const made = days.flatMap(({ activityId }) => activityId ?? [])
      // The fifth and the sixth week are near by now: the timer makes them, or the change does.
      expect(made).toHaveLength(2)
      const themes = await Promise.all(made.map(async (id) => (await seeActivity(leader, id)).theme))
      expect(themes).toEqual(['新的主题', '新的主题'])
    }
  })

  test('end after the last day: nothing more is made, also what was changed by itself is cancelled', async () => {
    const { seriesId } = await aSeries(leader, team.organisationId)
    const day = inDays(1 + 7 * 20)
    const startsAt = Date.parse(`${day}T15:00:00+08:00`)
    expectValue(
      await leader.activities('reviseActivity', dayInput({ seriesId, day, startsAt } as Day, { basedOn: 0 })),
    )
    const input = { seriesId, basedOn: 1, lastDay: inDays(8), reason: '项目结束。' }
    expect(expectError(await leader.activities('endSeries', { ...input, basedOn: 3 })).code).toBe(
      'changed_meanwhile',
    )
    expect(expectError(await leader.activities('endSeries', { ...input, lastDay: inDays(-2) })).code).toBe(
      'day_is_over',
    )
    const requestId = 'one-request-for-an-end'
    for (const answer of [
      await leader.activities('endSeries', input, requestId),
      await leader.activities('endSeries', input, requestId),
    ])
      expect(expectValue(answer)).toMatchObject({ cancelled: 4, series: { version: 2 } })
    const days = await occurrencesOf(leader, seriesId)
    expect(days.map(({ state }) => state)).toEqual(['coming', 'coming', ...Array(4).fill('cancelled')])
    await cloud.setClock(40 * DAY)
    await cloud.runTimer('activities')
    expect(await rowsOf(seriesId)).toBe(6)
  })

  test('are all cancelled by the end, also those that somebody changes at the same moment', async () => {
    const { seriesId } = await aSeries(leader, team.organisationId)
    const far = [20, 21, 22, 23].map((weeks) => inDays(1 + 7 * weeks))
    const changing = far.map((day) => {
      const startsAt = Date.parse(`${day}T15:00:00+08:00`)
      return leader.activities('reviseActivity', dayInput({ seriesId, day, startsAt } as Day, { basedOn: 0 }))
    })
    const input = { seriesId, basedOn: 1, lastDay: inDays(8), reason: '项目结束。' }
    const [ended, ...changed] = await Promise.all([leader.activities('endSeries', input), ...changing])
    expectValue(ended)
    const made = changed.filter(({ ok }) => ok).length
    expect(changed.every((answer) => answer.ok || answer.error.code === 'activity_not_found')).toBe(true)
    const after = await occurrencesOf(leader, seriesId, inDays(9))
    expect(after.map(({ state }) => state)).toEqual(Array(3 + made).fill('cancelled'))
  })
})

test('fewer seats and people who take them at the same moment: nobody has a seat that is not there', async () => {
  const [guide] = aPlan().roles
  if (!guide) throw new Error('the plan has no role')
  const people = [await aVolunteer(cloud), await aVolunteer(cloud)]
  for (let round = 0; round < 2; round++) {
    const day = await anActivity(leader, team.organisationId)
    const [revised] = await Promise.all([
      leader.activities('reviseActivity', dayInput(day, { roles: [{ ...guide, capacity: 1 }] })),
      ...people.map((person) => signUp(person, day.activityId)),
    ])
    const { capacity, taken, waiting } = await seeActivity(leader, day.activityId)
    expect({ isRefused: !revised.ok, capacity, taken, waiting }).toEqual(
      capacity === 2
        ? { isRefused: true, capacity: 2, taken: 2, waiting: 0 }
        : { isRefused: false, capacity: 1, taken: 1, waiting: 1 },
    )
  }
})
