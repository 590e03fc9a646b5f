import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import type { InferInput } from 'valibot'
import type { volunteerHours } from '../../../contract/volunteerHours'
import { aCityAdministrator, aStaffMember, expectError, expectValue } from '../../support/builders'
import { storedFiles } from '../../support/cases'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import {
  anOrganisation,
  aProof,
  aVolunteerWithHours,
  credited,
  functionsWithHours,
  type Served,
} from '../../support/hours'

/** Hours that are entered afterwards: proof, a second person, the second ledger. */

const DAY = 86_400_000
const STREET = '310106011'
type Claim = InferInput<(typeof volunteerHours)['claimHours']['input']>

const dayAgo = (days: number) => new Date(Date.now() + 8 * 3_600_000 - days * DAY).toISOString().slice(0, 10)

let functions: string
let cloud: Cloud
let administrator: Person
let leader: Person
let volunteer: Served
let organisationId: string

beforeAll(async () => {
  functions = await functionsWithHours()
  cloud = await startCloud({ functions })
  administrator = await aCityAdministrator(cloud)
  organisationId = await anOrganisation(administrator, '示例街道志愿服务队')
  leader = await aStaffMember(cloud, administrator, 'organisationLeader', STREET, organisationId)
  volunteer = await aVolunteerWithHours(cloud, '陈小明')
})
afterAll(async () => {
  await cloud?.stop()
  if (functions) rmSync(functions, { recursive: true })
})

async function claim(person: Person, changes: Partial<Claim> = {}, requestId: string = randomUUID()) {
  const photos = changes.photos ?? [await aProof(cloud, person)]
  const input = { organisationId, day: dayAgo(2), minutes: 90, what: '示例：整理图书', ...changes, photos }
  return person.volunteerHours('claimHours', input, requestId)
}
const proposed = async (person: Person, changes: Partial<Claim> = {}) =>
  expectValue(await claim(person, changes)).claim.claimId
const answerTo = (
  person: Person,
  claimId: string,
  answer: 'agree' | 'decline',
  reason: string | null = null,
) => person.volunteerHours('answerClaim', { claimId, answer, reason })
const hoursOf = async (person: Person) =>
  expectValue(await person.volunteerHours('getMyHours', { year: Number(dayAgo(2).slice(0, 4)) }))
const inbox = async (person: Person) => expectValue(await person.messages('listMessages', {})).messages

test('a claim needs a volunteer, an open organisation, a day that is over and proof that can be seen', async () => {
  expect(expectError(await claim(await cloud.person())).code).toBe('not_volunteer')
  expect(expectError(await claim(volunteer, { organisationId: 'nobody' })).code).toBe(
    'organisation_not_found',
  )
  const closed = await anOrganisation(administrator, '示例已撤并的队')
  expectValue(await administrator.places('closeOrganisation', { organisationId: closed, reason: '机构撤并' }))
  expect(expectError(await claim(volunteer, { organisationId: closed })).code).toBe('organisation_closed')
  for (const days of [0, -1, 91])
    expect(expectError(await claim(volunteer, { day: dayAgo(days) })).code).toBe('day_not_possible')
  const photos = [await aProof(cloud, volunteer), 'cloud://local.bucket/activityUploads/none.jpg']
  expect(expectError(await claim(volunteer, { photos }))).toMatchObject({
    code: 'photo_unreadable',
    index: 1,
  })
  expect(expectError(await claim(volunteer, { photos: [] })).code).toBe('invalid_input')
})

test('a claim sent three times at once is one, and the leader is told once and sees name and proof', async () => {
  const uploads = storedFiles(cloud, 'activityUploads')
  const [requestId, photos] = [randomUUID(), [await aProof(cloud, volunteer)]]
  const answers = await Promise.all([1, 2, 3].map(() => claim(volunteer, { photos }, requestId)))
  const claims = answers.map((answer) => expectValue(answer).claim)
  expect(new Set(claims.map(({ claimId }) => claimId)).size).toBe(1)
  expect(claims[0]).toMatchObject({ state: 'proposed', name: '陈小明', isOwn: true, minutes: 90 })
  const listed = expectValue(await volunteer.volunteerHours('listMyClaims', {})).claims
  expect(listed).toHaveLength(1)
  const seen = expectValue(await leader.volunteerHours('listClaims', { organisationId, state: 'proposed' }))
  expect(seen.claims).toMatchObject([{ name: '陈小明', isOwn: false, photos: [{}] }])
  expect((await fetch(seen.claims[0]?.photos[0]?.pageUrl as string)).status).toBe(200)
  expect((await inbox(leader)).filter(({ kind }) => kind === 'volunteerWork')).toHaveLength(1)
  expect(storedFiles(cloud, 'activityUploads').sort()).toEqual(uploads.sort())
  expectValue(await volunteer.volunteerHours('withdrawClaim', { claimId: listed[0]?.claimId as string }))
})

test('what is agreed goes into the second ledger, beside the recorded hours and never among them', async () => {
  const person = await aVolunteerWithHours(cloud, '林一一')
  await credited(cloud, person, { organisationId, servedAt: Date.now() - 2 * DAY, minutes: 120 })
  const claimId = await proposed(person)
  const answered = expectValue(await answerTo(leader, claimId, 'agree'))
  expect(answered.claim.state).toBe('agreed')
  expect(await hoursOf(person)).toMatchObject({
    recorded: 120,
    backfilled: 90,
    activities: 1,
    stars: 0,
    minutesToNextStar: 100 * 60 - 120,
    days: [{ day: dayAgo(2), minutes: 210 }],
  })
  const { entries } = expectValue(await person.volunteerHours('listMyEntries', {}))
  expect(entries.map(({ kind, ledger, minutes }) => [kind, ledger, minutes])).toEqual([
    ['backfill', 'backfilled', 90],
    ['credit', 'recorded', 120],
  ])
  expect((await inbox(person))[0]).toMatchObject({ kind: 'hoursMoved', title: '补录的时长已经计入' })
})

test('nobody agrees to the own hours, leader or administrator; somebody else does', async () => {
  const self = await aVolunteerWithHours(cloud, '赵负责')
  const grant = { accountId: self.accountId, name: '赵负责', placeCode: STREET, endsAt: null }
  expectValue(
    await administrator.administration('grantRole', {
      ...grant,
      role: 'organisationLeader',
      organisationId,
    }),
  )
  const claimId = await proposed(self)
  expect(expectError(await answerTo(self, claimId, 'agree')).code).toBe('second_person_needed')
  expect(expectError(await answerTo(self, claimId, 'decline', '自己退回')).code).toBe('second_person_needed')
  expectValue(await answerTo(administrator, claimId, 'agree'))
  expect((await hoursOf(self)).backfilled).toBe(90)
})

test('declining needs a reason, which the person is told; what is decided stays so', async () => {
  const claimId = await proposed(volunteer)
  expect(expectError(await answerTo(leader, claimId, 'decline')).code).toBe('reason_needed')
  expectValue(await answerTo(leader, claimId, 'decline', '照片看不清人'))
  expect((await inbox(volunteer))[0]).toMatchObject({ title: '补录的时长没有通过', line: '照片看不清人' })
  expect(expectError(await answerTo(leader, claimId, 'agree')).code).toBe('claim_is_decided')
  const withdrawn = await volunteer.volunteerHours('withdrawClaim', { claimId })
  expect(expectError(withdrawn).code).toBe('claim_is_decided')
  expect((await hoursOf(volunteer)).backfilled).toBe(0)
})

test('a claim that is taken back loses its photos and can no longer be agreed to; only its person takes it back', async () => {
  const files = () => storedFiles(cloud, 'claimPhotos').length
  const before = files()
  const claimId = await proposed(volunteer)
  expect(files()).toBe(before + 2)
  const stranger = await leader.volunteerHours('withdrawClaim', { claimId })
  expect(expectError(stranger).code).toBe('claim_not_found')
  const requestId = randomUUID()
  for (let time = 0; time < 2; time++) {
    const taken = await volunteer.volunteerHours('withdrawClaim', { claimId }, requestId)
    expect(expectValue(taken).claim).toMatchObject({ state: 'withdrawn', photos: [] })
  }
  expect(files()).toBe(before)
  expect(expectError(await answerTo(leader, claimId, 'agree')).code).toBe('claim_is_decided')
})

describe('at the same moment', () => {
  test('two people agree to one claim: it is credited once', async () => {
    const person = await aVolunteerWithHours(cloud, '双重')
    const claimId = await proposed(person)
    const answers = await Promise.all(
      [leader, administrator, leader, administrator].map((who) => answerTo(who, claimId, 'agree')),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await hoursOf(person)).backfilled).toBe(90)
    expect(expectValue(await person.volunteerHours('listMyEntries', {})).entries).toHaveLength(1)
  })

  test('claims that are too many for a day are agreed to: the day never has more than 24 hours', async () => {
    const person = await aVolunteerWithHours(cloud, '满满')
    const claimIds = [] as string[]
    for (let number = 0; number < 3; number++) claimIds.push(await proposed(person, { minutes: 700 }))
    const answers = await Promise.all(claimIds.map((claimId) => answerTo(leader, claimId, 'agree')))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2)
    const full = answers.find(({ ok }) => !ok)
    expect(full && expectError(full).code).toBe('day_is_full')
    expect((await hoursOf(person)).backfilled).toBe(1400)
  })

  test('a claim is agreed to and taken back: one of them, and the hours say which', async () => {
    const person = await aVolunteerWithHours(cloud, '先后')
    const claimId = await proposed(person)
    const [agreed, withdrawn] = await Promise.all([
      answerTo(leader, claimId, 'agree'),
      person.volunteerHours('withdrawClaim', { claimId }),
    ])
    expect([agreed.ok, withdrawn.ok].filter(Boolean)).toHaveLength(1)
    expect((await hoursOf(person)).backfilled).toBe(agreed.ok ? 90 : 0)
  })
})

test('who leads nothing there sees no claims', async () => {
  const other = await anOrganisation(administrator, '另一支示例队')
  const stranger = await aStaffMember(cloud, administrator, 'organisationLeader', STREET, other)
  const listed = await stranger.volunteerHours('listClaims', { organisationId, state: 'agreed' })
  expect(expectError(listed).code).toBe('not_allowed')
  const claimId = await proposed(volunteer)
  expect(expectError(await answerTo(stranger, claimId, 'agree')).code).toBe('not_allowed')
})
