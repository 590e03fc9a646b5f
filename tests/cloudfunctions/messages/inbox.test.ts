import { randomUUID } from 'node:crypto'
import { UNREAD_SHOWN } from '../../../contract/limits'
import { aCityAdministrator, expectError, expectValue } from '../../support/builders'
import { type Cloud, MESSAGE_TEMPLATES, type Person, RESULTS_TEMPLATE, startCloud } from '../../support/cloud'
import { appoint, inboxOf, publishFor, subscribe } from './writing'

let cloud: Cloud
let administrator: Person

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
})
afterEach(() => cloud.setClock(0))
afterAll(() => cloud?.stop())

async function appointTimes(person: Person, times: number): Promise<void> {
  for (let time = 0; time < times; time++) expectValue(await appoint(administrator, person))
}

describe('refused', () => {
  test('nobody without a WeChat account has an inbox or settings', async () => {
    const { messages } = cloud.nobody
    const answers = await Promise.all([
      messages('listMessages', {}),
      messages('countUnread', {}),
      messages('markRead', {}),
      messages('getSettings', {}),
      messages('setQuietHours', { quietHours: null }),
      messages('agree', { kind: 'resultsPublished', templateId: RESULTS_TEMPLATE }),
      messages('exportMyData', {}),
    ])
    for (const answer of answers) expect(expectError(answer).code).toBe('not_signed_in')
  })

  test('a template that is not configured for this kind cannot be agreed to', async () => {
    const person = await cloud.person()
    const agree = async (kind: 'roleGranted' | 'contentHidden', templateId: string) =>
      expectError(await person.messages('agree', { kind, templateId })).code
    expect(await agree('roleGranted', RESULTS_TEMPLATE)).toBe('template_not_found')
    expect(await agree('contentHidden', 'nothing')).toBe('template_not_found')
  })

  test.each([
    { from: -1, until: 0 },
    { from: 0, until: 1440 },
    { from: 1.5, until: 3 },
  ])('hours outside the clock: %j', async (quietHours) => {
    const person = await cloud.person()
    expect(expectError(await person.messages('setQuietHours', { quietHours })).code).toBe('invalid_input')
  })
})

describe('the inbox', () => {
  test('shows the newest first, page by page, with what is unread', async () => {
    const person = await cloud.person()
    await appointTimes(person, 23)
    const first = await inboxOf(person)
    expect(first).toMatchObject({ unread: 23, next: expect.any(String) })
    const second = expectValue(await person.messages('listMessages', { after: first.next as string }))
    expect([first.messages.length, second.messages.length, second.next]).toEqual([20, 3, null])
    const all = [...first.messages, ...second.messages]
    const times = all.map(({ createdAt }) => createdAt)
    expect(times).toEqual([...times].sort((one, other) => other - one))
    expect(new Set(all.map(({ messageId }) => messageId)).size).toBe(23)
    expect(all[0]).toEqual({
      messageId: expect.any(String),
      kind: 'roleGranted',
      title: expect.stringContaining('审核员'),
      line: expect.any(String),
      page: expect.any(String),
      createdAt: expect.any(Number),
      isRead: false,
    })
  })

  test('counts unread messages up to what a badge shows', async () => {
    const person = await cloud.person()
    await appointTimes(person, UNREAD_SHOWN + 2)
    expect(expectValue(await person.messages('countUnread', {})).unread).toBe(UNREAD_SHOWN)
    expect(expectValue(await person.messages('markRead', {})).unread).toBe(0)
  })

  test('tells of one appointment once, however often the request arrives', async () => {
    const person = await cloud.person()
    const requestId = randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => appoint(administrator, person, requestId)),
    )
    expect(answers.some(({ ok }) => ok)).toBe(true)
    expect((await inboxOf(person)).messages).toHaveLength(1)
  })
})

describe('marking as read', () => {
  test('marks the named ones or all, and nothing of another person', async () => {
    const [person, other] = [await cloud.person(), await cloud.person()]
    await appointTimes(person, 3)
    await appointTimes(other, 1)
    const [newest] = (await inboxOf(person)).messages
    const [foreign] = (await inboxOf(other)).messages
    const messageIds = [newest?.messageId as string, foreign?.messageId as string]
    expect(expectValue(await person.messages('markRead', { messageIds })).unread).toBe(2)
    expect((await inboxOf(person)).messages.map(({ isRead }) => isRead)).toEqual([true, false, false])
    expect((await inboxOf(other)).unread).toBe(1)
    expect(expectValue(await person.messages('markRead', {})).unread).toBe(0)
    expect((await inboxOf(other)).unread).toBe(1)
  })

  test('at the same moment in many places comes to the same, while new ones arrive', async () => {
    const person = await cloud.person()
    await appointTimes(person, 5)
    const messageIds = (await inboxOf(person)).messages.map(({ messageId }) => messageId)
    const [, ...answers] = await Promise.all([
      appoint(administrator, person),
      ...Array.from({ length: 8 }, () => person.messages('markRead', { messageIds })),
    ])
    for (const answer of answers) expectValue(answer)
    const after = await inboxOf(person)
    expect(after.unread).toBe(1)
    expect(after.messages.filter(({ isRead }) => isRead)).toHaveLength(5)
  })
})

describe('settings', () => {
  test('name every configured template, and the night as quiet until somebody says otherwise', async () => {
    const person = await cloud.person()
    const { templates, quietHours } = expectValue(await person.messages('getSettings', {}))
    expect(quietHours).toEqual({ from: 1320, until: 420 })
    expect(templates).toEqual(
      Object.entries(MESSAGE_TEMPLATES).map(([kind, { templateId, term }]) => ({
        kind,
        templateId,
        term,
        isAgreed: false,
      })),
    )
    for (const hours of [{ from: 0, until: 60 }, null, { from: 780, until: 840 }]) {
      expectValue(await person.messages('setQuietHours', { quietHours: hours }))
      expect(expectValue(await person.messages('getSettings', {})).quietHours).toEqual(hours)
    }
  })

  test('remember an agreement given at the same moment in many places as one', async () => {
    const person = await cloud.person()
    const agree = () => person.messages('agree', { kind: 'roleGranted', templateId: 'role-granted' })
    for (const answer of await Promise.all(Array.from({ length: 10 }, agree)))
      expect(expectValue(answer)).toEqual({ isAgreed: true })
    const { templates } = expectValue(await person.messages('getSettings', {}))
    expect(templates.filter(({ isAgreed }) => isAgreed).map(({ kind }) => kind)).toEqual(['roleGranted'])
    const { sections } = expectValue(await person.messages('exportMyData', {}))
    expect(sections[1]?.items).toHaveLength(1)
  })
})

test('one’s own messages, agreements and quiet hours can be read as words, and hold no openid', async () => {
  const person = await cloud.person()
  await subscribe(person, 'resultsPublished')
  await subscribe(person, 'roleGranted')
  await appointTimes(person, 1)
  await publishFor(cloud, administrator, [person])
  for (const service of ['voting', 'messages'] as const) await cloud.runTimer(service)
  const { sections } = expectValue(await person.messages('exportMyData', {}))
  const time = expect.stringMatching(/^\d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d$/)
  const read = { 时间: time, 内容: expect.any(String), 已读: '否', 微信通知: '已发送' }
  expect(sections).toEqual([
    {
      title: '收到的消息',
      items: [
        { ...read, 类别: '结果公布', 标题: '示例选树活动' },
        { ...read, 类别: '获得职责', 标题: '你被任命为审核员' },
      ],
    },
    { title: '同意接收的通知', items: [{ 通知: '获得职责', 方式: '长期', 同意时间: time }] },
    { title: '免打扰时间', items: [{ 免打扰: '没有设置' }] },
  ])
  expect(JSON.stringify(sections)).not.toContain(person.openid)
  expectValue(await person.messages('setQuietHours', { quietHours: { from: 1290, until: 425 } }))
  const again = expectValue(await person.messages('exportMyData', {})).sections
  expect(again[2]?.items).toEqual([{ 开始: '21:30', 结束: '07:05' }])
})
