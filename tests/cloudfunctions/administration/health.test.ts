import {
  aCampaign,
  aCityAdministrator,
  aStaffMember,
  expectError,
  expectValue,
  SHANGHAI,
} from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'

let cloud: Cloud
let administrator: Person
let operator: Person

const DAY = 86_400_000

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
  operator = await aStaffMember(cloud, administrator, 'operator', SHANGHAI)
})
afterEach(async () => {
  await cloud.setClock(0)
  await cloud.control('faults', {})
})
afterAll(() => cloud?.stop())

const health = async (who = operator) =>
  expectValue(await who.administration('getHealth', { placeCode: SHANGHAI }))

test('a city without trouble says so', async () => {
  const { problems, outbox } = await health()
  expect(problems).toEqual([])
  expect(outbox).toMatchObject({ failed: 0 })
})

test('each timer tells when it last ran and how it went', async () => {
  const services = ['accounts', 'administration', 'judging', 'messages', 'moderation', 'voting'] as const
  for (const service of services) await cloud.runTimer(service)
  const { timers, now } = await health()
  expect(timers.map(({ service, outcome }) => [service, outcome]).sort()).toEqual(
    services.map((service) => [service, 'ok']),
  )
  for (const { lastRunAt } of timers) expect(now - lastRunAt).toBeLessThan(60_000)
})

test('messages that wait are counted until they are sent', async () => {
  await cloud.runTimer('messages')
  const citizen = await cloud.person()
  const { accountId } = expectValue(await citizen.accounts('getMe', {}))
  const grant = { accountId, name: '示例人员', role: 'auditor', placeCode: SHANGHAI, endsAt: null } as const
  expectValue(await administrator.administration('grantRole', grant))
  expect((await health()).outbox).toMatchObject({ waiting: 1, oldestDueAt: expect.any(Number) })
  // Quiet hours may hold it back for a night, but no longer.
  await cloud.setClock(DAY / 2)
  await cloud.runTimer('messages')
  expect((await health()).outbox).toMatchObject({ waiting: 0 })
})

test('a call that failed stands among the problems with the number that the person was shown', async () => {
  const { campaignId } = await aCampaign(administrator, { candidates: 1 })
  await cloud.control('faults', {
    failAfter: {
      action: 'database.modifyDocument',
      collection: 'campaigns',
      count: 1,
      effect: 'dropBeforeWrite',
    },
  })
  const error = expectError(await administrator.voting('closeVoting', { campaignId, reason: '测试' }))
  if (!('requestId' in error)) throw new Error(`expected a defect, got ${error.code}`)
  const { problems } = expectValue(await operator.administration('listProblems', { placeCode: SHANGHAI }))
  expect(problems[0]).toMatchObject({
    service: 'voting',
    method: 'closeVoting',
    requestId: error.requestId,
  })
  expect((await health()).problems).toContainEqual(
    expect.objectContaining({ service: 'voting', method: 'closeVoting', number: 1 }),
  )
  await cloud.setClock(DAY + 60_000)
  expect((await health()).problems).toEqual([])
})

test('problems are kept a month and then removed by the timer', async () => {
  const before = expectValue(await operator.administration('listProblems', { placeCode: SHANGHAI }))
  expect(before.problems.length).toBeGreaterThan(0)
  await cloud.setClock(31 * DAY)
  await cloud.runTimer('administration')
  const after = expectValue(await operator.administration('listProblems', { placeCode: SHANGHAI }))
  expect(after.problems).toEqual([])
})
