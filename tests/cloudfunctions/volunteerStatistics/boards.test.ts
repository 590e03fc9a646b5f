import { randomUUID } from 'node:crypto'
import { monthOf, weekOf, yearOf } from '../../../contract/volunteering/weeks'
import { aCityAdministrator, accountIdOf, expectValue } from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { functionsWithLoader, load } from '../../support/rowLoader'
import { aTeam, aVolunteer, VOLUNTEERS_LIVE_IN } from '../../support/volunteers'
import { anEntry, aVolunteerRow, type SomeEntry } from './ledgerRows'

let cloud: Cloud

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const STREET = '310106011'
const DISTRICT = '310106'
const now = Date.now()
/** Long enough ago that everything entered then is counted at the next pass. */
const entered = now - 10 * MINUTE
const week = weekOf(now)

beforeAll(async () => {
  cloud = await startCloud({ functions: await functionsWithLoader() })
})
afterAll(() => cloud?.stop())

let order = 0
/** Entries of a test come after those of the test before, as in a ledger. */
const entry = (each: Omit<SomeEntry, 'at' | 'servedAt'> & { servedAt?: number }) =>
  anEntry({ servedAt: now, ...each, at: entered + ++order })
const enter = async (...each: Parameters<typeof entry>[0][]) => {
  await load(cloud, 'hourEntries', each.map(entry))
  await cloud.runTimer('volunteerStatistics')
}

const peopleIn = async (
  within: string,
  person?: Person,
  at = week,
  period: 'week' | 'month' | 'year' = 'week',
) =>
  expectValue(
    await (person ?? cloud.nobody).volunteerStatistics('getBoard', {
      kind: 'volunteers',
      within,
      period,
      at,
    }),
  )
const scopes = async (kind: 'teams' | 'streets' | 'grids', within: string, person?: Person) =>
  expectValue(
    await (person ?? cloud.nobody).volunteerStatistics('getBoard', {
      kind,
      within,
      period: 'week',
      at: week,
    }),
  )

const shown = ({ rows }: Awaited<ReturnType<typeof peopleIn>>) =>
  rows.map(({ rank, name, minutes }) => [rank, name, minutes])

/** A team's members, as rows. */
async function people(...names: string[]): Promise<string[]> {
  const ids = names.map((name) => `${name}-${randomUUID().slice(0, 8)}`)
  await load(
    cloud,
    'volunteers',
    ids.map((id, index) => aVolunteerRow(id, { shownName: `${names[index]}**`, placeCode: '310115005' })),
  )
  return ids
}

test('one activity of two hours and four of half an hour make the same board', async () => {
  const [ma = '', mb = ''] = await people('陈', '李')
  const [one, four] = ['teamOne', 'teamFour']
  const base = { minutes: 30, organisationId: four }
  await enter(
    ...[ma, mb].map((accountId) => ({ accountId, activityId: 'whole', minutes: 120, organisationId: one })),
    ...['p1', 'p2', 'p3', 'p4'].flatMap((activityId) =>
      [ma, mb].map((accountId) => ({ ...base, accountId, activityId })),
    ),
  )
  expect(shown(await peopleIn(four))).toEqual(shown(await peopleIn(one)))
  const teams = await scopes('teams', DISTRICT)
  const ofBoth = teams.rows.filter(({ subject }) => subject === one || subject === four)
  expect(ofBoth.map(({ rank, minutes, people: each }) => [rank, minutes, each])).toEqual([
    [1, 240, 2],
    [1, 240, 2],
  ])
})

test('a board of teams says which lines are teams with a page, and which are other units', async () => {
  const [ma = ''] = await people('陈')
  const administrator = await aCityAdministrator(cloud)
  const { organisationId } = await aTeam(cloud, administrator)
  await enter(
    { accountId: ma, activityId: 'byTeam', minutes: 45, organisationId },
    { accountId: ma, activityId: 'byUnit', minutes: 45, organisationId: 'unitWithoutPage' },
  )
  const { rows } = await scopes('teams', DISTRICT)
  const pageOf = (id: string) => rows.find(({ subject }) => subject === id)?.hasPage
  expect([pageOf(organisationId), pageOf('unitWithoutPage')]).toEqual([true, false])
})

test('ties share a rank, and whoever follows is as many places down as stand above', async () => {
  const [ma = '', mb = '', mc = '', md = ''] = await people('陈', '李', '王', '周')
  const of = (accountId: string, minutes: number) => ({
    accountId,
    minutes,
    activityId: 'ties',
    organisationId: 'teamTies',
  })
  await enter(of(ma, 60), of(mb, 90), of(mc, 60), of(md, 30))
  const ranks = (await peopleIn('teamTies')).rows.map(({ rank, minutes }) => [rank, minutes])
  expect(ranks).toEqual([
    [1, 90],
    [2, 60],
    [2, 60],
    [4, 30],
  ])
})

test('who does not want to be listed keeps the rank without a name, from the next reading on', async () => {
  const volunteer = await aVolunteer(cloud)
  const accountId = await accountIdOf(volunteer)
  const [other = ''] = await people('李')
  const of = { activityId: 'listed', organisationId: 'teamListed' }
  await enter({ ...of, accountId, minutes: 90 }, { ...of, accountId: other, minutes: 60 })
  expect(shown(await peopleIn('teamListed'))).toEqual([
    [1, '陈**', 90],
    [2, '李**', 60],
  ])
  const mine = expectValue(await volunteer.volunteers('getMyVolunteer', {})).volunteer
  if (!mine) throw new Error('not registered')
  const { version, cardCode: _card, registeredAt: _since, ...details } = mine
  expectValue(
    await volunteer.volunteers('revise', { ...details, guardian: null, isListed: false, basedOn: version }),
  )
  expect(shown(await peopleIn('teamListed'))).toEqual([
    [1, null, 90],
    [2, '李**', 60],
  ])
  expect((await peopleIn('teamListed', volunteer)).rows.map(({ isOwn }) => isOwn)).toEqual([true, false])
})

test('the own row stands below the others with its rank, in at most two round trips', async () => {
  const volunteer = await aVolunteer(cloud)
  const accountId = await accountIdOf(volunteer)
  const many = await people(...Array.from({ length: 55 }, (_, index) => `多${index}`))
  const of = { activityId: 'many', organisationId: 'teamMany' }
  await enter(...many.map((each, index) => ({ ...of, accountId: each, minutes: 60 + index })), {
    ...of,
    accountId,
    minutes: 30,
  })
  // Beside how far counting has come, which is kept for some seconds.
  const asked = async () =>
    Object.values(await cloud.statistics()).reduce(
      (sum, { servicePeople = 0, serviceCounts = 0, volunteers = 0 }) =>
        sum + servicePeople + serviceCounts + volunteers,
      0,
    )
  const questions = async (read: () => Promise<unknown>) => {
    const before = await asked()
    await read()
    return (await asked()) - before
  }
  expect(await questions(() => peopleIn('teamMany'))).toBe(2)
  expect(await questions(() => peopleIn('teamMany', volunteer))).toBe(4)
  expect(await questions(() => scopes('teams', DISTRICT))).toBe(1)
  const { rows, own } = await peopleIn('teamMany', volunteer)
  expect(rows).toHaveLength(50)
  expect(own).toMatchObject({ rank: 56, name: '陈**', subject: null, minutes: 30, people: null, isOwn: true })
  expect((await peopleIn('teamMany')).own).toBeNull()
})

test('hours that are taken back leave the boards, and the person is not counted any more', async () => {
  const [ma = '', mb = ''] = await people('陈', '李')
  const of = { activityId: 'back', organisationId: 'teamBack', minutes: 60 }
  await enter({ ...of, accountId: ma }, { ...of, accountId: mb })
  await enter({ ...of, accountId: ma, minutes: -60, kind: 'annulment' })
  expect(shown(await peopleIn('teamBack'))).toEqual([[1, '李**', 60]])
  const team = (await scopes('teams', DISTRICT)).rows.find(({ subject }) => subject === 'teamBack')
  expect([team?.minutes, team?.people]).toEqual([60, 1])
  await enter({ ...of, accountId: mb, minutes: -60, kind: 'annulment' })
  expect((await peopleIn('teamBack')).rows).toEqual([])
})

test('what is corrected afterwards goes to the month of the service', async () => {
  const [ma = ''] = await people('陈')
  const lastMonth = now - 32 * DAY
  const of = { activityId: 'past', organisationId: 'teamPast', accountId: ma, servedAt: lastMonth }
  await enter({ ...of, minutes: 60 })
  await enter({ ...of, minutes: -15, kind: 'correction' })
  expect(shown(await peopleIn('teamPast', undefined, monthOf(lastMonth), 'month'))).toEqual([[1, '陈**', 45]])
  expect((await peopleIn('teamPast', undefined, monthOf(now), 'month')).rows).toEqual([])
  expect(shown(await peopleIn('teamPast', undefined, yearOf(lastMonth), 'year'))).toEqual([[1, '陈**', 45]])
})

test('streets rank by the hours of who is at home there, wherever these were served; hours entered afterwards do not count', async () => {
  const volunteer = await aVolunteer(cloud)
  const accountId = await accountIdOf(volunteer)
  const of = { organisationId: 'teamFar', placeCode: '310115005', accountId }
  const before = (await scopes('streets', DISTRICT, volunteer)).rows.find(({ isOwn }) => isOwn)
  await enter(
    { ...of, activityId: 'far', minutes: 60 },
    { ...of, activityId: 'told', minutes: 600, ledger: 'backfilled', kind: 'backfill' },
  )
  const own = (await scopes('streets', DISTRICT, volunteer)).rows.find(({ isOwn }) => isOwn)
  expect([own?.subject, own?.name]).toEqual([STREET, null])
  expect([(own?.minutes ?? 0) - (before?.minutes ?? 0), (own?.people ?? 0) - (before?.people ?? 0)]).toEqual([
    60, 1,
  ])
  expect((await scopes('streets', '310115')).rows.every(({ subject }) => subject !== STREET)).toBe(true)
  expect(VOLUNTEERS_LIVE_IN.startsWith(STREET)).toBe(true)
})

test("after an account is deleted its minutes stay, as nobody's", async () => {
  const volunteer = await aVolunteer(cloud)
  const accountId = await accountIdOf(volunteer)
  await enter({ activityId: 'gone', organisationId: 'teamGone', accountId, minutes: 60 })
  const { sections } = expectValue(await volunteer.volunteerStatistics('exportMyData', {}))
  expect(sections[0]?.items).toContainEqual({ 榜单: '单位', 时间: week, 分钟: 60 })
  expectValue(await volunteer.accounts('deleteAccount', { confirmation: '注销账号' }))
  // Entered before the wish, and counted only after it.
  await enter({ activityId: 'gone2', organisationId: 'teamGone', accountId, minutes: 30 })
  expect(shown(await peopleIn('teamGone'))).toEqual([[1, null, 90]])
  const kept = expectValue(await volunteer.volunteerStatistics('exportMyData', {})).sections[0]?.items
  expect(kept).toEqual([])
})

test('a board of nothing, or of a time that does not fit, is empty', async () => {
  expect((await peopleIn('310106011002001')).rows).toEqual([])
  expect((await peopleIn(STREET, undefined, '2026', 'week')).rows).toEqual([])
})
