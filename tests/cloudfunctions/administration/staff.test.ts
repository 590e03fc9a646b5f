import { randomUUID } from 'node:crypto'
import type { Role } from '../../../contract/method'
import {
  accountIdOf,
  aDistrictReviewer,
  aStaffMember,
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

const STREET = '310106011'

beforeAll(async () => {
  cloud = await startCloud()
})
afterEach(() => cloud.setClock(0))
afterAll(() => cloud?.stop())

const grantsOf = async (person: Person) => expectValue(await person.accounts('getMe', {})).grants

interface Wish {
  role?: Role
  placeCode?: string
  endsAt?: number | null
  name?: string
}

const give = (
  giver: Person,
  accountId: string,
  { role = 'reviewer', placeCode = JINGAN, endsAt = null, name = '示例工作人员' }: Wish = {},
  requestId = randomUUID(),
) => giver.administration('grantRole', { accountId, name, role, placeCode, endsAt }, requestId)

test('the deployment secret makes one administrator, however many claim at once', async () => {
  const people = await cloud.people(Array.from({ length: 16 }, (_, index) => `oClaiming${index}`))
  const claim = (person: Person, secret: string) =>
    person.administration('claimAdministration', { cityCode: SHANGHAI, secret })
  expect(expectError(await claim(people[0] as Person, 'a wrong secret')).code).toBe('claim_refused')
  const answers = await Promise.all(people.map((person) => claim(person, ADMINISTRATOR_SECRET)))
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  administrator = people[answers.findIndex((answer) => answer.ok)] as Person
  expectValue(await claim(administrator, ADMINISTRATOR_SECRET))
  expect(await grantsOf(administrator)).toMatchObject([
    { role: 'administrator', placeCode: SHANGHAI, endsAt: null, organisationId: null },
  ])
})

test('a role is given by an administrator above, holds at its place, and ends at its end', async () => {
  const person = await cloud.person()
  const accountId = await accountIdOf(person)
  const endsAt = Date.now() + 3_600_000
  const wish = { role: 'administrator', endsAt } as const
  expect(expectError(await give(administrator, accountId, { ...wish, placeCode: '500101' })).code).toBe(
    'not_allowed',
  )
  expectValue(await give(administrator, accountId, { ...wish, placeCode: JINGAN }))
  const create = (cityCode: string) =>
    person.voting('createCampaign', campaignInput(Date.now(), { cityCode }))
  expectValue(await create(JINGAN))
  for (const place of [SHANGHAI, PUDONG]) expect(expectError(await create(place)).code).toBe('not_allowed')
  await cloud.setClock(3_600_001)
  expect(expectError(await create(JINGAN)).code).toBe('not_allowed')
  expect(await grantsOf(person)).toEqual([])
})

test('an administrator of a district appoints within it, but no other administrator of it', async () => {
  const district = await aStaffMember(cloud, administrator, 'administrator', JINGAN)
  const accountId = await accountIdOf(await cloud.person())
  const outcome = async (wish: Wish) => {
    const answer = await give(district, accountId, wish)
    return answer.ok ? 'given' : answer.error.code
  }
  expect(await outcome({ role: 'reviewer', placeCode: JINGAN })).toBe('given')
  expect(await outcome({ role: 'administrator', placeCode: STREET })).toBe('given')
  expect(await outcome({ role: 'administrator', placeCode: JINGAN })).toBe('not_above')
  expect(await outcome({ role: 'reviewer', placeCode: PUDONG })).toBe('not_allowed')
  expect(await outcome({ role: 'reviewer', placeCode: SHANGHAI })).toBe('not_allowed')
})

test('a reviewer gives no roles, and nobody gives one to themselves or ends their own', async () => {
  const reviewer = await aDistrictReviewer(cloud, administrator, JINGAN)
  expect(expectError(await give(reviewer, await accountIdOf(reviewer))).code).toBe('not_allowed')
  expect(expectError(await give(administrator, await accountIdOf(administrator))).code).toBe(
    'cannot_grant_to_self',
  )
  const { staff } = expectValue(
    await administrator.administration('listStaff', { placeCode: SHANGHAI, role: 'administrator' }),
  )
  const own = await accountIdOf(administrator)
  const grantId = staff.find(({ accountId }) => accountId === own)?.grantId as string
  expect(expectError(await administrator.administration('endRole', { grantId, reason: '测试' })).code).toBe(
    'cannot_end_own_role',
  )
})

test('a role whose end has passed, a place that is none and an account that is none are refused in words', async () => {
  const accountId = await accountIdOf(await cloud.person())
  expect(expectError(await give(administrator, accountId, { endsAt: Date.now() - 1000 })).code).toBe(
    'end_has_passed',
  )
  for (const wish of [{ placeCode: '3101' }, { name: '' }])
    expect(expectError(await give(administrator, accountId, wish))).toMatchObject({ code: 'invalid_input' })
  expect(expectError(await give(administrator, 'short'))).toMatchObject({
    code: 'invalid_input',
    fields: [{ path: 'accountId', message: '账号编号是 26 位，请对方在“我的”里复制' }],
  })
})

test('an ended role is ended at once, and an old request sent again does not bring it back', async () => {
  const person = await cloud.person()
  const accountId = await accountIdOf(person)
  const first = randomUUID()
  const { member } = expectValue(await give(administrator, accountId, {}, first))
  const ending = randomUUID()
  const end = () =>
    administrator.administration('endRole', { grantId: member.grantId, reason: '工作调动' }, ending)
  const { endsAt } = expectValue(await end())
  expect(await grantsOf(person)).toEqual([])
  expectValue(await give(administrator, accountId, {}, first))
  expect(await grantsOf(person)).toEqual([])
  expectValue(await give(administrator, accountId))
  expect(await grantsOf(person)).toHaveLength(1)
  expect(expectValue(await end()).endsAt).toBe(endsAt)
  expect(await grantsOf(person)).toHaveLength(1)
})

test('one request sent twenty times at once gives the role once and tells the person once', async () => {
  const person = await cloud.person()
  const accountId = await accountIdOf(person)
  const requestId = randomUUID()
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => give(administrator, accountId, {}, requestId)),
  )
  const grantIds = new Set(answers.map((answer) => expectValue(answer).member.grantId))
  expect(grantIds.size).toBe(1)
  expect(await grantsOf(person)).toHaveLength(1)
  const { messages } = expectValue(await person.messages('listMessages', {}))
  expect(messages.map(({ kind }) => kind)).toEqual(['roleGranted'])
})

test('given and ended at the same moment, a role is either held or ended, and its history tells which', async () => {
  const person = await cloud.person()
  const accountId = await accountIdOf(person)
  const { member } = expectValue(await give(administrator, accountId))
  await Promise.all([
    ...Array.from({ length: 5 }, (_, index) => give(administrator, accountId, { name: `示例${index}号` })),
    ...Array.from({ length: 5 }, () =>
      administrator.administration('endRole', { grantId: member.grantId, reason: '测试' }),
    ),
  ])
  const { messages } = expectValue(await person.messages('listMessages', {}))
  const told = { roleGranted: 0, roleEnded: 0 }
  for (const { kind } of messages) told[kind as keyof typeof told] += 1
  // Each giving is told; an ending is told only when it ended something, so at most once after each giving.
  expect(told.roleGranted).toBe(6)
  expect(told.roleEnded).toBeGreaterThanOrEqual(1)
  expect(told.roleEnded).toBeLessThanOrEqual(6)
})

test('staff of a place and below are listed by role and name, and pages go on without a gap', async () => {
  const names = Array.from({ length: 45 }, (_, index) => `示例名单${String(index).padStart(2, '0')}`)
  for (const name of names) {
    const accountId = await accountIdOf(await cloud.person())
    expectValue(await give(administrator, accountId, { role: 'auditor', placeCode: '310101', name }))
  }
  const listed: string[] = []
  let after: string | undefined
  do {
    const page = expectValue(
      await administrator.administration('listStaff', { placeCode: '310101', role: 'auditor', after }),
    )
    listed.push(...page.staff.map(({ name }) => name))
    after = page.next ?? undefined
  } while (after)
  expect(listed).toEqual(names)
  const other = expectValue(await administrator.administration('listStaff', { placeCode: PUDONG }))
  expect(other.staff.filter(({ name }) => names.includes(name))).toEqual([])
})

test('a contact is shown to the administrator above, named in the audit trail, and to nobody else', async () => {
  const person = await aStaffMember(cloud, administrator, 'reviewer', JINGAN)
  const elsewhere = await aStaffMember(cloud, administrator, 'administrator', PUDONG)
  const own = await accountIdOf(person)
  const find = async () => {
    const pages = expectValue(await administrator.administration('listStaff', { placeCode: JINGAN }))
    return pages.staff.find(({ accountId }) => accountId === own)
  }
  const grantId = (await find())?.grantId as string
  const reveal = (who: Person) => who.administration('revealContact', { grantId, reason: '联系初审' })
  expect(expectError(await reveal(administrator)).code).toBe('contact_not_given')
  const contact = { name: '示例联系人', phone: '021-00000000' }
  expectValue(await person.accounts('saveContact', { contact }))
  expect((await find())?.hasContact).toBe(true)
  expect(expectError(await reveal(elsewhere)).code).toBe('not_allowed')
  expect(expectError(await reveal(person)).code).toBe('not_allowed')
  expect(expectValue(await reveal(administrator))).toEqual(contact)
  const { entries } = expectValue(
    await administrator.administration('listAuditTrail', {
      placeCode: JINGAN,
      method: 'revealContact',
      subject: `role/${grantId}`,
    }),
  )
  expect(entries).toHaveLength(1)
  expect(JSON.stringify(entries)).not.toContain('00000000')
})

test('a deleted account loses its name in ended roles, and keeps the one under which it is appointed anew', async () => {
  const person = await cloud.person()
  const accountId = await accountIdOf(person)
  const { member } = expectValue(await give(administrator, accountId, { name: '示例旧名' }))
  const anew = { name: '示例新名', placeCode: PUDONG }
  expectValue(await administrator.administration('endRole', { grantId: member.grantId, reason: '离职' }))
  expectValue(await person.accounts('deleteAccount', { confirmation: '注销账号' }))
  await new Promise((resolve) => setTimeout(resolve, 5))
  expectValue(await give(administrator, accountId, anew))
  await cloud.runTimer('administration')
  const namesAt = async (placeCode: string, state: 'holding' | 'ended') => {
    const page = expectValue(
      await administrator.administration('listStaff', { placeCode, role: 'reviewer', state }),
    )
    return page.staff.filter((found) => found.accountId === accountId).map(({ name }) => name)
  }
  expect(await namesAt(JINGAN, 'ended')).toEqual(['已注销'])
  expect(await namesAt(PUDONG, 'holding')).toEqual(['示例新名'])
})

test('a person sees the roles held and ended among their own data, in words', async () => {
  const person = await aStaffMember(cloud, administrator, 'reviewer', JINGAN)
  const { sections } = expectValue(await person.administration('exportMyData', {}))
  expect(sections).toEqual([
    {
      title: '工作身份',
      items: [expect.objectContaining({ 角色: '审核员', 地区: '静安区', 结束: '没有期限' })],
    },
  ])
  const citizen = await cloud.person()
  expect(expectValue(await citizen.administration('exportMyData', {})).sections).toEqual([
    { title: '工作身份', items: [] },
  ])
})
