import type { WorkItem } from '../../../contract/administration'
import { REVIEW_TIME } from '../../../contract/limits'
import {
  aCampaign,
  aCityAdministrator,
  aStaffMember,
  expectError,
  expectValue,
  JINGAN,
  PUDONG,
  SHANGHAI,
} from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'

let cloud: Cloud
let administrator: Person
let moderator: Person

/** The city's table of work is made of comments that wait for a person. */
const WAITING = 45

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
  moderator = await aStaffMember(cloud, administrator, 'moderator', JINGAN)
  const inJingan = await aCampaign(administrator, { candidates: 1, cityCode: JINGAN })
  const inPudong = await aCampaign(administrator, { candidates: 1, cityCode: PUDONG })
  const citizens = await cloud.people(Array.from({ length: WAITING + 1 }, (_, index) => `oWriter${index}`))
  for (const [index, citizen] of citizens.entries()) {
    const { campaignId } = index === WAITING ? inPudong : inJingan
    await citizen.voting('writeComment', { campaignId, text: `待审示例 ${index}`, pictures: [] })
  }
}, 120_000)
afterEach(() => cloud.setClock(0))
afterAll(() => cloud?.stop())

async function listAll(who: Person, filter: { placeCode: string; state?: 'waiting' | 'overdue' | 'done' }) {
  const items: WorkItem[] = []
  let after: string | undefined
  do {
    const page = expectValue(await who.administration('listWork', { ...filter, after }))
    items.push(...page.items)
    after = page.next ?? undefined
  } while (after)
  return items
}

test('what waits is counted by kind, for those who do that kind of work there', async () => {
  const { counts } = expectValue(await moderator.administration('countWork', { placeCode: JINGAN }))
  expect(counts).toEqual([
    { kind: 'contentReview', waiting: WAITING, overdue: 0, oldestAt: expect.any(Number) },
  ])
  const city = expectValue(await administrator.administration('countWork', { placeCode: SHANGHAI }))
  expect(city.counts).toMatchObject([{ kind: 'contentReview', waiting: WAITING + 1 }])
  const auditor = await aStaffMember(cloud, administrator, 'auditor', JINGAN)
  expect(expectValue(await auditor.administration('countWork', { placeCode: JINGAN })).counts).toEqual([])
})

test('nobody sees the work of another place', async () => {
  for (const placeCode of [PUDONG, SHANGHAI]) {
    expect(expectError(await moderator.administration('listWork', { placeCode })).code).toBe('not_allowed')
    expect(expectError(await moderator.administration('countWork', { placeCode })).code).toBe('not_allowed')
  }
})

test('the list begins with the oldest and goes on page by page without a gap or a repeat', async () => {
  const items = await listAll(moderator, { placeCode: JINGAN })
  expect(items).toHaveLength(WAITING)
  expect(items.map(({ title }) => title)).toEqual(
    Array.from({ length: WAITING }, (_, index) => `待审示例 ${index}`),
  )
  expect(new Set(items.map(({ workId }) => workId)).size).toBe(WAITING)
  expect(items[0]).toMatchObject({ kind: 'contentReview', placeCode: JINGAN, isWaiting: true, doneAt: null })
})

test('after its time, work is overdue', async () => {
  expect(await listAll(moderator, { placeCode: JINGAN, state: 'overdue' })).toEqual([])
  await cloud.setClock(REVIEW_TIME + 60_000)
  expect(await listAll(moderator, { placeCode: JINGAN, state: 'overdue' })).toHaveLength(WAITING)
  const { counts } = expectValue(await moderator.administration('countWork', { placeCode: JINGAN }))
  expect(counts[0]?.overdue).toBe(WAITING)
})

test('what was decided leaves the list and stands among the done, newest first', async () => {
  const [first, second] = (await listAll(moderator, { placeCode: JINGAN })) as [WorkItem, WorkItem]
  for (const { subjectId } of [first, second]) {
    const { version } = expectValue(await moderator.moderation('getContent', { contentId: subjectId }))
    expectValue(
      await moderator.moderation('decideContent', {
        contentId: subjectId,
        decision: 'release',
        reason: '内容没有问题',
        basedOn: version,
      }),
    )
  }
  expect(await listAll(moderator, { placeCode: JINGAN })).toHaveLength(WAITING - 2)
  const done = await listAll(moderator, { placeCode: JINGAN, state: 'done' })
  expect(done.map(({ workId }) => workId)).toEqual([second.workId, first.workId])
  expect(done[0]?.doneAt).toEqual(expect.any(Number))
})
