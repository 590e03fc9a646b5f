import type { InferInput } from 'valibot'
import type { JudgingPlan, VotingRules } from '../../contract/campaigns'
import type { Role } from '../../contract/method'
import type { Sealing } from '../../contract/publicCount'
import type { voting } from '../../contract/voting'
import { ADMINISTRATOR_SECRET, type Cloud, type Person } from './cloud'

/** Data for tests. Everything goes in through the functions, as it would in a city. */

export const SHANGHAI = '310000'
export const JINGAN = '310106'
export const PUDONG = '310115'

const HOUR = 3_600_000
const DAY = 24 * HOUR

export function expectValue<T>(answer: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!answer.ok) throw new Error(`expected a value, got ${JSON.stringify(answer.error)}`)
  return answer.value
}

export function expectError<E extends { code: string }>(
  answer: { ok: true; value: unknown } | { ok: false; error: E },
): E {
  if (answer.ok) throw new Error(`expected an error, got ${JSON.stringify(answer.value)}`)
  return answer.error
}

export async function aCityAdministrator(cloud: Cloud): Promise<Person> {
  const person = await cloud.person()
  expectValue(
    await person.administration('claimAdministration', {
      cityCode: SHANGHAI,
      secret: ADMINISTRATOR_SECRET,
    }),
  )
  return person
}

export const accountIdOf = async (person: Person): Promise<string> =>
  expectValue(await person.accounts('getMe', {})).accountId

/** A new person with a role at a place, or in an organisation there. */
export async function aStaffMember(
  cloud: Cloud,
  administrator: Person,
  role: Role,
  placeCode: string,
  organisationId: string | null = null,
): Promise<Person> {
  const person = await cloud.person()
  const accountId = await accountIdOf(person)
  const grant = { accountId, name: '示例工作人员', role, placeCode, organisationId, endsAt: null }
  expectValue(await administrator.administration('grantRole', grant))
  return person
}

export const aDistrictReviewer = (cloud: Cloud, administrator: Person, districtCode: string) =>
  aStaffMember(cloud, administrator, 'reviewer', districtCode)

export const someRules = (changes: Partial<VotingRules> = {}): VotingRules => ({
  choices: { min: 1, max: 3 },
  period: 'once',
  identity: 'wechat',
  listSize: 2,
  tieBreaks: ['earliestRegistration'],
  runningCounts: 'hidden',
  formula: { votes: 100, scores: 0, voteScale: 'shareOfMost' },
  risk: null,
  ...changes,
})

/** Two criteria of 60 and 40 points; the highest and the lowest sheet are left out. */
export const someJudging = (changes: Partial<JudgingPlan> = {}): JudgingPlan => ({
  criteria: [
    { name: '自律成效', points: 60 },
    { name: '现场演讲', points: 40 },
  ],
  dropHighest: 1,
  dropLowest: 1,
  tieBreaks: ['firstCriterion', 'moreVotes', 'lot'],
  ...changes,
})

type CampaignInput = InferInput<(typeof voting)['createCampaign']['input']>
type CandidateInput = InferInput<(typeof voting)['registerCandidate']['input']>

/** A campaign whose voting opened an hour ago and closes in a week, unless `changes` say otherwise. */
export function campaignInput(now: number, changes: Partial<CampaignInput> = {}): CampaignInput {
  return {
    cityCode: SHANGHAI,
    kind: 'organisations',
    name: '示例选树活动',
    organiser: '上海市绿化和市容管理局',
    basis: '沪绿容〔2023〕365号',
    introduction: '示例介绍。',
    eligibility: '不少于 15 家责任单位。',
    criteria: ['制度明晰，管理规范。'],
    isDemo: true,
    cover: null,
    stages: [{ kind: 'selection', name: '推选审定', opensAt: now - 20 * DAY, closesAt: now + 20 * DAY }],
    nomination: null,
    hasVoting: true,
    votingOpensAt: now - HOUR,
    votingClosesAt: now + 7 * DAY,
    rules: someRules(),
    selectionGroup: null,
    experts: null,
    ...changes,
  }
}

export const candidateInput = (
  campaignId: string,
  number: number,
  changes: Partial<CandidateInput> = {},
): CandidateInput => ({
  campaignId,
  name: `第${number}号（示例）自律会`,
  districtCode: number % 2 === 0 ? PUDONG : JINGAN,
  streetName: '南京西路街道',
  channel: 'street',
  facts: [{ label: '组织规模', text: '20 家' }],
  summary: `第${number}号的一句话介绍`,
  achievements: '示例文字。门前三包，责任到户。',
  cover: null,
  photos: [],
  ...changes,
})

export interface CampaignForTests {
  campaignId: string
  candidateIds: string[]
}

export async function aCampaign(
  administrator: Person,
  { candidates = 5, ...changes }: Partial<CampaignInput> & { candidates?: number } = {},
): Promise<CampaignForTests> {
  const { campaignId } = expectValue(
    await administrator.voting('createCampaign', campaignInput(Date.now(), changes)),
  )
  const candidateIds: string[] = []
  for (let number = 1; number <= candidates; number++) {
    candidateIds.push(
      expectValue(await administrator.voting('registerCandidate', candidateInput(campaignId, number)))
        .candidateId,
    )
  }
  return { campaignId, candidateIds }
}

const seconds = new WeakMap<Cloud, Promise<Person>>()

/** Another city administrator, for what needs two; the same one for each cloud. */
export function theSecondAdministrator(cloud: Cloud, administrator: Person): Promise<Person> {
  const known = seconds.get(cloud) ?? aStaffMember(cloud, administrator, 'administrator', SHANGHAI)
  seconds.set(cloud, known)
  return known
}

/** Both administrators confirm the proposed list. */
export async function confirmTheList(
  cloud: Cloud,
  administrator: Person,
  list: { campaignId: string; version: number },
): Promise<void> {
  const second = await theSecondAdministrator(cloud, administrator)
  expectValue(await administrator.voting('confirmList', list))
  expectValue(await second.voting('confirmList', list))
}

/** Puts all ballots into the public file; needs a recount that agrees. */
export async function sealTheBallots(administrator: Person, campaignId: string): Promise<Sealing> {
  for (;;) {
    const { sealing } = expectValue(await administrator.voting('sealBallots', { campaignId }))
    if (sealing.state === 'done') return sealing
  }
}

/** What a list is proposed on; voting must have settled. */
export async function recountAndSeal(administrator: Person, campaignId: string): Promise<Sealing> {
  expectValue(await administrator.voting('recount', { campaignId }))
  return sealTheBallots(administrator, campaignId)
}

/** Every step from the settled count to the published list; voting must have settled. */
export async function publishTheList(cloud: Cloud, administrator: Person, campaignId: string): Promise<void> {
  await recountAndSeal(administrator, campaignId)
  const { version } = expectValue(await administrator.voting('proposeList', { campaignId }))
  await confirmTheList(cloud, administrator, { campaignId, version })
  expectValue(await administrator.voting('publishList', { campaignId, version }))
}
