import { randomUUID } from 'node:crypto'
import type { BallotFilter } from '../../../../contract/trust'
import { isInTree } from '../../../../src/features/voting/ballotProof'
import {
  aCampaign,
  aCityAdministrator,
  type CampaignForTests,
  expectError,
  expectValue,
  publishTheList,
  sealTheBallots,
  someRules,
  theSecondAdministrator,
} from '../../../support/builders'
import { type Cloud, type Person, startCloud } from '../../../support/cloud'
import { runScript } from '../../../support/publicFile'

/** What two people have decided about ballots stands in the public file, and nothing is decided after it. */

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

const AFTER_CLOSING = 8 * 86_400_000
const ALL: BallotFilter = {
  from: null,
  to: null,
  candidateId: null,
  address: null,
  isNew: null,
  standing: null,
  rank: null,
}

const castFor = async (campaignId: string, choices: string[], voters: number): Promise<Person[]> => {
  const people = await cloud.people(
    Array.from({ length: voters }, () => `oSealed${randomUUID().replaceAll('-', '')}`),
  )
  for (const person of people) expectValue(await person.voting('castBallot', { campaignId, choices }))
  return people
}

/** Settled and counted; WeChat does not answer about the voters of candidate 3. */
async function aCountedCampaign(): Promise<CampaignForTests & { voters: Person[][] }> {
  const risk = { rank3: 'pending', rank4: 'notCounted', asksRanks1And2: false } as const
  const campaign = await aCampaign(administrator, { candidates: 3, rules: someRules({ risk }) })
  const { campaignId } = campaign
  const [a, b, c] = campaign.candidateIds as [string, string, string]
  const counting = [await castFor(campaignId, [a], 3), await castFor(campaignId, [b], 4)]
  await cloud.control('openapi', { apiName: 'riskControl.getUserRiskRank', rule: { fail: -1 } })
  const waiting = await castFor(campaignId, [c], 2)
  await cloud.control('openapi', { apiName: 'riskControl.getUserRiskRank', rule: null })
  await cloud.setClock(AFTER_CLOSING)
  expectValue(await administrator.voting('recount', { campaignId }))
  return { ...campaign, voters: [...counting, waiting] }
}

const propose = (campaignId: string, act: 'strike' | 'accept', filter: Partial<BallotFilter>) =>
  administrator.voting('proposeRuling', {
    campaignId,
    act,
    filter: { ...ALL, ...filter },
    reason: '集中投票，经两人核查',
  })

async function rule(...ruling: Parameters<typeof propose>): Promise<void> {
  const { rulingId, status } = expectValue(await propose(...ruling)).ruling
  expect(status).toBe('proposed')
  const confirmed = await second.voting('confirmRuling', { campaignId: ruling[0], rulingId })
  expect(expectValue(confirmed).ruling.status).toBe('applied')
}

test('struck and accepted ballots are in the file with their decision, and count as decided', async () => {
  const { campaignId, candidateIds, voters } = await aCountedCampaign()
  expect(expectError(await administrator.voting('sealBallots', { campaignId }))).toEqual({
    code: 'ballots_pending',
    pending: 2,
  })
  await rule(campaignId, 'accept', { standing: 'pending' })
  await rule(campaignId, 'strike', { candidateId: candidateIds[1] as string })
  await publishTheList(cloud, administrator, campaignId)

  const count = expectValue(await cloud.nobody.voting('getPublicCount', { campaignId }))
  expect(count.counts).toEqual({ counted: 5, pending: 0, notCounted: 0, struck: 4 })
  expect(count.rulings).toMatchObject([
    { number: 1, act: 'accept', ballots: 2, reason: '集中投票，经两人核查' },
    { number: 2, act: 'strike', ballots: 4, reason: '集中投票，经两人核查' },
  ])
  const file = Buffer.from(await (await fetch(count.ballotFiles[0]?.url ?? '')).arrayBuffer())
  const { exitCode, said } = runScript([file], [count.root])
  expect([exitCode, said]).toEqual([
    0,
    expect.arrayContaining([
      '选票：9 张。计入 5，按规则不计 0，剔除 4',
      '第 2 号决定：剔除 4 张。理由：集中投票，经两人核查',
      '  1. 1 号 第1号（示例）自律会  3 票',
      '  2. 3 号 第3号（示例）自律会  2 票',
    ]),
  ])
  const standings = await Promise.all(
    voters.map(async ([voter]) => {
      const { proofs } = expectValue(await (voter as Person).voting('listMyProofs', { campaignId }))
      expect(proofs.map(isInTree)).toEqual([true])
      return proofs[0]?.line.split(',').slice(1).join(' ')
    }),
  )
  expect(standings).toEqual(['c 1', 's2 2', 'a1 3'])
})

test('an open ruling keeps sealing waiting until it is decided; after the sealing none is proposed', async () => {
  const { campaignId, candidateIds } = await aCountedCampaign()
  await rule(campaignId, 'accept', { standing: 'pending' })
  const strike = () => propose(campaignId, 'strike', { candidateId: candidateIds[0] as string })
  const { rulingId } = expectValue(await strike()).ruling
  expect(expectError(await administrator.voting('sealBallots', { campaignId }))).toEqual({
    code: 'rulings_open',
    rulings: 1,
  })
  expectValue(await second.voting('rejectRuling', { campaignId, rulingId, reason: '证据不足' }))
  await sealTheBallots(administrator, campaignId)
  expect(expectError(await strike()).code).toBe('already_sealed')
})

test('of sealing and a ruling that come at the same moment, one is refused', async () => {
  const { campaignId, candidateIds } = await aCountedCampaign()
  await rule(campaignId, 'accept', { standing: 'pending' })
  let sealed = false
  for (let round = 0; round < 12 && !sealed; round++) {
    const [sealing, proposal] = await Promise.all([
      second.voting('sealBallots', { campaignId }),
      propose(campaignId, 'strike', { candidateId: candidateIds[0] as string }),
    ])
    expect([sealing.ok, proposal.ok].filter(Boolean)).toHaveLength(1)
    sealed = sealing.ok
    if (!proposal.ok) continue
    const { rulingId } = proposal.value.ruling
    expectValue(await second.voting('rejectRuling', { campaignId, rulingId, reason: '再来一次' }))
  }
  await sealTheBallots(administrator, campaignId)
  const { rulings } = expectValue(await administrator.voting('listRulings', { campaignId }))
  expect(rulings.filter(({ status }) => status === 'proposed')).toEqual([])
})
