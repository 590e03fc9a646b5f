import { createHash, randomUUID } from 'node:crypto'
import { CLOSING_NOTICE, SETTLE_TIME } from '../../../../contract/limits'
import type { PublicCount, PublicFile } from '../../../../contract/publicCount'
import { isInTree } from '../../../../src/features/voting/ballotProof'
import {
  aCampaign,
  aCityAdministrator,
  type CampaignForTests,
  confirmTheList,
  expectError,
  expectValue,
  publishTheList,
  recountAndSeal,
  sealTheBallots,
  someRules,
  theSecondAdministrator,
} from '../../../support/builders'
import { type Cloud, type Person, startCloud } from '../../../support/cloud'
import { runScript } from '../../../support/publicFile'

/** From stored ballots to the file that anyone can count, and to the proof of one's own ballot in it. */

let cloud: Cloud
let administrator: Person

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
})
afterEach(() => cloud.setClock(0))
afterAll(() => cloud?.stop())

const SETTLED = CLOSING_NOTICE + SETTLE_TIME + 1000

/** More than two blocks of lines. */
const MANY = 1100

async function castBallots(
  { campaignId, candidateIds }: CampaignForTests,
  number: number,
): Promise<Person[]> {
  const voters = await cloud.people(
    Array.from({ length: number }, () => `oVoter${randomUUID().replaceAll('-', '')}`),
  )
  for (let start = 0; start < voters.length; start += 100) {
    const answers = voters.slice(start, start + 100).map((voter, index) => {
      const choices = candidateIds.slice(index % 3, (index % 3) + 1 + (index % 2))
      return voter.voting('castBallot', { campaignId, choices })
    })
    for (const answer of await Promise.all(answers)) expectValue(answer)
  }
  return voters
}

async function close(...campaignIds: string[]): Promise<void> {
  for (const campaignId of campaignIds)
    expectValue(await administrator.voting('closeVoting', { campaignId, reason: '测试提前结束' }))
  await cloud.setClock(SETTLED)
}

async function load({ url, bytes, sha256 }: PublicFile): Promise<Buffer> {
  const content = Buffer.from(await (await fetch(url)).arrayBuffer())
  expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256])
  return content
}

const publicCountOf = async (campaignId: string): Promise<PublicCount> =>
  expectValue(await cloud.nobody.voting('getPublicCount', { campaignId }))

test('needs a settled vote, a recount that agrees, and a ballot', async () => {
  const campaign = await aCampaign(administrator)
  const seal = async (campaignId: string) =>
    expectError(await administrator.voting('sealBallots', { campaignId })).code
  expect(await seal('NOWHERE')).toBe('not_allowed')
  expect(await seal(campaign.campaignId)).toBe('voting_not_settled')
  await castBallots(campaign, 1)
  const empty = await aCampaign(administrator)
  await close(campaign.campaignId, empty.campaignId)
  expect(await seal(campaign.campaignId)).toBe('recount_needed')
  expectValue(await administrator.voting('recount', { campaignId: empty.campaignId }))
  expect(await seal(empty.campaignId)).toBe('no_ballots')
})

describe('a campaign with ballots of several blocks', () => {
  let campaign: CampaignForTests
  let voters: Person[]
  let root: string

  beforeAll(async () => {
    campaign = await aCampaign(administrator, { rules: someRules({ listSize: 3 }) })
    voters = await castBallots(campaign, MANY)
    await close(campaign.campaignId)
    expectValue(await administrator.voting('recount', { campaignId: campaign.campaignId }))
  }, 120_000)

  test('is sealed once, whoever calls and how many at a time, and a kill in between costs nothing', async () => {
    const { campaignId } = campaign
    const second = await theSecondAdministrator(cloud, administrator)
    await cloud.setClock(SETTLED)
    const interrupted = [administrator, second].map((person) =>
      person.voting('sealBallots', { campaignId }).catch(() => null),
    )
    // Somewhere in the work, wherever that is: what comes out must be the same.
    await new Promise((resolve) => setTimeout(resolve, 60))
    await cloud.kill()
    await Promise.all(interrupted)
    await cloud.restart()
    await cloud.setClock(SETTLED)
    const sealings = await Promise.all(
      [administrator, second, administrator, second].map((person) => sealTheBallots(person, campaignId)),
    )
    root = sealings[0]?.root ?? ''
    expect(root).toMatch(/^[0-9a-f]{64}$/)
    expect(new Set(sealings.map((sealing) => sealing.root)).size).toBe(1)
    expect(sealings[0]).toMatchObject({ state: 'done', progress: 1, ballots: MANY })
    expect(expectValue(await administrator.voting('getCount', { campaignId })).sealedAt).not.toBeNull()
  })

  test('shows file and proofs to nobody before the list is published', async () => {
    const { campaignId } = campaign
    const asks = [
      cloud.nobody.voting('getPublicCount', { campaignId }),
      (voters[0] as Person).voting('listMyProofs', { campaignId }),
    ]
    for (const ask of asks) expect(expectError(await ask).code).toBe('results_not_published')
  })

  test('is counted again by the script to the published list', async () => {
    const { campaignId } = campaign
    await cloud.setClock(SETTLED)
    const { version } = expectValue(await administrator.voting('proposeList', { campaignId }))
    await confirmTheList(cloud, administrator, { campaignId, version })
    expectValue(await administrator.voting('publishList', { campaignId, version }))
    const count = await publicCountOf(campaignId)
    expect(count).toMatchObject({
      root,
      lines: MANY + 1,
      counts: { counted: MANY, pending: 0, notCounted: 0, struck: 0 },
      rulings: [],
      ballotFiles: [{ fileName: 'ballots.txt' }],
      script: { fileName: 'recount.mjs' },
    })
    const file = await load(count.ballotFiles[0] as PublicFile)
    const { exitCode, said } = runScript([file], [root])
    expect([exitCode, said]).toEqual([0, expect.arrayContaining([`根哈希：${root}`])])
    const { entries } = expectValue(await cloud.nobody.voting('getResults', { campaignId }))
    const listed = said.filter((line) => /^ {2}\d/.test(line)).map((line) => line.trim())
    expect(listed).toEqual(
      entries
        .filter(({ isListed }) => isListed)
        .map(({ rank, number, name, votes }) => `${rank}. ${number} 号 ${name}  ${votes} 票`),
    )
    expect((await load(count.script)).toString()).toContain('Counts the public ballots')
  })

  test('proves to each voter on the phone that the own ballot is a line of the file, and to nobody else', async () => {
    const { campaignId, candidateIds } = campaign
    const file = await load((await publicCountOf(campaignId)).ballotFiles[0] as PublicFile)
    const lines = file.toString().split('\n')
    const places = [0, 1, 2, 50, 511, 512, 700, MANY - 1]
    const found = new Set<number>()
    for (const place of places) {
      const { proofs } = expectValue(await (voters[place] as Person).voting('listMyProofs', { campaignId }))
      const [proof] = proofs
      if (!proof) throw new Error(`voter ${place} has no proof`)
      expect(proofs).toHaveLength(1)
      expect(proof.root).toBe(root)
      expect(isInTree(proof)).toBe(true)
      expect(isInTree({ ...proof, line: proof.line.replace(/\d$/, '9') })).toBe(false)
      expect(lines[proof.index]).toMatch(new RegExp(`^${proof.line},[0-9a-f]{6}$`))
      const numbers = Array.from(
        { length: 1 + ((place % 100) % 2) },
        (_, index) => ((place % 100) % 3) + index + 1,
      )
      expect(proof.line.split(',').slice(1)).toEqual(['c', numbers.join(' ')])
      found.add(proof.index)
    }
    expect(found.size).toBe(places.length)
    expect(candidateIds).toHaveLength(5)
    const stranger = await cloud.person()
    expect(expectValue(await stranger.voting('listMyProofs', { campaignId })).proofs).toEqual([])
    expect(expectError(await cloud.nobody.voting('listMyProofs', { campaignId })).code).toBe('not_signed_in')
  })

  test('keeps tracking codes, accounts and times out of the file, and the line out of receipts', async () => {
    const { campaignId } = campaign
    const file = (await load((await publicCountOf(campaignId)).ballotFiles[0] as PublicFile)).toString()
    const voter = voters[3] as Person
    const { receipts } = expectValue(await voter.voting('listMyReceipts', {}))
    const { proofs } = expectValue(await voter.voting('listMyProofs', { campaignId }))
    const code = receipts[0]?.trackingCode ?? ''
    const receipt = expectValue(await cloud.nobody.voting('checkReceipt', { trackingCode: code }))
    const [mark = ''] = (proofs[0]?.line ?? '').split(',')
    expect(JSON.stringify(receipt)).not.toContain(mark)
    const { accountId } = expectValue(await voter.accounts('getMe', {}))
    for (const secret of [
      code.replaceAll('-', ''),
      code.replaceAll('-', '').slice(0, 8),
      accountId,
      voter.openid,
    ])
      expect(file).not.toContain(secret)
    const marks = file
      .split('\n')
      .slice(1, -2)
      .map((line) => line.slice(0, 16))
    expect(marks).toEqual([...marks].sort())
  })
})

test('a daily campaign proves the ballot of each day', async () => {
  const campaign = await aCampaign(administrator, { rules: someRules({ period: 'daily' }) })
  const [voter] = await castBallots(campaign, 1)
  await cloud.setClock(86_400_000)
  const { campaignId, candidateIds } = campaign
  expectValue(await (voter as Person).voting('castBallot', { campaignId, choices: candidateIds.slice(1, 3) }))
  expectValue(await administrator.voting('closeVoting', { campaignId, reason: '测试提前结束' }))
  await cloud.setClock(86_400_000 + SETTLED)
  await publishTheList(cloud, administrator, campaignId)
  const { proofs } = expectValue(await (voter as Person).voting('listMyProofs', { campaignId }))
  expect(proofs.map(({ line }) => line.split(',')[2])).toEqual(['2 3', '1'])
  expect(proofs.every(isInTree)).toBe(true)
})

test('a ballot that is found after the sealing leads to a new one, with it', async () => {
  const campaign = await aCampaign(administrator)
  const { campaignId } = campaign
  await castBallots(campaign, 3)
  await cloud.setClock(8 * 86_400_000)
  const before = await recountAndSeal(administrator, campaignId)
  await cloud.setClock(0)
  await castBallots(campaign, 1)
  await cloud.setClock(8 * 86_400_000)
  expect((await sealTheBallots(administrator, campaignId)).root).toBe(before.root)
  await publishTheList(cloud, administrator, campaignId)
  const count = await publicCountOf(campaignId)
  expect(count.root).not.toBe(before.root)
  const file = await load(count.ballotFiles[0] as PublicFile)
  expect(runScript([file], [count.root])).toMatchObject({ exitCode: 0 })
  expect(count.counts.counted).toBe(4)
})
