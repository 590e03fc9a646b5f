import { randomUUID } from 'node:crypto'
import { RATING_TIME } from '../../../contract/limits'
import { expectError, expectValue } from '../../support/builders'
import {
  aCaseDesk,
  aClosedCase,
  act,
  aReport,
  aReportPhoto,
  type CaseDesk,
  caseSeenBy,
  closeCase,
} from '../../support/cases'
import { type Cloud, type Person, startCloud } from '../../support/cloud'

const MINUTE = 60_000

let cloud: Cloud
let desk: CaseDesk
let reporter: Person
let caseId: string

beforeAll(async () => {
  cloud = await startCloud()
  desk = await aCaseDesk(cloud)
  reporter = await cloud.person()
})
beforeEach(async () => {
  caseId = await aClosedCase(cloud, desk, reporter)
})
afterEach(() => cloud.setClock(0))
afterAll(() => cloud?.stop())

interface Rating {
  stars: number
  reasons: ('quick' | 'notDone')[]
  words: string
  photos: string[]
}

const rate = (changes: Partial<Rating> = {}, person = reporter, requestId: string = randomUUID()) =>
  person.reporting(
    'rateCase',
    { caseId, stars: 5, reasons: [], words: '', photos: [], ...changes },
    requestId,
  )
const dissatisfied = { stars: 1, reasons: ['notDone' as const] }

test('a case is not rated by others, before it is closed, without a reason when dissatisfied, or too late', async () => {
  const others = expectError(await rate({}, await cloud.person()))
  expect(others.code).toBe('case_not_found')
  expect(expectError(await rate({ stars: 2 })).code).toBe('reason_needed')
  const open = await aReport(cloud, reporter)
  const early = { caseId: open.caseId, stars: 5, reasons: [], words: '', photos: [] }
  expect(expectError(await reporter.reporting('rateCase', early)).code).toBe('not_rateable')
  await cloud.setClock(RATING_TIME + MINUTE)
  expect(expectError(await rate()).code).toBe('rating_ended')
  expect((await caseSeenBy(reporter, caseId)).own).toMatchObject({ mayRate: false, rating: null })
})

test('a closed case waits for its rating, and has it afterwards', async () => {
  const { own } = await caseSeenBy(reporter, caseId)
  expect(own).toMatchObject({ mayRate: true, onDissatisfied: 'reopens', rating: null })
  const waiting = expectValue(await reporter.reporting('listMyReports', {}))
  expect(waiting.waitingForRating).toBeGreaterThan(0)
  expect(waiting.reports.find((report) => report.caseId === caseId)).toMatchObject({ waitsForRating: true })
  const rating = { stars: 4, reasons: ['quick' as const], words: '示例：来得很快' }
  expect(expectValue(await rate(rating))).toEqual({ outcome: 'recorded' })
  expect((await caseSeenBy(reporter, caseId)).own).toMatchObject({ mayRate: false, rating })
  const after = expectValue(await reporter.reporting('listMyReports', {}))
  expect(after.waitingForRating).toBe(waiting.waitingForRating - 1)
  // Everyone sees the stars, and none of the words, which nobody has checked.
  expect((await caseSeenBy(cloud.nobody, caseId)).steps.at(-1)).toMatchObject({ stars: 4, words: '' })
})

test('of ratings that come at once one counts, and the same one again has the same answer', async () => {
  const requestIds = Array.from({ length: 6 }, () => randomUUID())
  const answers = await Promise.all(requestIds.map((requestId) => rate(dissatisfied, reporter, requestId)))
  const counted = answers.findIndex(({ ok }) => ok)
  expect(answers.map((answer) => (answer.ok ? answer.value.outcome : answer.error.code)).sort()).toEqual([
    ...Array(5).fill('not_rateable'),
    'reopened',
  ])
  const again = await rate(dissatisfied, reporter, requestIds[counted])
  expect(expectValue(again)).toEqual({ outcome: 'reopened' })
  const { steps } = await caseSeenBy(reporter, caseId)
  expect(steps.filter((step) => step.act === 'dissatisfy')).toHaveLength(1)
})

test('dissatisfied for the first time it goes back to the same department, for the second time to the supervisor, then no further', async () => {
  const photos = [await aReportPhoto(cloud, reporter)]
  expect(expectValue(await rate({ stars: 2, words: '示例：还有一半', photos }))).toEqual({
    outcome: 'reopened',
  })
  const reopened = await caseSeenBy(reporter, caseId)
  expect(reopened).toMatchObject({ state: 'dispatched', closedAt: null, after: [] })
  expect(reopened.steps.map((step) => step.act).slice(-2)).toEqual(['close', 'dissatisfy'])
  expect(reopened.steps.at(-1)?.photos).toHaveLength(1)
  const mine = expectValue(
    await desk.handler.casework('listMine', {
      organisationId: desk.departmentId,
      order: 'deadline',
      of: 'department',
    }),
  )
  expect(mine.cases.map((each) => each.caseId)).toContain(caseId)

  await closeCase(cloud, desk, caseId)
  expect((await caseSeenBy(reporter, caseId)).own).toMatchObject({
    mayRate: true,
    onDissatisfied: 'supervised',
  })
  expect(expectValue(await rate(dissatisfied))).toEqual({ outcome: 'supervised' })
  expect((await caseSeenBy(reporter, caseId)).state).toBe('supervised')

  await act(desk.supervisor, caseId, { act: 'conclude', words: '已经现场看过' })
  expect((await caseSeenBy(reporter, caseId)).own).toMatchObject({
    mayRate: true,
    onDissatisfied: 'recorded',
  })
  expect(expectValue(await rate(dissatisfied))).toEqual({ outcome: 'recorded' })
  expect((await caseSeenBy(reporter, caseId)).state).toBe('closed')
})
