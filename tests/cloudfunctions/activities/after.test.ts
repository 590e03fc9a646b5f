import { ACTIVITY_UPLOADS } from '../../../contract/activities'
import { anActivity, dayFrom } from '../../support/activities'
import { attend, goTo } from '../../support/attendance'
import {
  aCityAdministrator,
  accountIdOf,
  aStaffMember,
  expectError,
  expectValue,
  JINGAN,
} from '../../support/builders'
import { aReport, caseSeenBy, passTheCheck, storedFiles } from '../../support/cases'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { DOUBTFUL_TEXT, REFUSED_TEXT } from '../../support/contents'
import { aFlatPicture, anUpload } from '../../support/nominations'
import { aTeam, aVolunteer, type TeamForTests } from '../../support/volunteers'
import { activityOf, addRows, functionsWithReader, storedRows } from './storedSignUps'

const DAY = 86_400_000

let cloud: Cloud
let team: TeamForTests
let administrator: Person
let there: Person
let alsoThere: Person
let absent: Person
let activity: Awaited<ReturnType<typeof anActivity>>
let activityId: string

beforeAll(async () => {
  cloud = await startCloud({ functions: await functionsWithReader() })
  administrator = await aCityAdministrator(cloud)
  team = await aTeam(cloud, administrator)
  ;[there, alsoThere, absent] = [await aVolunteer(cloud), await aVolunteer(cloud), await aVolunteer(cloud)]
  activity = await heldTomorrow()
  activityId = activity.activityId
  expect(expectError(await giveFeedback(there, 5)).code).toBe('not_begun')
  expect(expectError(await addPhotos(there)).code).toBe('not_begun')
  expect(expectError(await thank(team.leader)).code).toBe('not_begun')
  await attend(cloud, team.leader, activityId, there)
  await attend(cloud, team.leader, activityId, alsoThere)
}, 60_000)
beforeEach(() => goTo(cloud, activity.endsAt + 60_000))
afterAll(() => cloud?.stop())

const heldTomorrow = () =>
  anActivity(team.leader, team.organisationId, {
    recurrence: { kind: 'once', day: dayFrom(Date.now(), 1) },
  })
const giveFeedback = (person: Person, stars: number, words = '') =>
  person.activities('giveFeedback', { activityId, stars, words })
/** People whom the leader has taken down, as the attendance function leaves them. */
async function peopleWhoWere(many: number): Promise<Person[]> {
  const people = await cloud.people(Array.from({ length: many }, (_, index) => `oTestGuest${index}`))
  const accountIds = await Promise.all(people.map(accountIdOf))
  await addRows(
    cloud,
    'attendances',
    accountIds.map((accountId) => ({
      _id: `${activityId}-${accountId}`,
      activityId,
      accountId,
      checkIn: { at: 1 },
    })),
  )
  return people
}
const thank = (leader: Person, requestId?: string) =>
  leader.activities('thank', { activityId, words: '示例：谢谢大家' }, requestId)
const aftermathFor = async (person: Pick<Person, 'activities'>) =>
  expectValue(await person.activities('getAftermath', { activityId }))
const anActivityPhoto = async (person: Person) =>
  anUpload(cloud, person, await aFlatPicture(60, 40), ACTIVITY_UPLOADS)
const addPhotos = async (person: Person, words = '', requestId?: string, photos?: string[]) =>
  person.activities(
    'addPhotos',
    { activityId, photos: photos ?? [await anActivityPhoto(person)], words },
    requestId,
  )

test('nothing comes after what there is not', async () => {
  const nothing = { activityId: 'nothing' }
  expect(expectError(await there.activities('getAftermath', nothing)).code).toBe('activity_not_found')
  const photos = [await anActivityPhoto(there)]
  const shared = await there.activities('addPhotos', { ...nothing, photos, words: '' })
  expect(expectError(shared).code).toBe('activity_not_found')
  const said = await there.activities('giveFeedback', { ...nothing, stars: 5, words: '' })
  expect(expectError(said).code).toBe('activity_not_found')
})

describe('feedback', () => {
  test('is for who was there, in two weeks', async () => {
    expect(expectError(await giveFeedback(absent, 5)).code).toBe('not_there')
    await goTo(cloud, activity.endsAt + 14 * DAY + 1000)
    expect(expectError(await giveFeedback(there, 5)).code).toBe('feedback_ended')
  })

  test('counts once a person, as it was given last, however often it is sent at once', async () => {
    expectValue(await giveFeedback(alsoThere, 4, '示例：工具够用'))
    const stars = [1, 2, 3, 5, 1, 2, 3, 5]
    const others = await peopleWhoWere(10)
    await Promise.all([
      ...stars.map((each) => giveFeedback(there, each)),
      ...others.flatMap((person) => stars.map((each) => giveFeedback(person, each))),
    ])
    await Promise.all(others.map((person) => giveFeedback(person, 4)))
    expectValue(await giveFeedback(there, 3, '示例：时间有点长'))
    expect((await aftermathFor(there)).feedback).toEqual({ answers: 12, averageStars: 3.9 })
    expect((await aftermathFor(there)).own).toEqual({ wasThere: true, stars: 3 })
    expect((await aftermathFor(absent)).own).toEqual({ wasThere: false, stars: null })
    expect((await aftermathFor(cloud.nobody)).own).toBeNull()
    const rows = await storedRows<{ stars: number }>(cloud, 'activityFeedback', { activityId })
    const sum = rows.reduce((before, row) => before + row.stars, 0)
    expect((await activityOf(cloud, activityId)).feedback).toEqual({ answers: rows.length, stars: sum })
  })

  test('is read by the leader without a name', async () => {
    const { feedback, next } = expectValue(await team.leader.activities('listFeedback', { activityId }))
    expect(feedback.filter(({ words }) => words !== '')).toEqual([
      { stars: 3, words: '示例：时间有点长', at: expect.any(Number) },
      { stars: 4, words: '示例：工具够用', at: expect.any(Number) },
    ])
    expect(next).toBeNull()
    const other = await aTeam(cloud, administrator)
    expect(expectError(await other.leader.activities('listFeedback', { activityId })).code).toBe(
      'not_allowed',
    )
  })
})

describe('photos', () => {
  test('are for who was there, and for the leader', async () => {
    expect(expectError(await addPhotos(absent)).code).toBe('not_there')
    expect(expectValue(await addPhotos(team.leader)).isShown).toBe(false)
    await passTheCheck(cloud)
    expect((await aftermathFor(cloud.nobody)).photos).toHaveLength(1)
  })

  test('are seen by everyone once they have passed the check, in two sizes, and sent twice they are there once', async () => {
    const before = (await aftermathFor(cloud.nobody)).photos.length
    const uploads = storedFiles(cloud, ACTIVITY_UPLOADS)
    const photos = [await anActivityPhoto(there), await anActivityPhoto(there)]
    const requestId = 'the-same-two-photos-again'
    const send = () => addPhotos(there, '', requestId, photos)
    const answers = await Promise.all([send(), send(), send()])
    for (const answer of answers) expect(expectValue(answer).isShown).toBe(false)
    expect((await aftermathFor(cloud.nobody)).photos).toHaveLength(before)
    await passTheCheck(cloud)
    expect(expectValue(await send()).isShown).toBe(true)
    const shown = (await aftermathFor(cloud.nobody)).photos
    expect(shown).toHaveLength(before + 2)
    const [first] = shown
    for (const url of [first?.listUrl, first?.pageUrl])
      expect((await fetch(url as string)).headers.get('content-type')).toBe('image/jpeg')
    expect(first?.listUrl).not.toBe(first?.pageUrl)
    expect(storedFiles(cloud, ACTIVITY_UPLOADS)).toEqual(uploads)
  })

  test('with words that are refused are not shown, and their author is told; what is taken back goes in both sizes', async () => {
    const shown = (await aftermathFor(cloud.nobody)).photos.length
    const files = storedFiles(cloud, 'activityPhotos').length
    expect(expectValue(await addPhotos(there, REFUSED_TEXT)).isShown).toBe(false)
    await passTheCheck(cloud)
    expect((await aftermathFor(cloud.nobody)).photos).toHaveLength(shown)
    const { contents } = expectValue(await there.moderation('listMyContents', {}))
    const hidden = contents.find(({ state }) => state === 'hidden')
    expect(hidden).toMatchObject({ kind: 'activityPhotos', subject: `activity/${activityId}` })
    const { messages } = expectValue(await there.messages('listMessages', {}))
    expect(messages.map(({ title }) => title)).toContain('你上传的活动照片没有公开')
    expectValue(await there.moderation('withdrawContent', { contentId: hidden?.contentId as string }))
    expect(storedFiles(cloud, 'activityPhotos')).toHaveLength(files + 2)
    await goTo(cloud, activity.endsAt + 200 * DAY)
    await cloud.runTimer('moderation')
    expect(storedFiles(cloud, 'activityPhotos')).toHaveLength(files)
  })

  test('in doubt wait for a moderator of the place', async () => {
    const moderator = await aStaffMember(cloud, administrator, 'moderator', JINGAN)
    const shown = (await aftermathFor(cloud.nobody)).photos.length
    expectValue(await addPhotos(alsoThere, DOUBTFUL_TEXT))
    const { items } = expectValue(await moderator.administration('listWork', { placeCode: JINGAN }))
    const [item] = items
    expect(item).toMatchObject({
      kind: 'contentReview',
      line: expect.stringContaining('志愿活动：示例街面清洁'),
    })
    const { contentId, version } = expectValue(
      await moderator.moderation('getContent', { contentId: item?.subjectId as string }),
    )
    const decision = { contentId, decision: 'release' as const, reason: '示例：没有问题', basedOn: version }
    expectValue(await moderator.moderation('decideContent', decision))
    expect((await aftermathFor(cloud.nobody)).photos).toHaveLength(shown + 1)
  })

  test('that cannot be read are refused by their number', async () => {
    const broken = await anUpload(cloud, there, Buffer.from('no picture'), ACTIVITY_UPLOADS)
    const answer = await addPhotos(there, '', undefined, [await anActivityPhoto(there), broken])
    expect(expectError(answer)).toEqual({ code: 'photo_unreadable', index: 1 })
  })
})

test('everybody who was there is thanked once, however many they are and whatever the timer does', async () => {
  const many = Array.from({ length: 130 }, (_, index) => ({
    _id: `${activityId}-loaded${String(index).padStart(3, '0')}`,
    activityId,
    accountId: `loaded${index}`,
    checkIn: index % 2 === 0 ? { at: 1 } : null,
  }))
  await addRows(cloud, 'attendances', many)
  const requestId = 'thanks-sent-only-once'
  const answers = await Promise.all([thank(team.leader, requestId), thank(team.leader, requestId)])
  for (const answer of answers) expect(expectValue(answer).told).toBe(77)
  expect(expectError(await thank(team.leader)).code).toBe('already_thanked')
  await Promise.all([cloud.runTimer('activities'), cloud.runTimer('activities')])
  await cloud.runTimer('activities')
  const told = await storedRows<{ accountId: string }>(cloud, 'messages', { title: '负责人感谢你参加活动' })
  expect(told).toHaveLength(77)
  expect(new Set(told.map(({ accountId }) => accountId)).size).toBe(77)
  const { messages } = expectValue(await there.messages('listMessages', {}))
  const thanks = { kind: 'hoursMoved', line: '示例街面清洁：示例：谢谢大家' }
  expect(messages).toContainEqual(expect.objectContaining(thanks))
  expect((await activityOf(cloud, activityId)).thankAfter).toBeNull()
  expect((await aftermathFor(cloud.nobody)).thanks).toEqual({
    words: '示例：谢谢大家',
    at: expect.any(Number),
  })
})

describe('a street problem that is reported from an activity', () => {
  const report = (linkedTo: { activityId: string }, seenAt: number) =>
    aReport(cloud, there, { linkedTo, seenAt })

  test('is counted among its findings, and its page says that volunteers found it', async () => {
    const { caseId } = await report({ activityId }, activity.startsAt + 60_000)
    expect((await aftermathFor(cloud.nobody)).findings).toBe(1)
    const seen = await caseSeenBy(cloud.nobody, caseId)
    expect(seen.isFromActivity).toBe(true)
    expect(JSON.stringify(seen)).not.toContain(activityId)
    expectValue(await there.reporting('withdrawCase', { caseId }))
    expect((await aftermathFor(cloud.nobody)).findings).toBe(0)
  })

  test.each([
    ['an activity that there is not', () => ({ activityId: 'nothing' }), () => activity.startsAt],
    ['before it began', () => ({ activityId }), () => activity.startsAt - DAY],
    ['more than a day after it', () => ({ activityId }), () => activity.endsAt + 2 * DAY],
  ])('is filed without the link when it cannot be true: %s', async (_case, linkedTo, seenAt) => {
    await goTo(cloud, activity.endsAt + 3 * DAY)
    const { caseId } = await report(linkedTo(), seenAt())
    expect((await caseSeenBy(there, caseId)).isFromActivity).toBe(false)
    expect((await aftermathFor(cloud.nobody)).findings).toBe(0)
  })
})

test('the stars of who has gone stay, without the person and the words', async () => {
  const { sections } = expectValue(await alsoThere.activities('exportMyData', {}))
  expect(sections.find(({ title }) => title === '活动评价')?.items).toEqual([
    expect.objectContaining({ 星级: 4, 评价: '示例：工具够用' }),
  ])
  expectValue(await alsoThere.accounts('deleteAccount', { confirmation: '注销账号' }))
  await cloud.runTimer('activities')
  expect((await aftermathFor(there)).feedback).toEqual({ answers: 12, averageStars: 3.9 })
  const { feedback } = expectValue(await team.leader.activities('listFeedback', { activityId }))
  expect(feedback.map(({ words }) => words).filter((words) => words !== '')).toEqual(['示例：时间有点长'])
})
