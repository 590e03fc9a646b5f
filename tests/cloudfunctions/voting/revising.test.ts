import { randomUUID } from 'node:crypto'
import type { CampaignPlan } from '../../../contract/campaigns'
import { CAMPAIGN_CACHE_TIME, CLOSING_NOTICE } from '../../../contract/limits'
import { planIn } from '../../../contract/planChanges'
import {
  aCampaign,
  aCityAdministrator,
  aDistrictReviewer,
  candidateInput,
  expectError,
  expectValue,
  JINGAN,
  SHANGHAI,
  someRules,
} from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { aPicture } from '../../support/contents'

let cloud: Cloud
let administrator: Person

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
})
afterEach(() => cloud.setClock(0))
afterAll(() => cloud?.stop())

const HOUR = 3_600_000
const DAY = 24 * HOUR

const campaignOf = async (campaignId: string) =>
  expectValue(await cloud.nobody.voting('getCampaign', { campaignId }))

interface Revising {
  basedOnVersion?: number
  cover?: string | null
  reason?: string
  by?: Person
  requestId?: string
}

/** Changes these fields of the plan as it stands now. */
async function revise(
  campaignId: string,
  change: Partial<CampaignPlan>,
  { basedOnVersion, cover = 'keep', reason = '调整安排', by = administrator, requestId }: Revising = {},
) {
  const campaign = await campaignOf(campaignId)
  const input = { ...planIn(campaign), ...change, campaignId, cover, reason }
  const version = basedOnVersion ?? campaign.planVersion
  return by.voting('reviseCampaign', { ...input, basedOnVersion: version }, requestId)
}

const vote = (person: Person, campaignId: string, choices: string[]) =>
  person.voting('castBallot', { campaignId, choices })

describe('changing a campaign', () => {
  test('is for the city’s administrators, and for a plan without problems', async () => {
    const { campaignId } = await aCampaign(administrator, { candidates: 0 })
    const reviewer = await aDistrictReviewer(cloud, administrator, JINGAN)
    const refused = await revise(campaignId, { name: '另一个名称' }, { by: reviewer })
    expect(expectError(refused).code).toBe('not_allowed')
    const formula = { votes: 60, scores: 60, voteScale: 'byRank' as const }
    const wrong = expectError(await revise(campaignId, { rules: someRules({ formula }) }))
    expect(wrong).toMatchObject({ code: 'invalid_input' })
    expect('fields' in wrong && wrong.fields.map(({ path }) => path)).toEqual([
      'rules.formula',
      'selectionGroup',
    ])
  })

  test('is told to everyone with its reason, keeps what was not changed, and happens once', async () => {
    const { campaignId } = await aCampaign(administrator, { candidates: 1 })
    const before = await campaignOf(campaignId)
    const requestId = randomUUID()
    const experts = {
      criteria: [{ name: '工作实绩', points: 100 }],
      dropHighest: 1,
      dropLowest: 1,
      tieBreaks: ['lot' as const],
      winners: 3,
    }
    const change = { name: '改过名称的活动', experts }
    const twice = await Promise.all(
      [1, 2, 3].map(() => revise(campaignId, change, { requestId, basedOnVersion: 1, reason: '名称有误' })),
    )
    const [first] = twice.map(expectValue)
    expect(twice.map(expectValue)).toEqual(Array(3).fill({ planVersion: 2 }))
    const again = await revise(campaignId, change, { requestId, basedOnVersion: 1, reason: '名称有误' })
    expect(expectValue(again)).toEqual(first)
    const after = await campaignOf(campaignId)
    expect(planIn(after)).toEqual({ ...planIn(before), ...change })
    expect(after).toMatchObject({
      planVersion: 2,
      rulesVersion: before.rulesVersion,
      candidateCount: 1,
      changes: [{ parts: ['words', 'judging'], reason: '名称有误' }],
    })
    // A part is replaced as a whole: nothing of the old criteria stays, and a part can go again.
    expectValue(await revise(campaignId, { experts: null }))
    const last = await campaignOf(campaignId)
    expect(last.experts).toBeNull()
    expect(last.changes.map(({ parts }) => parts)).toEqual([['judging'], ['words', 'judging']])
  })

  test('that changes nothing writes nothing', async () => {
    const { campaignId } = await aCampaign(administrator, { candidates: 0 })
    expect(expectValue(await revise(campaignId, {}))).toEqual({ planVersion: 1 })
    expect(await campaignOf(campaignId)).toMatchObject({ planVersion: 1, changes: [] })
  })

  test('by two administrators at once is made by one of them; the other is told', async () => {
    for (let round = 0; round < 8; round++) {
      const { campaignId } = await aCampaign(administrator, { candidates: 0 })
      const plan = planIn(await campaignOf(campaignId))
      const names = Array.from({ length: 6 }, (_, index) => `同时改的名称 ${index}`)
      const input = { ...plan, campaignId, cover: 'keep' as const, basedOnVersion: 1, reason: '调整安排' }
      const answers = await Promise.all(
        names.map((name) => administrator.voting('reviseCampaign', { ...input, name })),
      )
      const winners = answers.flatMap((answer, index) => (answer.ok ? [index] : []))
      expect([round, winners.length]).toEqual([round, 1])
      for (const answer of answers) if (!answer.ok) expect(answer.error.code).toBe('changed_meanwhile')
      const campaign = await campaignOf(campaignId)
      expect(campaign.name).toBe(names[winners[0] as number])
      expect(campaign).toMatchObject({ planVersion: 2, changes: [{ parts: ['words'] }] })
    }
  })

  test('turns voting off and on again as long as nobody has voted', async () => {
    const { campaignId, candidateIds } = await aCampaign(administrator, {
      candidates: 1,
      votingOpensAt: Date.now() + HOUR,
    })
    expectValue(await revise(campaignId, { hasVoting: false }))
    expect((await campaignOf(campaignId)).votingState).toBe('none')
    expectValue(await revise(campaignId, { hasVoting: true }))
    await cloud.setClock(2 * HOUR)
    expectValue(await vote(await cloud.person(), campaignId, candidateIds))
    await cloud.setClock(2 * HOUR + 3 * 60_000)
    await cloud.runTimer()
    const settled = 8 * DAY
    await cloud.setClock(settled)
    await cloud.runTimer()
    const { tally } = expectValue(await administrator.voting('getCount', { campaignId }))
    expect(tally?.ballots).toBe(1)
  })
})

describe('times', () => {
  test('that have passed stay; voting ends with notice, and closing early is told to everyone', async () => {
    const { campaignId } = await aCampaign(administrator, { candidates: 1 })
    const { votingOpensAt, votingClosesAt } = await campaignOf(campaignId)
    const moved = expectError(await revise(campaignId, { votingOpensAt: votingOpensAt + HOUR }))
    expect(moved).toMatchObject({ code: 'times_fixed', problems: [{ path: 'votingOpensAt' }] })
    const soon = expectError(await revise(campaignId, { votingClosesAt: Date.now() + CLOSING_NOTICE / 2 }))
    expect(soon).toMatchObject({ code: 'times_fixed', problems: [{ path: 'votingClosesAt' }] })
    expectValue(await revise(campaignId, { votingClosesAt: votingClosesAt + DAY }))
    const { closesAt } = expectValue(
      await administrator.voting('closeVoting', { campaignId, reason: '台风停办' }),
    )
    expect(await campaignOf(campaignId)).toMatchObject({
      votingClosesAt: closesAt,
      planVersion: 3,
      changes: [{ parts: ['stages'], reason: '台风停办' }, { parts: ['stages'] }],
    })
    await cloud.setClock(CLOSING_NOTICE + 1000)
    const later = expectError(await revise(campaignId, { votingClosesAt: votingClosesAt + DAY }))
    expect(later).toMatchObject({ code: 'times_fixed', problems: [{ path: 'votingClosesAt' }] })
  })

  test('moved while somebody closes voting: the end is never put back behind the closing', async () => {
    for (let round = 0; round < 5; round++) {
      const { campaignId } = await aCampaign(administrator, { candidates: 0 })
      const [closed, renamed] = await Promise.all([
        administrator.voting('closeVoting', { campaignId, reason: '提前结束' }),
        revise(campaignId, { name: '改过名称的活动' }, { basedOnVersion: 1 }),
      ])
      const { closesAt } = expectValue(closed)
      const campaign = await campaignOf(campaignId)
      expect(campaign.votingClosesAt).toBe(closesAt)
      expect(campaign.name).toBe(renamed.ok ? '改过名称的活动' : '示例选树活动')
    }
  })
})

describe('rules and ballot paper', () => {
  test('are frozen with version and hash by the first ballot, and everything else is not', async () => {
    const { campaignId, candidateIds } = await aCampaign(administrator)
    const { rulesVersion, rulesHash } = await campaignOf(campaignId)
    expect(rulesHash).toBeNull()
    expectValue(await revise(campaignId, { rules: someRules({ listSize: 4 }) }))
    expectValue(await vote(await cloud.person(), campaignId, candidateIds.slice(0, 1)))
    const frozen = await campaignOf(campaignId)
    expect(frozen).toMatchObject({ rulesVersion: rulesVersion + 1, rules: { listSize: 4 } })
    expect(frozen.rulesHash).toMatch(/^[0-9a-f]{64}$/)
    const late = expectError(await revise(campaignId, { rules: someRules(), name: '改过名称的活动' }))
    expect(late).toEqual({
      code: 'plan_frozen',
      frozen: [{ part: 'ballot', since: frozen.rulesFrozenAt, because: 'firstBallot' }],
    })
    const register = await administrator.voting('registerCandidate', candidateInput(campaignId, 9))
    expect(expectError(register).code).toBe('rules_frozen')
    expectValue(await revise(campaignId, { name: '改过名称的活动' }))
    // Other instances may show it as they read it a moment ago.
    await cloud.setClock(2 * CAMPAIGN_CACHE_TIME)
    expect(await campaignOf(campaignId)).toMatchObject({
      name: '改过名称的活动',
      candidateCount: 5,
      rulesHash: frozen.rulesHash,
      frozen: [{ part: 'ballot' }],
    })
  })

  test('hold while changes and first ballots arrive at the same moment', async () => {
    for (let round = 0; round < 10; round++) {
      const { campaignId, candidateIds } = await aCampaign(administrator, { candidates: 2 })
      const voters = await cloud.people(
        Array.from({ length: 6 }, () => `oRacing${randomUUID().replaceAll('-', '')}`),
      )
      const [votes, change, register] = await Promise.all([
        Promise.all(voters.map((person) => vote(person, campaignId, candidateIds))),
        revise(campaignId, { rules: someRules({ choices: { min: 1, max: 1 } }) }),
        administrator.voting('registerCandidate', candidateInput(campaignId, 3)),
      ])
      const accepted = votes.filter((answer) => answer.ok).length
      const campaign = await campaignOf(campaignId)
      // Two choices fit the old rules only: ballots were accepted if and only if the rules did not change.
      expect([accepted > 0, change.ok]).toEqual(change.ok ? [false, true] : [true, false])
      expect(campaign.rules.choices.max).toBe(change.ok ? 1 : 3)
      expect(campaign.candidateCount).toBe(register.ok ? 3 : 2)
    }
  })

  test('give a ballot that raced with a change of identity the key of what is frozen', async () => {
    for (let round = 0; round < 5; round++) {
      const { campaignId, candidateIds } = await aCampaign(administrator, { candidates: 1 })
      const voters = await cloud.people(
        Array.from({ length: 4 }, () => `oRacing${randomUUID().replaceAll('-', '')}`),
      )
      const [votes, change] = await Promise.all([
        Promise.all(voters.map((person) => vote(person, campaignId, candidateIds))),
        revise(campaignId, { rules: someRules({ identity: 'phone' }) }),
      ])
      // Nobody here has a verified phone.
      const refused = votes.filter((answer) => !answer.ok && answer.error.code === 'phone_needed')
      expect([round, refused.length]).toEqual([round, change.ok ? 4 : 0])
    }
  })
})

describe('a campaign’s picture', () => {
  const shown = async (campaignId: string): Promise<string> => {
    const { coverUrl } = await campaignOf(campaignId)
    return coverUrl ? (await fetch(coverUrl)).text() : ''
  }

  test('is a copy that its uploader cannot change, can be kept, replaced and taken away', async () => {
    const path = `uploads/2026-11/${randomUUID()}.jpg`
    const file = await aPicture(cloud, administrator, 'the first picture', path)
    const { campaignId } = await aCampaign(administrator, { candidates: 0, cover: file })
    await aPicture(cloud, administrator, 'another one in its place', path)
    expect(await shown(campaignId)).toBe('the first picture')
    expectValue(await revise(campaignId, { name: '改过名称的活动' }))
    expect(await shown(campaignId)).toBe('the first picture')
    const second = await aPicture(cloud, administrator, 'the second picture')
    expectValue(await revise(campaignId, {}, { cover: second }))
    expect(await shown(campaignId)).toBe('the second picture')
    expectValue(await revise(campaignId, {}, { cover: null }))
    const { coverUrl, changes } = await campaignOf(campaignId)
    expect(coverUrl).toBeNull()
    expect(changes.map(({ parts }) => parts)).toEqual([['words'], ['words'], ['words']])
  })

  test('that is not there is refused before anything is made', async () => {
    const { campaignId } = await aCampaign(administrator, { candidates: 0 })
    const missing = 'cloud://local.nowhere/uploads/none.jpg'
    const revised = expectError(await revise(campaignId, { name: '改过名称' }, { cover: missing }))
    expect(revised.code).toBe('photo_unreadable')
    expect((await campaignOf(campaignId)).planVersion).toBe(1)
    const plan = planIn(await campaignOf(campaignId))
    const created = await administrator.voting('createCampaign', {
      ...plan,
      cityCode: SHANGHAI,
      cover: missing,
    })
    expect(expectError(created).code).toBe('photo_unreadable')
  })
})
