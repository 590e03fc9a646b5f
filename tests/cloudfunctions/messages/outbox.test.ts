import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { aCityAdministrator, expectValue } from '../../support/builders'
import { type Cloud, type Person, RESULTS_TEMPLATE, startCloud } from '../../support/cloud'
import { changedFunctions, SECOND_TIMER, WITHOUT_LEASE } from './variants'
import { appoint, inboxOf, publishFor, subscribe } from './writing'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let cloud: Cloud
let administrator: Person

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
})
afterEach(async () => {
  await cloud.control('openapi', { apiName: 'subscribeMessage.send', rule: null })
  await cloud.setClock(0)
})
afterAll(() => cloud?.stop())

const failSending = (fail: number) =>
  cloud.control('openapi', { apiName: 'subscribeMessage.send', rule: { fail } })

const isAgreed = async (person: Person, kind: string): Promise<boolean | undefined> =>
  expectValue(await person.messages('getSettings', {})).templates.find((template) => template.kind === kind)
    ?.isAgreed

/** What the person's own list says of how each message went, newest first. */
async function deliveries(person: Person): Promise<unknown[]> {
  const { sections } = expectValue(await person.messages('exportMyData', {}))
  return sections[0]?.items.map((item) => item.微信通知) ?? []
}

test('a message is sent once to who agreed, with its page, and to nobody else', async () => {
  const [wanting, other] = [await cloud.person(), await cloud.person()]
  await subscribe(wanting, 'roleGranted')
  for (const person of [wanting, other]) expectValue(await appoint(administrator, person))
  for (let run = 0; run < 3; run++) await cloud.runTimer('messages')
  const [message] = (await inboxOf(wanting)).messages
  expect(await cloud.messages(wanting)).toMatchObject([
    { templateId: 'role-granted', page: message?.page, values: { thing1: message?.title } },
  ])
  expect(await cloud.messages(other)).toEqual([])
  expect(await deliveries(wanting)).toEqual(['已发送'])
  expect(await deliveries(other)).toEqual(['未发送（没有同意接收）'])
  expect((await inboxOf(other)).messages).toHaveLength(1)
})

test('a `long` agreement holds for many messages, a `once` agreement for one', async () => {
  const person = await cloud.person()
  await subscribe(person, 'roleGranted')
  await subscribe(person, 'resultsPublished')
  for (let time = 0; time < 2; time++) {
    expectValue(await appoint(administrator, person))
    await publishFor(cloud, administrator, [person])
    for (const service of ['voting', 'messages'] as const) await cloud.runTimer(service)
    await cloud.setClock(0)
  }
  const sent = (await cloud.messages(person)).map(({ templateId }) => templateId).sort()
  expect(sent).toEqual([RESULTS_TEMPLATE, 'role-granted', 'role-granted'])
  expect([await isAgreed(person, 'roleGranted'), await isAgreed(person, 'resultsPublished')]).toEqual([
    true,
    false,
  ])
  expect((await inboxOf(person)).messages).toHaveLength(4)
})

test('in quiet hours a message waits for their end, though it stands in the inbox', async () => {
  const person = await cloud.person()
  await subscribe(person, 'roleGranted')
  const shanghai = new Date(Date.now() + 8 * HOUR)
  const minute = shanghai.getUTCHours() * 60 + shanghai.getUTCMinutes()
  const quietHours = { from: minute, until: (minute + 60) % 1440 }
  expectValue(await person.messages('setQuietHours', { quietHours }))
  expectValue(await appoint(administrator, person))
  await cloud.runTimer('messages')
  await cloud.setClock(58 * MINUTE)
  await cloud.runTimer('messages')
  expect(await cloud.messages(person)).toEqual([])
  expect((await inboxOf(person)).unread).toBe(1)
  await cloud.setClock(61 * MINUTE)
  await cloud.runTimer('messages')
  expect(await cloud.messages(person)).toHaveLength(1)
})

test('what WeChat says was not agreed to is not tried again, and a `once` agreement is over', async () => {
  const person = await cloud.person()
  await subscribe(person, 'roleGranted')
  await subscribe(person, 'resultsPublished')
  expectValue(await appoint(administrator, person))
  await publishFor(cloud, administrator, [person])
  await failSending(43101)
  for (const service of ['voting', 'messages'] as const) await cloud.runTimer(service)
  await cloud.control('openapi', { apiName: 'subscribeMessage.send', rule: null })
  await cloud.setClock(24 * HOUR)
  await cloud.runTimer('messages')
  expect(await cloud.messages(person)).toEqual([])
  expect(await deliveries(person)).toEqual(['未发送（没有同意接收）', '未发送（没有同意接收）'])
  expect([await isAgreed(person, 'roleGranted'), await isAgreed(person, 'resultsPublished')]).toEqual([
    true,
    false,
  ])
})

describe('when WeChat fails', () => {
  test('a message is tried again after a while, and sent once it works', async () => {
    const person = await cloud.person()
    await subscribe(person, 'roleGranted')
    expectValue(await appoint(administrator, person))
    await failSending(-1)
    await cloud.runTimer('messages')
    await cloud.control('openapi', { apiName: 'subscribeMessage.send', rule: null })
    await cloud.runTimer('messages')
    expect(await cloud.messages(person)).toEqual([])
    await cloud.setClock(2 * MINUTE)
    await cloud.runTimer('messages')
    expect(await cloud.messages(person)).toHaveLength(1)
    expect(await deliveries(person)).toEqual(['已发送'])
  })

  test('five times, it is given up', async () => {
    const person = await cloud.person()
    await subscribe(person, 'roleGranted')
    expectValue(await appoint(administrator, person))
    await failSending(-1)
    const states: unknown[] = []
    for (let day = 0; day < 5; day++) {
      await cloud.setClock(day * 24 * HOUR)
      await cloud.runTimer('messages')
      states.push(...(await deliveries(person)))
    }
    expect(states).toEqual(['等待发送', '等待发送', '等待发送', '等待发送', '发送失败'])
    await cloud.control('openapi', { apiName: 'subscribeMessage.send', rule: null })
    await cloud.setClock(6 * 24 * HOUR)
    await cloud.runTimer('messages')
    expect(await cloud.messages(person)).toEqual([])
  })
})

test('messages from before the time they are kept for are removed', async () => {
  const person = await cloud.person()
  expectValue(await appoint(administrator, person))
  await cloud.setClock(179 * 24 * HOUR)
  await cloud.runTimer('messages')
  expect((await inboxOf(person)).messages).toHaveLength(1)
  await cloud.setClock(181 * 24 * HOUR)
  await cloud.runTimer('messages')
  expect((await inboxOf(person)).messages).toEqual([])
})

test('with a broken configuration of templates everything waits, and the inbox still works', async () => {
  const person = await cloud.person()
  await subscribe(person, 'roleGranted')
  const file = path.join(cloud.folder, 'environment.json')
  const right = readFileSync(file, 'utf8')
  const restartWith = async (environment: string) => {
    await cloud.kill()
    writeFileSync(file, environment)
    await cloud.restart()
  }
  await restartWith(JSON.stringify({ ...JSON.parse(right), MESSAGE_TEMPLATES: '{"roleGranted":' }))
  expectValue(await appoint(administrator, person))
  await cloud.runTimer('messages')
  expect((await inboxOf(person)).messages).toHaveLength(1)
  expect(expectValue(await person.messages('getSettings', {})).templates).toEqual([])
  expect(await deliveries(person)).toEqual(['等待发送'])
  const logs = await fetch(`${cloud.url}/local/logs?contains=message%20templates`, {
    headers: { authorization: `Bearer ${person.token}` },
  })
  expect(await logs.text()).toContain('SyntaxError')
  await restartWith(right)
  await cloud.runTimer('messages')
  expect(await cloud.messages(person)).toHaveLength(1)
})

describe('two timers at once', () => {
  /** How often each of so many people was sent their one message. */
  async function sentByTwo(functions: string): Promise<number[]> {
    const doubled = await startCloud({ functions })
    try {
      const appointing = await aCityAdministrator(doubled)
      const both = () =>
        Promise.all(
          ['everyMinute', 'secondTimer'].map((trigger) =>
            doubled.control('timers', { function: 'messages', trigger }),
          ),
        )
      const people = await doubled.people(Array.from({ length: 40 }, (_, index) => `oTwoTimers${index}x`))
      for (const person of people) {
        await subscribe(person, 'roleGranted')
        expectValue(await appoint(appointing, person))
        // Both instances are there from now on, so that neither is late.
        if (person === people[0]) await both()
      }
      await both()
      return await Promise.all(people.map(async (person) => (await doubled.messages(person)).length))
    } finally {
      await doubled.stop()
      rmSync(functions, { recursive: true })
    }
  }

  test('send each message once', async () => {
    const sent = await sentByTwo(changedFunctions([SECOND_TIMER]))
    expect(sent).toEqual(sent.map(() => 1))
  })

  test('would send some twice without the lease', async () => {
    const sent = await sentByTwo(changedFunctions([SECOND_TIMER, WITHOUT_LEASE]))
    expect(sent.filter((times) => times > 1).length).toBeGreaterThan(0)
  })
})
