import { randomUUID } from 'node:crypto'
import { windowOf } from '../../../../cloudfunctions/voting/trust/detection'
import type { BallotFilter } from '../../../../contract/trust'
import {
  aCampaign,
  aCityAdministrator,
  aStaffMember,
  type CampaignForTests,
  expectError,
  expectValue,
  SHANGHAI,
  someRules,
  theSecondAdministrator,
} from '../../../support/builders'
import { type Cloud, type Person, startCloud } from '../../../support/cloud'

/** Abnormal voting is found, looked at, and struck by two people; ballots that wait are accepted by two people. */

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const AFTER_CLOSING = 8 * 24 * HOUR

const ALL: BallotFilter = {
  from: null,
  to: null,
  candidateId: null,
  address: null,
  isNew: null,
  standing: null,
  rank: null,
}

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

async function castFor(campaignId: string, choices: string[], voters: number): Promise<Person[]> {
  const people = await cloud.people(
    Array.from({ length: voters }, () => `oTrust${randomUUID().replaceAll('-', '')}`),
  )
  const answers = await Promise.all(
    people.map((person) => person.voting('castBallot', { campaignId, choices })),
  )
  for (const answer of answers) expectValue(answer)
  return people
}

/** Two and a half hours of normal voting: in each window of ten minutes 3, 2 and 1 votes for three candidates. */
async function voteNormally({ campaignId, candidateIds }: CampaignForTests, from: number): Promise<void> {
  for (let index = 0; index < 9; index++) {
    await cloud.setClock(from + index * 10 * MINUTE)
    const [a, b, c] = candidateIds as [string, string, string]
    await Promise.all([castFor(campaignId, [a], 3), castFor(campaignId, [b], 2), castFor(campaignId, [c], 1)])
  }
}

const alertsOf = async (campaignId: string) =>
  expectValue(await administrator.voting('listAlerts', { campaignId })).alerts

const workAbout = async (campaignId: string, state: 'waiting' | 'done') => {
  const filter = { placeCode: SHANGHAI, kind: 'abnormalVoting' as const, state }
  const { items } = expectValue(await administrator.administration('listWork', filter))
  return items.filter(({ subjectId }) => subjectId === campaignId).length
}

/** A campaign in which candidate 3 got forty votes at once; the clock stands an hour after that. */
async function aCampaignWithABurst(runningCounts: 'hidden' | 'public' = 'hidden') {
  const campaign = await aCampaign(administrator, {
    candidates: 3,
    rules: someRules({ runningCounts }),
    votingOpensAt: Date.now() - 3 * HOUR,
  })
  // In the middle of a window, so that no window ends while its votes come in.
  const now = Date.now()
  await voteNormally(campaign, windowOf(now) - 2.5 * HOUR + 5 * MINUTE - now)
  const bought = await castFor(campaign.campaignId, [campaign.candidateIds[2] as string], 40)
  await cloud.setClock(0)
  await cloud.runTimer()
  return { ...campaign, bought }
}

test('a burst among normal votes is found once, opens work, and shows no counts while they are hidden', async () => {
  const { campaignId, candidateIds } = await aCampaignWithABurst()
  await Promise.all([cloud.runTimer(), cloud.runTimer()])
  const alerts = await alertsOf(campaignId)
  expect(alerts).toMatchObject([{ kind: 'burst', candidateId: candidateIds[2], state: 'open' }])
  expect(await workAbout(campaignId, 'waiting')).toBe(1)

  const alertId = alerts[0]?.alertId ?? ''
  const { chart, filter } = expectValue(await administrator.voting('getAlert', { campaignId, alertId }))
  expect(chart.unit).toBe('times')
  const values = new Set(chart.points.map(({ value }) => value))
  expect([...values].every((value) => [0, 1, 2, 3, 5, 8, 12, 20, 30, 50, 80].includes(value))).toBe(true)
  expect(Math.max(...values)).toBeGreaterThan(5)
  for (const refused of [
    await administrator.voting('listBallots', { campaignId, filter }),
    await administrator.voting('getBallotCounts', { campaignId }),
    await administrator.voting('proposeRuling', { campaignId, act: 'strike', filter, reason: '集中投票' }),
  ])
    expect(expectError(refused).code).toBe('voting_not_settled')

  const dismissed = { campaignId, alertId, reason: '街道组织的集中投票' }
  const requestId = randomUUID()
  const first = expectValue(await administrator.voting('dismissAlert', dismissed, requestId))
  expect(expectValue(await administrator.voting('dismissAlert', dismissed, requestId))).toEqual(first)
  expect(await alertsOf(campaignId)).toMatchObject([{ state: 'dismissed' }])
  expect([await workAbout(campaignId, 'waiting'), await workAbout(campaignId, 'done')]).toEqual([0, 1])
  const elsewhere = await aCampaign(administrator, { candidates: 1 })
  const wrong = { ...dismissed, campaignId: elsewhere.campaignId }
  expect(expectError(await administrator.voting('dismissAlert', wrong)).code).toBe('alert_not_found')
})

test('two people strike a burst: its ballots count no more, and their voters are told why', async () => {
  const { campaignId, candidateIds, bought } = await aCampaignWithABurst('public')
  const alertId = (await alertsOf(campaignId))[0]?.alertId ?? ''
  const { chart, filter } = expectValue(await administrator.voting('getAlert', { campaignId, alertId }))
  expect(chart).toMatchObject({ unit: 'votes' })
  expect(chart.points.find(({ isUnusual }) => isUnusual)?.value).toBeGreaterThanOrEqual(40)

  await cloud.setClock(AFTER_CLOSING)
  expectValue(await administrator.voting('recount', { campaignId }))
  const before = expectValue(await administrator.voting('getBallotCounts', { campaignId })).counts
  const seen = await listAll(campaignId, filter)
  expect(new Set(seen.map(({ trackingCode }) => trackingCode)).size).toBe(seen.length)
  expect(seen.length).toBeGreaterThanOrEqual(40)

  const proposal = { campaignId, act: 'strike' as const, filter, reason: '十分钟内集中投票，经核查为刷票' }
  const requestId = randomUUID()
  const { ruling } = expectValue(await administrator.voting('proposeRuling', proposal, requestId))
  expect(ruling).toMatchObject({ number: 1, status: 'proposed', ballots: seen.length, isMine: true })
  expect(expectValue(await administrator.voting('proposeRuling', proposal, requestId)).ruling).toEqual(ruling)
  const { rulingId } = ruling
  const confirm = (person: Person) => person.voting('confirmRuling', { campaignId, rulingId })
  expect(expectError(await confirm(administrator)).code).toBe('second_person_needed')
  expect(expectError(await administrator.voting('sealBallots', { campaignId })).code).toBe('rulings_open')
  expect(expectValue(await administrator.voting('getBallotCounts', { campaignId })).counts).toEqual(before)

  expect(expectValue(await confirm(second)).ruling).toMatchObject({
    status: 'applied',
    ballots: seen.length,
    isMine: false,
  })
  const after = expectValue(await administrator.voting('getBallotCounts', { campaignId })).counts
  expect(after).toEqual({ ...before, counted: before.counted - seen.length, struck: seen.length })
  expect(expectValue(await administrator.voting('getCount', { campaignId })).counts).toEqual(after)
  expect(await alertsOf(campaignId)).toMatchObject([{ state: 'ruled' }])
  expect(await workAbout(campaignId, 'waiting')).toBe(0)
  expect((await listAll(campaignId, filter)).every(({ ruled }) => ruled === 'struck')).toBe(true)

  const [receipt] = expectValue(await (bought[0] as Person).voting('listMyReceipts', {})).receipts
  expect(receipt).toMatchObject({ state: 'struck', reason: proposal.reason })
  const trackingCode = receipt?.trackingCode ?? ''
  expect(expectValue(await cloud.nobody.voting('checkReceipt', { trackingCode }))).toEqual(receipt)

  // Ruled once: the same ballots are meant by no further ruling.
  const again = await second.voting('proposeRuling', proposal)
  expect(expectError(again).code).toBe('no_ballots_meant')
  expect(candidateIds).toHaveLength(3)
})

async function listAll(campaignId: string, filter: BallotFilter) {
  const ballots = []
  let after: string | undefined
  do {
    const page = expectValue(
      await administrator.voting('listBallots', { campaignId, filter, ...(after ? { after } : {}) }),
    )
    ballots.push(...page.ballots)
    after = page.next ?? undefined
    if (!after) expect(page.total).toBe(ballots.length)
  } while (after)
  return ballots
}

const risk = { rank3: 'pending', rank4: 'notCounted', asksRanks1And2: false } as const

/** A settled campaign: `waiting` ballots of which WeChat said nothing, for both candidates, and three that count. */
async function aCampaignThatWaits(waiting: number) {
  const campaign = await aCampaign(administrator, { candidates: 2, rules: someRules({ risk }) })
  const { campaignId, candidateIds } = campaign
  await cloud.control('openapi', { apiName: 'riskControl.getUserRiskRank', rule: { fail: -1 } })
  const voters = await castFor(campaignId, candidateIds, waiting)
  await cloud.control('openapi', { apiName: 'riskControl.getUserRiskRank', rule: null })
  await castFor(campaignId, candidateIds.slice(1), 3)
  await cloud.setClock(AFTER_CLOSING)
  expectValue(await administrator.voting('recount', { campaignId }))
  return { ...campaign, voters }
}

const PENDING: BallotFilter = { ...ALL, standing: 'pending', rank: -1 }

async function proposeToAccept(campaignId: string): Promise<string> {
  const input = { campaignId, act: 'accept' as const, filter: PENDING, reason: '微信没有答复，抽查没有问题' }
  return expectValue(await administrator.voting('proposeRuling', input)).ruling.rulingId
}

const rulingsOf = async (campaignId: string) =>
  expectValue(await administrator.voting('listRulings', { campaignId })).rulings

const countsOf = async (campaignId: string) =>
  expectValue(await administrator.voting('getBallotCounts', { campaignId }))

test('of ten people who confirm or reject at once, one decides; what is rejected changes nothing', async () => {
  const { campaignId } = await aCampaignThatWaits(2)
  const others = await Promise.all(
    Array.from({ length: 9 }, () => aStaffMember(cloud, administrator, 'administrator', SHANGHAI)),
  )
  const people = [second, ...others]
  const rejected = { campaignId, rulingId: await proposeToAccept(campaignId), reason: '先抽查' }
  const confirmed = { campaignId, rulingId: await proposeToAccept(campaignId) }
  for (const decide of [
    (person: Person) => person.voting('rejectRuling', rejected),
    (person: Person) => person.voting('confirmRuling', confirmed),
  ]) {
    const answers = await Promise.all(people.map(decide))
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.error.code)).sort()
    expect(codes).toEqual(['ok', ...Array.from({ length: 9 }, () => 'ruling_already_decided')])
  }
  expect(
    expectError(await second.voting('confirmRuling', { campaignId, rulingId: rejected.rulingId })).code,
  ).toBe('ruling_already_decided')
  expect(await rulingsOf(campaignId)).toMatchObject([
    { number: 2, status: 'applied', ballots: 2 },
    { number: 1, status: 'rejected' },
  ])
})

test('ballots that wait are accepted, count, and are in the list; a crash in between loses and doubles none', async () => {
  // More than are written in one stretch.
  const { campaignId, candidateIds, voters } = await aCampaignThatWaits(230)
  const [a, b] = candidateIds
  expect(await countsOf(campaignId)).toEqual({
    counts: { counted: 3, pending: 230, notCounted: 0, struck: 0 },
    byRank: [{ rank: null, pending: 230 }],
  })
  const list = { campaignId }
  expect(expectError(await administrator.voting('proposeList', list)).code).toBe('ballots_pending')

  const rulingId = await proposeToAccept(campaignId)
  // The first write confirms; the second one says how far the first stretch has come.
  const fault = { action: 'database.modifyDocument', collection: 'rulings', count: 2 }
  await cloud.control('faults', { failAfter: { ...fault, effect: 'dropBeforeWrite' } })
  expect(expectError(await second.voting('confirmRuling', { campaignId, rulingId })).code).toBe('busy')
  expect(await rulingsOf(campaignId)).toMatchObject([{ status: 'applying' }])
  expect((await countsOf(campaignId)).counts).toEqual({ counted: 203, pending: 30, notCounted: 0, struck: 0 })
  await Promise.all([cloud.runTimer(), cloud.runTimer()])
  expect(await rulingsOf(campaignId)).toMatchObject([{ status: 'applied', ballots: 230 }])
  expect(await countsOf(campaignId)).toEqual({
    counts: { counted: 233, pending: 0, notCounted: 0, struck: 0 },
    byRank: [],
  })
  const [receipt] = expectValue(await (voters[0] as Person).voting('listMyReceipts', {})).receipts
  expect(receipt).toMatchObject({ state: 'counted', reason: null })

  expectValue(await administrator.voting('sealBallots', list))
  const { entries } = expectValue(await administrator.voting('proposeList', list))
  expect(entries.map(({ candidateId, votes }) => [candidateId, votes])).toEqual([
    [b, 233],
    [a, 230],
  ])
  const late = { campaignId, act: 'strike' as const, filter: ALL, reason: '太晚了' }
  expect(expectError(await administrator.voting('proposeRuling', late)).code).toBe('already_sealed')
})
