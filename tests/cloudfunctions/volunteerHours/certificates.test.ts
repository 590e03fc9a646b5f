import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { aCityAdministrator, expectError, expectValue } from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { documentText } from '../../support/documentText'
import {
  anOrganisation,
  aProof,
  aVolunteerWithHours,
  corrected,
  credited,
  functionsWithHours,
  type Served,
} from '../../support/hours'

/** Certificates over recorded hours, what anyone sees of one, and what is kept and forgotten of a person. */

const DAY = 86_400_000
const dayAgo = (days: number) => new Date(Date.now() + 8 * 3_600_000 - days * DAY).toISOString().slice(0, 10)
const time = { from: dayAgo(60), until: dayAgo(0) }

let functions: string
let cloud: Cloud
let administrator: Person
let organisationId: string
let otherId: string

beforeAll(async () => {
  functions = await functionsWithHours()
  cloud = await startCloud({ functions })
  administrator = await aCityAdministrator(cloud)
  organisationId = await anOrganisation(administrator, '示例街道志愿服务队')
  otherId = await anOrganisation(administrator, '示例绿化养护队')
})
afterAll(async () => {
  await cloud?.stop()
  if (functions) rmSync(functions, { recursive: true })
})

async function served(): Promise<{ person: Served; attendanceIds: string[] }> {
  const person = await aVolunteerWithHours(cloud, '陈小明')
  const servedAt = (days: number) => Date.now() - days * DAY
  const attendanceIds = [
    await credited(cloud, person, { organisationId, servedAt: servedAt(20), minutes: 120 }),
    await credited(cloud, person, {
      organisationId: otherId,
      organisationName: '示例绿化养护队',
      theme: '示例：花坛养护',
      servedAt: servedAt(10),
      minutes: 90,
    }),
  ]
  return { person, attendanceIds }
}
const issue = (
  person: Person,
  changes: Partial<typeof time> & { organisationId?: string } = {},
  requestId?: string,
) => person.volunteerHours('issueCertificate', { ...time, organisationId: null, ...changes }, requestId)
const issued = async (person: Person) => expectValue(await issue(person)).certificate
const verify = (checkCode: string) => cloud.nobody.volunteerHours('verifyCertificate', { checkCode })

test('a certificate is issued over recorded hours of the period and organisation, and no others', async () => {
  const { person, attendanceIds } = await served()
  await corrected(cloud, attendanceIds[0] as string, 105)
  expect(await issued(person)).toMatchObject({
    name: '陈小明',
    minutes: 195,
    issuers: ['示例街道志愿服务队', '示例绿化养护队'],
    standing: 'valid',
    lines: [{ minutes: 105 }, { title: '示例：花坛养护', minutes: 90, day: dayAgo(10) }],
  })
  const one = expectValue(await issue(person, { organisationId: otherId })).certificate
  expect(one).toMatchObject({ minutes: 90, issuers: ['示例绿化养护队'] })
  expect(expectError(await issue(person, { from: dayAgo(5) })).code).toBe('no_hours')
  expect(expectError(await issue(person, { from: dayAgo(5), until: dayAgo(15) })).code).toBe('no_hours')
  const later = expectValue(await issue(person, { until: dayAgo(-30) })).certificate
  expect(later.until).toBe(dayAgo(0))
  expect(expectError(await issue(await cloud.person())).code).toBe('not_volunteer')
})

test('the same request makes one certificate; its code is 16 letters and digits and like no other', async () => {
  const { person } = await served()
  const requestId = randomUUID()
  const answers = await Promise.all([1, 2, 3].map(() => issue(person, {}, requestId)))
  const codes = answers.map((answer) => expectValue(answer).certificate.checkCode)
  expect(new Set(codes).size).toBe(1)
  expect(codes[0]).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
  const other = await issued(person)
  expect(other.checkCode).not.toBe(codes[0])
  const listed = expectValue(await person.volunteerHours('listMyCertificates', {})).certificates
  expect(listed.map(({ checkCode }) => checkCode)).toEqual([other.checkCode, codes[0]])
})

test('anyone who holds the code sees exactly what the paper says, typed in any way', async () => {
  const { person } = await served()
  const certificate = await issued(person)
  const { checkCode } = certificate
  const typed = ` ${checkCode.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').match(/.{4}/g)?.join(' - ')} `
  const seen = expectValue(await verify(typed))
  expect(seen).toEqual(certificate)
  expect(Object.keys(seen).sort()).toEqual([
    'checkCode',
    'from',
    'issuedAt',
    'issuers',
    'lines',
    'minutes',
    'name',
    'standing',
    'until',
  ])
  for (const line of seen.lines)
    expect(Object.keys(line).sort()).toEqual(['day', 'minutes', 'organisationName', 'title'])
  expect(JSON.stringify(seen)).not.toContain(person.accountId)
  const wrong = `${checkCode.startsWith('7') ? '8' : '7'}${checkCode.slice(1)}`
  expect(expectError(await verify(wrong)).code).toBe('certificate_not_found')
  expect(expectError(await verify('12345')).code).toBe('invalid_input')
})

test('a paper whose hours were corrected since says so, and is not handed out again', async () => {
  const { person, attendanceIds } = await served()
  const { checkCode, minutes } = await issued(person)
  await corrected(cloud, attendanceIds[1] as string, 60)
  expect(expectValue(await verify(checkCode))).toMatchObject({ standing: 'changed', minutes })
  const printed = await person.volunteerHours('getCertificateDocument', { checkCode })
  expect(expectError(printed).code).toBe('certificate_not_valid')
  expect((await issued(person)).minutes).toBe(minutes - 30)
})

test('a paper that its person has taken back tells a stranger nothing but that', async () => {
  const { person } = await served()
  const { checkCode } = await issued(person)
  const stranger = await cloud.person()
  const tried = await stranger.volunteerHours('withdrawCertificate', { checkCode })
  expect(expectError(tried).code).toBe('certificate_not_found')
  for (let times = 0; times < 2; times++) {
    const taken = await person.volunteerHours('withdrawCertificate', { checkCode })
    expect(expectValue(taken).certificate).toMatchObject({ standing: 'withdrawn', name: '陈小明' })
  }
  const seen = expectValue(await verify(checkCode))
  expect(seen).toMatchObject({
    standing: 'withdrawn',
    name: '',
    minutes: 0,
    lines: [],
    issuers: [],
    from: '',
  })
})

test('the document says what the paper says, leaves to hands what the program does not know, and is its owner’s', async () => {
  const { person } = await served()
  const { checkCode } = await issued(person)
  const made = expectValue(await person.volunteerHours('getCertificateDocument', { checkCode }))
  expect(made.fileName).toBe(`志愿服务记录证明 ${time.from} 至 ${time.until}.docx`)
  const words = documentText(Buffer.from(await (await fetch(made.url)).arrayBuffer()))
  const whole = words.join('\n')
  expect(whole).toContain('记录的服务时长共 3 小时 30 分')
  expect(whole).toContain(checkCode.match(/.{4}/g)?.join('-'))
  expect(words.filter((line) => line.startsWith('记录单位（盖章）'))).toEqual([
    '记录单位（盖章）：示例街道志愿服务队',
    '记录单位（盖章）：示例绿化养护队',
  ])
  expect(whole).toMatch(/证件号码：＿+/)
  expect(whole).toContain('程序没有核对证件')
  const stranger = await (await cloud.person()).volunteerHours('getCertificateDocument', { checkCode })
  expect(expectError(stranger).code).toBe('certificate_not_found')
})

test('who asks gets all that is kept; who deletes the account leaves nothing, and papers are not found', async () => {
  const { person, attendanceIds } = await served()
  const { checkCode } = await issued(person)
  const photos = [await aProof(cloud, person)]
  const claim = { organisationId, day: dayAgo(3), minutes: 60, what: '示例：整理图书', photos }
  expectValue(await person.volunteerHours('claimHours', claim))
  const attendanceId = attendanceIds[0] as string
  expectValue(await administrator.volunteerHours('annulHours', { attendanceId, reason: '重复记录' }))
  const { sections } = expectValue(await person.volunteerHours('exportMyData', {}))
  expect(sections.map(({ title, items }) => [title, items.length])).toEqual([
    ['我的服务时长', 3],
    ['我的补录', 1],
    ['被撤销的时长', 1],
    ['我的证明', 1],
  ])
  expectValue(await person.accounts('deleteAccount', { confirmation: '注销账号' }))
  await cloud.runTimer('volunteerHours')
  expect(expectValue(await person.volunteerHours('getMyHours', { year: 2026 })).recorded).toBe(0)
  const left = expectValue(await person.volunteerHours('exportMyData', {})).sections
  expect(left.flatMap(({ items }) => items)).toEqual([])
  expect(expectError(await verify(checkCode)).code).toBe('certificate_not_found')
})
