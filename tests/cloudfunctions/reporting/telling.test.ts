import { randomUUID } from 'node:crypto'
import { expectValue } from '../../support/builders'
import {
  aCaseDesk,
  act,
  aReport,
  type CaseDesk,
  closeCase,
  DEPARTMENT,
  dispatchCase,
} from '../../support/cases'
import { type Cloud, type Person, startCloud } from '../../support/cloud'

/** Who reported a case, joined or follows it hears of what becomes of it, once. */

let cloud: Cloud
let desk: CaseDesk
let reporter: Person
let neighbour: Person
let caseId: string
let number: string

beforeAll(async () => {
  cloud = await startCloud()
  desk = await aCaseDesk(cloud)
})
beforeEach(async () => {
  reporter = await cloud.person()
  neighbour = await cloud.person()
  ;({ caseId, number } = await aReport(cloud, reporter))
  expectValue(await neighbour.reporting('joinCase', { caseId }))
})
afterAll(() => cloud?.stop())

const runTimer = async () => expect(await cloud.runTimer('reporting')).not.toHaveProperty('error')
const toldTo = async (person: Person) =>
  expectValue(await person.messages('listMessages', {})).messages.map(({ title, line, page }) => ({
    title,
    line,
    page,
  }))
const titlesTo = async (person: Person) => (await toldTo(person)).map(({ title }) => title)
const pageOf = (id: string) => `features/reporting/pages/case/index?caseId=${id}`

test('a report itself is told to nobody', async () => {
  await runTimer()
  expect(await toldTo(reporter)).toEqual([])
})

test('several steps in one go are one message about the last that matters, with number, day and page', async () => {
  await dispatchCase(desk, caseId)
  await runTimer()
  const [message, ...others] = await toldTo(reporter)
  expect(others).toEqual([])
  expect(message).toMatchObject({ title: `已派给${DEPARTMENT}`, page: pageOf(caseId) })
  expect(message?.line).toMatch(new RegExp(`^${number} .*：已派给${DEPARTMENT}，预计 \\d{4}年.* 前处理$`))
  expect(await titlesTo(neighbour)).toEqual([`已派给${DEPARTMENT}`])
})

test('the timer tells nothing twice, also when two run at once', async () => {
  await dispatchCase(desk, caseId)
  await Promise.all([runTimer(), runTimer(), runTimer()])
  await runTimer()
  expect(await titlesTo(reporter)).toEqual([`已派给${DEPARTMENT}`])
  expect(await titlesTo(neighbour)).toEqual([`已派给${DEPARTMENT}`])
})

test('who reported it is asked to rate it, and is not told what they did themselves', async () => {
  await dispatchCase(desk, caseId)
  await closeCase(cloud, desk, caseId)
  await runTimer()
  expect(await titlesTo(reporter)).toEqual(['已结案'])
  expect((await toldTo(reporter))[0]?.line).toContain('等你评价')
  expect((await toldTo(neighbour))[0]?.line).not.toContain('等你评价')
  const rating = { caseId, stars: 1, reasons: ['notDone' as const], words: '', photos: [] }
  expectValue(await reporter.reporting('rateCase', rating))
  await runTimer()
  expect(await titlesTo(reporter)).toEqual(['已结案'])
  expect((await titlesTo(neighbour))[0]).toBe('上报人不满意')
})

test('what staff settle among themselves is told to nobody', async () => {
  await act(desk.dispatcher, caseId, { act: 'note', words: '只给同事看', isInternal: true, photos: [] })
  await act(desk.dispatcher, caseId, { act: 'remind', words: '请尽快' })
  await runTimer()
  expect(await toldTo(reporter)).toEqual([])
})

test('a refusal is told with its reason, to those who joined as well', async () => {
  await act(desk.dispatcher, caseId, { act: 'refuse', words: '属于小区内部事务' })
  await runTimer()
  for (const person of [reporter, neighbour])
    expect((await toldTo(person))[0]).toMatchObject({
      title: '不予受理',
      line: expect.stringContaining('属于小区内部事务'),
    })
})

test('a merged case leads its people to where it went, and they hear of that one from then on', async () => {
  const target = await aReport(cloud, await cloud.person())
  await act(desk.dispatcher, caseId, { act: 'merge', intoCaseId: target.caseId })
  await runTimer()
  for (const person of [reporter, neighbour])
    expect((await toldTo(person))[0]).toMatchObject({ page: pageOf(target.caseId) })
  await dispatchCase(desk, target.caseId)
  await runTimer()
  for (const person of [reporter, neighbour])
    expect((await toldTo(person))[0]).toMatchObject({
      title: `已派给${DEPARTMENT}`,
      line: expect.stringContaining(target.number),
    })
})

test('of a case that more people follow than are read at once, each is told once', async () => {
  const followers = await cloud.people(Array.from({ length: 105 }, () => `oTest${randomUUID()}`))
  const following = { caseId, isFollowing: true }
  await Promise.all(followers.map(async (each) => expectValue(await each.reporting('followCase', following))))
  await dispatchCase(desk, caseId)
  await runTimer()
  const unread = await Promise.all(followers.map(async (each) => (await titlesTo(each)).length))
  expect(new Set(unread)).toEqual(new Set([1]))
})
