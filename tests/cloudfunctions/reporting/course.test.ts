import { randomUUID } from 'node:crypto'
import { expectError, expectValue } from '../../support/builders'
import {
  aCaseDesk,
  aClosedCase,
  act,
  aReport,
  aReportPhoto,
  type CaseDesk,
  caseSeenBy,
  DEPARTMENT,
  dispatchCase,
  passTheCheck,
} from '../../support/cases'
import { type Cloud, type Person, startCloud } from '../../support/cloud'

/** What people see of the course of a case, and what who reported it adds to it. */

let cloud: Cloud
let desk: CaseDesk
let reporter: Person
let neighbour: Person

beforeAll(async () => {
  cloud = await startCloud()
  desk = await aCaseDesk(cloud)
  reporter = await cloud.person()
  neighbour = await cloud.person()
})
afterAll(() => cloud?.stop())

const stepsSeenBy = async (person: Pick<Person, 'reporting'>, caseId: string) =>
  (await caseSeenBy(person, caseId)).steps
const remark = (person: Person, caseId: string, photos: string[] = [], requestId?: string) =>
  person.reporting('addRemark', { caseId, words: '示例：后面也有一堆', photos }, requestId)
const withdraw = (person: Person, caseId: string, requestId?: string) =>
  person.reporting('withdrawCase', { caseId }, requestId)

test('everyone sees each step in its time, by which kind of person, and nobody by name', async () => {
  const caseId = await aClosedCase(cloud, desk, reporter)
  const steps = await stepsSeenBy(cloud.nobody, caseId)
  expect(steps.map(({ act, by, state }) => [act, by, state])).toEqual([
    ['report', 'reporter', 'reported'],
    ['accept', 'dispatcher', 'accepted'],
    ['file', 'dispatcher', 'filed'],
    ['dispatch', 'dispatcher', 'dispatched'],
    ['take', 'handler', 'handling'],
    ['handle', 'handler', 'handled'],
    ['verify', 'dispatcher', 'verified'],
    ['close', 'dispatcher', 'closed'],
  ])
  expect(steps.at(-1)).toMatchObject({ words: '垃圾已清走，谢谢', departmentName: DEPARTMENT, photos: [] })
  expect(JSON.stringify(steps)).not.toContain('示例工作人员')
  const seen = await caseSeenBy(cloud.nobody, caseId)
  expect(seen).toMatchObject({ relation: null, own: null, state: 'closed', isOverdue: false })
  expect(seen.after).toHaveLength(1)
})

test('what staff settle among themselves is in nobody’s view of the case', async () => {
  const { caseId } = await aReport(cloud, reporter)
  await dispatchCase(desk, caseId)
  await act(desk.dispatcher, caseId, { act: 'remind', words: '请尽快处理' })
  await act(desk.dispatcher, caseId, { act: 'note', words: '只给同事看', isInternal: true, photos: [] })
  await act(desk.dispatcher, caseId, { act: 'note', words: '给大家看', isInternal: false, photos: [] })
  await act(desk.handler, caseId, { act: 'take' })
  await act(desk.handler, caseId, { act: 'askExtension', hours: 8, words: '材料没到' })
  await act(desk.dispatcher, caseId, { act: 'decline', words: '今天就能做' })
  for (const person of [cloud.nobody, reporter]) {
    const acts = (await stepsSeenBy(person, caseId)).map((step) => step.act)
    expect(acts).toEqual(['report', 'accept', 'file', 'dispatch', 'note', 'take'])
  }
})

test('what the reporter adds is for the reporter and staff, and not for others', async () => {
  const { caseId } = await aReport(cloud, reporter)
  const photos = [await aReportPhoto(cloud, reporter)]
  expectValue(await remark(reporter, caseId, photos))
  await passTheCheck(cloud)
  expect((await stepsSeenBy(cloud.nobody, caseId)).at(-1)).toMatchObject({ words: '', photos: [] })
  const own = (await stepsSeenBy(reporter, caseId)).at(-1)
  expect(own).toMatchObject({ act: 'remark', words: '示例：后面也有一堆' })
  expect(own?.photos).toHaveLength(1)
})

test('a remark that is sent again, or twice at once, stands there once', async () => {
  const { caseId } = await aReport(cloud, reporter)
  const photos = [await aReportPhoto(cloud, reporter)]
  const requestId = randomUUID()
  const send = () => remark(reporter, caseId, photos, requestId)
  const [one, other] = await Promise.all([send(), send()])
  expect(expectValue(other)).toEqual(expectValue(one))
  expect(expectValue(await send())).toEqual(expectValue(one))
  expect((await stepsSeenBy(reporter, caseId)).map((step) => step.act)).toEqual(['report', 'remark'])
})

test('only who reported a case adds to it or withdraws it, and only while that is of use', async () => {
  const { caseId } = await aReport(cloud, reporter)
  expect(expectError(await remark(neighbour, caseId)).code).toBe('case_not_found')
  expect(expectError(await withdraw(neighbour, caseId)).code).toBe('case_not_found')
  await dispatchCase(desk, caseId)
  expect(expectError(await withdraw(reporter, caseId)).code).toBe('not_withdrawable')
  const closed = await aClosedCase(cloud, desk, reporter)
  expect(expectError(await remark(reporter, closed)).code).toBe('case_not_open')
})

test('a withdrawn case is seen by those who had part in it', async () => {
  const { caseId } = await aReport(cloud, reporter)
  expectValue(await neighbour.reporting('joinCase', { caseId }))
  const requestId = randomUUID()
  const first = expectValue(await withdraw(reporter, caseId, requestId))
  expect(expectValue(await withdraw(reporter, caseId, requestId))).toEqual(first)
  expect(expectError(await withdraw(reporter, caseId)).code).toBe('not_withdrawable')
  expect(await caseSeenBy(reporter, caseId)).toMatchObject({ state: 'withdrawn', relation: 'reporter' })
  expect(await caseSeenBy(neighbour, caseId)).toMatchObject({ state: 'withdrawn', relation: 'joined' })
  expect(expectError(await cloud.nobody.reporting('getCase', { caseId })).code).toBe('case_not_found')
})

test('the list of one’s own goes on page by page, reports and joined cases in one order of time', async () => {
  const person = await cloud.person()
  const expected: string[] = []
  for (let index = 0; index < 24; index++) {
    const isOwn = index % 2 === 0
    const { caseId } = await aReport(cloud, isOwn ? person : reporter)
    if (!isOwn) expectValue(await person.reporting('joinCase', { caseId }))
    expected.unshift(caseId)
  }
  const found: string[] = []
  for (let after: string | undefined; ; ) {
    const { reports, next } = expectValue(
      await person.reporting('listMyReports', after === undefined ? {} : { after }),
    )
    found.push(...reports.map(({ caseId }) => caseId))
    if (next === null) break
    after = next
  }
  expect(found).toEqual(expected)
})
