import { randomUUID } from 'node:crypto'
import { CLOSING_NOTICE, SETTLE_TIME } from '../../../contract/limits'
import {
  aCampaign,
  aCityAdministrator,
  aDistrictReviewer,
  candidateInput,
  confirmTheList,
  expectError,
  expectValue,
  JINGAN,
  recountAndSeal,
  SHANGHAI,
  sealTheBallots,
  someRules,
  theSecondAdministrator,
} from '../../support/builders'
import { type Cloud, type Person, RESULTS_TEMPLATE, startCloud } from '../../support/cloud'

let cloud: Cloud
let administrator: Person

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
})
afterEach(() => cloud.setClock(0))
afterAll(() => cloud?.stop())

/** Casts so many ballots for each candidate, by people of their own. */
async function castVotes(campaignId: string, votes: Record<string, number>): Promise<Person[]> {
  const voters: Person[] = []
  for (const [candidateId, number] of Object.entries(votes)) {
    const people = await cloud.people(
      Array.from({ length: number }, () => `oVoter${randomUUID().replaceAll('-', '')}`),
    )
    const answers = await Promise.all(
      people.map((person) => person.voting('castBallot', { campaignId, choices: [candidateId] })),
    )
    for (const answer of answers) expectValue(answer)
    voters.push(...people)
  }
  return voters
}

const SETTLED = CLOSING_NOTICE + SETTLE_TIME + 1000

async function closeAndSettle(campaignId: string): Promise<void> {
  expectValue(await administrator.voting('closeVoting', { campaignId, reason: '测试提前结束' }))
  await cloud.setClock(SETTLED)
}

const recount = async (campaignId: string) =>
  expectValue(await administrator.voting('recount', { campaignId }))

test('the whole way: close, recount, propose with declared tie-breaks, confirm, publish, seen by everyone', async () => {
  const { campaignId, candidateIds } = await aCampaign(administrator, {
    candidates: 5,
    rules: someRules({ listSize: 3 }),
  })
  const [a, b, c, d, e] = candidateIds as [string, string, string, string, string]
  const voters = await castVotes(campaignId, { [b]: 7, [d]: 4, [c]: 4, [a]: 1 })
  const [reminded, other] = voters as [Person, Person]
  expectValue(await reminded.messages('setQuietHours', { quietHours: null }))
  expectValue(await reminded.messages('agree', { kind: 'resultsPublished', templateId: RESULTS_TEMPLATE }))
  expectValue(await reminded.voting('remindMe', { campaignId }))
  expect(expectError(await cloud.nobody.voting('getResults', { campaignId })).code).toBe(
    'results_not_published',
  )

  await closeAndSettle(campaignId)
  expect(expectError(await administrator.voting('proposeList', { campaignId })).code).toBe('recount_needed')
  expect(await recount(campaignId)).toMatchObject({ state: 'equal', ballotsCounted: 16, progress: 1 })
  expect(expectError(await administrator.voting('proposeList', { campaignId })).code).toBe(
    'ballots_not_sealed',
  )
  await sealTheBallots(administrator, campaignId)

  const { version, entries } = expectValue(await administrator.voting('proposeList', { campaignId }))
  expect(
    entries.map(({ candidateId, votes, isListed, decidedBy }) => [candidateId, votes, isListed, decidedBy]),
  ).toEqual([
    [b, 7, true, null],
    [c, 4, true, 'earliestRegistration'],
    [d, 4, true, 'earliestRegistration'],
    [a, 1, false, null],
    [e, 0, false, null],
  ])
  expect(expectError(await administrator.voting('publishList', { campaignId, version })).code).toBe(
    'list_not_ready',
  )
  await confirmTheList(cloud, administrator, { campaignId, version })
  expect(expectError(await administrator.voting('proposeList', { campaignId })).code).toBe(
    'list_already_confirmed',
  )
  expect(expectError(await cloud.nobody.voting('getResults', { campaignId })).code).toBe(
    'results_not_published',
  )
  expectValue(await administrator.voting('publishList', { campaignId, version }))

  const results = expectValue(await cloud.nobody.voting('getResults', { campaignId }))
  expect(results).toMatchObject({ ballots: 16, listSize: 3, entries, next: null })
  expect(expectValue(await cloud.nobody.voting('getCampaign', { campaignId }))).toMatchObject({
    rulesHash: results.rulesHash,
  })

  for (const service of ['voting', 'messages', 'voting', 'messages'] as const) await cloud.runTimer(service)
  expect(expectValue(await reminded.messages('listMessages', {})).messages).toMatchObject([
    {
      kind: 'resultsPublished',
      title: '示例选树活动',
      page: `features/voting/pages/results/index?campaignId=${campaignId}`,
    },
  ])
  expect(await cloud.messages(reminded)).toMatchObject([
    { templateId: RESULTS_TEMPLATE, values: { thing1: '示例选树活动' } },
  ])
  expect(expectValue(await other.messages('listMessages', {})).messages).toEqual([])
  expect(expectError(await (voters[2] as Person).voting('remindMe', { campaignId })).code).toBe(
    'results_already_published',
  )
})

test('two administrators who do the same step at once: it happens once, and a repeat of the one gets its answer', async () => {
  const { campaignId, candidateIds } = await aCampaign(administrator)
  await castVotes(campaignId, { [candidateIds[0] as string]: 2 })
  await closeAndSettle(campaignId)
  await recountAndSeal(administrator, campaignId)
  const race = async <T>(step: (requestId: string) => Promise<T>) => {
    const ids = Array.from({ length: 8 }, () => randomUUID())
    return { ids, answers: await Promise.all(ids.map(step)) }
  }
  const proposed = await race((requestId) => administrator.voting('proposeList', { campaignId }, requestId))
  const { version } = (expectValue(await administrator.voting('getCount', { campaignId })).list ?? {}) as {
    version: number
  }
  expect(proposed.answers.some((answer) => answer.ok)).toBe(true)

  const second = await theSecondAdministrator(cloud, administrator)
  const list = { campaignId, version }
  const confirmed = await race((requestId) => administrator.voting('confirmList', list, requestId))
  const mine = confirmed.answers.findIndex((answer) => answer.ok)
  expect(confirmed.answers.filter((answer) => answer.ok)).toHaveLength(1)
  expect(
    confirmed.answers.filter((answer) => !answer.ok && answer.error.code === 'second_person_needed'),
  ).toHaveLength(7)
  expect(expectValue(await administrator.voting('confirmList', list, confirmed.ids[mine]))).toMatchObject({
    confirmed: 1,
    needed: 2,
    confirmedAt: null,
  })
  const seconded = await race((requestId) => second.voting('confirmList', list, requestId))
  expect(seconded.answers.filter((answer) => answer.ok)).toHaveLength(1)
  expect(
    seconded.answers.filter((answer) => !answer.ok && answer.error.code === 'list_not_ready'),
  ).toHaveLength(7)

  const published = await race((requestId) => administrator.voting('publishList', list, requestId))
  const winner = published.answers.findIndex((answer) => answer.ok)
  expect(published.answers.filter((answer) => answer.ok)).toHaveLength(1)
  expect(
    published.answers.filter((answer) => !answer.ok && answer.error.code === 'list_not_ready'),
  ).toHaveLength(7)
  const again = await administrator.voting('publishList', list, published.ids[winner])
  expect(again).toEqual(published.answers[winner])
})

test('a list needs two different people, and both of them at once are enough', async () => {
  const { campaignId, candidateIds } = await aCampaign(administrator)
  await castVotes(campaignId, { [candidateIds[0] as string]: 2 })
  await closeAndSettle(campaignId)
  await recountAndSeal(administrator, campaignId)
  const { version } = expectValue(await administrator.voting('proposeList', { campaignId }))
  const list = { campaignId, version }
  const second = await theSecondAdministrator(cloud, administrator)
  const answers = await Promise.all(
    [administrator, second].map((person) => person.voting('confirmList', list)),
  )
  expect(answers.map((answer) => expectValue(answer).needed)).toEqual([2, 2])
  const view = expectValue(await administrator.voting('getCount', { campaignId })).list
  expect(view).toMatchObject({ status: 'confirmed' })
  expect(view?.confirmedBy).toHaveLength(2)
})

test('what other rules would give can be looked at, and changes nothing', async () => {
  const { campaignId, candidateIds } = await aCampaign(administrator)
  await castVotes(campaignId, { [candidateIds[0] as string]: 2, [candidateIds[1] as string]: 5 })
  await closeAndSettle(campaignId)
  const asked = {
    campaignId,
    formula: { votes: 100, scores: 0, voteScale: 'shareOfMost' as const },
    tieBreaks: ['earliestRegistration' as const],
    listSize: 1,
  }
  expect(expectError(await administrator.voting('previewList', asked)).code).toBe('recount_needed')
  await recount(campaignId)
  const preview = expectValue(await administrator.voting('previewList', asked))
  expect(preview).toMatchObject({ total: 5, isDeclared: false })
  expect(preview.entries.map(({ isListed }) => isListed)).toEqual([true, false, false, false, false])
  const declared = expectValue(await administrator.voting('previewList', { ...asked, listSize: 3 }))
  const { rules } = expectValue(await cloud.nobody.voting('getCampaign', { campaignId }))
  expect([declared.isDeclared, rules.listSize]).toEqual([rules.listSize === 3, rules.listSize])
  const weighed = { ...asked, formula: { ...asked.formula, votes: 50, scores: 50 } }
  expect(expectError(await administrator.voting('previewList', weighed)).code).toBe('scores_missing')
  expect(expectValue(await administrator.voting('getCount', { campaignId })).list).toBeNull()
})

describe('closing early', () => {
  test('takes effect after a notice, is told to everyone, and the last second counts', async () => {
    const { campaignId, candidateIds } = await aCampaign(administrator)
    const input = { campaignId, choices: [candidateIds[0] as string] }
    const [first, last, late] = await cloud.people(['oFirstBefore', 'oLastBefore', 'oTooLate'])
    expectValue(await (first as Person).voting('castBallot', input))
    const { closesAt } = expectValue(
      await administrator.voting('closeVoting', { campaignId, reason: '测试' }),
    )
    expect(closesAt - Date.now()).toBeGreaterThan(CLOSING_NOTICE - 3000)
    expectValue(await (last as Person).voting('castBallot', input))
    await cloud.setClock(CLOSING_NOTICE + 500)
    expect(expectError(await (late as Person).voting('castBallot', input))).toMatchObject({
      code: 'voting_not_open',
      closesAt,
    })
    expect(expectError(await administrator.voting('recount', { campaignId }))).toEqual({
      code: 'voting_not_settled',
      settledAt: closesAt + SETTLE_TIME,
    })
    expect(expectValue(await administrator.voting('getCount', { campaignId }))).toMatchObject({
      votingState: 'settling',
      tally: null,
    })
    await cloud.setClock(SETTLED)
    expect(await recount(campaignId)).toMatchObject({ state: 'equal', ballotsCounted: 2 })
  })

  test('sent twice closes once', async () => {
    const { campaignId } = await aCampaign(administrator)
    const requestId = randomUUID()
    const close = () => administrator.voting('closeVoting', { campaignId, reason: '测试' }, requestId)
    const answers = await Promise.all([close(), close(), close()])
    expect(new Set(answers.map((answer) => expectValue(answer).closesAt)).size).toBe(1)
    await cloud.setClock(SETTLED)
    expect(expectError(await administrator.voting('closeVoting', { campaignId, reason: '再次' })).code).toBe(
      'voting_not_open',
    )
  })
})

test('running counts are hidden from the administrator until voting has settled, unless declared public', async () => {
  const hidden = await aCampaign(administrator)
  const open = await aCampaign(administrator, { rules: someRules({ runningCounts: 'public' }) })
  for (const { campaignId, candidateIds } of [hidden, open])
    await castVotes(campaignId, { [candidateIds[0] as string]: 3 })
  await cloud.setClock(3 * 60_000)
  await cloud.runTimer()
  const count = async ({ campaignId }: { campaignId: string }) =>
    expectValue(await administrator.voting('getCount', { campaignId })).tally
  expect(await count(hidden)).toBeNull()
  expect(await count(open)).toEqual({ ballots: 3, votes: { [open.candidateIds[0] as string]: 3 } })
})

describe('the ballot paper', () => {
  test('gives candidates registered at the same moment different numbers, and a repeat the same', async () => {
    const { campaignId } = await aCampaign(administrator, { candidates: 0 })
    const ids = Array.from({ length: 12 }, () => randomUUID())
    const register = (requestId: string, index: number) =>
      administrator.voting('registerCandidate', candidateInput(campaignId, index + 1), requestId)
    const numbers = (await Promise.all(ids.map(register))).map((answer) => expectValue(answer).number)
    expect([...numbers].sort((one, other) => one - other)).toEqual(ids.map((_, index) => index + 1))
    const again = (await Promise.all(ids.map(register))).map((answer) => expectValue(answer).number)
    expect(again).toEqual(numbers)
    expect(expectValue(await cloud.nobody.voting('listCandidates', { campaignId })).total).toBe(12)
  })
})

describe('the public list', () => {
  test('pages in ballot-paper order, searches names and summaries, filters by district', async () => {
    const { campaignId } = await aCampaign(administrator, { candidates: 25 })
    const list = async (filter: object) =>
      expectValue(await cloud.nobody.voting('listCandidates', { campaignId, ...filter }))
    const first = await list({})
    expect(first).toMatchObject({ total: 25, next: 20 })
    const second = await list({ after: first.next })
    expect([...first.candidates, ...second.candidates].map(({ number }) => number)).toEqual(
      Array.from({ length: 25 }, (_, index) => index + 1),
    )
    expect(second.next).toBeNull()
    expect((await list({ search: '第7号' })).candidates.map(({ number }) => number)).toEqual([7])
    expect((await list({ search: '.*' })).total).toBe(0)
    const inJingan = await list({ districtCode: JINGAN })
    expect(inJingan.total).toBe(13)
    expect(inJingan.candidates.every(({ districtCode }) => districtCode === JINGAN)).toBe(true)
  })

  test('of chosen candidates is in ballot-paper order and leaves out what is not on this paper', async () => {
    const { campaignId, candidateIds } = await aCampaign(administrator)
    const other = await aCampaign(administrator, { candidates: 1 })
    const [a, b, c] = candidateIds as [string, string, string]
    const chosen = [c, 'NOBODY', a, other.candidateIds[0] as string, b]
    const answer = expectValue(
      await cloud.nobody.voting('listChosenCandidates', { campaignId, candidateIds: chosen }),
    )
    expect(answer.candidates.map(({ candidateId }) => candidateId)).toEqual([a, b, c])
    expect(
      expectValue(await cloud.nobody.voting('listChosenCandidates', { campaignId, candidateIds: [] }))
        .candidates,
    ).toEqual([])
    const nowhere = await cloud.nobody.voting('listChosenCandidates', {
      campaignId: 'NOWHERE',
      candidateIds: [a],
    })
    expect(expectError(nowhere).code).toBe('campaign_not_found')
  })

  test('tells a stranger nothing of accounts, requests or history', async () => {
    const { campaignId, candidateIds } = await aCampaign(administrator)
    const { accountId } = expectValue(await administrator.accounts('getMe', {}))
    const seen = JSON.stringify([
      await cloud.nobody.voting('listCampaigns', {}),
      await cloud.nobody.voting('getCampaign', { campaignId }),
      await cloud.nobody.voting('listCandidates', { campaignId }),
      await cloud.nobody.voting('getCandidate', { candidateId: candidateIds[0] as string }),
    ])
    for (const secret of [accountId, administrator.openid, 'history', 'requestId', 'accountKey'])
      expect(seen).not.toContain(secret)
  })
})

describe('correcting a candidate’s words', () => {
  test('a reviewer may, in the own district only, and never over somebody else’s newer words', async () => {
    const { candidateIds } = await aCampaign(administrator)
    const [inJingan, inPudong] = candidateIds as [string, string]
    const reviewer = await aDistrictReviewer(cloud, administrator, JINGAN)
    const words = {
      summary: '更正后的介绍',
      achievements: '更正后的实绩。',
      basedOn: null,
      reason: '更正错字',
    }
    const requestId = randomUUID()
    const { revisedAt } = expectValue(
      await reviewer.voting('reviseCandidate', { candidateId: inJingan, ...words }, requestId),
    )
    expect(
      expectValue(await reviewer.voting('reviseCandidate', { candidateId: inJingan, ...words }, requestId)),
    ).toEqual({ revisedAt })
    expect(
      expectError(await reviewer.voting('reviseCandidate', { candidateId: inPudong, ...words })).code,
    ).toBe('not_allowed')
    expect(
      expectError(await administrator.voting('reviseCandidate', { candidateId: inJingan, ...words })).code,
    ).toBe('revised_meanwhile')
    const candidate = expectValue(await cloud.nobody.voting('getCandidate', { candidateId: inJingan }))
    expect(candidate).toMatchObject({ summary: '更正后的介绍', revisedAt })
    expectValue(
      await administrator.voting('reviseCandidate', { candidateId: inJingan, ...words, basedOn: revisedAt }),
    )
  })

  test('ends with voting', async () => {
    const { campaignId, candidateIds } = await aCampaign(administrator)
    await closeAndSettle(campaignId)
    const words = { summary: '更正', achievements: '更正后的实绩。', basedOn: null, reason: '更正错字' }
    const answer = await administrator.voting('reviseCandidate', {
      candidateId: candidateIds[0] as string,
      ...words,
    })
    expect(expectError(answer).code).toBe('voting_closed')
  })
})

test('campaigns are listed newest first and page on', async () => {
  const { campaigns } = expectValue(await cloud.nobody.voting('listCampaigns', {}))
  const starts = campaigns.map(({ votingOpensAt }) => votingOpensAt)
  expect(starts).toEqual([...starts].sort((one, other) => other - one))
  const rest = expectValue(
    await cloud.nobody.voting('listCampaigns', { after: campaigns[2]?.campaignId as string }),
  ).campaigns
  expect(rest.map(({ campaignId }) => campaignId)).not.toContain(campaigns[2]?.campaignId)
})

test('every act of staff is in the audit trail, refused ones with their outcome', async () => {
  // Later than every act of the tests above, so that it is on the first page.
  await cloud.setClock(365 * 24 * 3_600_000)
  const { campaignId } = await aCampaign(administrator)
  const requestId = randomUUID()
  expectError(await administrator.voting('confirmList', { campaignId, version: 7 }, requestId))
  const { entries } = expectValue(
    await administrator.administration('listAuditTrail', { placeCode: SHANGHAI }),
  )
  const mine = entries.filter((entry) => entry.requestId === requestId)
  expect(mine.map(({ step, outcome }) => [step, outcome]).sort()).toEqual([
    ['asked', null],
    ['done', 'list_not_ready'],
  ])
  expect(mine[0]).toMatchObject({ service: 'voting', method: 'confirmList' })
})

test('the audit trail keeps the reason of a change however long the text before it', async () => {
  await cloud.setClock(366 * 24 * 3_600_000)
  const { candidateIds } = await aCampaign(administrator, {
    votingClosesAt: Date.now() + 19 * 24 * 3_600_000,
  })
  const input = {
    candidateId: candidateIds[0] as string,
    summary: '更正后的介绍',
    achievements: '长'.repeat(2900),
    basedOn: null,
    reason: '更正错字',
  }
  const requestId = randomUUID()
  await administrator.voting('reviseCandidate', input, requestId)
  const { entries } = expectValue(
    await administrator.administration('listAuditTrail', { placeCode: SHANGHAI }),
  )
  const entry = entries.find((found) => found.requestId === requestId)
  expect(JSON.parse(entry?.input ?? '{}')).toMatchObject({
    reason: '更正错字',
    achievements: `${'长'.repeat(200)}…`,
  })
})
