import { PICTURE_ANSWER_TIME } from '../../../contract/limits'
import {
  aCampaign,
  aCityAdministrator,
  aStaffMember,
  expectError,
  expectValue,
  SHANGHAI,
} from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import {
  aComment,
  DOUBTFUL_TEXT,
  nameTrace,
  ownOf,
  REFUSED_TEXT,
  shownOf,
  takeRulesBack,
} from '../../support/contents'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const KEPT = 180 * DAY

let cloud: Cloud
let administrator: Person
let moderator: Person
let author: Person
let campaignId: string

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
  moderator = await aStaffMember(cloud, administrator, 'moderator', SHANGHAI)
})
beforeEach(async () => {
  ;({ campaignId } = await aCampaign(administrator, { candidates: 0 }))
  author = await cloud.person()
})
afterEach(async () => {
  await cloud.setClock(0)
  await takeRulesBack(cloud)
})
afterAll(() => cloud?.stop())

const tick = async (offset: number) => {
  await cloud.setClock(offset)
  expect(await cloud.runTimer('moderation')).not.toHaveProperty('error')
  await cloud.setClock(0)
}

test('a picture without an answer for half an hour waits for staff; the answer after that changes nothing', async () => {
  await nameTrace(cloud, 'late-trace')
  const { contentId } = await aComment(cloud, author, campaignId, { pictures: ['a tree'] })
  await tick(PICTURE_ANSWER_TIME - MINUTE)
  expect(await ownOf(author, contentId)).toMatchObject({ state: 'checking' })
  await tick(PICTURE_ANSWER_TIME + MINUTE)
  const given = { state: 'underReview', cause: 'noAnswer' }
  expect(await ownOf(author, contentId)).toMatchObject(given)
  const work = { placeCode: SHANGHAI, kind: 'contentReview' } as const
  const { items } = expectValue(await moderator.administration('listWork', work))
  expect(items.map(({ subjectId }) => subjectId)).toContain(contentId)
  const message = {
    MsgType: 'event',
    Event: 'wxa_media_check',
    trace_id: 'late-trace',
    result: { suggest: 'pass' },
  }
  await cloud.control('push', { message })
  expect(await ownOf(author, contentId)).toMatchObject(given)
  expect(await shownOf(cloud, campaignId)).toEqual([])
})

test('words that a crash kept from being checked wait for staff after two minutes', async () => {
  const fault = { action: 'database.startTransaction', count: 1, effect: 'dropBeforeWrite' }
  await cloud.control('faults', { failAfter: fault })
  const answer = await author.voting('writeComment', { campaignId, text: '这条街很干净', pictures: [] })
  expect(expectError(answer).code).toBe('busy')
  const [content] = expectValue(await author.moderation('listMyContents', {})).contents
  expect(content).toMatchObject({ state: 'checking' })
  await tick(MINUTE)
  expect(await ownOf(author, content?.contentId ?? '')).toMatchObject({ state: 'checking' })
  await tick(3 * MINUTE)
  expect(await ownOf(author, content?.contentId ?? '')).toMatchObject({
    state: 'underReview',
    cause: 'noAnswer',
  })
})

test('what was hidden or taken back is removed with its pictures when its time is over; what is shown stays', async () => {
  const shown = await aComment(cloud, author, campaignId, { text: '留下的', pictures: ['a tree that stays'] })
  const withdrawn = await aComment(cloud, author, campaignId, { pictures: ['a tree that goes'] })
  const hidden = await aComment(cloud, author, campaignId, { text: REFUSED_TEXT, pictures: ['another'] })
  await cloud.control('mediaResults', {})
  const linkOf = async (contentId: string) => (await ownOf(author, contentId)).pictureUrls[0] as string
  const links = [
    await linkOf(shown.contentId),
    await linkOf(withdrawn.contentId),
    await linkOf(hidden.contentId),
  ]
  expectValue(await author.moderation('withdrawContent', { contentId: withdrawn.contentId }))
  const statuses = async () => Promise.all(links.map(async (link) => (await fetch(link)).status))
  await tick(KEPT - DAY)
  expect(await statuses()).toEqual([200, 200, 200])
  await tick(KEPT + MINUTE)
  expect(await statuses()).toEqual([200, 404, 404])
  const left = expectValue(await author.moderation('listMyContents', {})).contents
  expect(left.map(({ contentId }) => contentId)).toEqual([shown.contentId])
  expect(await shownOf(cloud, campaignId)).toHaveLength(1)
})

test('a removal that a crash cut short is finished by the next run', async () => {
  const { contentId } = await aComment(cloud, author, campaignId, { pictures: ['a tree that goes'] })
  const [link] = (await ownOf(author, contentId)).pictureUrls
  expectValue(await author.moderation('withdrawContent', { contentId }))
  const fault = { action: 'database.removeDocument', collection: 'work', count: 1, effect: 'dropBeforeWrite' }
  await cloud.control('faults', { failAfter: fault })
  await cloud.setClock(KEPT + MINUTE)
  expect(await cloud.runTimer('moderation')).toHaveProperty('error')
  const isThere = async () =>
    expectError(await moderator.moderation('getContent', { contentId })).code === 'content_not_found'
  expect(await isThere()).toBe(true)
  expect(await cloud.runTimer('moderation')).not.toHaveProperty('error')
  expect(await isThere()).toBe(false)
  await cloud.setClock(0)
  expect((await fetch(link as string)).status).toBe(404)
})

describe('when an account is deleted', () => {
  const deleteAccount = async (person: Person) =>
    expectValue(await person.accounts('deleteAccount', { confirmation: '注销账号' }))

  test('what others see stays without its author; what nobody sees goes, with its pictures', async () => {
    const shown = await aComment(cloud, author, campaignId, { text: '留下的' })
    const waiting = await aComment(cloud, author, campaignId, { text: DOUBTFUL_TEXT })
    await aComment(cloud, author, campaignId, { text: REFUSED_TEXT, pictures: ['a tree that goes'] })
    const [hidden] = expectValue(await author.moderation('listMyContents', {})).contents
    await deleteAccount(author)
    await tick(MINUTE)
    expect(expectValue(await author.moderation('listMyContents', {})).contents).toEqual([])
    expect((await shownOf(cloud, campaignId)).map(({ contentId }) => contentId)).toEqual([shown.contentId])
    expect((await fetch(hidden?.pictureUrls[0] ?? '')).status).toBe(404)
    const gone = await moderator.moderation('getContent', { contentId: hidden?.contentId ?? '' })
    expect(expectError(gone).code).toBe('not_allowed')
    const { contentId } = waiting
    const { version } = expectValue(await moderator.moderation('getContent', { contentId }))
    const decision = { contentId, decision: 'release', reason: '内容没有问题', basedOn: version } as const
    expectValue(await moderator.moderation('decideContent', decision))
    expect(await shownOf(cloud, campaignId)).toHaveLength(2)
    expect(expectError(await author.moderation('withdrawContent', { contentId })).code).toBe(
      'content_not_found',
    )
  })

  test('a decision at the same moment does not bring the author back', async () => {
    const written = []
    for (let index = 0; index < 6; index++)
      written.push(await aComment(cloud, author, campaignId, { text: DOUBTFUL_TEXT }))
    await deleteAccount(author)
    const decide = ({ contentId }: { contentId: string }) =>
      moderator.moderation('decideContent', {
        contentId,
        decision: 'release',
        reason: '内容没有问题',
        basedOn: 2,
      })
    const [, ...answers] = await Promise.all([cloud.runTimer('moderation'), ...written.map(decide)])
    await cloud.runTimer('moderation')
    expect(answers.every((answer) => answer.ok)).toBe(true)
    expect(await shownOf(cloud, campaignId)).toHaveLength(6)
    expect(expectValue(await author.moderation('listMyContents', {})).contents).toEqual([])
  })

  test('what the same person writes after coming back is theirs', async () => {
    await aComment(cloud, author, campaignId, { text: '以前写的' })
    await deleteAccount(author)
    await new Promise((resolve) => setTimeout(resolve, 5))
    const { contentId } = await aComment(cloud, author, campaignId, { text: '回来写的' })
    await tick(MINUTE)
    const { contents } = expectValue(await author.moderation('listMyContents', {}))
    expect(contents.map((content) => content.contentId)).toEqual([contentId])
    expect(await shownOf(cloud, campaignId)).toHaveLength(2)
  })
})
