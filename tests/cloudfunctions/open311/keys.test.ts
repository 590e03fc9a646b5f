import { randomUUID } from 'node:crypto'
import { API_KEYS_PER_PLACE } from '../../../contract/limits'
import {
  aCityAdministrator,
  aStaffMember,
  expectError,
  expectValue,
  JINGAN,
  PUDONG,
  SHANGHAI,
} from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { geoReportAt } from './georeport'

let cloud: Cloud
let administrator: Person

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
})
afterAll(() => cloud?.stop())

const list = async (placeCode: string, person = administrator) =>
  expectValue(await person.open311('listKeys', { placeCode })).keys

const tryKey = async (secret: string) =>
  (await geoReportAt(cloud).post({ api_key: secret, service_code: 'nothing-such' })).status

describe('who may do what', () => {
  test('only an administrator of the place makes, sees and revokes keys', async () => {
    const { key } = expectValue(
      await administrator.open311('createKey', { placeCode: JINGAN, name: '示例甲' }),
    )
    const others = [
      await cloud.person(),
      await aStaffMember(cloud, administrator, 'dispatcher', SHANGHAI),
      await aStaffMember(cloud, administrator, 'administrator', PUDONG),
    ]
    for (const person of others) {
      const refusals = [
        await person.open311('listKeys', { placeCode: JINGAN }),
        await person.open311('createKey', { placeCode: JINGAN, name: '示例乙' }),
        await person.open311('revokeKey', { keyId: key.keyId, reason: '不再使用' }),
      ]
      for (const refusal of refusals) expect(refusal).toEqual({ ok: false, error: { code: 'not_allowed' } })
    }
    expect((await list(JINGAN)).map(({ revokedAt }) => revokedAt)).toEqual([null])
  })

  test('a key that is not there is answered like one of another place', async () => {
    const answer = await administrator.open311('revokeKey', { keyId: 'nothing-such', reason: '不再使用' })
    expect(expectError(answer).code).toBe('not_allowed')
  })

  test('an administrator at a desk, over the address that the interface lies below, makes keys as well', async () => {
    const desk = cloud.desk(undefined)
    expect(expectError(await desk.open311('listKeys', { placeCode: JINGAN })).code).toBe('not_signed_in')
  })
})

describe('a key', () => {
  test('is shown once; the list has a hint of it, and the database none of it', async () => {
    const made = expectValue(await administrator.open311('createKey', { placeCode: PUDONG, name: '示例丙' }))
    expect(made.secret).toMatch(/^[0-9A-Z]{26}$/)
    expect(made.key).toMatchObject({
      name: '示例丙',
      hint: made.secret.slice(0, 4),
      filed: 0,
      revokedAt: null,
    })
    const listed = await administrator.open311('listKeys', { placeCode: PUDONG })
    expect(JSON.stringify(listed)).not.toContain(made.secret)
    expect((await list(SHANGHAI)).map(({ keyId }) => keyId)).toContain(made.key.keyId)
  })

  test('asked for again by the same request is the same key with the same secret', async () => {
    const requestId = randomUUID()
    const make = () => administrator.open311('createKey', { placeCode: '310101', name: '示例丁' }, requestId)
    const [first, ...others] = (await Promise.all([make(), make(), make()])).map(expectValue)
    for (const other of others) expect(other).toEqual(first)
    expect(await list('310101')).toHaveLength(1)
  })

  test('no longer works once it is revoked, and is revoked once', async () => {
    const { key, secret } = expectValue(
      await administrator.open311('createKey', { placeCode: PUDONG, name: '示例戊' }),
    )
    expect(await tryKey(secret)).toBe(404)
    const revoke = () => administrator.open311('revokeKey', { keyId: key.keyId, reason: '密钥外泄' })
    const answers = (await Promise.all([revoke(), revoke()])).map(expectValue)
    expect(answers[0]?.key.revokedAt).toBe(answers[1]?.key.revokedAt)
    expect(answers[0]?.key.revokedAt).not.toBeNull()
    expect(await tryKey(secret)).toBe(403)
  })

  test('cannot be one too many for its place, however many are made at once', async () => {
    const placeCode = '310104'
    const make = () => administrator.open311('createKey', { placeCode, name: '示例己' })
    for (let made = 0; made < API_KEYS_PER_PLACE - 2; made++) expectValue(await make())
    const answers = await Promise.all(Array.from({ length: 6 }, make))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2)
    for (const answer of answers) if (!answer.ok) expect(answer.error.code).toBe('too_many_keys')
    const [one] = await list(placeCode)
    expectValue(await administrator.open311('revokeKey', { keyId: one?.keyId ?? '', reason: '腾出位置' }))
    expectValue(await make())
    expect(expectError(await make()).code).toBe('too_many_keys')
  })

  test('leaves its trace in the audit trail, without its secret', async () => {
    const { key, secret } = expectValue(
      await administrator.open311('createKey', { placeCode: JINGAN, name: '示例庚' }),
    )
    const trail = expectValue(
      await administrator.administration('listAuditTrail', {
        placeCode: SHANGHAI,
        subject: `apiKey/${key.keyId}`,
      }),
    )
    expect(trail.entries[0]).toMatchObject({ method: 'createKey', outcome: 'ok' })
    expect(JSON.stringify(trail)).not.toContain(secret)
  })
})
