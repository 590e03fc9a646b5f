import { randomUUID } from 'node:crypto'
import { DESK_SESSION_TIME, DESK_SIGN_IN_TIME } from '../../../contract/limits'
import { accountIdOf, expectError, expectValue } from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { DEVICE, signInAtDesk, startAtDesk, statusAtDesk, statusOf } from './deskSignIns'

let cloud: Cloud
let person: Person

beforeAll(async () => {
  cloud = await startCloud()
})
beforeEach(async () => {
  person = await cloud.person()
})
afterEach(() => cloud.setClock(0))
afterAll(() => cloud?.stop())

const finish = (code: string, secret: string) => cloud.desk().accounts('finishDeskSignIn', { code, secret })
const answer = (who: Person, code: string, given: 'confirm' | 'refuse') =>
  who.accounts('answerDeskSignIn', { code, answer: given })

describe('refused', () => {
  test('a code that nobody was shown, whatever one does with it', async () => {
    const code = 'ZZZZ-ZZZZ'
    expect(expectError(await person.accounts('getDeskSignIn', { code })).code).toBe('sign_in_expired')
    expect(expectError(await answer(person, code, 'confirm')).code).toBe('sign_in_expired')
    expect(expectError(await finish(code, 'x'.repeat(26))).code).toBe('sign_in_expired')
  })

  test('a browser that knows the code and not the secret, also once it is confirmed', async () => {
    const { code, secret } = await startAtDesk(cloud)
    const wrong = [...secret].reverse().join('')
    expect(expectError(await finish(code, wrong)).code).toBe('sign_in_expired')
    expectValue(await answer(person, code, 'confirm'))
    expect(expectError(await finish(code, wrong)).code).toBe('sign_in_expired')
    expect(expectValue(await finish(code, secret)).state).toBe('signedIn')
  })

  test('a sign-in that waited too long, at the phone and at the desk', async () => {
    const { code, secret } = await startAtDesk(cloud)
    expect(expectValue(await finish(code, secret))).toEqual({ state: 'waiting' })
    await cloud.setClock(DESK_SIGN_IN_TIME + 1000)
    expect(expectError(await person.accounts('getDeskSignIn', { code })).code).toBe('sign_in_expired')
    expect(expectError(await answer(person, code, 'confirm')).code).toBe('sign_in_expired')
    expect(expectError(await finish(code, secret)).code).toBe('sign_in_expired')
  })

  test('a browser whose person refused', async () => {
    const { code, secret } = await startAtDesk(cloud)
    expectValue(await answer(person, code, 'refuse'))
    expect(expectError(await finish(code, secret)).code).toBe('sign_in_refused')
    expect(expectError(await answer(person, code, 'confirm')).code).toBe('sign_in_expired')
  })

  test('a second person, and the first one who changes their mind', async () => {
    const { code } = await startAtDesk(cloud)
    expectValue(await answer(person, code, 'confirm'))
    expectValue(await answer(person, code, 'confirm'))
    expect(expectError(await answer(await cloud.person(), code, 'confirm')).code).toBe('sign_in_expired')
    expect(expectError(await answer(person, code, 'refuse')).code).toBe('sign_in_expired')
  })

  test('trying codes: after 20 one has to wait', async () => {
    const codes = []
    for (let attempt = 0; attempt < 60; attempt++)
      codes.push(await person.accounts('getDeskSignIn', { code: `AAAA${String(attempt).padStart(4, '0')}` }))
    expect(codes.at(-1)).toMatchObject({ ok: false, error: { code: 'too_many_requests' } })
  })

  test('what belongs on a phone', async () => {
    const desk = cloud.desk((await signInAtDesk(cloud, person)).token)
    const { code } = await startAtDesk(cloud)
    const refused: { ok: boolean; error?: { code: string } }[] = [
      await desk.accounts('verifyPhone', { code: 'a-code-of-the-button' }),
      await desk.accounts('getDeskSignIn', { code }),
      await desk.accounts('answerDeskSignIn', { code, answer: 'confirm' }),
      await desk.accounts('deleteAccount', { confirmation: '注销账号' }),
      await desk.voting('castBallot', { campaignId: 'any', choices: ['any'] }),
    ]
    expect(refused.map(({ error }) => error?.code)).toEqual(refused.map(() => 'wechat_needed'))
  })

  test('a browser without a session, and one with a made-up one', async () => {
    expect(expectError(await cloud.desk().accounts('getMe', {})).code).toBe('not_signed_in')
    expect(await statusAtDesk(cloud, {})).toBe(200)
    expect(await statusOf(cloud, 'A'.repeat(26))).toBe(401)
    expect(await statusOf(cloud, person.token)).toBe(401)
  })

  test('anything but POST', async () => {
    expect((await fetch(`${cloud.url}/web/accounts`)).status).toBe(405)
  })
})

test('the phone sees who asks, the person confirms, and the browser is that person', async () => {
  const { code, secret, expiresAt } = await startAtDesk(cloud)
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
  const seen = expectValue(await person.accounts('getDeskSignIn', { code }))
  expect(seen).toMatchObject({ device: DEVICE, requestAddress: '127.0.0.1', expiresAt })
  expectValue(await answer(person, code, 'confirm'))
  const finished = expectValue(await finish(code, secret))
  if (finished.state !== 'signedIn') throw new Error('the browser still waits')
  expect(Math.abs(finished.expiresAt - (Date.now() + DESK_SESSION_TIME))).toBeLessThan(10_000)
  const me = expectValue(await cloud.desk(finished.token).accounts('getMe', {}))
  expect(me.accountId).toBe(await accountIdOf(person))
})

test('a code typed by hand is forgiven its case, its spaces, and letters that look like digits', async () => {
  const { code } = await startAtDesk(cloud)
  const typed = `${code.slice(0, 4)} - ${code.slice(4)}`
    .toLowerCase()
    .replaceAll('0', 'o')
    .replaceAll('1', 'l')
  expect(expectValue(await person.accounts('getDeskSignIn', { code: typed })).device).toBe(DEVICE)
})

test('the same request to start is answered alike, and another one is not', async () => {
  const requestId = randomUUID()
  const start = (id: string) => cloud.desk().accounts('startDeskSignIn', { device: DEVICE }, id)
  const answers = await Promise.all(Array.from({ length: 8 }, () => start(requestId)))
  const started = answers.map((one) => expectValue(one))
  expect(new Set(started.map((one) => JSON.stringify(one))).size).toBe(1)
  const other = expectValue(await start(randomUUID()))
  expect([other.code, other.secret]).not.toEqual([started[0]?.code, started[0]?.secret])
})

test('of 16 people who confirm one code at once, exactly one is signed in', async () => {
  const { code, secret } = await startAtDesk(cloud)
  const people = await cloud.people(Array.from({ length: 16 }, () => `oPhone${randomUUID()}`))
  const answers = await Promise.all(people.map((each) => answer(each, code, 'confirm')))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  const winner = people[answers.findIndex(({ ok }) => ok)] as Person
  const finished = expectValue(await finish(code, secret))
  if (finished.state !== 'signedIn') throw new Error('the browser still waits')
  const me = expectValue(await cloud.desk(finished.token).accounts('getMe', {}))
  expect(me.accountId).toBe(await accountIdOf(winner))
  const devices = await Promise.all(
    people.map(async (each) => expectValue(await each.accounts('listDevices', {}))),
  )
  expect(devices.flatMap((one) => one.devices)).toHaveLength(1)
})

test('a confirmation and a refusal at once: one of them holds, for the browser too', async () => {
  const { code, secret } = await startAtDesk(cloud)
  const other = await cloud.person()
  const [confirmed, refused] = await Promise.all([
    answer(person, code, 'confirm'),
    answer(other, code, 'refuse'),
  ])
  expect([confirmed.ok, refused.ok].filter(Boolean)).toHaveLength(1)
  expect((await finish(code, secret)).ok).toBe(confirmed.ok)
})

test('a browser that asks 20 times at once gets one session, and its person one message', async () => {
  const { code, secret } = await startAtDesk(cloud)
  expectValue(await answer(person, code, 'confirm'))
  const answers = await Promise.all(Array.from({ length: 20 }, () => finish(code, secret)))
  expect(new Set(answers.map((one) => JSON.stringify(expectValue(one)))).size).toBe(1)
  expect(expectValue(await person.accounts('listDevices', {})).devices).toHaveLength(1)
  const inbox = expectValue(await person.messages('listMessages', {})).messages
  expect(inbox.map(({ kind, page }) => [kind, page])).toEqual([
    ['deskSignedIn', 'features/accounts/pages/devices/index'],
  ])
  expect(inbox[0]?.line).toContain(DEVICE)
})

test('a session that was opened late lasts no longer: it counts from the confirmation', async () => {
  const { code, secret } = await startAtDesk(cloud)
  expectValue(await answer(person, code, 'confirm'))
  await cloud.setClock(DESK_SIGN_IN_TIME * 2)
  const finished = expectValue(await finish(code, secret))
  if (finished.state !== 'signedIn') throw new Error('the browser still waits')
  expect(Math.abs(finished.expiresAt - (Date.now() + DESK_SESSION_TIME))).toBeLessThan(10_000)
})

test('an event that looks like HTTP access is, from a person, an ordinary call of that person', async () => {
  const { token } = await signInAtDesk(cloud, person)
  const stranger = await cloud.person()
  const event = {
    httpMethod: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ method: 'getMe', input: {} }),
  }
  const forged = await cloud.send('accounts', event, stranger.token)
  expect(forged.body).toEqual({ result: { ok: false, error: { code: 'unknown_method' } } })
  const { body } = await cloud.send('accounts', { ...event, method: 'getMe', input: {} }, stranger.token)
  expect(body).toMatchObject({ result: { ok: true, value: { accountId: await accountIdOf(stranger) } } })
})
