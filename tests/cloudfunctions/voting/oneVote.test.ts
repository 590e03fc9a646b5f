import { randomUUID } from 'node:crypto'
import {
  aCampaign,
  aCityAdministrator,
  type CampaignForTests,
  expectError,
  expectValue,
  someRules,
} from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'

let cloud: Cloud
let administrator: Person

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
})
afterAll(() => cloud?.stop())

async function castAtOnce(person: Person, { campaignId, candidateIds }: CampaignForTests, times: number) {
  return Promise.all(
    Array.from({ length: times }, (_, index) =>
      person.voting('castBallot', {
        campaignId,
        choices: [candidateIds[index % candidateIds.length] as string],
      }),
    ),
  )
}

/** Enough for every run; `VOTERS=1000 npx jest tests/cloudfunctions/voting/oneVote` takes the full measure. */
const VOTERS = Number(process.env.VOTERS ?? 40)

test(`a person who votes from 64 places at once has one ballot, each of ${VOTERS} persons`, async () => {
  const campaign = await aCampaign(administrator)
  const people = await cloud.people(
    Array.from({ length: VOTERS }, (_, index) => `oMany${index}x${randomUUID().slice(0, 8)}`),
  )
  let accepted = 0
  const codes = new Set<string>()
  for (const person of people) {
    const answers = await castAtOnce(person, campaign, 64)
    const receipts = answers.flatMap((answer) => (answer.ok ? [answer.value] : []))
    const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]))
    accepted += receipts.length
    const told = new Set(
      refusals.map((error) => (error.code === 'already_voted' ? error.receipt.trackingCode : error.code)),
    )
    expect([...told]).toEqual(receipts.map((receipt) => receipt.trackingCode))
    codes.add(receipts[0]?.trackingCode ?? 'none')
  }
  expect(accepted).toBe(VOTERS)
  expect(codes.size).toBe(VOTERS)

  await cloud.setClock(8 * 24 * 3_600_000)
  const recount = expectValue(await administrator.voting('recount', { campaignId: campaign.campaignId }))
  expect(recount).toMatchObject({ state: 'equal', ballotsCounted: VOTERS })
  await cloud.setClock(0)
}, 480_000)

test('a vote is one database write', async () => {
  const campaign = await aCampaign(administrator)
  const [first, second] = await cloud.people(['oFirstVoterOfAll', 'oSecondVoter'])
  expectValue(
    await (first as Person).voting('castBallot', {
      campaignId: campaign.campaignId,
      choices: [campaign.candidateIds[0] as string],
    }),
  )
  const before = await cloud.statistics()
  expectValue(
    await (second as Person).voting('castBallot', {
      campaignId: campaign.campaignId,
      choices: [campaign.candidateIds[0] as string],
    }),
  )
  const after = await cloud.statistics()
  const difference = Object.entries(after).flatMap(([action, counts]) =>
    Object.entries(counts).flatMap(([name, count]) => {
      const more = count - (before[action]?.[name] ?? 0)
      return more > 0 ? [[action, name, more]] : []
    }),
  )
  const writes = difference.filter(
    ([action]) => !['database.getDocument', 'database.calculateDocument'].includes(action as string),
  )
  expect(writes).toEqual([['database.insertDocument', 'ballots', 1]])
})

test('a repeated request always gets its own first answer, in parallel and afterwards', async () => {
  const { campaignId, candidateIds } = await aCampaign(administrator)
  const person = await cloud.person()
  const requestId = randomUUID()
  const choices = [candidateIds[0] as string]
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => person.voting('castBallot', { campaignId, choices }, requestId)),
  )
  const codes = new Set(answers.map((answer) => expectValue(answer).trackingCode))
  expect(codes.size).toBe(1)
  const other = expectError(await person.voting('castBallot', { campaignId, choices }))
  expect(other).toMatchObject({
    code: 'already_voted',
    nextAt: null,
    receipt: { trackingCode: [...codes][0] },
  })
  expect(
    expectValue(await person.voting('castBallot', { campaignId, choices }, requestId)).trackingCode,
  ).toBe([...codes][0])
})

test('the answer to a vote that was accepted is still given after voting has closed', async () => {
  const { campaignId, candidateIds } = await aCampaign(administrator)
  const person = await cloud.person()
  const requestId = randomUUID()
  const input = { campaignId, choices: [candidateIds[0] as string] }
  const { trackingCode } = expectValue(await person.voting('castBallot', input, requestId))
  await cloud.setClock(8 * 24 * 3_600_000)
  expect(expectValue(await person.voting('castBallot', input, requestId)).trackingCode).toBe(trackingCode)
  expect(expectError(await person.voting('castBallot', input)).code).toBe('already_voted')
  const late = await cloud.person()
  expect(expectError(await late.voting('castBallot', input)).code).toBe('voting_not_open')
  await cloud.setClock(0)
})

test('voting has not opened yet for anyone before its time', async () => {
  const opens = Date.now() + 3_600_000
  const { campaignId, candidateIds } = await aCampaign(administrator, {
    votingOpensAt: opens,
    votingClosesAt: opens + 3_600_000,
  })
  const person = await cloud.person()
  expect(
    expectError(await person.voting('castBallot', { campaignId, choices: [candidateIds[0] as string] })),
  ).toMatchObject({
    code: 'voting_not_open',
    opensAt: opens,
  })
  expect(expectValue(await person.voting('getMyVote', { campaignId }))).toMatchObject({
    mayVote: false,
    reason: 'notOpen',
    opensAt: opens,
  })
})

describe('choices', () => {
  test('fewer or more than declared, unknown or twice, are refused and nothing is kept', async () => {
    const { campaignId, candidateIds } = await aCampaign(administrator, {
      rules: someRules({ choices: { min: 2, max: 3 } }),
    })
    const [a, b, c, d] = candidateIds as [string, string, string, string]
    const person = await cloud.person()
    const cast = async (choices: string[]) =>
      expectError(await person.voting('castBallot', { campaignId, choices }))
    expect(await cast([a])).toEqual({ code: 'choices_out_of_range', min: 2, max: 3 })
    expect(await cast([a, b, c, d])).toEqual({ code: 'choices_out_of_range', min: 2, max: 3 })
    expect(await cast([a, 'NOBODY'])).toEqual({ code: 'candidate_not_on_ballot', candidateIds: ['NOBODY'] })
    expect((await cast([a, a])).code).toBe('invalid_input')
    expect(expectValue(await person.voting('getMyVote', { campaignId }))).toMatchObject({ mayVote: true })
    expectValue(await person.voting('castBallot', { campaignId, choices: [a, b] }))
  })

  test('of another campaign are not on this ballot', async () => {
    const one = await aCampaign(administrator)
    const other = await aCampaign(administrator)
    const person = await cloud.person()
    const choices = [other.candidateIds[0] as string]
    expect(expectError(await person.voting('castBallot', { campaignId: one.campaignId, choices })).code).toBe(
      'candidate_not_on_ballot',
    )
  })
})

describe('once a day', () => {
  const DAY = 86_400_000

  test('a person has one ballot each day, and is told when the next one is possible', async () => {
    const { campaignId, candidateIds } = await aCampaign(administrator, {
      rules: someRules({ period: 'daily' }),
    })
    const person = await cloud.person()
    const input = { campaignId, choices: [candidateIds[0] as string] }
    const today = expectValue(await person.voting('castBallot', input))
    const refused = expectError(await person.voting('castBallot', input))
    expect(refused).toMatchObject({ code: 'already_voted', receipt: { trackingCode: today.trackingCode } })
    expect((refused as { nextAt: number }).nextAt).toBeGreaterThan(Date.now())
    await cloud.setClock(DAY)
    const tomorrow = expectValue(await person.voting('castBallot', input))
    expect(tomorrow.trackingCode).not.toBe(today.trackingCode)
    expect(tomorrow.day).not.toBe(today.day)
    expect(
      expectValue(await person.voting('listMyReceipts', {})).receipts.filter(
        (receipt) => receipt.campaignId === campaignId,
      ),
    ).toHaveLength(2)
    await cloud.setClock(0)
  })

  test('a request sent before midnight and again after it has one effect', async () => {
    const { campaignId, candidateIds } = await aCampaign(administrator, {
      rules: someRules({ period: 'daily' }),
    })
    const person = await cloud.person()
    const requestId = randomUUID()
    const input = { campaignId, choices: [candidateIds[0] as string] }
    const first = expectValue(await person.voting('castBallot', input, requestId))
    await cloud.setClock(DAY)
    expect(expectValue(await person.voting('castBallot', input, requestId)).trackingCode).toBe(
      first.trackingCode,
    )
    expect(expectValue(await person.voting('getMyVote', { campaignId }))).toMatchObject({ mayVote: true })
    await cloud.setClock(0)
  })
})

describe('a campaign that asks for a verified phone', () => {
  const verify = async (person: Person, number: string) => {
    await cloud.control('phone', { openid: person.openid, number })
    const response = await fetch(`${cloud.url}/local/phone-code`, {
      method: 'POST',
      headers: { authorization: `Bearer ${person.token}` },
    })
    const { code } = (await response.json()) as { code: string }
    return person.accounts('verifyPhone', { code })
  }

  test('tells a person without one what to do, and takes the ballot afterwards', async () => {
    const { campaignId, candidateIds } = await aCampaign(administrator, {
      rules: someRules({ identity: 'phone' }),
    })
    const person = await cloud.person()
    const input = { campaignId, choices: [candidateIds[0] as string] }
    expect(expectError(await person.voting('castBallot', input)).code).toBe('phone_needed')
    expect(expectValue(await person.voting('getMyVote', { campaignId }))).toMatchObject({
      mayVote: false,
      reason: 'phoneNeeded',
    })
    expect(expectValue(await verify(person, '10000000001'))).toEqual({ phoneMask: '100******01' })
    expectValue(await person.voting('castBallot', input))
  })

  test('one phone has one ballot, under however many accounts, at the same moment too', async () => {
    const { campaignId, candidateIds } = await aCampaign(administrator, {
      rules: someRules({ identity: 'phone' }),
    })
    const accounts = await cloud.people(
      Array.from({ length: 8 }, () => `oSharing${randomUUID().replaceAll('-', '')}`),
    )
    for (const person of accounts) expectValue(await verify(person, '10000000002'))
    const answers = await Promise.all(
      accounts.map((person) =>
        person.voting('castBallot', { campaignId, choices: [candidateIds[0] as string] }),
      ),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code])))).toEqual(
      new Set(['already_voted']),
    )
  })

  test('one account has one ballot, under however many phones', async () => {
    const { campaignId, candidateIds } = await aCampaign(administrator, {
      rules: someRules({ identity: 'phone' }),
    })
    const person = await cloud.person()
    const input = { campaignId, choices: [candidateIds[0] as string] }
    expectValue(await verify(person, '10000000003'))
    const { trackingCode } = expectValue(await person.voting('castBallot', input))
    expectValue(await verify(person, '10000000004'))
    expect(expectError(await person.voting('castBallot', input))).toMatchObject({
      code: 'already_voted',
      receipt: { trackingCode },
    })
  })
})

describe('a receipt', () => {
  test('can be checked by anyone who holds its code, however it is typed, and does not say whom it is for', async () => {
    const { campaignId, candidateIds } = await aCampaign(administrator)
    const person = await cloud.person()
    const receipt = expectValue(
      await person.voting('castBallot', { campaignId, choices: [candidateIds[2] as string] }),
    )
    const spoken = receipt.trackingCode.toLowerCase().replaceAll('-', ' ')
    const checked = expectValue(await cloud.nobody.voting('checkReceipt', { trackingCode: spoken }))
    expect(checked).toEqual(receipt)
    expect(JSON.stringify(checked)).not.toContain(candidateIds[2])
    expect(Object.keys(checked).sort()).toEqual([
      'campaignId',
      'campaignName',
      'castAt',
      'day',
      'reason',
      'state',
      'trackingCode',
    ])
    expect(
      expectError(await cloud.nobody.voting('checkReceipt', { trackingCode: '0000-0000-0000-0000' })).code,
    ).toBe('receipt_not_found')
  })

  test('is among the voter’s own and nobody else’s, and turns from stored to counted', async () => {
    const { campaignId, candidateIds } = await aCampaign(administrator)
    const [person, stranger] = [await cloud.person(), await cloud.person()]
    const { trackingCode } = expectValue(
      await person.voting('castBallot', { campaignId, choices: [candidateIds[0] as string] }),
    )
    const mine = async () => expectValue(await person.voting('listMyReceipts', {})).receipts
    expect(await mine()).toMatchObject([{ trackingCode, state: 'stored' }])
    expect(expectValue(await stranger.voting('listMyReceipts', {})).receipts).toEqual([])
    await cloud.setClock(3 * 60_000)
    await cloud.runTimer()
    expect(await mine()).toMatchObject([{ trackingCode, state: 'counted' }])
    await cloud.setClock(0)
  })
})
