import { randomUUID } from 'node:crypto'
import readSheets from 'read-excel-file/node'
import { CLOSING_NOTICE, SETTLE_TIME } from '../../../contract/limits'
import {
  aCampaign,
  aCityAdministrator,
  aDistrictReviewer,
  aStaffMember,
  expectError,
  expectValue,
  JINGAN,
  publishTheList,
  SHANGHAI,
  someRules,
  theSecondAdministrator,
} from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { codeOf } from '../judging/sitting'
import { aCampaignToWin, aJudgedWin, judgeThem } from './winning'

let cloud: Cloud
let administrator: Person
let second: Person

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
  second = await theSecondAdministrator(cloud, administrator)
})
afterEach(() => cloud.setClock(0))
afterAll(() => cloud?.stop())

const winnersOf = async (campaignId: string) =>
  expectValue(await administrator.awards('getWinners', { campaignId })).winners

test('winners are nobody’s business but the administrators’ of the campaign’s place, until they are published', async () => {
  const { campaignId } = await aCampaignToWin(administrator)
  const others = [
    await cloud.person(),
    await aDistrictReviewer(cloud, administrator, JINGAN),
    await aStaffMember(cloud, administrator, 'administrator', JINGAN),
  ]
  for (const person of others) {
    expect(expectError(await person.awards('getWinners', { campaignId })).code).toBe('not_allowed')
    expect(expectError(await person.awards('proposeWinners', { campaignId })).code).toBe('not_allowed')
  }
  expect(expectError(await cloud.nobody.awards('getShowcase', { campaignId })).code).toBe(
    'winners_not_published',
  )
  expect(expectError(await cloud.nobody.awards('getShowcase', { campaignId: 'NOWHERE' })).code).toBe(
    'campaign_not_found',
  )
})

test('the whole way: judged, proposed, confirmed by two, published, shown to everyone', async () => {
  const judged = await aCampaignToWin(administrator, {
    winners: 2,
    more: [{}, { name: '第四（示例）自律会' }],
  })
  const { campaignId, candidateIds } = judged
  const [, , third, fourth] = candidateIds
  expect(await winnersOf(campaignId)).toBeNull()
  expect(expectError(await administrator.awards('proposeWinners', { campaignId })).code).toBe(
    'results_not_ready',
  )
  expect(expectError(await administrator.awards('confirmWinners', { campaignId, version: 1 })).code).toBe(
    'winners_not_ready',
  )

  await judgeThem(cloud, administrator, judged)
  const { version } = expectValue(await administrator.awards('proposeWinners', { campaignId }))
  expect(await winnersOf(campaignId)).toMatchObject({
    version,
    status: 'proposed',
    scoredBy: 'experts',
    entries: [
      { rank: 1, candidateId: fourth, name: '第四（示例）自律会', score: 8300 },
      { rank: 2, candidateId: third, score: 8200 },
    ],
    confirmedBy: [],
  })
  const input = { campaignId, version }
  expect(expectError(await administrator.awards('publishWinners', input)).code).toBe('winners_not_ready')

  expect(expectValue(await administrator.awards('confirmWinners', input))).toEqual({
    confirmed: 1,
    needed: 2,
  })
  expect(expectError(await administrator.awards('confirmWinners', input)).code).toBe('second_person_needed')
  expect(expectError(await administrator.awards('publishWinners', input)).code).toBe('winners_not_ready')
  expect(expectValue(await second.awards('confirmWinners', input))).toEqual({ confirmed: 2, needed: 2 })
  expect(expectError(await administrator.awards('proposeWinners', { campaignId })).code).toBe(
    'winners_already_confirmed',
  )
  expect(expectError(await cloud.nobody.awards('getShowcase', { campaignId })).code).toBe(
    'winners_not_published',
  )

  const campaign = async () => expectValue(await cloud.nobody.voting('getCampaign', { campaignId }))
  const before = await campaign()
  const { publishedAt } = expectValue(await administrator.awards('publishWinners', input))
  // Nothing else of the campaign changes.
  expect(await campaign()).toEqual({ ...before, winnersPublishedAt: publishedAt, now: expect.any(Number) })
  expect(expectValue(await cloud.nobody.awards('getShowcase', { campaignId }))).toEqual({
    campaignId,
    campaignName: '示例选树活动',
    kind: 'organisations',
    organiser: '上海市绿化和市容管理局',
    isDemo: true,
    winners: [
      {
        candidateId: fourth,
        rank: 1,
        name: '第四（示例）自律会',
        districtCode: '310115',
        streetName: '南京西路街道',
        summary: '第4号的一句话介绍',
        coverUrl: null,
      },
      expect.objectContaining({ candidateId: third, rank: 2 }),
    ],
    units: [],
    publishedAt,
  })
  expect(await winnersOf(campaignId)).toMatchObject({
    status: 'published',
    publishedAt,
    confirmedBy: [expect.any(String), expect.any(String)],
  })

  const trail = { placeCode: SHANGHAI, subject: `winners/${campaignId}` }
  const { entries } = expectValue(await administrator.administration('listAuditTrail', trail))
  const carriedOut = entries.filter(({ outcome }) => outcome === 'ok').map(({ method }) => method)
  expect(carriedOut.sort()).toEqual(['confirmWinners', 'confirmWinners', 'proposeWinners', 'publishWinners'])
})

test('a proposal that a newer one has replaced can be neither confirmed nor published', async () => {
  const { campaignId } = await aJudgedWin(cloud, administrator)
  const requestId = randomUUID()
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => administrator.awards('proposeWinners', { campaignId }, requestId)),
  )
  // Sent again and again it is one proposal.
  expect(answers.map((answer) => expectValue(answer).version)).toEqual([1, 1, 1, 1])
  const old = 1
  expectValue(await administrator.awards('confirmWinners', { campaignId, version: old }))
  const { version } = expectValue(await administrator.awards('proposeWinners', { campaignId }))
  expect(version).toBe(old + 1)
  expect(expectError(await second.awards('confirmWinners', { campaignId, version: old })).code).toBe(
    'winners_not_ready',
  )
  // The confirmation of the old proposal does not hold for the new one.
  expect((await winnersOf(campaignId))?.confirmedBy).toEqual([])
})

test('one person who confirms from many screens at once confirms once; the second has to be another', async () => {
  const { campaignId } = await aJudgedWin(cloud, administrator)
  const { version } = expectValue(await administrator.awards('proposeWinners', { campaignId }))
  const input = { campaignId, version }
  const alone = await Promise.all(
    Array.from({ length: 10 }, () => administrator.awards('confirmWinners', input)),
  )
  expect(alone.map(codeOf).sort()).toEqual(['ok', ...Array.from({ length: 9 }, () => 'second_person_needed')])
  expect(await winnersOf(campaignId)).toMatchObject({ status: 'proposed', confirmedBy: [expect.any(String)] })

  const others = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      (index % 2 === 0 ? second : administrator).awards('confirmWinners', input),
    ),
  )
  expect(others.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await winnersOf(campaignId))?.confirmedBy).toHaveLength(2)
})

test('every step asked for by many at once happens once, and a repeat of the one gets its answer', async () => {
  const { campaignId } = await aJudgedWin(cloud, administrator)
  const proposed = await Promise.all(
    Array.from({ length: 6 }, () => administrator.awards('proposeWinners', { campaignId })),
  )
  const version = (await winnersOf(campaignId))?.version ?? 0
  expect(proposed.map((answer) => expectValue(answer).version)).toContain(version)

  const input = { campaignId, version }
  expectValue(await administrator.awards('confirmWinners', input))
  expectValue(await second.awards('confirmWinners', input))
  const ids = Array.from({ length: 6 }, () => randomUUID())
  const published = await Promise.all(
    ids.map((requestId) => administrator.awards('publishWinners', input, requestId)),
  )
  expect(published.map(codeOf).sort()).toEqual(
    ['ok', ...Array.from({ length: 5 }, () => 'winners_not_ready')].sort(),
  )
  const winner = published.findIndex(({ ok }) => ok)
  const again = await administrator.awards('publishWinners', input, ids[winner])
  expect(again).toEqual(published[winner])
})

test('without experts the winners are those on the published list, in its order', async () => {
  const { campaignId, candidateIds } = await aCampaign(administrator, {
    candidates: 3,
    rules: someRules({ listSize: 2 }),
  })
  const voters = await cloud.people(Array.from({ length: 3 }, () => `oVoter${randomUUID().slice(0, 8)}`))
  for (const [index, voter] of voters.entries()) {
    const choices = [candidateIds[index === 0 ? 0 : 2] as string]
    expectValue(await voter.voting('castBallot', { campaignId, choices }))
  }
  expectValue(await administrator.voting('closeVoting', { campaignId, reason: '测试提前结束' }))
  await cloud.setClock(CLOSING_NOTICE + SETTLE_TIME + 1000)
  expect(expectError(await administrator.awards('proposeWinners', { campaignId })).code).toBe(
    'results_not_ready',
  )
  await publishTheList(cloud, administrator, campaignId)
  expectValue(await administrator.awards('proposeWinners', { campaignId }))
  expect(await winnersOf(campaignId)).toMatchObject({
    scoredBy: 'votes',
    entries: [
      { candidateId: candidateIds[2], score: 2 },
      { candidateId: candidateIds[0], score: 1 },
    ],
  })
  const { url } = expectValue(await administrator.awards('exportResults', { campaignId }))
  const sheets = await readSheets(Buffer.from(await (await fetch(url)).arrayBuffer()))
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['候选名单', '计票说明'])
  expect(sheets[0]?.data.slice(1)).toEqual([
    [1, 3, '第3号（示例）自律会', '静安区', 2, null, null, '是', null],
    [2, 1, '第1号（示例）自律会', '静安区', 1, null, null, '是', null],
    [3, 2, '第2号（示例）自律会', '浦东新区', 0, null, null, '否', null],
  ])
})
