import { randomUUID } from 'node:crypto'
import { expectError, expectValue, SHANGHAI } from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { phoneCodeOf, verifyPhoneOf } from './verifying'

let cloud: Cloud

beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud?.stop())

const revoke = (person: Person, revokeInfo: unknown) =>
  cloud.control('push', {
    message: {
      MsgType: 'event',
      Event: 'user_authorization_revoke',
      OpenID: person.openid,
      RevokeInfo: revokeInfo,
    },
  })
const maskOf = async (person: Person) => expectValue(await person.accounts('getMe', {})).phoneMask

test('somebody new has no phone and no roles, and learns where the deployment is', async () => {
  const me = expectValue(await (await cloud.person()).accounts('getMe', {}))
  expect(me).toEqual({ accountId: me.accountId, grants: [], phoneMask: null, cityCodes: [SHANGHAI] })
})

test('a code of the phone button works once; the same request again is answered without asking again', async () => {
  const person = await cloud.person()
  const code = await phoneCodeOf(cloud, person, '10012345678')
  const requestId = randomUUID()
  const verify = (id?: string) => person.accounts('verifyPhone', { code }, id)
  expect(expectValue(await verify(requestId))).toEqual({ phoneMask: '100******78' })
  expect(expectValue(await verify(requestId))).toEqual({ phoneMask: '100******78' })
  expect(expectError(await verify()).code).toBe('phone_code_invalid')
  expect(await maskOf(person)).toBe('100******78')
})

test('a phone service that does not answer is said to be so', async () => {
  const person = await cloud.person()
  await cloud.control('openapi', { apiName: 'phonenumber.getPhoneNumber', rule: { fail: -1 } })
  expect(expectError(await person.accounts('verifyPhone', { code: 'some-code' })).code).toBe(
    'phone_service_unavailable',
  )
  await cloud.control('openapi', { apiName: 'phonenumber.getPhoneNumber', rule: null })
})

test('asking without pause is slowed down', async () => {
  const person = await cloud.person()
  const answers = []
  for (let call = 0; call < 200; call++)
    answers.push(await person.accounts('verifyPhone', { code: 'no-such-code' }))
  expect(answers.at(-1)).toMatchObject({ ok: false, error: { code: 'too_many_requests' } })
})

test('a phone verified beside a contact that is saved at the same time: both are kept', async () => {
  const person = await cloud.person()
  const contact = { name: '示例人员', phone: '021-10000000' }
  const code = await phoneCodeOf(cloud, person, '10012345679')
  const [verified, saved] = await Promise.all([
    person.accounts('verifyPhone', { code }),
    person.accounts('saveContact', { contact }),
  ])
  expect([verified.ok, saved.ok]).toEqual([true, true])
  expect(await maskOf(person)).toBe('100******79')
  expect(expectValue(await person.accounts('getContact', {})).contact).toEqual(contact)
})

describe('taken back in WeChat', () => {
  test.each([['19'], ['18'], [['13', '20']], [''], [undefined]])(
    'what is not the phone number (%j) leaves it',
    async (revokeInfo) => {
      const person = await cloud.person()
      await verifyPhoneOf(cloud, person, '10012345670')
      await revoke(person, revokeInfo)
      expect(await maskOf(person)).toBe('100******70')
    },
  )

  test.each([['8'], [8], ['8,19'], [['14', '8']]])('the phone number (%j) is deleted', async (revokeInfo) => {
    const person = await cloud.person()
    const requestId = await verifyPhoneOf(cloud, person, '10012345671')
    expectValue(await person.accounts('saveContact', { contact: { name: '示例', phone: '1001234' } }))
    await revoke(person, revokeInfo)
    expect(await maskOf(person)).toBeNull()
    // A request that was answered before does not bring it back.
    const again = await person.accounts('verifyPhone', { code: 'used-before' }, requestId)
    expect(expectError(again).code).toBe('phone_code_invalid')
    expect(expectValue(await person.accounts('getContact', {})).contact).not.toBeNull()
  })

  test('by somebody unknown, or by nobody, changes nothing and fails nowhere', async () => {
    const stranger = await cloud.person()
    expect(await revoke(stranger, '8')).toEqual({ result: 'success' })
    const nameless = { MsgType: 'event', Event: 'user_authorization_revoke', RevokeInfo: '8' }
    expect(await cloud.control('push', { message: nameless })).toEqual({ result: 'success' })
    const modified = { MsgType: 'event', Event: 'user_info_modified', OpenID: stranger.openid }
    expect(await cloud.control('push', { message: modified })).toEqual({ result: 'success' })
  })

  test('said by a person, about somebody else, is no message of WeChat', async () => {
    const [victim, attacker] = [await cloud.person(), await cloud.person()]
    await verifyPhoneOf(cloud, victim, '10012345672')
    const message = {
      MsgType: 'event',
      Event: 'user_authorization_revoke',
      OpenID: victim.openid,
      RevokeInfo: '8',
    }
    for (const token of [attacker.token, undefined])
      expect((await cloud.send('accounts', message, token)).body).toEqual({
        result: { ok: false, error: { code: 'unknown_method' } },
      })
    const overHttp = await fetch(`${cloud.url}/web/accounts`, {
      method: 'POST',
      body: JSON.stringify(message),
    })
    expect(await overHttp.json()).toEqual({ result: { ok: false, error: { code: 'unknown_method' } } })
    expect(await maskOf(victim)).toBe('100******72')
  })
})
