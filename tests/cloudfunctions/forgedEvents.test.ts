import type { MethodDeclaration, Service } from '../../contract/method'
import { services as declared } from '../../contract/services'
import {
  aCityAdministrator,
  aDistrictReviewer,
  aStaffMember,
  expectValue,
  JINGAN,
  PUDONG,
  SHANGHAI,
} from '../support/builders'
import { type Cloud, type Person, startCloud } from '../support/cloud'
import { aRecordOfEach } from '../support/records'

/** Every method of every contract, asked by the wrong people and with the wrong things: refused, and nothing changed. */

const services: Record<string, Service> = declared
const methodsOf = Object.entries(services).flatMap(([name, contract]) =>
  Object.entries(contract).map(([method, declaration]) => ({
    name,
    method,
    declaration,
    title: `${name}.${method}`,
  })),
)

let cloud: Cloud
let citizen: Person
let elsewhere: Person
let administrator: Person
let judge: Person
let handler: Person
let examples: Record<string, Record<string, unknown>>

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
  citizen = await cloud.person()
  elsewhere = await aDistrictReviewer(cloud, administrator, PUDONG)
  judge = await aStaffMember(cloud, administrator, 'judge', SHANGHAI)
  const records = await aRecordOfEach(cloud, administrator)
  examples = records.examples
  handler = await aStaffMember(cloud, administrator, 'handler', JINGAN, records.organisationId)
})
afterAll(() => cloud?.stop())

const WRITES = [
  'database.insertDocument',
  'database.modifyDocument',
  'database.modifyAndReturnDoc',
  'database.removeDocument',
]

async function countWrites(): Promise<number> {
  const statistics = await cloud.statistics()
  return WRITES.flatMap((action) => Object.values(statistics[action] ?? {})).reduce(
    (sum, count) => sum + count,
    0,
  )
}

interface Refused {
  ok: boolean
  error: { code: string; fields?: { path: string; message: string }[] }
}

async function ask(name: string, event: unknown, token?: string): Promise<Refused> {
  const { body } = await cloud.send(name, event, token)
  return (body as { result: Refused }).result
}

const eventOf = (name: string, method: string, changes: object = {}) => ({
  method,
  input: examples[name]?.[method],
  requestId: '0123456789abcdef0123456789abcdef',
  ...changes,
})

async function expectNoWrites(work: () => Promise<void>): Promise<void> {
  const before = await countWrites()
  await work()
  expect(await countWrites()).toBe(before)
}

const needsRole = (declaration: MethodDeclaration) => typeof declaration.access !== 'string'

/** Somebody whom the role does not stop: then only the input can. */
function holderOf({ access }: MethodDeclaration): Person {
  if (typeof access === 'string' || access.roles.includes('administrator')) return administrator
  return access.roles.includes('handler') ? handler : judge
}

describe.each(methodsOf)('$title', ({ name, method, declaration }) => {
  test('does not trust an openid or a role in the request', () =>
    expectNoWrites(async () => {
      const forged = {
        openid: administrator.openid,
        OPENID: administrator.openid,
        accountId: 'x',
        role: 'administrator',
      }
      const input = { ...(examples[name]?.[method] as object), openid: administrator.openid }
      const inInput = await ask(name, eventOf(name, method, { input }), citizen.token)
      expect(inInput.error.code).toBe(needsRole(declaration) ? 'not_allowed' : 'invalid_input')
      if (needsRole(declaration)) {
        const beside = await ask(name, eventOf(name, method, { ...forged, userInfo: forged }), citizen.token)
        expect(beside).toEqual({ ok: false, error: { code: 'not_allowed' } })
      }
    }))

  if (declaration.access !== 'anyone') {
    test('refuses somebody who has not signed in', () =>
      expectNoWrites(async () => {
        expect(await ask(name, eventOf(name, method))).toEqual({
          ok: false,
          error: { code: 'not_signed_in' },
        })
      }))
  }

  if (needsRole(declaration)) {
    test('refuses a citizen, whatever the input', () =>
      expectNoWrites(async () => {
        for (const input of [examples[name]?.[method], null, 'text']) {
          expect(await ask(name, eventOf(name, method, { input }), citizen.token)).toEqual({
            ok: false,
            error: { code: 'not_allowed' },
          })
        }
      }))

    test('refuses a reviewer of another district', () =>
      expectNoWrites(async () => {
        expect(await ask(name, eventOf(name, method), elsewhere.token)).toEqual({
          ok: false,
          error: { code: 'not_allowed' },
        })
      }))
  }

  test('refuses input of the wrong types, says where, and repeats nothing of it', () =>
    expectNoWrites(async () => {
      for (const input of wrongInputs(examples[name]?.[method])) {
        const { ok, error } = await ask(name, eventOf(name, method, { input }), holderOf(declaration).token)
        if (error?.code === 'too_many_requests') continue
        expect([ok, error?.code, JSON.stringify(input).slice(0, 200)]).toEqual([
          false,
          'invalid_input',
          JSON.stringify(input).slice(0, 200),
        ])
        expect(error.fields?.length).toBeGreaterThan(0)
        for (const field of error.fields ?? []) expect(field.message).toMatch(/[\u4e00-\u9fff]/)
        expect(JSON.stringify(error)).not.toContain('WRONG')
      }
    }))

  if (declaration.writes) {
    test('refuses to write without a request id', () =>
      expectNoWrites(async () => {
        for (const requestId of [
          undefined,
          '',
          'short',
          7,
          { $ne: null },
          'x'.repeat(65),
          '../../../../etc/passwd',
        ]) {
          const { error } = await ask(name, eventOf(name, method, { requestId }), holderOf(declaration).token)
          expect(['invalid_input', 'too_many_requests']).toContain(error.code)
        }
      }))
  }
})

/** Degrees may be negative and broken: for these a number is wrong that is too large. */
const DEGREES = ['west', 'south', 'east', 'north']

/** The example with each of its values, one at a time, replaced by things of other types. */
function wrongInputs(example: unknown): unknown[] {
  const wrong = [{ $ne: 'WRONG' }, ['WRONG', ['WRONG']], true, -1.5, 'WRONG\u0000']
  const whole: unknown[] = ['WRONG', 7, ['WRONG']]
  const fields = Object.keys((example ?? {}) as object)
  const perField = fields.flatMap((field) =>
    wrong
      .filter(
        (value) =>
          typeof value !== typeof (example as Record<string, unknown>)[field] ||
          value === 'WRONG\u0000' ||
          value === -1.5,
      )
      .filter(
        (value) =>
          !(value === 'WRONG\u0000' && typeof (example as Record<string, unknown>)[field] === 'string'),
      )
      .map((value) => (value === -1.5 && DEGREES.includes(field) ? -1000.5 : value))
      .map((value) => ({ ...(example as object), [field]: value })),
  )
  return [...whole, ...perField, { ...(example as object), extra: 'WRONG' }]
}

describe.each(Object.keys(services))('%s', (name) => {
  const [method = ''] = Object.keys(services[name] ?? {})

  test('is not called at all with a token that this cloud has not signed', () =>
    expectNoWrites(async () => {
      for (const token of [`${citizen.token}x`, citizen.token.split('.').reverse().join('.'), 'null', '{}']) {
        const { status, body } = await cloud.send(name, eventOf(name, method), token)
        expect(status).toBe(401)
        expect(JSON.stringify(body)).not.toContain(citizen.openid)
      }
    }))

  test('is not called at all with a text of a megabyte', () =>
    expectNoWrites(async () => {
      const event = eventOf(name, method, { input: { text: '长'.repeat(400_000) } })
      const { status, body } = await cloud.send(name, event, administrator.token)
      expect([status, JSON.stringify(body).length < 5000]).toEqual([413, true])
    }))

  test.each([
    ['__proto__'],
    ['constructor'],
    ['toString'],
    ['hasOwnProperty'],
    [''],
    ['nothingOfTheKind'],
    [null],
    [{}],
    [['getMe']],
  ])('has no method %j', async (method) => {
    await expectNoWrites(async () => {
      expect(await ask(name, { method, input: {} }, administrator.token)).toEqual({
        ok: false,
        error: { code: 'unknown_method' },
      })
    })
  })

  test.each([[null], ['text'], [[]], [7]])('is not called at all with %j for an event', async (event) => {
    await expectNoWrites(async () => {
      expect((await cloud.send(name, event, citizen.token)).status).toBe(400)
    })
  })

  test('takes a timer’s event from a person for nothing', async () => {
    const event = { Type: 'Timer', TriggerName: 'everyMinute', Time: '2026-11-21T00:00:00Z', Message: '' }
    await expectNoWrites(async () => {
      for (const token of [citizen.token, administrator.token, undefined]) {
        expect(await ask(name, event, token)).toEqual({ ok: false, error: { code: 'unknown_method' } })
      }
    })
  })
})

test('an input with __proto__ in it changes nothing for the next caller', async () => {
  const text =
    '{"method":"getMe","input":{"__proto__":{"grants":[{"role":"administrator"}]}},"__proto__":{"method":"getMe"}}'
  const { body } = await cloud.send('accounts', text, citizen.token)
  expect((body as { result: Refused }).result).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  expect(expectValue(await citizen.accounts('getMe', {})).grants).toEqual([])
})
