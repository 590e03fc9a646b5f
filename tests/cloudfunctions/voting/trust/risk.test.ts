import { randomUUID } from 'node:crypto'
import { questionGroups } from '../../../../cloudfunctions/voting/questionWords'
import type { RiskRules } from '../../../../contract/campaigns'
import type { Question } from '../../../../contract/voting'
import {
  aCampaign,
  aCityAdministrator,
  type CampaignForTests,
  expectError,
  expectValue,
  someRules,
} from '../../../support/builders'
import { type Cloud, type Person, startCloud } from '../../../support/cloud'

/** What becomes of a ballot by what WeChat says of its voter. */

const API = 'riskControl.getUserRiskRank'
const risk: RiskRules = { rank3: 'pending', rank4: 'notCounted', asksRanks1And2: true }

let cloud: Cloud
let administrator: Person
let campaign: CampaignForTests

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
  campaign = await aCampaign(administrator, { candidates: 2, rules: someRules({ risk }) })
})
afterAll(() => cloud?.stop())

async function aVoter(rank: number | null): Promise<Person> {
  const person = await cloud.person()
  await cloud.control('riskRanks', { openids: [person.openid], rank })
  return person
}

type Answer = { questionId: string; option: number }

const cast = (person: Person, { answer, requestId }: { answer?: Answer; requestId?: string } = {}) =>
  person.voting(
    'castBallot',
    {
      campaignId: campaign.campaignId,
      choices: campaign.candidateIds.slice(0, 1),
      ...(answer ? { answer } : {}),
    },
    requestId,
  )

async function askedOf(person: Person, answer?: Answer): Promise<{ question: Question; wasWrong: boolean }> {
  const error = expectError(await cast(person, answer ? { answer } : {}))
  if (error.code !== 'answer_needed') throw new Error(`asked nothing: ${error.code}`)
  return error
}

/** What a person at the screen sees at once. */
function rightAnswer({ questionId, text, options }: Question): Answer {
  const words = questionGroups.find((group) => group.text === text)?.words ?? []
  return { questionId, option: options.findIndex((option) => words.includes(option)) }
}

const wrongAnswer = (question: Question): Answer => {
  const { questionId, option } = rightAnswer(question)
  return { questionId, option: (option + 1) % question.options.length }
}

test('a rank of 3 or 4 stands as the campaign declares, and nobody is refused for it', async () => {
  const states = []
  for (const rank of [0, 3, 4]) states.push(expectValue(await cast(await aVoter(rank))).state)
  expect(states).toEqual(['stored', 'pending', 'notCounted'])
})

test('no answer from WeChat makes a ballot wait for two people', async () => {
  expect(expectValue(await cast(await aVoter(null))).state).toBe('pending')
  // Without the permission, or with the interface not applied for, it is the same.
  await cloud.control('openapi', { apiName: API, rule: { fail: 48001 } })
  expect(expectValue(await cast(await cloud.person())).state).toBe('pending')
  await cloud.control('openapi', { apiName: API, rule: { answer: { errcode: 0 } } })
  expect(expectValue(await cast(await cloud.person())).state).toBe('pending')
  await cloud.control('openapi', { apiName: API, rule: null })
})

test('ranks 1 and 2 answer a question first: a wrong answer brings another one, the right one the receipt', async () => {
  for (const rank of [1, 2]) {
    const voter = await aVoter(rank)
    const first = await askedOf(voter)
    expect(first.wasWrong).toBe(false)
    const second = await askedOf(voter, wrongAnswer(first.question))
    expect(second.wasWrong).toBe(true)
    expect(second.question.questionId).not.toBe(first.question.questionId)
    expect(expectValue(await cast(voter, { answer: rightAnswer(second.question) })).state).toBe('stored')
  }
})

test('another person’s answer, or one of another campaign, is none', async () => {
  const [one, other] = [await aVoter(1), await aVoter(1)]
  const answered = rightAnswer((await askedOf(one)).question)
  expect((await askedOf(other, answered)).wasWrong).toBe(false)
  const elsewhere = await aCampaign(administrator, { candidates: 1, rules: someRules({ risk }) })
  const input = { campaignId: elsewhere.campaignId, choices: elsewhere.candidateIds, answer: answered }
  expect(expectError(await one.voting('castBallot', input)).code).toBe('answer_needed')
  expect(expectValue(await cast(one, { answer: answered })).state).toBe('stored')
})

test('who has voted is not asked again: the same request has its receipt, a new one is told so', async () => {
  const voter = await aVoter(2)
  const requestId = randomUUID()
  const answer = rightAnswer((await askedOf(voter)).question)
  const receipt = expectValue(await cast(voter, { answer, requestId }))
  expect(expectValue(await cast(voter, { requestId }))).toEqual(receipt)
  expect(expectError(await cast(voter)).code).toBe('already_voted')
  expect(expectError(await cast(voter, { answer })).code).toBe('already_voted')
})

test('of the same right answer sent many times at once, one ballot comes', async () => {
  const voter = await aVoter(1)
  const answer = rightAnswer((await askedOf(voter)).question)
  const answers = await Promise.all(Array.from({ length: 8 }, () => cast(voter, { answer })))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
})

test('a campaign without risk rules asks neither WeChat nor when an account was first seen', async () => {
  const plain = await aCampaign(administrator, { candidates: 1 })
  const looks = async () =>
    Object.values(await cloud.statistics()).reduce((sum, counts) => sum + (counts.firstSights ?? 0), 0)
  const before = await looks()
  const input = { campaignId: plain.campaignId, choices: plain.candidateIds }
  expect(expectValue(await (await aVoter(4)).voting('castBallot', input)).state).toBe('stored')
  expect(await looks()).toBe(before)
  expectValue(await cast(await aVoter(4)))
  expect(await looks()).toBeGreaterThan(before)
})

test('how long an account has been known is part of its own data, and goes with the account', async () => {
  const voter = await aVoter(0)
  expectValue(await cast(voter))
  const firstUse = async () =>
    expectValue(await voter.accounts('exportMyData', {})).sections.find(({ title }) => title === '账号')
      ?.items[0]?.第一次使用
  expect(await firstUse()).toMatch(/^\d{4}年/)
  expectValue(await voter.accounts('deleteAccount', { confirmation: '注销账号' }))
  expect(await firstUse()).toBeNull()
})
