import { rmSync } from 'node:fs'
import { RESULTS_PAGE } from '../../../contract/limits'
import {
  aCampaign,
  aCityAdministrator,
  candidateInput,
  expectValue,
  JINGAN,
  PUDONG,
  publishTheList,
} from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { functionsWithLoader, load } from '../../support/rowLoader'
import { changeStored } from '../../support/storedRows'

/** A campaign of sites with 10,000 entries: pages stay as small and as cheap as with ten. */

const ENTRIES = 10_000
const LARGEST_PAYLOAD = 60 * 1024
const ROUND_TRIPS = 2
const MINUTE = 60_000

let cloud: Cloud
let functions: string
let administrator: Person
let campaignId: string

beforeAll(async () => {
  functions = await functionsWithLoader()
  cloud = await startCloud({ functions })
  administrator = await aCityAdministrator(cloud)
  ;({ campaignId } = await aCampaign(administrator, { candidates: 1, kind: 'sites' }))
  await load(
    cloud,
    'candidates',
    Array.from({ length: ENTRIES - 1 }, (_, index) => entry(index + 2)),
  )
  await changeStored(cloud, 'campaigns', campaignId, (row) => ({ ...row, candidateCount: ENTRIES }))
})
afterAll(async () => {
  await cloud?.stop()
  rmSync(functions, { recursive: true, force: true })
})

const entry = (number: number) => ({
  ...candidateInput(campaignId, number),
  _id: `${campaignId}-${number}`,
  number,
  name: `第${number}号（示例）点位`,
  districtCode: number % 100 === 0 ? JINGAN : PUDONG,
  summary: '一块示例点位的一句话介绍，'.repeat(4),
  achievements: '示例文字。'.repeat(250),
  requestKey: `entry-${number}`,
  nominationId: null,
  revisedAt: null,
  history: [],
})

const roundTrips = async (): Promise<number> =>
  Object.entries(await cloud.statistics())
    .filter(([action]) => action.startsWith('database.'))
    .flatMap(([, counts]) => Object.values(counts))
    .reduce((sum, count) => sum + count, 0)

const pages: [string, { after?: number; search?: string; districtCode?: string }, number, number][] = [
  ['the first page', {}, 1, ENTRIES],
  ['a page far on', { after: 9_000 }, 9_001, ENTRIES],
  ['a district', { districtCode: JINGAN }, 1, 101],
  ['a search', { search: '9999号' }, 9_999, 1],
]

test.each(pages)(
  '%s takes at most two round trips, and little to carry',
  async (_, narrowed, first, total) => {
    const before = await roundTrips()
    const answer = expectValue(await cloud.nobody.voting('listCandidates', { campaignId, ...narrowed }))
    // The count of a narrowed list goes out together with the list, so it is no trip of its own.
    const isNarrowed = narrowed.search !== undefined || narrowed.districtCode !== undefined
    expect((await roundTrips()) - before).toBeLessThanOrEqual(ROUND_TRIPS + (isNarrowed ? 1 : 0))
    expect(answer).toMatchObject({ total, candidates: expect.arrayContaining([expect.anything()]) })
    expect(answer.candidates[0]?.number).toBe(first)
    expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(LARGEST_PAYLOAD)
  },
)

test('the campaigns page carries none of them', async () => {
  const answer = expectValue(await cloud.nobody.voting('listCampaigns', {}))
  expect(answer.campaigns[0]).toMatchObject({ campaignId, candidateCount: ENTRIES })
  expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(LARGEST_PAYLOAD)
})

test('its list is ranked, published and read page by page', async () => {
  const voters = await cloud.people(['oManyOne', 'oManyTwo', 'oManyThree'])
  for (const [index, voter] of voters.entries()) {
    const choices = [`${campaignId}-7777`, `${campaignId}-${index + 1}`]
    expectValue(await voter.voting('castBallot', { campaignId, choices }))
  }
  expectValue(await administrator.voting('closeVoting', { campaignId, reason: '测试提前结束' }))
  await cloud.setClock(2 * MINUTE)
  await publishTheList(cloud, administrator, campaignId)
  const first = expectValue(await cloud.nobody.voting('getResults', { campaignId }))
  expect(first.entries.slice(0, 2)).toMatchObject([
    { rank: 1, number: 7777, votes: 3 },
    { rank: 2, number: 1, votes: 1 },
  ])
  expect(first).toMatchObject({ total: ENTRIES, next: RESULTS_PAGE })
  expect(Buffer.byteLength(JSON.stringify(first))).toBeLessThan(LARGEST_PAYLOAD)
  const last = await cloud.nobody.voting('getResults', { campaignId, after: ENTRIES - RESULTS_PAGE })
  expect(expectValue(last)).toMatchObject({ next: null })
  expect(expectValue(last).entries.at(-1)).toMatchObject({ rank: ENTRIES, votes: 0 })
})
