import { randomUUID } from 'node:crypto'
import type { FormPart } from '../../../contract/nominations'
import {
  aCityAdministrator,
  aStaffMember,
  expectError,
  expectValue,
  JINGAN,
  PUDONG,
  SHANGHAI,
} from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import {
  aDraft,
  aFlatPicture,
  aNominatingCampaign,
  aNomination,
  anUpload,
  fillIn,
  ownNomination,
  shortForm,
} from '../../support/nominations'

const DAY = 24 * 3_600_000
const opinion = '制度明晰，成效明显。'

let cloud: Cloud
let administrator: Person
let reviewer: Person
let author: Person
let campaignId: string

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
  reviewer = await aStaffMember(cloud, administrator, 'reviewer', JINGAN)
  author = await cloud.person()
})
beforeEach(async () => {
  campaignId = await aNominatingCampaign(administrator)
})
afterEach(() => cloud.setClock(0))
afterAll(() => cloud?.stop())

interface Handed {
  nominationId: string
  version: number
}

const forward = (handed: Handed, by = reviewer, requestId?: string) =>
  by.nominations('forwardNomination', { ...handed, opinion }, requestId)
const giveBack = (handed: Handed, parts: { part: FormPart; reason: string }[] = []) =>
  reviewer.nominations('returnNomination', { ...handed, opinion: '请补充材料。', parts })
const recall = (handed: Handed) => reviewer.nominations('recallNomination', { ...handed, opinion })
const decline = (handed: Handed) => reviewer.nominations('declineNomination', { ...handed, opinion })
const admit = (handed: Handed, by = administrator) =>
  by.nominations('admitNomination', { ...handed, opinion })
const quota = async () =>
  expectValue(await reviewer.nominations('listQuotas', { campaignId, placeCode: JINGAN })).quotas[0]
const titlesFor = async (person: Person): Promise<string[]> =>
  expectValue(await person.messages('listMessages', {})).messages.map(({ title }) => title)
const onePageOfWork = (after: string | undefined) =>
  reviewer.administration('listWork', { placeCode: JINGAN, kind: 'reviewNomination', after })

/** Nominations that wait at the reviewer's place, of this and other tests. */
async function waiting(): Promise<string[]> {
  const found: string[] = []
  for (let after: string | undefined; ; ) {
    const { items, next } = expectValue(await onePageOfWork(after))
    found.push(...items.map(({ subjectId }) => subjectId))
    if (next === null) return found
    after = next
  }
}

describe('nobody decides about a nomination', () => {
  test('who is no reviewer of its place', async () => {
    const handed = await aNomination(author, campaignId)
    const elsewhere = await aStaffMember(cloud, administrator, 'reviewer', PUDONG)
    for (const person of [elsewhere, author])
      expect(expectError(await forward(handed, person)).code).toBe('not_allowed')
    expect(expectError(await admit(handed, reviewer)).code).toBe('not_allowed')
  })

  test('that was not handed in', async () => {
    const nominationId = await aDraft(author, campaignId)
    expect(expectError(await forward({ nominationId, version: 1 })).code).toBe('not_allowed')
  })

  test('from an older version, or against the table of transitions', async () => {
    const handed = await aNomination(author, campaignId)
    expect(expectError(await forward({ ...handed, version: 1 })).code).toBe('changed_meanwhile')
    expect(expectError(await recall(handed)).code).toBe('nomination_not_reviewable')
    expect(expectError(await admit(handed)).code).toBe('nomination_not_reviewable')
  })

  test('by putting it forward once voting has opened', async () => {
    const handed = await aNomination(author, campaignId)
    await cloud.setClock(20 * DAY + 1000)
    expect(expectError(await forward(handed)).code).toBe('nomination_not_reviewable')
    expectValue(await decline(handed))
  })
})

test('from the draft to the ballot paper: photo, handed in, returned, corrected, put forward, admitted', async () => {
  const person = await cloud.person()
  const nominationId = await aDraft(person, campaignId)
  const file = await anUpload(cloud, person, await aFlatPicture(90, 60))
  const photo = { nominationId, kind: 'group' as const, description: '大家的合影', file }
  expectValue(await person.nominations('addPhoto', photo))
  const typed = await fillIn(person, nominationId, { placeCode: '310106012' })
  const handed = expectValue(await person.nominations('submitNomination', { nominationId, version: typed }))
  expect(await waiting()).toContain(nominationId)

  const parts = [{ part: 'summary' as const, reason: '请写明在哪条路上' }]
  const returned = expectValue(await giveBack({ nominationId, version: handed.version }, parts))
  expect(returned.state).toBe('returned')
  expect(await waiting()).not.toContain(nominationId)
  const seen = await ownNomination(person, nominationId)
  expect(seen).toMatchObject({ mayEdit: true, reviews: [{ act: 'returned', parts }] })

  // The stage has ended; what was returned may still be corrected.
  await cloud.setClock(12 * DAY)
  const corrected = await fillIn(person, nominationId, {
    placeCode: '310106012',
    summary: '南京西路的商户自己管好门前。',
  })
  const again = expectValue(
    await person.nominations('submitNomination', { nominationId, version: corrected }),
  )
  expect(await waiting()).toContain(nominationId)
  const forwarded = expectValue(await forward({ nominationId, version: again.version }))
  expect(await waiting()).not.toContain(nominationId)
  const open = expectValue(await cloud.nobody.nominations('listForwarded', { campaignId }))
  expect(open.nominations).toMatchObject([{ nominationId, name: '示例路自律会', channel: 'self' }])
  const admitted = expectValue(await admit({ nominationId, version: forwarded.version }))
  expect(admitted).toMatchObject({ number: 1, version: forwarded.version + 1 })
  const candidate = expectValue(
    await cloud.nobody.voting('getCandidate', { candidateId: admitted.candidateId }),
  )
  expect(candidate).toMatchObject({
    name: '示例路自律会',
    districtCode: JINGAN,
    streetName: expect.stringMatching(/街道$/),
    channel: 'self',
    facts: [{ label: '组织规模', text: '20 家' }],
    summary: '南京西路的商户自己管好门前。',
    photos: [{ kind: 'group', description: '大家的合影' }],
  })
  expect(candidate.coverUrl).not.toBeNull()
  expect(await titlesFor(person)).toEqual(['你的申报进入了候选', '你的申报通过了初审', '你的申报需要修改'])
})

test('two reviewers, two places, 50 at once: exactly two are put forward and all others are told', async () => {
  const colleague = await aStaffMember(cloud, administrator, 'reviewer', JINGAN)
  const people = await cloud.people(Array.from({ length: 10 }, () => `oTest${randomUUID()}`))
  const handed: Handed[] = []
  for (const person of people)
    handed.push(...(await Promise.all(Array.from({ length: 5 }, () => aNomination(person, campaignId)))))
  const answers = await Promise.all(
    handed.map((each, index) => forward(each, index % 2 === 0 ? reviewer : colleague)),
  )
  expect(answers).toHaveLength(50)
  expect(answers.filter(({ ok }) => ok)).toHaveLength(2)
  for (const answer of answers) if (!answer.ok) expect(answer.error).toEqual({ code: 'quota_used', quota: 2 })
  expect(await quota()).toMatchObject({ quota: 2, used: 2, waiting: 48 })
  const { nominations } = expectValue(
    await reviewer.nominations('listNominations', { campaignId, placeCode: JINGAN, state: 'forwarded' }),
  )
  expect(nominations).toHaveLength(2)
})

test('the same one put forward by many at once counts once', async () => {
  const handed = await aNomination(author, campaignId)
  const requestId = randomUUID()
  const answers = await Promise.all([
    forward(handed, reviewer, requestId),
    forward(handed, reviewer, requestId),
    ...Array.from({ length: 6 }, () => forward(handed, administrator)),
  ])
  for (const answer of answers) if (!answer.ok) expect(answer.error.code).toBe('changed_meanwhile')
  expect(await quota()).toMatchObject({ used: 1, waiting: 0 })
  expect((await ownNomination(author, handed.nominationId)).reviews).toHaveLength(1)
})

test('a forwarding that is taken back frees its place, and the nomination waits again', async () => {
  const [one, two, three] = (await Promise.all([
    aNomination(author, campaignId),
    aNomination(author, campaignId),
    aNomination(author, campaignId),
  ])) as [Handed, Handed, Handed]
  const forwarded = expectValue(await forward(one))
  expectValue(await forward(two))
  expect(expectError(await forward(three)).code).toBe('quota_used')
  const requests = await Promise.all(
    Array.from({ length: 5 }, () => recall({ ...one, version: forwarded.version })),
  )
  expect(requests.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await quota()).toMatchObject({ used: 1, waiting: 2 })
  expect(await waiting()).toContain(one.nominationId)
  expectValue(await forward(three))
  expect(await quota()).toMatchObject({ used: 2, waiting: 1 })
  const open = expectValue(await cloud.nobody.nominations('listForwarded', { campaignId }))
  expect(open.nominations.map(({ nominationId }) => nominationId)).toEqual([
    two.nominationId,
    three.nominationId,
  ])
})

test('what is declined is told with its opinion and waits for nobody', async () => {
  const person = await cloud.person()
  const handed = await aNomination(person, campaignId)
  expectValue(await decline(handed))
  expect(await ownNomination(person, handed.nominationId)).toMatchObject({
    state: 'declined',
    mayEdit: false,
    mayWithdraw: false,
    reviews: [{ act: 'declined', opinion }],
  })
  expect(await waiting()).not.toContain(handed.nominationId)
  expect(await titlesFor(person)).toEqual(['你的申报没有获得推荐'])
})

test('admitted by several at once it stands on the ballot paper once', async () => {
  const handed = await aNomination(author, campaignId)
  const { version } = expectValue(await forward(handed))
  const requestId = randomUUID()
  const seen = { ...handed, version, opinion }
  const answers = await Promise.all([
    administrator.nominations('admitNomination', seen, requestId),
    administrator.nominations('admitNomination', seen, requestId),
    ...Array.from({ length: 4 }, () => administrator.nominations('admitNomination', seen)),
  ])
  const admitted = answers.flatMap((answer) => (answer.ok ? [answer.value] : []))
  expect(new Set(admitted.map(({ candidateId }) => candidateId)).size).toBe(1)
  const { total } = expectValue(await cloud.nobody.voting('listCandidates', { campaignId }))
  expect(total).toBe(1)
  const late = await recall({ ...handed, version: version + 1 })
  expect(expectError(late).code).toBe('nomination_not_reviewable')
})

test('nothing is admitted once the first ballot has frozen the paper', async () => {
  const [one, two] = (await Promise.all([
    aNomination(author, campaignId),
    aNomination(author, campaignId),
  ])) as [Handed, Handed]
  const first = expectValue(await forward(one))
  const second = expectValue(await forward(two))
  const { candidateId } = expectValue(await admit({ ...one, version: first.version }))
  await cloud.setClock(20 * DAY + 1000)
  expectValue(await author.voting('castBallot', { campaignId, choices: [candidateId] }))
  expect(expectError(await admit({ ...two, version: second.version }))).toMatchObject({
    code: 'rules_frozen',
    frozenAt: expect.any(Number),
  })
})

describe('an industry department', () => {
  let departmentId: string
  let trade: string

  beforeAll(async () => {
    const registered = await administrator.places('registerOrganisation', {
      placeCode: SHANGHAI,
      kind: 'bureau',
      name: '示例行业管理部门',
    })
    departmentId = expectValue(registered).organisation.organisationId
    const departments = [{ organisationId: departmentId, name: '示例行业管理部门', quota: 1 }]
    trade = await aNominatingCampaign(
      administrator,
      shortForm({ quotas: { perDistrict: 1, districts: [], departments } }),
    )
  })

  const handInFor = async (department: string | null): Promise<Handed> => {
    const nominationId = await aDraft(author, trade, { departmentId: department })
    const version = await fillIn(author, nominationId)
    const handed = await author.nominations('submitNomination', { nominationId, version })
    return { nominationId, version: expectValue(handed).version }
  }

  test('reviews what is of its trade, with a quota of its own, and the district does not', async () => {
    const own = await handInFor(departmentId)
    const other = await handInFor(departmentId)
    const districts = await handInFor(null)
    const member = await aStaffMember(cloud, administrator, 'reviewer', SHANGHAI, departmentId)
    expect(expectError(await forward(own)).code).toBe('not_allowed')
    expect(expectError(await forward(districts, member)).code).toBe('not_allowed')
    const list = (departmentId?: string) =>
      member.nominations('listNominations', {
        campaignId: trade,
        placeCode: SHANGHAI,
        ...(departmentId ? { departmentId } : {}),
      })
    expect(expectError(await list()).code).toBe('not_allowed')
    const { nominations } = expectValue(await list(departmentId))
    expect(nominations.map(({ nominationId }) => nominationId).sort()).toEqual(
      [own.nominationId, other.nominationId].sort(),
    )
    expectValue(await forward(own, member))
    expect(expectError(await forward(other, member))).toEqual({ code: 'quota_used', quota: 1 })
    expectValue(await forward(districts))
    const { quotas } = expectValue(
      await administrator.nominations('listQuotas', { campaignId: trade, placeCode: SHANGHAI }),
    )
    expect(quotas.filter(({ used }) => used > 0)).toEqual([
      { placeCode: JINGAN, departmentId: null, name: null, quota: 1, used: 1, waiting: 0 },
      { placeCode: SHANGHAI, departmentId, name: '示例行业管理部门', quota: 1, used: 1, waiting: 1 },
    ])
  })

  test('is no way around the place for somebody who reviews elsewhere', async () => {
    const answer = await reviewer.nominations('listNominations', {
      campaignId: trade,
      placeCode: JINGAN,
      departmentId,
    })
    expect(expectError(answer).code).toBe('not_allowed')
  })
})
