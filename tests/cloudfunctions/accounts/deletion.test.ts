import { randomUUID } from 'node:crypto'
import {
  aCampaign,
  aCityAdministrator,
  accountIdOf,
  aDistrictReviewer,
  expectError,
  expectValue,
  JINGAN,
  someRules,
} from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { signInAtDesk, startAtDesk, statusOf } from './deskSignIns'
import { verifyPhoneOf } from './verifying'

const CONTACT = { name: '示例人员', phone: '021-10000000' }
const SERVICES = [
  'accounts',
  'administration',
  'judging',
  'messages',
  'moderation',
  'nominations',
  'reporting',
  'voting',
] as const
const WEEK_AND_A_DAY = 8 * 24 * 3_600_000

let cloud: Cloud
let administrator: Person

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
})
afterEach(() => cloud.setClock(0))
afterAll(() => cloud?.stop())

const confirmation = '注销账号' as const
const remove = (person: Person, requestId?: string) =>
  person.accounts('deleteAccount', { confirmation }, requestId)
const runTimers = async () => {
  for (const service of SERVICES) await cloud.runTimer(service)
}

async function keptOf(person: Person) {
  const { sections } = expectValue(await person.accounts('exportMyData', {}))
  return Object.fromEntries(sections.map(({ title, items }) => [title, items]))
}

const nothingOf = async (person: Person) => ({
  账号: [{ 编号: await accountIdOf(person), 手机号: null, 验证时间: null, 第一次使用: null }],
  联系方式: [],
  登录过的设备: [],
})

async function aPersonWithEverything(number = '10013572468'): Promise<Person> {
  const person = await cloud.person()
  await verifyPhoneOf(cloud, person, number)
  expectValue(await person.accounts('saveContact', { contact: CONTACT }))
  return person
}

describe('refused', () => {
  test('without the words that say it', async () => {
    const person = await aPersonWithEverything()
    const careless = await person.accounts('deleteAccount', { confirmation: '注销' as typeof confirmation })
    expect(expectError(careless)).toMatchObject({ code: 'invalid_input', fields: [{ path: 'confirmation' }] })
    expect((await keptOf(person)).联系方式).toHaveLength(1)
  })

  test('while a role holds, and no longer', async () => {
    const reviewer = await aDistrictReviewer(cloud, administrator, JINGAN)
    expectValue(await reviewer.accounts('saveContact', { contact: CONTACT }))
    expect(expectError(await remove(reviewer)).code).toBe('still_staff')
    expect((await keptOf(reviewer)).联系方式).toHaveLength(1)
  })
})

test('a person can read what is kept of them', async () => {
  const person = await aPersonWithEverything()
  await signInAtDesk(cloud, person)
  expect(await keptOf(person)).toEqual({
    账号: [
      {
        编号: await accountIdOf(person),
        手机号: '100******68',
        验证时间: expect.stringMatching(/^\d{4}年\d{1,2}月\d{1,2}日 \d{2}:\d{2}$/),
        第一次使用: null,
      },
    ],
    联系方式: [{ 姓名: CONTACT.name, 电话: CONTACT.phone }],
    登录过的设备: [
      expect.objectContaining({ 设备: 'Chrome · Windows', 网络地址: '127.0.0.1', 退出时间: null }),
    ],
  })
})

test('a deleted account has no phone, no contact and no device, and its desks are out at once', async () => {
  const person = await aPersonWithEverything()
  const { token, code, secret } = await signInAtDesk(cloud, person)
  expectValue(await remove(person))
  expect(await keptOf(person)).toEqual(await nothingOf(person))
  expect(await statusOf(cloud, token)).toBe(401)
  const again = await cloud.desk().accounts('finishDeskSignIn', { code, secret })
  expect(expectError(again).code).toBe('sign_in_expired')
})

test('a browser that fetches its session while the account is deleted stays out', async () => {
  const action = 'database.insertDocument'
  for (let round = 0; round < 12; round++) {
    const person = await cloud.person()
    const { code, secret } = await startAtDesk(cloud)
    expectValue(await person.accounts('answerDeskSignIn', { code, answer: 'confirm' }))
    // Its first try to open the session is lost, and the pause before the next leaves time for the deletion.
    const fault = { action, collection: 'deskSessions', count: 1, effect: 'dropBeforeWrite' }
    await cloud.control('faults', { failAfter: fault })
    const [finished] = await Promise.all([
      cloud.desk().accounts('finishDeskSignIn', { code, secret }),
      remove(person),
    ])
    if (finished.ok && finished.value.state === 'signedIn')
      expect(await statusOf(cloud, finished.value.token)).toBe(401)
    expect((await keptOf(person)).登录过的设备).toEqual([])
  }
})

test('the same request, and many at once, delete once; the first answer stays', async () => {
  const person = await aPersonWithEverything()
  const requestId = randomUUID()
  const answers = await Promise.all(Array.from({ length: 4 }, () => remove(person, requestId)))
  expect(new Set(answers.map((answer) => expectValue(answer).deletedAt)).size).toBe(1)
  expectValue(await remove(person))
})

test('whoever comes back begins anew, and is not forgotten again by the wish of before', async () => {
  const person = await aPersonWithEverything()
  expectValue(await remove(person))
  expectValue(await person.accounts('saveContact', { contact: CONTACT }))
  const { token } = await signInAtDesk(cloud, person)
  for (let minute = 0; minute < 2; minute++) await runTimers()
  const kept = await keptOf(person)
  expect([kept.联系方式, kept.登录过的设备]).toEqual([[expect.anything()], [expect.anything()]])
  expect(await statusOf(cloud, token)).toBe(200)
  expectValue(await remove(person))
  expect(await keptOf(person)).toEqual(await nothingOf(person))
})

test('what is given after a wish that is still being settled is not its to take', async () => {
  const person = await aPersonWithEverything()
  const fault = { collection: 'forgetting', count: 1, effect: 'dropBeforeWrite' }
  await cloud.control('faults', { failAfter: { action: 'database.modifyDocument', ...fault } })
  expect(expectError(await remove(person)).code).toBe('busy')
  expectValue(await person.accounts('saveContact', { contact: CONTACT }))
  const { token } = await signInAtDesk(cloud, person)
  await runTimers()
  expect((await keptOf(person)).联系方式).toHaveLength(1)
  expect(await statusOf(cloud, token)).toBe(200)
})

test('the wish reaches every service, which strikes itself off', async () => {
  const person = await aPersonWithEverything()
  await signInAtDesk(cloud, person)
  const inbox = async () => expectValue(await person.messages('listMessages', {})).messages
  expect(await inbox()).toHaveLength(1)
  expectValue(await remove(person))
  await runTimers()
  expect(await inbox()).toEqual([])
  const struckOff = async () => (await cloud.statistics())['database.modifyDocument']?.forgetting ?? 0
  const before = await struckOff()
  expect(before).toBeGreaterThanOrEqual(SERVICES.length)
  await runTimers()
  expect(await struckOff()).toBe(before)
})

test.each(['once', 'daily'] as const)(
  'ballots (%s) of a deleted account stay counted, and a second vote is still refused',
  async (period) => {
    const { campaignId, candidateIds } = await aCampaign(administrator, {
      rules: someRules({ identity: 'phone', period, runningCounts: 'hidden' }),
    })
    const choices = [candidateIds[0] as string]
    const person = await aPersonWithEverything(`1001357${period.length}469`)
    const { trackingCode } = expectValue(await person.voting('castBallot', { campaignId, choices }))
    expectValue(await remove(person))
    await runTimers()
    const vote = () => person.voting('castBallot', { campaignId, choices })
    expect(expectError(await vote()).code).toBe('phone_needed')
    // The same number again, and another one: the ballot is found by either.
    for (const number of [`1001357${period.length}469`, `1001357${period.length}460`]) {
      await verifyPhoneOf(cloud, person, number)
      expect(expectError(await vote()).code).toBe('already_voted')
    }
    expectValue(await person.voting('checkReceipt', { trackingCode }))
    await cloud.setClock(WEEK_AND_A_DAY)
    let recount = expectValue(await administrator.voting('recount', { campaignId }))
    while (recount.state === 'running') {
      const { recountId } = recount
      recount = expectValue(await administrator.voting('recount', { campaignId, recountId }))
    }
    expect(recount).toMatchObject({ state: 'equal', ballotsCounted: 1 })
  },
)

test('whoever cancels their consent in WeChat is forgotten alike, and a repeated message does nothing', async () => {
  const person = await aPersonWithEverything()
  const { token } = await signInAtDesk(cloud, person)
  const CreateTime = Math.floor(Date.now() / 1000)
  const message = {
    MsgType: 'event',
    Event: 'user_authorization_cancellation',
    OpenID: person.openid,
    CreateTime,
  }
  for (let time = 0; time < 2; time++)
    expect(await cloud.control('push', { message })).toEqual({ result: 'success' })
  expect(await keptOf(person)).toEqual(await nothingOf(person))
  expect(await statusOf(cloud, token)).toBe(401)
})

test('staff who cancel lose their data and keep their role, for an administrator to end', async () => {
  const reviewer = await aDistrictReviewer(cloud, administrator, JINGAN)
  expectValue(await reviewer.accounts('saveContact', { contact: CONTACT }))
  const message = { MsgType: 'event', Event: 'user_authorization_cancellation', OpenID: reviewer.openid }
  await cloud.control('push', { message })
  expect(await keptOf(reviewer)).toEqual(await nothingOf(reviewer))
  expect(expectValue(await reviewer.accounts('getMe', {})).grants).toHaveLength(1)
})

test.each([
  ['removeDocument', 'accounts', 'dropBeforeWrite'],
  ['removeDocument', 'accounts', 'dropAfterWrite'],
  ['removeDocument', 'deskSignIns', 'dropBeforeWrite'],
  ['removeDocument', 'deskSessions', 'dropBeforeWrite'],
  ['removeDocument', 'forgetting', 'dropBeforeWrite'],
  ['modifyDocument', 'forgetting', 'dropBeforeWrite'],
  ['modifyDocument', 'forgetting', 'dropAfterWrite'],
] as const)(
  'a deletion that ends at %s of %s (%s) is brought to its end by the timer',
  async (name, collection, effect) => {
    const person = await aPersonWithEverything()
    const { token } = await signInAtDesk(cloud, person)
    const action = `database.${name}`
    await cloud.control('faults', { failAfter: { action, collection, count: 1, effect } })
    const requestId = randomUUID()
    expect(expectError(await remove(person, requestId)).code).toBe('busy')
    await cloud.runTimer('accounts')
    expect(await keptOf(person)).toEqual(await nothingOf(person))
    expect(await statusOf(cloud, token)).toBe(401)
    expectValue(await remove(person, requestId))
  },
)

test.each(['dropBeforeWrite', 'dropAfterWrite'])(
  'a wish whose writing is not answered (%s) is written once',
  async (effect) => {
    const person = await aPersonWithEverything()
    const action = 'database.insertDocument'
    await cloud.control('faults', { failAfter: { action, collection: 'forgetting', count: 1, effect } })
    expectValue(await remove(person))
    expect(await keptOf(person)).toEqual(await nothingOf(person))
  },
)

const KILLS = 5

test('killed at some moment of a deletion, the cloud has kept everything or forgets it by itself', async () => {
  for (let kill = 0; kill < KILLS; kill++) {
    const person = await aPersonWithEverything()
    const asked = remove(person).catch(() => null)
    await new Promise((resolve) => setTimeout(resolve, kill * 8))
    await cloud.kill()
    await cloud.restart()
    const answer = await asked
    await cloud.runTimer('accounts')
    const kept = await keptOf(person)
    const isForgotten = JSON.stringify(kept) === JSON.stringify(await nothingOf(person))
    if (answer) expect([kill, isForgotten]).toEqual([kill, true])
    else if (!isForgotten) expect(kept.联系方式).toEqual([{ 姓名: CONTACT.name, 电话: CONTACT.phone }])
  }
})
