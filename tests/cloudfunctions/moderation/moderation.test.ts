import { randomUUID } from 'node:crypto'
import { PAGE_SIZE } from '../../../contract/limits'
import {
  aCampaign,
  aCityAdministrator,
  accountIdOf,
  aStaffMember,
  expectError,
  expectValue,
  JINGAN,
  PUDONG,
  SHANGHAI,
} from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { aComment, DOUBTFUL_TEXT, ownOf, REFUSED_TEXT, shownOf } from '../../support/contents'
import { decide, lookAt, REASON, settle, worksOn } from './reviewing'

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

const told = async (person: Person) =>
  expectValue(await person.messages('listMessages', {})).messages.map(({ kind, line }) => [kind, line])

describe('who may look and decide', () => {
  test('nobody without the role, not even the author', async () => {
    const { contentId } = await aComment(cloud, author, campaignId, { text: DOUBTFUL_TEXT })
    const reviewer = await aStaffMember(cloud, administrator, 'reviewer', SHANGHAI)
    const listed = { placeCode: SHANGHAI, state: 'underReview' } as const
    for (const [person, code] of [
      [cloud.nobody, 'not_signed_in'],
      [author, 'not_allowed'],
      [reviewer, 'not_allowed'],
    ] as const) {
      const asked = person as Person
      expect(expectError(await asked.moderation('getContent', { contentId })).code).toBe(code)
      expect(expectError(await asked.moderation('listContents', listed)).code).toBe(code)
      expect(expectError(await decide(asked, contentId, 'release', 1)).code).toBe(code)
    }
    expect(await shownOf(cloud, campaignId)).toEqual([])
  })

  test('a moderator of another place neither sees it nor decides, nor learns whether it is there', async () => {
    const inDistrict = await aCampaign(administrator, { candidates: 0, cityCode: JINGAN })
    const { contentId } = await aComment(cloud, author, inDistrict.campaignId, { text: DOUBTFUL_TEXT })
    const [here, elsewhere] = [
      await aStaffMember(cloud, administrator, 'moderator', JINGAN),
      await aStaffMember(cloud, administrator, 'moderator', PUDONG),
    ]
    for (const id of [contentId, 'not-there'])
      expect(expectError(await elsewhere.moderation('getContent', { contentId: id })).code).toBe(
        'not_allowed',
      )
    expect(expectError(await decide(elsewhere, contentId, 'release', 2)).code).toBe('not_allowed')
    const list = (person: Person, placeCode: string) =>
      person.moderation('listContents', { placeCode, state: 'underReview' })
    for (const place of [JINGAN, SHANGHAI])
      expect(expectError(await list(elsewhere, place)).code).toBe('not_allowed')
    expect(expectValue(await list(elsewhere, PUDONG)).contents).toEqual([])
    for (const person of [here, moderator])
      expect(expectValue(await list(person, JINGAN)).contents).toMatchObject([{ contentId }])
    expect(expectError(await list(here, SHANGHAI)).code).toBe('not_allowed')
  })

  test('of a comment on the whole city a district’s moderator sees nothing', async () => {
    const { contentId } = await aComment(cloud, author, campaignId, { text: DOUBTFUL_TEXT })
    const inDistrict = await aStaffMember(cloud, administrator, 'moderator', JINGAN)
    expect(expectError(await inDistrict.moderation('getContent', { contentId })).code).toBe('not_allowed')
    const listed = expectValue(
      await inDistrict.moderation('listContents', { placeCode: JINGAN, state: 'underReview' }),
    )
    expect(listed.contents.map((content) => content.contentId)).not.toContain(contentId)
  })

  test('only the author appeals and takes back; a stranger is told that it is not there', async () => {
    const { contentId } = await aComment(cloud, author, campaignId, { text: REFUSED_TEXT })
    const reason = '请再看一看'
    for (const person of [await cloud.person(), moderator]) {
      expect(expectError(await person.moderation('appealContent', { contentId, reason })).code).toBe(
        'content_not_found',
      )
      expect(expectError(await person.moderation('withdrawContent', { contentId })).code).toBe(
        'content_not_found',
      )
      expect(expectValue(await person.moderation('listMyContents', {})).contents).toEqual([])
    }
    expect(expectError(await cloud.nobody.moderation('listMyContents', {})).code).toBe('not_signed_in')
    expect(await ownOf(author, contentId)).toMatchObject({ state: 'hidden' })
  })
})

describe('what staff see', () => {
  test('is all of it, its picture too, but never who wrote it', async () => {
    const accountId = await accountIdOf(author)
    const { contentId } = await aComment(cloud, author, campaignId, {
      text: DOUBTFUL_TEXT,
      pictures: ['a tree'],
    })
    const content = await lookAt(moderator, contentId)
    expect(content).toMatchObject({ text: DOUBTFUL_TEXT, state: 'underReview', cause: 'machineDoubts' })
    expect(await (await fetch(content.pictureUrls[0] as string)).text()).toBe('a tree')
    await settle(moderator, contentId, 'hide')
    const listed = await moderator.moderation('listContents', { placeCode: SHANGHAI, state: 'hidden' })
    for (const seen of [content, await lookAt(moderator, contentId), listed]) {
      expect(JSON.stringify(seen)).not.toContain(accountId)
      expect(JSON.stringify(seen)).not.toContain(author.openid)
    }
  })

  test('is nothing while the machine is at work, and nothing once it was taken back', async () => {
    const { contentId } = await aComment(cloud, author, campaignId, { pictures: ['a tree'] })
    const look = async () => expectError(await moderator.moderation('getContent', { contentId })).code
    expect(await look()).toBe('content_not_found')
    expect(expectError(await decide(moderator, contentId, 'release', 2)).code).toBe('content_not_found')
    await cloud.control('mediaResults', {})
    await lookAt(moderator, contentId)
    expectValue(await author.moderation('withdrawContent', { contentId }))
    expect(await look()).toBe('content_not_found')
  })

  test('goes on page by page, newest first', async () => {
    const inDistrict = await aCampaign(administrator, { candidates: 0, cityCode: '310112' })
    const writers = await cloud.people(Array.from({ length: PAGE_SIZE + 3 }, () => `oDoubted${randomUUID()}`))
    const written: string[] = []
    for (const writer of writers) {
      const comment = await aComment(cloud, writer, inDistrict.campaignId, { text: DOUBTFUL_TEXT })
      written.push(comment.contentId)
    }
    const list = async (after?: string) =>
      expectValue(
        await moderator.moderation('listContents', {
          placeCode: '310112',
          state: 'underReview',
          ...(after ? { after } : {}),
        }),
      )
    const first = await list()
    const second = await list(first.next ?? '')
    expect(second.next).toBeNull()
    expect([...first.contents, ...second.contents].map(({ contentId }) => contentId)).toEqual(
      written.toReversed(),
    )
  })
})

test('nobody else is given the link of an unreviewed picture', async () => {
  const { contentId } = await aComment(cloud, author, campaignId, {
    text: DOUBTFUL_TEXT,
    pictures: ['a tree'],
  })
  const [link] = (await lookAt(moderator, contentId)).pictureUrls
  const path = new URL(link as string).pathname
  const stranger = await cloud.person()
  const elsewhere = await aStaffMember(cloud, administrator, 'moderator', PUDONG)
  const answers = [
    await cloud.nobody.voting('listComments', { campaignId }),
    await stranger.voting('listComments', { campaignId }),
    await stranger.voting('getCampaign', { campaignId }),
    await stranger.moderation('listMyContents', {}),
    await stranger.moderation('getContent', { contentId }),
    await stranger.moderation('exportMyData', {}),
    await elsewhere.moderation('getContent', { contentId }),
    await elsewhere.moderation('listContents', { placeCode: PUDONG, state: 'underReview' }),
    await moderator.administration('listWork', { placeCode: SHANGHAI }),
  ]
  for (const answer of answers) expect(JSON.stringify(answer)).not.toContain(path)
  expect((await fetch(`${cloud.url}${path}`)).status).toBe(403)
})

describe('a decision', () => {
  test('of release shows it, tells its author, and ends the work', async () => {
    const { contentId } = await aComment(cloud, author, campaignId, {
      text: DOUBTFUL_TEXT,
      pictures: ['a tree'],
    })
    expect(await worksOn(moderator, contentId, 'waiting')).toMatchObject([
      { title: DOUBTFUL_TEXT, line: '示例选树活动', placeCode: SHANGHAI },
    ])
    const { version } = await lookAt(moderator, contentId)
    expect(expectValue(await decide(moderator, contentId, 'release', version))).toEqual({
      state: 'visible',
      version: version + 1,
    })
    const [shown] = await shownOf(cloud, campaignId)
    expect(shown).toMatchObject({ contentId, pictureUrls: [expect.any(String)] })
    expect(await worksOn(moderator, contentId, 'waiting')).toEqual([])
    expect(await worksOn(moderator, contentId, 'done')).toHaveLength(1)
    expect(await told(author)).toEqual([['contentReleased', DOUBTFUL_TEXT]])
  })

  test('of hiding takes away what everyone saw, and gives its author the reason', async () => {
    const { contentId } = await aComment(cloud, author, campaignId)
    expect(await shownOf(cloud, campaignId)).toHaveLength(1)
    await settle(moderator, contentId, 'hide')
    expect(await shownOf(cloud, campaignId)).toEqual([])
    expect(await ownOf(author, contentId)).toMatchObject({
      state: 'hidden',
      cause: 'staff',
      reason: REASON,
      mayAppeal: false,
    })
    expect((await told(author)).map(([kind]) => kind)).toEqual(['contentHidden'])
    await settle(moderator, contentId, 'release')
    expect(await shownOf(cloud, campaignId)).toHaveLength(1)
    expect((await told(author)).map(([kind]) => kind)).toEqual(['contentReleased', 'contentHidden'])
  })

  test('by two at once on the same version is one; the other is told', async () => {
    const colleague = await aStaffMember(cloud, administrator, 'moderator', SHANGHAI)
    const { contentId } = await aComment(cloud, author, campaignId, { text: DOUBTFUL_TEXT })
    const { version } = await lookAt(moderator, contentId)
    const answers = await Promise.all([
      decide(moderator, contentId, 'release', version),
      decide(colleague, contentId, 'hide', version),
      decide(moderator, contentId, 'hide', version),
      decide(colleague, contentId, 'release', version),
    ])
    const states = answers.flatMap((answer) => (answer.ok ? [answer.value.state] : []))
    const codes = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code]))
    expect(states).toHaveLength(1)
    expect(codes).toEqual(['changed_meanwhile', 'changed_meanwhile', 'changed_meanwhile'])
    expect(await ownOf(author, contentId)).toMatchObject({ state: states[0] })
    expect(await told(author)).toHaveLength(1)
  })

  test('sent again, even at once and even after a later one, is answered as the first time', async () => {
    const { contentId } = await aComment(cloud, author, campaignId, { text: DOUBTFUL_TEXT })
    const { version } = await lookAt(moderator, contentId)
    const requestId = randomUUID()
    const release = () => decide(moderator, contentId, 'release', version, requestId)
    const answers = await Promise.all(Array.from({ length: 8 }, release))
    const first = { state: 'visible', version: version + 1 }
    expect(answers.map(expectValue)).toEqual(answers.map(() => first))
    await settle(moderator, contentId, 'hide')
    expect(expectValue(await release())).toEqual(first)
    expect(await ownOf(author, contentId)).toMatchObject({ state: 'hidden' })
  })

  test('stands in the audit trail with what was found and what was left', async () => {
    const { contentId } = await aComment(cloud, author, campaignId, { text: DOUBTFUL_TEXT })
    await settle(moderator, contentId, 'release')
    const subject = `content/${contentId}`
    const { entries } = expectValue(
      await administrator.administration('listAuditTrail', { placeCode: SHANGHAI, subject }),
    )
    expect(entries).toHaveLength(1)
    const [entry] = entries
    expect(entry).toMatchObject({ method: 'decideContent', step: 'done', outcome: 'ok' })
    expect(JSON.parse(entry?.before ?? '')).toMatchObject({ state: 'underReview', cause: 'machineDoubts' })
    expect(JSON.parse(entry?.after ?? '')).toMatchObject({ state: 'visible', cause: null })
    expect(JSON.stringify(entry)).not.toContain(await accountIdOf(author))
  })
})

describe('an answer to an opinion', () => {
  const answer = (
    person: Person,
    contentId: string,
    basedOn: number,
    text = '已经请街道处理。',
    requestId?: string,
  ) => person.moderation('answerContent', { contentId, text, basedOn }, requestId)
  const versionOf = async (contentId: string) =>
    expectValue(await moderator.moderation('getContent', { contentId })).version

  test('is given by the district that looks after the candidate, shown to everyone, and told to the author', async () => {
    const reviewer = await aStaffMember(cloud, administrator, 'reviewer', JINGAN)
    const elsewhere = await aStaffMember(cloud, administrator, 'reviewer', PUDONG)
    const { candidateIds, ...campaign } = await aCampaign(administrator, { candidates: 1 })
    const about = { campaignId: campaign.campaignId, candidateId: candidateIds[0] as string }
    const comment = { ...about, text: '晚上有点吵', pictures: [] }
    const { contentId } = expectValue(await author.voting('writeComment', comment))
    const listed = expectValue(await reviewer.moderation('listOpinions', { placeCode: JINGAN })).opinions
    const version = listed.find((opinion) => opinion.contentId === contentId)?.version ?? 0
    expect(expectError(await answer(elsewhere, contentId, version)).code).toBe('not_allowed')
    expect(expectError(await answer(author, contentId, version)).code).toBe('not_allowed')
    expectValue(await answer(reviewer, contentId, version))
    expect(expectValue(await cloud.nobody.voting('listComments', about)).comments).toMatchObject([
      { contentId, answer: { text: '已经请街道处理。' } },
    ])
    expect(await told(author)).toEqual([['contentAnswered', '晚上有点吵']])
  })

  test('of two at once one stands, and a repeat of it gets its answer', async () => {
    const { contentId } = await aComment(cloud, author, campaignId, { text: '路灯坏了' })
    const version = await versionOf(contentId)
    const ids = Array.from({ length: 6 }, () => randomUUID())
    const answers = await Promise.all(
      ids.map((requestId, index) => answer(moderator, contentId, version, `答复${index}`, requestId)),
    )
    const won = answers.findIndex((each) => each.ok)
    expect(answers.filter((each) => each.ok)).toHaveLength(1)
    expect(await answer(moderator, contentId, version, `答复${won}`, ids[won])).toEqual(answers[won])
    expect(await shownOf(cloud, campaignId)).toMatchObject([{ answer: { text: `答复${won}` } }])
  })

  test('is refused to what nobody can see', async () => {
    const { contentId } = await aComment(cloud, author, campaignId, { text: DOUBTFUL_TEXT })
    expect(expectError(await answer(moderator, contentId, 2)).code).toBe('content_not_found')
  })
})
