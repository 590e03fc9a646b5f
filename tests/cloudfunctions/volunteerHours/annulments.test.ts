import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { APPEAL_TIME } from '../../../contract/limits'
import {
  aCityAdministrator,
  expectError,
  expectValue,
  PUDONG,
  theSecondAdministrator,
} from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import {
  anOrganisation,
  aVolunteerWithHours,
  corrected,
  credited,
  functionsWithHours,
  type Served,
} from '../../support/hours'

/** Hours that staff take back, with the right to appeal, and what becomes of it. */

const DAY = 86_400_000
const STREET = '310106011'
const reason = '签到地点和活动地点不符'

let functions: string
let cloud: Cloud
let administrator: Person
let second: Person
let organisationId: string

beforeAll(async () => {
  functions = await functionsWithHours()
  cloud = await startCloud({ functions })
  administrator = await aCityAdministrator(cloud)
  second = await theSecondAdministrator(cloud, administrator)
  organisationId = await anOrganisation(administrator, '示例街道志愿服务队')
})
afterEach(() => cloud.setClock(0))
afterAll(async () => {
  await cloud?.stop()
  if (functions) rmSync(functions, { recursive: true })
})

async function served(minutes = 120): Promise<{ person: Served; attendanceId: string }> {
  const person = await aVolunteerWithHours(cloud, '陈小明')
  const attendanceId = await credited(cloud, person, {
    organisationId,
    servedAt: Date.now() - 8 * DAY,
    minutes,
    marks: ['longDay'],
  })
  return { person, attendanceId }
}
const annul = (attendanceId: string, who = administrator, requestId: string = randomUUID()) =>
  who.volunteerHours('annulHours', { attendanceId, reason }, requestId)
const appeal = (person: Person, annulmentId: string) =>
  person.volunteerHours('appealAnnulment', { annulmentId, words: '我当时在场，有照片' })
const decide = (who: Person, annulmentId: string, decision: 'uphold' | 'restore') =>
  who.volunteerHours('decideAppeal', { annulmentId, decision, reason: '核对了现场照片' })
/** Of eight days ago, in Shanghai. */
const year = new Date(Date.now() - 8 * DAY + 8 * 3_600_000).getUTCFullYear()
const hoursOf = async (person: Person) => expectValue(await person.volunteerHours('getMyHours', { year }))
const entriesOf = async (person: Person) =>
  expectValue(await person.volunteerHours('listMyEntries', {})).entries
const sumOf = async (person: Person) =>
  (await entriesOf(person)).reduce((sum, { minutes }) => sum + minutes, 0)
const workAbout = async (annulmentId: string) =>
  expectValue(
    await administrator.administration('listWork', { placeCode: STREET, kind: 'hoursAppeal' }),
  ).items.filter(({ subjectId }) => subjectId === annulmentId)

async function appealed() {
  const { person, attendanceId } = await served()
  const { annulmentId } = expectValue(await annul(attendanceId)).annulment
  expectValue(await appeal(person, annulmentId))
  return { person, attendanceId, annulmentId }
}

test('marked hours are listed where they were served, until somebody has looked at them', async () => {
  const { attendanceId, person } = await served()
  const marked = async (placeCode = STREET) =>
    expectValue(await administrator.volunteerHours('listMarkedHours', { placeCode })).hours.filter(
      (hours) => hours.attendanceId === attendanceId,
    )
  expect(await marked()).toMatchObject([{ name: '陈小明', minutes: 120, marks: ['longDay'] }])
  expect(await marked(PUDONG)).toEqual([])
  const clear = () => second.volunteerHours('clearMarks', { attendanceId, reason: '连办两场，属实' })
  expectValue(await clear())
  expectValue(await clear())
  expect(await marked()).toEqual([])
  expect((await hoursOf(person)).recorded).toBe(120)
})

test('annulled, all that an attendance has brought is taken back by an entry more, and the person is told', async () => {
  const { person, attendanceId } = await served()
  await corrected(cloud, attendanceId, 90)
  const requestId = randomUUID()
  const first = expectValue(await annul(attendanceId, administrator, requestId)).annulment
  expect(first).toMatchObject({ state: 'standing', minutes: 90, name: '陈小明', isOwn: true })
  expect(expectValue(await annul(attendanceId, administrator, requestId)).annulment).toEqual(first)
  expect(expectError(await annul(attendanceId, second)).code).toBe('nothing_to_annul')
  expect(await hoursOf(person)).toMatchObject({
    recorded: 0,
    activities: 0,
    streak: 0,
    bestStreak: 0,
    days: [],
  })
  const entries = await entriesOf(person)
  expect(entries.map(({ kind, minutes }) => [kind, minutes])).toEqual([
    ['annulment', -90],
    ['correction', -30],
    ['credit', 120],
  ])
  expect(entries[0]).toMatchObject({
    reason,
    annulment: {
      annulmentId: first.annulmentId,
      state: 'standing',
      appealEndsAt: first.annulledAt + APPEAL_TIME,
    },
  })
  const [message] = expectValue(await person.messages('listMessages', {})).messages
  expect(message).toMatchObject({ kind: 'hoursMoved', title: '一次活动的服务时长被撤销' })
  expect(message?.line).toMatch(/签到地点和活动地点不符。不同意可以在 .+ 前申诉/)
})

test('an appeal becomes work, and another administrator restores the hours', async () => {
  const { person, annulmentId } = await appealed()
  expect(await workAbout(annulmentId)).toMatchObject([{ isWaiting: true, line: '我当时在场，有照片' }])
  const listed = expectValue(
    await administrator.volunteerHours('listAnnulments', { placeCode: STREET, state: 'appealed' }),
  )
  expect(listed.annulments).toContainEqual(
    expect.objectContaining({ annulmentId, appeal: '我当时在场，有照片', isOwn: true }),
  )
  expect(expectError(await decide(administrator, annulmentId, 'restore')).code).toBe('second_person_needed')
  const { annulment } = expectValue(await decide(second, annulmentId, 'restore'))
  expect(annulment).toMatchObject({ state: 'restored', decision: '核对了现场照片', isOwn: false })
  expect(await hoursOf(person)).toMatchObject({ recorded: 120, activities: 1 })
  expect((await entriesOf(person)).map(({ kind }) => kind)).toEqual(['restoration', 'annulment', 'credit'])
  expect((await workAbout(annulmentId)).filter(({ isWaiting }) => isWaiting)).toEqual([])
})

test('an appeal that is turned down leaves the hours annulled, for good', async () => {
  const { person, annulmentId } = await appealed()
  expectValue(await decide(second, annulmentId, 'uphold'))
  expect(expectValue(await second.volunteerHours('getAnnulment', { annulmentId }))).toMatchObject({
    state: 'upheld',
    appeal: '我当时在场，有照片',
    decision: '核对了现场照片',
  })
  expect((await hoursOf(person)).recorded).toBe(0)
  expect(expectError(await appeal(person, annulmentId)).code).toBe('appeal_ended')
  expect(expectError(await decide(second, annulmentId, 'restore')).code).toBe('not_appealed')
})

test('only the person appeals, once, and in time', async () => {
  const { person, attendanceId } = await served()
  const { annulmentId } = expectValue(await annul(attendanceId)).annulment
  expect(expectError(await appeal(second, annulmentId)).code).toBe('annulment_not_found')
  expect(expectError(await decide(second, annulmentId, 'restore')).code).toBe('not_appealed')
  await cloud.setClock(APPEAL_TIME + 60_000)
  expect(expectError(await appeal(person, annulmentId)).code).toBe('appeal_ended')
  await cloud.setClock(APPEAL_TIME - 60_000)
  expectValue(await appeal(person, annulmentId))
  expect(expectError(await appeal(person, annulmentId)).code).toBe('appeal_ended')
})

test('an administrator decides nothing about the own hours', async () => {
  const { person, attendanceId, annulmentId } = await appealed()
  const grant = { accountId: person.accountId, name: '陈小明', placeCode: STREET, organisationId: null }
  expectValue(
    await administrator.administration('grantRole', { ...grant, role: 'administrator', endsAt: null }),
  )
  expect(expectError(await decide(person, annulmentId, 'restore')).code).toBe('second_person_needed')
  const cleared = await person.volunteerHours('clearMarks', { attendanceId, reason: '我自己看过' })
  expect(expectError(cleared).code).toBe('second_person_needed')
})

describe('at the same moment', () => {
  test('four people annul the same hours: they are taken back once', async () => {
    const { person, attendanceId } = await served()
    const answers = await Promise.all(
      [administrator, second, administrator, second].map((who) => annul(attendanceId, who)),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await sumOf(person)).toBe(0)
    expect((await hoursOf(person)).recorded).toBe(0)
  })

  test('hours are annulled and corrected: the ledger still adds up to the total, and to nothing below 0', async () => {
    const { person, attendanceId } = await served()
    const [annulled] = await Promise.all([
      annul(attendanceId),
      corrected(cloud, attendanceId, 60),
      corrected(cloud, attendanceId, 90),
    ])
    expect(annulled.ok).toBe(true)
    expect(await sumOf(person)).toBe(0)
    expect((await hoursOf(person)).recorded).toBe(0)
  })

  test('an appeal is decided in two ways: once, and the hours say how', async () => {
    const { person, annulmentId } = await appealed()
    const [restored, upheld] = await Promise.all([
      decide(second, annulmentId, 'restore'),
      decide(second, annulmentId, 'uphold'),
    ])
    expect([restored.ok, upheld.ok].filter(Boolean)).toHaveLength(1)
    expect((await hoursOf(person)).recorded).toBe(restored.ok ? 120 : 0)
    expect(await sumOf(person)).toBe(restored.ok ? 120 : 0)
  })

  test('an appeal comes five times: it is one piece of work, and restored once', async () => {
    const { person, attendanceId } = await served()
    const { annulmentId } = expectValue(await annul(attendanceId)).annulment
    const appeals = await Promise.all(Array.from({ length: 5 }, () => appeal(person, annulmentId)))
    expect(appeals.filter(({ ok }) => ok)).toHaveLength(1)
    await Promise.all(Array.from({ length: 4 }, () => decide(second, annulmentId, 'restore')))
    expect((await hoursOf(person)).recorded).toBe(120)
    expect(await workAbout(annulmentId)).toHaveLength(0)
  })
})

test('who has no role there annuls nothing', async () => {
  const { person, attendanceId } = await served()
  expect(expectError(await annul(attendanceId, person)).code).toBe('not_allowed')
  expect(expectError(await annul('no-such-attendance')).code).toBe('not_allowed')
})
