import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { InferInput } from 'valibot'
import type { places } from '../../../contract/places'
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

let cloud: Cloud
let administrator: Person
let citizen: Person

const codeOf = (answer: { ok: true } | { ok: false; error: { code: string } }) =>
  answer.ok ? 'ok' : answer.error.code

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
  citizen = await cloud.person()
})
afterAll(() => cloud?.stop())

type Registering = InferInput<(typeof places)['registerOrganisation']['input']>

const CONTACT = { name: '示例联系人', phone: '021-5555 0199' }
const NANJING_ROAD = '310106012'

let made = 0
const someOrganisation = (part: Partial<Registering> = {}): Registering => ({
  placeCode: NANJING_ROAD,
  kind: 'association',
  name: `示例自律会${++made}号`,
  ...part,
})

const register = async (part: Partial<Registering> = {}) =>
  expectValue(await administrator.places('registerOrganisation', someOrganisation(part))).organisation

const read = async (organisationId: string) =>
  expectValue(await citizen.places('getOrganisation', { organisationId }))

async function namesAt(filter: InferInput<(typeof places)['listOrganisations']['input']>): Promise<string[]> {
  const { organisations } = expectValue(await citizen.places('listOrganisations', filter))
  return organisations.map(({ name }) => name)
}

const aLeader = ({ organisationId, placeCode }: { organisationId: string; placeCode: string }) =>
  aStaffMember(cloud, administrator, 'organisationLeader', placeCode, organisationId)

const revising = ({ organisationId, name }: { organisationId: string; name: string }) => ({
  organisationId,
  basedOn: 1,
  kind: 'association' as const,
  name,
  introduction: '改过的简介',
})

describe('who may do what', () => {
  test('only an administrator of the place registers, closes and reopens', async () => {
    const organisation = await register()
    const { organisationId } = organisation
    const others = [
      citizen,
      await aStaffMember(cloud, administrator, 'administrator', PUDONG),
      await aStaffMember(cloud, administrator, 'reviewer', SHANGHAI),
      await aLeader(organisation),
    ]
    for (const person of others) {
      const answers = [
        await person.places('registerOrganisation', someOrganisation()),
        await person.places('closeOrganisation', { organisationId, reason: '机构撤并' }),
        await person.places('reopenOrganisation', { organisationId, reason: '恢复工作' }),
      ]
      expect(answers.map(codeOf)).toEqual(Array(3).fill('not_allowed'))
    }
    expect((await read(organisationId)).version).toBe(1)
  })

  test('its own leader revises it and sees its contact, the leader of another does not', async () => {
    const organisation = await register({ contact: CONTACT })
    const { organisationId } = organisation
    const leader = await aLeader(organisation)
    for (const person of [citizen, await aLeader(await register())]) {
      const answers = [
        await person.places('reviseOrganisation', revising(organisation)),
        await person.places('revealOrganisationContact', { organisationId, reason: '有急事要联系' }),
      ]
      expect(answers.map(codeOf)).toEqual(Array(2).fill('not_allowed'))
    }
    expectValue(await leader.places('reviseOrganisation', revising(organisation)))
    const contact = await leader.places('revealOrganisationContact', {
      organisationId,
      reason: '有急事要联系',
    })
    expect(expectValue(contact)).toEqual(CONTACT)
    const turned = { ...revising(organisation), basedOn: 2, kind: 'bureau' as const }
    expect(expectError(await leader.places('reviseOrganisation', turned)).code).toBe('kind_is_fixed')
    expectValue(await administrator.places('reviseOrganisation', turned))
    expect(await read(organisationId)).toMatchObject({ kind: 'bureau', introduction: '改过的简介' })
  })

  test("a leader's words are shown only when the content check has passed them, an administrator's at once", async () => {
    const organisation = await register()
    const { organisationId } = organisation
    const leader = await aLeader(organisation)
    const saying = (introduction: string) => ({ ...revising(organisation), introduction })
    for (const words of ['违规示例', '待审示例'])
      expect(codeOf(await leader.places('reviseOrganisation', saying(words)))).toBe('words_refused')
    await cloud.control('openapi', { apiName: 'security.msgSecCheck', rule: { fail: -1 } })
    expect(codeOf(await leader.places('reviseOrganisation', saying('平常的简介')))).toBe('words_unchecked')
    await cloud.control('openapi', { apiName: 'security.msgSecCheck', rule: null })
    expect((await read(organisationId)).version).toBe(1)
    expectValue(await leader.places('reviseOrganisation', saying('平常的简介')))
    expectValue(await administrator.places('reviseOrganisation', { ...saying('待审示例'), basedOn: 2 }))
    expect((await read(organisationId)).introduction).toBe('待审示例')
  })

  test('nobody reads the lists without signing in', async () => {
    const list = await cloud.nobody.places('listOrganisations', { placeCode: SHANGHAI })
    const { organisationId } = await register()
    const one = await cloud.nobody.places('getOrganisation', { organisationId })
    expect([list, one].map(codeOf)).toEqual(Array(2).fill('not_signed_in'))
  })

  test('what is not there is not found, and staff learn no more of it than of another place', async () => {
    const organisationId = 'no-such-organisation'
    const got = await citizen.places('getOrganisation', { organisationId })
    expect(expectError(got).code).toBe('organisation_not_found')
    const closed = await administrator.places('closeOrganisation', { organisationId, reason: '机构撤并' })
    expect(expectError(closed).code).toBe('not_allowed')
    const nowhere = someOrganisation({ placeCode: '310999' })
    expect(expectError(await administrator.places('registerOrganisation', nowhere)).code).toBe(
      'place_not_found',
    )
  })
})

describe('lists', () => {
  test('hold what lies at the place and below it, in pages, by place', async () => {
    const street = '310106014'
    const village = `${street}003`
    const inStreet: string[] = []
    for (let number = 0; number < 21; number++) {
      const placeCode = number === 0 ? village : street
      inStreet.push((await register({ placeCode, kind: 'company' })).name)
    }
    await register({ placeCode: PUDONG })
    const first = expectValue(await citizen.places('listOrganisations', { placeCode: street }))
    expect(first.organisations.map(({ name }) => name)).toEqual(inStreet.slice(1))
    const rest = await namesAt({ placeCode: street, after: first.next as string })
    expect(rest).toEqual(inStreet.slice(0, 1))
    expect(await namesAt({ placeCode: village })).toEqual(rest)
    expect(await namesAt({ placeCode: PUDONG })).toHaveLength(1)
    expect(await namesAt({ placeCode: JINGAN })).toHaveLength(20)
  })

  test('are narrowed down by kind, by name and by state', async () => {
    const placeCode = '310107'
    const team = await register({ placeCode, kind: 'team', name: '示例（志愿）队伍' })
    await register({ placeCode, kind: 'company' })
    expect(await namesAt({ placeCode, kind: 'team' })).toEqual([team.name])
    expect(await namesAt({ placeCode: SHANGHAI, kind: 'team', search: '（志愿' })).toEqual([team.name])
    expect(await namesAt({ placeCode, search: '.*' })).toEqual([])
    const closing = { organisationId: team.organisationId, reason: '机构撤并' }
    expectValue(await administrator.places('closeOrganisation', closing))
    expect(await namesAt({ placeCode, kind: 'team' })).toEqual([])
    expect(await namesAt({ placeCode, state: 'closed' })).toEqual([team.name])
    expect((await read(team.organisationId)).isClosed).toBe(true)
  })
})

describe('one name at one place', () => {
  test('registered at once by several, one has it and the others are told which', async () => {
    const wanted = someOrganisation({ name: '示例同名组织' })
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => administrator.places('registerOrganisation', wanted)),
    )
    const [kept] = answers.flatMap((answer) => (answer.ok ? [answer.value.organisation] : []))
    const refused = answers.filter(({ ok }) => !ok).map(expectError)
    expect(refused).toHaveLength(5)
    for (const error of refused)
      expect(error).toEqual({
        code: 'organisation_name_taken',
        organisationId: kept?.organisationId,
        isClosed: false,
      })
    await register({ name: '示例同名组织', placeCode: PUDONG })
  })

  test('the same request registers once, also when it is sent twice at once', async () => {
    const input = someOrganisation()
    const send = () => administrator.places('registerOrganisation', input, 'one-request-to-register')
    const answers = [...(await Promise.all([send(), send()])), await send()]
    const ids = answers.map((answer) => expectValue(answer).organisation.organisationId)
    expect(new Set(ids).size).toBe(1)
    expect(await namesAt({ placeCode: NANJING_ROAD, search: input.name })).toHaveLength(1)
  })

  test('a closed one keeps its name, and says so', async () => {
    const { organisationId, name } = await register()
    const closing = { organisationId, reason: '机构撤并' }
    expectValue(await administrator.places('closeOrganisation', closing))
    const again = await administrator.places('registerOrganisation', someOrganisation({ name }))
    expect(expectError(again)).toEqual({ code: 'organisation_name_taken', organisationId, isClosed: true })
    const other = await register()
    const renaming = { ...revising(other), name: ` ${name} ` }
    expect(expectError(await administrator.places('reviseOrganisation', renaming)).code).toBe(
      'organisation_name_taken',
    )
  })
})

describe('changes', () => {
  test('of several based on one version, made at once, one holds', async () => {
    const organisation = await register()
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        administrator.places('reviseOrganisation', {
          ...revising(organisation),
          introduction: `第${index}个简介`,
        }),
      ),
    )
    const kept = answers.flatMap((answer) => (answer.ok ? [answer.value.organisation.introduction] : []))
    expect(kept).toEqual([(await read(organisation.organisationId)).introduction])
    expect(answers.filter(({ ok }) => !ok).map(codeOf)).toEqual(Array(5).fill('changed_meanwhile'))
  })

  test('the same request revises once, and answers the same later', async () => {
    const organisation = await register()
    const send = () =>
      administrator.places('reviseOrganisation', revising(organisation), 'one-request-to-revise')
    const answers = [...(await Promise.all([send(), send()])), await send()]
    expect(answers.map((answer) => expectValue(answer).organisation.version)).toEqual([2, 2, 2])
  })

  test('closing and opening again can be repeated, and a closed one is not revised', async () => {
    const organisation = await register()
    const { organisationId } = organisation
    const close = () =>
      administrator.places(
        'closeOrganisation',
        { organisationId, reason: '机构撤并' },
        'one-request-to-close',
      )
    const closed = await Promise.all([close(), close()])
    expect(closed.map((answer) => expectValue(answer).organisation.version)).toEqual([2, 2])
    const revised = await administrator.places('reviseOrganisation', {
      ...revising(organisation),
      basedOn: 2,
    })
    expect(expectError(revised).code).toBe('organisation_closed')
    const reopened = await administrator.places('reopenOrganisation', { organisationId, reason: '恢复工作' })
    expect(expectValue(reopened).organisation).toMatchObject({ isClosed: false, version: 3 })
    expect(expectValue(await close()).organisation).toMatchObject({ isClosed: false, version: 3 })
  })
})

describe('the contact', () => {
  const reveal = (organisationId: string) =>
    administrator.places('revealOrganisationContact', { organisationId, reason: '有急事要联系' })

  test('stays, is replaced or removed as the revision says', async () => {
    const organisation = await register({ contact: CONTACT })
    const { organisationId } = organisation
    expect(organisation.hasContact).toBe(true)
    expectValue(await administrator.places('reviseOrganisation', revising(organisation)))
    expect(expectValue(await reveal(organisationId))).toEqual(CONTACT)
    const other = { name: '示例另一人', phone: '13800000000' }
    expectValue(
      await administrator.places('reviseOrganisation', {
        ...revising(organisation),
        basedOn: 2,
        contact: other,
      }),
    )
    expect(expectValue(await reveal(organisationId))).toEqual(other)
    expectValue(
      await administrator.places('reviseOrganisation', {
        ...revising(organisation),
        basedOn: 3,
        contact: null,
      }),
    )
    expect(expectError(await reveal(organisationId)).code).toBe('contact_not_given')
  })

  test('is in no list, in no stored row in clear, and in the audit trail only as looked at', async () => {
    const contact = { name: '独一联系人', phone: '13911112222' }
    const organisation = await register({ contact })
    const { organisationId } = organisation
    expectValue(await administrator.places('reviseOrganisation', { ...revising(organisation), contact }))
    expectValue(await reveal(organisationId))
    const list = await citizen.places('listOrganisations', { placeCode: SHANGHAI, search: organisation.name })
    const one = await citizen.places('getOrganisation', { organisationId })
    const { entries } = expectValue(
      await administrator.administration('listAuditTrail', {
        placeCode: SHANGHAI,
        subject: `organisation/${organisationId}`,
      }),
    )
    for (const answer of [list, one, entries])
      expect(JSON.stringify(answer)).not.toMatch(/独一联系人|13911112222/)
    expect(entries.map(({ method, outcome }) => [method, outcome])).toEqual([
      ['revealOrganisationContact', 'ok'],
      ['reviseOrganisation', 'ok'],
      ['registerOrganisation', 'ok'],
    ])
    expect(JSON.parse(entries[1]?.after ?? '{}')).toMatchObject({ isContactChanged: true, version: 2 })
    const folder = path.join(cloud.folder, 'database')
    const stored = readdirSync(folder).map((name) => readFileSync(path.join(folder, name)))
    expect(stored.some((bytes) => bytes.includes(organisationId))).toBe(true)
    expect(stored.some((bytes) => bytes.includes('独一联系人') || bytes.includes('13911112222'))).toBe(false)
  })

  test('is refused when it cannot be a telephone', async () => {
    const input = someOrganisation({ contact: { name: '示例联系人', phone: '不便告知' } })
    expect(expectError(await administrator.places('registerOrganisation', input))).toMatchObject({
      code: 'invalid_input',
      fields: [{ path: 'contact.phone' }],
    })
  })
})
