import { planOf } from '../../contract/campaignPresets'
import {
  aCityAdministrator,
  aDistrictReviewer,
  expectError,
  expectValue,
  JINGAN,
  publishTheList,
  SHANGHAI,
} from '../support/builders'
import { type Cloud, type Person, startCloud } from '../support/cloud'
import { aDraft, aFlatPicture, anUpload, fillIn } from '../support/nominations'
import { publishTheWinners } from './awards/winning'

/**
 * 网络推选 of sites, from the city's plan to the showcase: the same program as for organisations, and nothing of it
 * knows what a site is. The clock is moved through the stages of the plan.
 */

const SECOND = 1000
const HOUR = 3600 * SECOND
const PORTRAIT = { width: 1080, height: 1440 }

const plan = planOf('sites', Date.now())
let cloud: Cloud
let administrator: Person
let reviewer: Person
let citizens: Person[]
let campaignId: string

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
  reviewer = await aDistrictReviewer(cloud, administrator, JINGAN)
  citizens = await cloud.people(Array.from({ length: 8 }, (_, index) => `oSites${index}`))
})
afterAll(() => cloud?.stop())

const goTo = (moment: number) => cloud.setClock(moment - Date.now())
const stageOf = (kind: string) => plan.stages.find((stage) => stage.kind === kind)?.opensAt ?? 0
const votingTime = plan.votingOpensAt + HOUR

/** What the plan's form asks for, and nothing that an organisation would have. */
const VALUES = {
  address: '南京西路 1000 号东侧',
  area: 820,
  designer: '示例设计单位',
  idea: '把沿街的空地改成可以坐、可以走、下雨不积水的小花园。'.repeat(3),
}

async function nominate(author: Person, name: string): Promise<{ nominationId: string; version: number }> {
  const nominationId = await aDraft(author, campaignId, { channel: 'public' })
  const bytes = await aFlatPicture(PORTRAIT.width, PORTRAIT.height)
  for (const kind of ['site', 'plan', 'site'] as const) {
    const file = await anUpload(cloud, author, bytes)
    const photo = { nominationId, kind, description: '示例照片', file }
    expectValue(await author.nominations('addPhoto', photo))
  }
  const version = await fillIn(author, nominationId, { name, values: VALUES })
  const handedIn = expectValue(await author.nominations('submitNomination', { nominationId, version }))
  return { nominationId, version: handedIn.version }
}

async function bringOntoTheBallot(author: Person, name: string): Promise<string> {
  const { nominationId, version } = await nominate(author, name)
  const opinion = '情况属实，同意推荐。'
  const forwarded = expectValue(
    await reviewer.nominations('forwardNomination', { nominationId, version, opinion }),
  )
  const admitted = await administrator.nominations('admitNomination', {
    nominationId,
    version: forwarded.version,
    opinion,
  })
  return expectValue(admitted).candidateId
}

test('sites are nominated, reviewed, voted for, listed and shown, by their plan alone', async () => {
  expect(plan).toMatchObject({ kind: 'sites', selectionGroup: null, experts: null })
  const made = await administrator.voting('createCampaign', { ...plan, cityCode: SHANGHAI, cover: null })
  campaignId = expectValue(made).campaignId

  await goTo(stageOf('nomination') + HOUR)
  const garden = await bringOntoTheBallot(citizens[0] as Person, '南京西路（示例）口袋花园')
  const corner = await bringOntoTheBallot(citizens[1] as Person, '石门二路（示例）街角')
  expect(expectValue(await cloud.nobody.voting('getCandidate', { candidateId: garden }))).toMatchObject({
    number: 1,
    facts: expect.arrayContaining([
      { label: '地址', text: VALUES.address },
      { label: '设计单位', text: VALUES.designer },
    ]),
    photos: [{ kind: 'site' }, { kind: 'plan' }, { kind: 'site' }],
  })

  await goTo(votingTime)
  for (const [index, citizen] of citizens.entries()) {
    const choices = index < 6 ? [corner] : [garden, corner]
    expectValue(await citizen.voting('castBallot', { campaignId, choices }))
  }
  await goTo(plan.votingClosesAt + HOUR)
  expect(expectError(await cloud.nobody.voting('getResults', { campaignId })).code).toBe(
    'results_not_published',
  )
  // Nobody here has a risk rank worth a doubt, so no ballot is pending.
  await publishTheList(cloud, administrator, campaignId)
  expect(expectValue(await cloud.nobody.voting('getResults', { campaignId })).entries).toMatchObject([
    { candidateId: corner, votes: 8, total: null, isListed: true },
    { candidateId: garden, votes: 2, isListed: true },
  ])

  await publishTheWinners(cloud, administrator, campaignId)
  expect(expectValue(await cloud.nobody.awards('getShowcase', { campaignId })).winners).toMatchObject([
    { candidateId: corner, rank: 1 },
    { candidateId: garden, rank: 2 },
  ])
  const { fileName } = expectValue(await administrator.awards('printCompilation', { campaignId }))
  expect(fileName).toMatch(/\.docx$/)
})
