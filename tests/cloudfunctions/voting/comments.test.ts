import { randomUUID } from 'node:crypto'
import { areCommentsOpen } from '../../../cloudfunctions/voting/rules'
import { PAGE_SIZE } from '../../../contract/limits'
import { aCampaign, aCityAdministrator, expectError, expectValue } from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import {
  aComment,
  aPicture,
  DOUBTFUL_PICTURE,
  DOUBTFUL_TEXT,
  mediaCheckResult,
  nameTrace,
  ownOf,
  REFUSED_PICTURE,
  REFUSED_TEXT,
  shownOf,
  takeRulesBack,
} from '../../support/contents'

const HOUR = 3_600_000
const DAY = 24 * HOUR

let cloud: Cloud
let administrator: Person
let campaignId: string
let author: Person

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
})
beforeEach(async () => {
  ;({ campaignId } = await aCampaign(administrator, { candidates: 1 }))
  author = await cloud.person()
})
afterEach(async () => {
  await cloud.setClock(0)
  await takeRulesBack(cloud)
})
afterAll(() => cloud?.stop())

describe('opinions are taken', () => {
  const stages = [
    { kind: 'selection', name: '推选审定', opensAt: 100, closesAt: 300 },
    { kind: 'showcase', name: '成果展示', opensAt: 400, closesAt: 500 },
  ] as const
  const campaign = { votingOpensAt: 150, stages: [...stages] }
  test.each([
    [99, false],
    [100, true],
    [299, true],
    [350, true],
    [499, true],
    [500, false],
  ])('at %d: %s', (now, expected) => {
    expect(areCommentsOpen(campaign, now)).toBe(expected)
  })
})

test('only somebody in WeChat writes, about a campaign that there is, within the lengths', async () => {
  const comment = { campaignId, text: '这条街很干净', pictures: [] }
  const write = async (person: Pick<Person, 'voting'>, changes: object = {}) =>
    expectError(await person.voting('writeComment', { ...comment, ...changes })).code
  expect(await write(cloud.nobody)).toBe('not_signed_in')
  expect(await write(author, { campaignId: 'nowhere' })).toBe('campaign_not_found')
  expect(await write(author, { text: ' 树 ' })).toBe('invalid_input')
  expect(await write(author, { text: '树'.repeat(501) })).toBe('invalid_input')
  expect(await write(author, { pictures: ['https://elsewhere.example/a.jpg'] })).toBe('invalid_input')
  const picture = await aPicture(cloud, author, 'a tree')
  expect(await write(author, { pictures: [picture, picture, picture, picture] })).toBe('invalid_input')
  expect(expectError(await cloud.nobody.voting('listComments', { campaignId: 'nowhere' })).code).toBe(
    'campaign_not_found',
  )
  expect(await shownOf(cloud, campaignId)).toEqual([])
})

test('before selection begins and after the last stage, comments are closed; a request answered before is answered again', async () => {
  const now = Date.now()
  const later = await aCampaign(administrator, {
    candidates: 0,
    votingOpensAt: now + 2 * HOUR,
    stages: [{ kind: 'selection', name: '推选审定', opensAt: now + HOUR, closesAt: now + 20 * DAY }],
  })
  const write = (requestId?: string) =>
    author.voting('writeComment', { campaignId: later.campaignId, text: '加油', pictures: [] }, requestId)
  const isOpen = async () =>
    expectValue(await cloud.nobody.voting('listComments', { campaignId: later.campaignId })).isOpen
  expect(expectError(await write()).code).toBe('comments_closed')
  expect(await isOpen()).toBe(false)
  await cloud.setClock(2 * HOUR)
  const requestId = randomUUID()
  const first = expectValue(await write(requestId))
  expect(await isOpen()).toBe(true)
  await cloud.setClock(21 * DAY)
  expect(expectError(await write()).code).toBe('comments_closed')
  expect(await isOpen()).toBe(false)
  expect(expectValue(await write(requestId))).toEqual(first)
})

describe('an opinion about a candidate', () => {
  const about = async (candidateId: string) =>
    expectValue(await cloud.nobody.voting('listComments', { campaignId, candidateId }))

  test('stands at the candidate and not at the campaign, and is counted there', async () => {
    const candidateId = `${campaignId}-1`
    const comment = { campaignId, candidateId, text: '门前一直很干净', pictures: [] }
    expectValue(await author.voting('writeComment', comment))
    expectValue(await author.voting('writeComment', { ...comment, text: REFUSED_TEXT }))
    expect(await about(candidateId)).toMatchObject({
      about: '第1号（示例）自律会',
      total: 1,
      comments: [{ text: '门前一直很干净', answer: null }],
    })
    expect(await shownOf(cloud, campaignId)).toEqual([])
    expect(expectValue(await cloud.nobody.voting('getCandidate', { candidateId })).comments).toBe(1)
  })

  test('needs a candidate of this campaign', async () => {
    const other = await aCampaign(administrator, { candidates: 1 })
    for (const candidateId of ['nobody', `${campaignId}-2`, other.candidateIds[0] as string]) {
      const comment = { campaignId, candidateId, text: '门前一直很干净', pictures: [] }
      expect(expectError(await author.voting('writeComment', comment)).code).toBe('candidate_not_found')
      expect(expectError(await author.voting('listComments', { campaignId, candidateId })).code).toBe(
        'candidate_not_found',
      )
    }
  })
})

test('words that pass are shown at once, with nothing of who wrote them', async () => {
  const { contentId, state } = await aComment(cloud, author, campaignId, { text: '  这条街很干净  ' })
  expect(state).toBe('visible')
  const shown = await shownOf(cloud, campaignId)
  expect(shown).toEqual([
    { contentId, text: '这条街很干净', pictureUrls: [], answer: null, writtenAt: expect.any(Number) },
  ])
})

test.each([
  ['doubted', DOUBTFUL_TEXT, 'underReview', 'machineDoubts'],
  ['refused', REFUSED_TEXT, 'hidden', 'machineRefuses'],
])('words that are %s are shown to nobody but their author', async (_title, text, state, cause) => {
  const written = await aComment(cloud, author, campaignId, { text, pictures: ['a tree'] })
  expect(written.state).toBe(state)
  await cloud.control('mediaResults', {})
  expect(await shownOf(cloud, campaignId)).toEqual([])
  expect(await ownOf(author, written.contentId)).toMatchObject({ state, cause, text })
})

test.each([[{ fail: -1 }], [{ answer: { errcode: 0, errmsg: 'ok' } }]])(
  'a machine that answers %j to words lets nothing pass: a person must look',
  async (rule) => {
    await cloud.control('openapi', { apiName: 'security.msgSecCheck', rule })
    const { contentId, state } = await aComment(cloud, author, campaignId)
    expect(state).toBe('underReview')
    expect(await ownOf(author, contentId)).toMatchObject({ cause: 'noAnswer', mayAppeal: false })
    expect(await shownOf(cloud, campaignId)).toEqual([])
  },
)

test('a machine that takes no picture lets nothing pass either', async () => {
  await cloud.control('openapi', { apiName: 'security.mediaCheckAsync', rule: { fail: -1 } })
  const { state } = await aComment(cloud, author, campaignId, { pictures: ['a tree'] })
  expect(state).toBe('underReview')
})

test.each([
  ['pass', ['a tree', 'another tree'], 'visible'],
  ['are doubted', ['a tree', DOUBTFUL_PICTURE], 'underReview'],
  ['are refused', [REFUSED_PICTURE, 'a tree'], 'hidden'],
])('pictures are checked later; when they %s, all of it follows', async (_title, pictures, state) => {
  const { contentId, state: atFirst } = await aComment(cloud, author, campaignId, { pictures })
  expect(atFirst).toBe('checking')
  expect(await shownOf(cloud, campaignId)).toEqual([])
  await cloud.control('mediaResults', {})
  expect(await ownOf(author, contentId)).toMatchObject({ state })
  const shown = await shownOf(cloud, campaignId)
  expect(shown).toHaveLength(state === 'visible' ? 1 : 0)
  const texts = shown.flatMap(({ pictureUrls }) => pictureUrls.map(async (url) => (await fetch(url)).text()))
  expect(await Promise.all(texts)).toEqual(state === 'visible' ? pictures : [])
})

test('results of several pictures that come at the same moment are all kept', async () => {
  const pictures = ['one', 'two', 'three']
  const { contentId } = await aComment(cloud, author, campaignId, { pictures })
  const send = () => cloud.control('mediaResults', {})
  await Promise.all([send(), send(), send()])
  expect(await ownOf(author, contentId)).toMatchObject({ state: 'visible' })
  expect((await shownOf(cloud, campaignId))[0]?.pictureUrls).toHaveLength(3)
})

test('a result that comes before its question was written down is not lost', async () => {
  await nameTrace(cloud, 'early-trace')
  await cloud.control('push', { message: mediaCheckResult('early-trace') })
  const { state } = await aComment(cloud, author, campaignId, { pictures: ['a tree'] })
  expect(state).toBe('visible')
})

test.each([
  ['an error', { errcode: -1008 }],
  ['no verdict', { errcode: 0, result: {} }],
])('a result with %s gives the picture to staff, early or late', async (title, changes) => {
  for (const order of ['late', 'early']) {
    const traceId = `${order} ${title}`
    await nameTrace(cloud, traceId)
    const result = { message: mediaCheckResult(traceId, changes) }
    if (order === 'early') await cloud.control('push', result)
    const { contentId } = await aComment(cloud, author, campaignId, { pictures: ['a tree'] })
    if (order === 'late') await cloud.control('push', result)
    expect(await ownOf(author, contentId)).toMatchObject({ state: 'underReview', cause: 'noAnswer' })
  }
})

test('a result sent twice, or another one after it, changes nothing more', async () => {
  await nameTrace(cloud, 'repeated-trace')
  const { contentId } = await aComment(cloud, author, campaignId, { pictures: ['a tree'] })
  const pass = { message: mediaCheckResult('repeated-trace') }
  const risky = { message: mediaCheckResult('repeated-trace', { result: { suggest: 'risky' } }) }
  await Promise.all([cloud.control('push', pass), cloud.control('push', pass)])
  await cloud.control('push', risky)
  expect(await ownOf(author, contentId)).toMatchObject({ state: 'visible' })
})

test('nobody but WeChat can say what is in a picture', async () => {
  await nameTrace(cloud, 'known-trace')
  const { contentId } = await aComment(cloud, author, campaignId, { pictures: [REFUSED_PICTURE] })
  const forged = mediaCheckResult('known-trace')
  const asPerson = await cloud.send('moderation', forged, author.token)
  expect(asPerson.body).toMatchObject({ result: { ok: false, error: { code: 'unknown_method' } } })
  await cloud.send('moderation', forged)
  await cloud.send('moderation', { ...forged, method: 'takeMediaCheck', input: forged }, author.token)
  await fetch(`${cloud.url}/web/moderation`, { method: 'POST', body: JSON.stringify(forged) })
  expect(await ownOf(author, contentId)).toMatchObject({ state: 'checking' })
  expect(await shownOf(cloud, campaignId)).toEqual([])
})

test('a picture that its author exchanges after it was checked stays what it was', async () => {
  const path = `uploads/2026-11/${randomUUID()}.png`
  const file = await aPicture(cloud, author, 'a harmless tree', path)
  const write = (requestId: string) =>
    author.voting('writeComment', { campaignId, text: '看这棵树', pictures: [file] }, requestId)
  const requestId = randomUUID()
  expectValue(await write(requestId))
  await aPicture(cloud, author, REFUSED_PICTURE, path)
  await cloud.control('mediaResults', {})
  expect(expectValue(await write(requestId)).state).toBe('visible')
  const [shown] = await shownOf(cloud, campaignId)
  expect(await (await fetch(shown?.pictureUrls[0] ?? '')).text()).toBe('a harmless tree')
})

test.each([
  'cloud://elsewhere.0000-elsewhere/a.jpg',
  'cloud://localcloud.6c6f-localcloud/not/there.jpg',
  'cloud://x',
])('a picture that cannot be read (%s) is left to staff', async (file) => {
  const answer = await author.voting('writeComment', { campaignId, text: '看这棵树', pictures: [file] })
  expect(expectValue(answer).state).toBe('underReview')
})

test('20 parallel sends of one request make one comment', async () => {
  const picture = await aPicture(cloud, author, 'a tree')
  const requestId = randomUUID()
  const comment = { campaignId, text: '只说一次', pictures: [picture] }
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => author.voting('writeComment', comment, requestId)),
  )
  const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code]))
  // More than ten calls in a row are slowed down, where one instance answers them.
  expect(refusals.filter((code) => code !== 'too_many_requests')).toEqual([])
  const written = answers.flatMap((answer) => (answer.ok ? [answer.value.contentId] : []))
  expect(new Set(written).size).toBe(1)
  expect(expectValue(await author.moderation('listMyContents', {})).contents).toHaveLength(1)
  await cloud.control('mediaResults', {})
  expect(await shownOf(cloud, campaignId)).toHaveLength(1)
})

test('the same words in two requests are two comments, and another person’s request is another one', async () => {
  const other = await cloud.person()
  const requestId = randomUUID()
  const comment = { campaignId, text: '这条街很干净', pictures: [] }
  expectValue(await author.voting('writeComment', comment, requestId))
  expectValue(await author.voting('writeComment', comment))
  expectValue(await other.voting('writeComment', comment, requestId))
  expect(await shownOf(cloud, campaignId)).toHaveLength(3)
})

test('comments are listed newest first, page by page, each once', async () => {
  const writers = await cloud.people(Array.from({ length: PAGE_SIZE + 2 }, () => `oWriter${randomUUID()}`))
  for (const [index, writer] of writers.entries())
    await aComment(cloud, writer, campaignId, { text: `第 ${index} 条` })
  const list = async (after?: string) =>
    expectValue(await cloud.nobody.voting('listComments', { campaignId, ...(after ? { after } : {}) }))
  const first = await list()
  const second = await list(first.next ?? '')
  const texts = [...first.comments, ...second.comments].map(({ text }) => text)
  expect(texts).toEqual(writers.map((_, index) => `第 ${writers.length - 1 - index} 条`))
  expect(first.comments).toHaveLength(PAGE_SIZE)
  expect(second.next).toBeNull()
})

test('my data holds my receipts and nothing of what I chose', async () => {
  const campaign = await aCampaign(administrator)
  const chosen = campaign.candidateIds[2] as string
  const { trackingCode } = expectValue(
    await author.voting('castBallot', { campaignId: campaign.campaignId, choices: [chosen] }),
  )
  const { sections } = expectValue(await author.voting('exportMyData', {}))
  expect(sections).toEqual([
    { title: '投票凭证', items: [expect.objectContaining({ 凭证号: trackingCode, 状态: '已保存' })] },
  ])
  expect(JSON.stringify(sections)).not.toContain(chosen)
  const stranger = await cloud.person()
  expect(expectValue(await stranger.voting('exportMyData', {})).sections).toEqual([
    { title: '投票凭证', items: [] },
  ])
  expect(expectError(await cloud.nobody.voting('exportMyData', {})).code).toBe('not_signed_in')
})
