import { randomUUID } from 'node:crypto'
import {
  aDistrictReviewer,
  campaignInput,
  expectError,
  expectValue,
  JINGAN,
  PUDONG,
  SHANGHAI,
} from '../../support/builders'
import { ADMINISTRATOR_SECRET, type Cloud, type Person, startCloud } from '../../support/cloud'

let cloud: Cloud
let administrator: Person

beforeAll(async () => {
  cloud = await startCloud()
})
afterEach(() => cloud.setClock(0))
afterAll(() => cloud?.stop())

const accountIdOf = async (person: Person) => expectValue(await person.accounts('getMe', {})).accountId

test('the deployment secret makes one administrator, however many claim at once', async () => {
  const people = await cloud.people(Array.from({ length: 16 }, (_, index) => `oClaiming${index}`))
  const claim = (person: Person, secret: string) =>
    person.accounts('claimAdministration', { cityCode: SHANGHAI, secret })
  expect(expectError(await claim(people[0] as Person, 'a wrong secret')).code).toBe('claim_refused')
  const answers = await Promise.all(people.map((person) => claim(person, ADMINISTRATOR_SECRET)))
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  administrator = people[answers.findIndex((answer) => answer.ok)] as Person
  expectValue(await claim(administrator, ADMINISTRATOR_SECRET))
  expect(expectValue(await administrator.accounts('getMe', {})).grants).toEqual([
    { role: 'administrator', placeCode: SHANGHAI, endsAt: null },
  ])
})

test('a role is given by an administrator above, holds at its place, and ends at its end', async () => {
  const person = await cloud.person()
  const accountId = await accountIdOf(person)
  const endsAt = Date.now() + 3_600_000
  const give = (placeCode: string) =>
    administrator.accounts('grantRole', { accountId, role: 'administrator', placeCode, endsAt })
  expect(expectError(await give('500101')).code).toBe('not_allowed')
  expectValue(await give(JINGAN))
  const create = (cityCode: string) =>
    person.voting('createCampaign', campaignInput(Date.now(), { cityCode }))
  expectValue(await create(JINGAN))
  for (const place of [SHANGHAI, PUDONG]) expect(expectError(await create(place)).code).toBe('not_allowed')
  await cloud.setClock(3_600_001)
  expect(expectError(await create(JINGAN)).code).toBe('not_allowed')
  expect(expectValue(await person.accounts('getMe', {})).grants).toEqual([])
})

test('a reviewer gives no roles, and nobody gives one to themselves', async () => {
  const reviewer = await aDistrictReviewer(cloud, administrator, JINGAN)
  const accountId = await accountIdOf(reviewer)
  const grant = { accountId, role: 'reviewer', placeCode: JINGAN, endsAt: null } as const
  expect(expectError(await reviewer.accounts('grantRole', grant)).code).toBe('not_allowed')
  const own = await accountIdOf(administrator)
  expect(expectError(await administrator.accounts('grantRole', { ...grant, accountId: own })).code).toBe(
    'cannot_grant_to_self',
  )
  expect(
    expectError(
      await administrator.accounts('endRole', {
        accountId: own,
        role: 'administrator',
        placeCode: SHANGHAI,
      }),
    ).code,
  ).toBe('cannot_end_own_role')
})

test('an ended role is ended at once, and an old request sent again does not bring it back', async () => {
  const person = await cloud.person()
  const accountId = await accountIdOf(person)
  const role = { accountId, role: 'reviewer', placeCode: JINGAN } as const
  const first = randomUUID()
  expectValue(await administrator.accounts('grantRole', { ...role, endsAt: null }, first))
  const ending = randomUUID()
  const { endsAt } = expectValue(await administrator.accounts('endRole', role, ending))
  const grants = async () => expectValue(await person.accounts('getMe', {})).grants
  expect(await grants()).toEqual([])
  expectValue(await administrator.accounts('grantRole', { ...role, endsAt: null }, first))
  expect(await grants()).toEqual([])
  expectValue(await administrator.accounts('grantRole', { ...role, endsAt: null }))
  expect(await grants()).toHaveLength(1)
  expect(expectValue(await administrator.accounts('endRole', role, ending)).endsAt).toBe(endsAt)
  expect(await grants()).toHaveLength(1)
  expect(expectError(await administrator.accounts('endRole', { ...role, placeCode: PUDONG })).code).toBe(
    'grant_not_found',
  )
})

test('a code of the phone button works once; the same request again is answered without asking again', async () => {
  const person = await cloud.person()
  await cloud.control('phone', { openid: person.openid, number: '10012345678' })
  const fetched = await fetch(`${cloud.url}/local/phone-code`, {
    method: 'POST',
    headers: { authorization: `Bearer ${person.token}` },
  })
  const { code } = (await fetched.json()) as { code: string }
  const requestId = randomUUID()
  expect(expectValue(await person.accounts('verifyPhone', { code }, requestId))).toEqual({
    phoneMask: '100******78',
  })
  expect(expectValue(await person.accounts('verifyPhone', { code }, requestId))).toEqual({
    phoneMask: '100******78',
  })
  expect(expectError(await person.accounts('verifyPhone', { code })).code).toBe('phone_code_invalid')
  expect(expectValue(await person.accounts('getMe', {})).phoneMask).toBe('100******78')
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

test('the audit trail pages back through time', async () => {
  const another = await aCityAdministratorOf(administrator)
  for (let index = 0; index < 15; index++) {
    expectError(
      await another.accounts('endRole', { accountId: 'NOBODY', role: 'reviewer', placeCode: JINGAN }),
    )
  }
  const first = expectValue(await administrator.accounts('listAuditTrail', { cityCode: SHANGHAI }))
  expect(first.entries).toHaveLength(20)
  const second = expectValue(
    await administrator.accounts('listAuditTrail', { cityCode: SHANGHAI, before: first.next as number }),
  )
  expect(Math.max(...second.entries.map(({ at }) => at))).toBeLessThan(
    Math.min(...first.entries.map(({ at }) => at)) + 1,
  )
})

async function aCityAdministratorOf(above: Person): Promise<Person> {
  const person = await cloud.person()
  const accountId = await accountIdOf(person)
  expectValue(
    await above.accounts('grantRole', {
      accountId,
      role: 'administrator',
      placeCode: SHANGHAI,
      endsAt: null,
    }),
  )
  return person
}
