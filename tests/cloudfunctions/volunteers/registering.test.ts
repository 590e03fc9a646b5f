import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { CARD_CODE_LENGTH } from '../../../contract/limits'
import { aCityAdministrator, accountIdOf, expectValue } from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { aTeam, aVolunteer, someDetails, VOLUNTEERS_LIVE_IN } from '../../support/volunteers'

let cloud: Cloud
let administrator: Person

const DAY = 24 * 3_600_000
const GUARDIAN = {
  name: '陈家长',
  phone: '021-55550199',
  relation: 'parent' as const,
  hasAgreed: true as const,
}

const codeOf = (answer: { ok: true } | { ok: false; error: { code: string } }) =>
  answer.ok ? 'ok' : answer.error.code

/** The month in which somebody was born who is `years` old and will be a year older in `months` months. */
function bornIn(years: number, months: number): string {
  const then = new Date(Date.now() + 8 * 3_600_000)
  then.setUTCDate(1)
  then.setUTCMonth(then.getUTCMonth() - 1 + months)
  return `${then.getUTCFullYear() - years - 1}${then.toISOString().slice(4, 7)}`
}

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
})
afterAll(() => cloud?.stop())

const read = async (person: Person) => expectValue(await person.volunteers('getMyVolunteer', {})).volunteer

async function aGrid(name: string, villageCode = VOLUNTEERS_LIVE_IN): Promise<string> {
  return expectValue(await administrator.places('addGrid', { villageCode, name })).gridCode
}

describe('registering', () => {
  test('is refused below eight, without a guardian below eighteen, and for places that are not there', async () => {
    const person = await cloud.person()
    const closed = await aGrid('关闭的网格')
    expectValue(await administrator.places('closeGrid', { gridCode: closed, reason: '网格调整' }))
    const elsewhere = await aGrid('别处的网格', '310106011003')
    const refused = {
      too_young: [{ bornIn: bornIn(7, 6), guardian: GUARDIAN }],
      guardian_needed: [{ bornIn: bornIn(17, 1) }],
      place_not_found: [{ placeCode: '310106' }, { placeCode: '310106999' }, { placeCode: '110101001' }],
      grid_not_found: [closed, elsewhere, `${VOLUNTEERS_LIVE_IN}999`].map((gridCode) => ({ gridCode })),
    }
    for (const [code, inputs] of Object.entries(refused)) {
      for (const changes of inputs)
        expect(codeOf(await person.volunteers('register', someDetails(changes)))).toBe(code)
    }
    expect(codeOf(await cloud.nobody.volunteers('register', someDetails()))).toBe('not_signed_in')
    expect(codeOf(await person.volunteers('revise', { ...someDetails(), basedOn: 1 }))).toBe('not_volunteer')
    expect(codeOf(await person.volunteers('renewCard', {}))).toBe('not_volunteer')
    expect(await read(person)).toBeNull()
  })

  test('keeps what was said, and a card; only the person reads it', async () => {
    const gridCode = await aGrid('示例网格')
    const details = someDetails({ gridCode, skills: ['firstAid', 'arts', 'arts'] })
    const person = await cloud.person()
    const { volunteer } = expectValue(await person.volunteers('register', details))
    const { name, times, isListed, placeCode } = details
    expect(volunteer).toMatchObject({ name, times, isListed, placeCode, gridCode, version: 1 })
    expect(volunteer.skills).toEqual(['firstAid', 'arts'])
    expect(volunteer.cardCode).toMatch(new RegExp(`^[0-9A-HJKMNP-TV-Z]{${CARD_CODE_LENGTH}}$`))
    expect(await read(person)).toEqual(volunteer)
    expect(await read(await cloud.person())).toBeNull()
  })

  test('sent twice at once registers once; a second registration is refused', async () => {
    const person = await cloud.person()
    const send = () => person.volunteers('register', someDetails(), 'one-request-to-register')
    const [one, other] = (await Promise.all([send(), send()])).map(expectValue)
    expect(one).toEqual(other)
    expect(expectValue(await send())).toEqual(one)
    expect(codeOf(await person.volunteers('register', someDetails()))).toBe('already_registered')
    const several = await cloud.person()
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => several.volunteers('register', someDetails())),
    )
    expect(answers.map(codeOf).sort()).toEqual([...Array(4).fill('already_registered'), 'ok'])
  })

  test('names, months of birth and guardians stand in no file of the database', async () => {
    await aVolunteer(cloud, {
      name: '独特姓名甲',
      bornIn: bornIn(10, 3),
      guardian: { ...GUARDIAN, name: '独特监护人' },
    })
    const folder = path.join(cloud.folder)
    const kept = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name)).toString('utf8'))
      .join('')
    expect(kept).toContain('独**')
    for (const secret of ['独特姓名甲', '独特监护人', bornIn(10, 3)]) expect(kept).not.toContain(secret)
  })
})

describe('revising', () => {
  test('replaces what is kept; of two at once the one that saw the older version is refused', async () => {
    const person = await aVolunteer(cloud)
    const revising = { ...someDetails({ name: '陈改名', isListed: false }), basedOn: 1 }
    const answers = await Promise.all([
      person.volunteers('revise', revising),
      person.volunteers('revise', { ...revising, name: '陈另名' }),
    ])
    expect(answers.map(codeOf).sort()).toEqual(['changed_meanwhile', 'ok'])
    expect(await read(person)).toMatchObject({ version: 2, isListed: false })
    const again = () => person.volunteers('revise', { ...revising, basedOn: 2 }, 'one-request-to-revise')
    const [one, other] = (await Promise.all([again(), again()])).map(expectValue)
    expect(one?.volunteer).toMatchObject({ name: '陈改名', version: 3 })
    expect(other).toEqual(one)
  })

  test('a grid that was closed meanwhile stays until another is chosen', async () => {
    const gridCode = await aGrid('将要关闭的网格')
    const person = await aVolunteer(cloud, { gridCode })
    expectValue(await administrator.places('closeGrid', { gridCode, reason: '网格调整' }))
    expectValue(await person.volunteers('revise', { ...someDetails({ gridCode }), basedOn: 1 }))
    expectValue(await person.volunteers('revise', { ...someDetails(), basedOn: 2 }))
    const back = await person.volunteers('revise', { ...someDetails({ gridCode }), basedOn: 3 })
    expect(codeOf(back)).toBe('grid_not_found')
  })

  test('a guardian is kept with the time of consent until the person is of age, and then goes by itself', async () => {
    const minor = await aVolunteer(cloud, { bornIn: bornIn(17, 1), guardian: GUARDIAN })
    const first = (await read(minor))?.guardian
    expect(first).toMatchObject({ name: GUARDIAN.name, phone: GUARDIAN.phone, relation: 'parent' })
    const details = someDetails({ bornIn: bornIn(17, 1), guardian: GUARDIAN, times: [] })
    expectValue(await minor.volunteers('revise', { ...details, basedOn: 1 }))
    expect((await read(minor))?.guardian?.agreedAt).toBe(first?.agreedAt)
    await cloud.setClock(70 * DAY)
    await cloud.runTimer('volunteers')
    await cloud.setClock(0)
    // With the clock back, whatever were still kept would be shown again.
    expect((await read(minor))?.guardian).toBeNull()
    const grown = await aVolunteer(cloud, { bornIn: bornIn(30, 3), guardian: GUARDIAN })
    expect((await read(grown))?.guardian).toBeNull()
  })
})

test('a renewed card has another code; tapped twice it is renewed once', async () => {
  const person = await aVolunteer(cloud)
  const before = (await read(person))?.cardCode
  const renewed = await Promise.all(
    Array.from({ length: 6 }, () => person.volunteers('renewCard', {}, 'one-request-to-renew')),
  )
  const codes = renewed.map((answer) => expectValue(answer).cardCode)
  expect(new Set(codes).size).toBe(1)
  expect(codes[0]).not.toBe(before)
  expect((await read(person))?.cardCode).toBe(codes[0])
  const again = expectValue(await person.volunteers('renewCard', {}, 'one-request-to-renew'))
  expect(again.cardCode).toBe(codes[0])
})

describe('my data', () => {
  test('holds the registration and the teams in words', async () => {
    const { organisationId } = await aTeam(cloud, administrator, { name: '导出用示例服务队' })
    const person = await aVolunteer(cloud, { bornIn: bornIn(10, 3), guardian: GUARDIAN })
    expectValue(await person.volunteers('askToJoin', { organisationId, words: '我想参加' }))
    const { sections } = expectValue(await person.volunteers('exportMyData', {}))
    expect(sections.map(({ title, items }) => [title, items.length])).toEqual([
      ['志愿者登记', 1],
      ['我的服务队', 1],
    ])
    expect(sections[0]?.items[0]).toMatchObject({
      姓名: '陈示例',
      监护人: '陈家长 021-55550199',
      特长: '现场引导',
    })
    expect(sections[1]?.items[0]).toMatchObject({
      服务队: '导出用示例服务队',
      状态: '队员',
      申请时写的话: '我想参加',
    })
  })

  test('who deletes the account is forgotten, and the teams count one less; who comes back is kept', async () => {
    const team = await aTeam(cloud, administrator)
    const { organisationId } = team
    const members = async () =>
      expectValue(await cloud.nobody.volunteers('getTeam', { organisationId })).members
    const [leaving, returning, staying] = [
      await aVolunteer(cloud),
      await aVolunteer(cloud),
      await aVolunteer(cloud),
    ]
    for (const person of [leaving, returning, staying])
      expectValue(await person.volunteers('askToJoin', { organisationId, words: '' }))
    expect(await members()).toBe(3)
    for (const person of [leaving, returning])
      expectValue(await person.accounts('deleteAccount', { confirmation: '注销账号' }))
    await cloud.runTimer('volunteers')
    expect(await members()).toBe(1)
    for (const person of [leaving, returning])
      expect(expectValue(await person.volunteers('getMyVolunteer', {}))).toEqual({
        volunteer: null,
        teams: [],
      })
    const listed = await team.leader.volunteers('listMembers', { organisationId, state: 'member' })
    expect(expectValue(listed).members.map(({ accountId }) => accountId)).toEqual([
      await accountIdOf(staying),
    ])
    await aVolunteer(cloud, { person: returning })
    expectValue(await returning.volunteers('askToJoin', { organisationId, words: '' }))
    await cloud.runTimer('volunteers')
    expect(await members()).toBe(2)
  })
})
