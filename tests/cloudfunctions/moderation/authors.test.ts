import { randomUUID } from 'node:crypto'
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
import { aComment, DOUBTFUL_TEXT, ownOf, REFUSED_TEXT, shownOf } from '../../support/contents'
import { decide, lookAt, settle, worksOn } from './reviewing'

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
afterAll(() => cloud?.stop())

describe('an appeal', () => {
  const reason = '这句话没有恶意'

  test('brings what the machine refused before a person, once, however often it is sent', async () => {
    const { contentId } = await aComment(cloud, author, campaignId, { text: REFUSED_TEXT })
    expect(await ownOf(author, contentId)).toMatchObject({ mayAppeal: true })
    expect(await worksOn(moderator, contentId, 'waiting')).toEqual([])
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => author.moderation('appealContent', { contentId, reason })),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    const codes = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code]))
    expect(new Set(codes)).toEqual(new Set(['cannot_appeal']))
    expect(await lookAt(moderator, contentId)).toMatchObject({
      state: 'underReview',
      cause: 'appeal',
      appeal: reason,
    })
    expect(await worksOn(moderator, contentId, 'waiting')).toHaveLength(1)
    await settle(moderator, contentId, 'hide')
    expect(expectError(await author.moderation('appealContent', { contentId, reason })).code).toBe(
      'cannot_appeal',
    )
  })

  test('sent again as the same request is answered again', async () => {
    const { contentId } = await aComment(cloud, author, campaignId, { text: REFUSED_TEXT })
    const requestId = randomUUID()
    const send = () => author.moderation('appealContent', { contentId, reason }, requestId)
    const answers = await Promise.all([send(), send(), send()])
    await settle(moderator, contentId, 'release')
    for (const answer of [...answers, await send()])
      expect(expectValue(answer)).toEqual({ state: 'underReview' })
    expect(await ownOf(author, contentId)).toMatchObject({ state: 'visible' })
  })

  test('is not for what staff have hidden', async () => {
    const { contentId } = await aComment(cloud, author, campaignId)
    await settle(moderator, contentId, 'hide')
    expect(expectError(await author.moderation('appealContent', { contentId, reason })).code).toBe(
      'cannot_appeal',
    )
  })
})

describe('what its author takes back', () => {
  test.each([
    ['visible', '这条街很干净'],
    ['under review', DOUBTFUL_TEXT],
    ['hidden', REFUSED_TEXT],
  ])('while %s is gone for everyone, and no work', async (_title, text) => {
    const { contentId } = await aComment(cloud, author, campaignId, { text })
    for (let time = 0; time < 2; time++)
      expect(expectValue(await author.moderation('withdrawContent', { contentId }))).toEqual({
        state: 'withdrawn',
      })
    expect(await shownOf(cloud, campaignId)).toEqual([])
    expect(await worksOn(moderator, contentId, 'waiting')).toEqual([])
    expect(await ownOf(author, contentId)).toMatchObject({ state: 'withdrawn', mayAppeal: false })
    expect(expectError(await decide(moderator, contentId, 'release', 3)).code).toBe('content_not_found')
  })

  test('while the machine looks at its picture stays away when the picture passes', async () => {
    const { contentId } = await aComment(cloud, author, campaignId, { pictures: ['a tree'] })
    expectValue(await author.moderation('withdrawContent', { contentId }))
    await cloud.control('mediaResults', {})
    await cloud.setClock(PICTURE_ANSWER_TIME + 60_000)
    await cloud.runTimer('moderation')
    await cloud.setClock(0)
    expect(await ownOf(author, contentId)).toMatchObject({ state: 'withdrawn' })
    expect(await shownOf(cloud, campaignId)).toEqual([])
    expect(await worksOn(moderator, contentId, 'waiting')).toEqual([])
  })

  test('at the moment of its release is either gone or was never released afterwards', async () => {
    const { contentId } = await aComment(cloud, author, campaignId, { text: DOUBTFUL_TEXT })
    const { version } = await lookAt(moderator, contentId)
    await Promise.all([
      decide(moderator, contentId, 'release', version),
      author.moderation('withdrawContent', { contentId }),
    ])
    expect(await ownOf(author, contentId)).toMatchObject({ state: 'withdrawn' })
    expect(await shownOf(cloud, campaignId)).toEqual([])
    expect(await worksOn(moderator, contentId, 'waiting')).toEqual([])
  })
})

test('my data holds what I wrote, in words, whatever became of it', async () => {
  await aComment(cloud, author, campaignId, { text: '先写的' })
  await aComment(cloud, author, campaignId, { text: REFUSED_TEXT })
  const { sections } = expectValue(await author.moderation('exportMyData', {}))
  expect(sections).toMatchObject([
    {
      title: '我写的内容',
      items: [
        { 内容: REFUSED_TEXT, 状态: '没有公开', 写给: '示例选树活动' },
        { 内容: '先写的', 状态: '已公开' },
      ],
    },
  ])
  expect(expectError(await cloud.nobody.moderation('exportMyData', {})).code).toBe('not_signed_in')
})
