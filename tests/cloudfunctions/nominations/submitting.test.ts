import { randomUUID } from 'node:crypto'
import {
  aCityAdministrator,
  aStaffMember,
  expectError,
  expectValue,
  JINGAN,
  PUDONG,
} from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { DOUBTFUL_TEXT, REFUSED_TEXT } from '../../support/contents'
import {
  aDraft,
  aNominatingCampaign,
  aNomination,
  fillIn,
  ownNomination,
  wholeForm,
} from '../../support/nominations'

const DAY = 24 * 3_600_000

let cloud: Cloud
let administrator: Person
let reviewer: Person
let author: Person
let campaignId: string

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
  reviewer = await aStaffMember(cloud, administrator, 'reviewer', JINGAN)
  campaignId = await aNominatingCampaign(administrator)
})
beforeEach(async () => {
  author = await cloud.person()
})
afterEach(() => cloud.setClock(0))
afterAll(() => cloud?.stop())

const submit = (nominationId: string, version: number, requestId?: string) =>
  author.nominations('submitNomination', { nominationId, version }, requestId)

describe('a nomination is not handed in', () => {
  test('incomplete: all that is missing is told at once, part by part', async () => {
    const whole = await aNominatingCampaign(administrator, wholeForm())
    const nominationId = await aDraft(author, whole)
    const version = await fillIn(author, nominationId, { values: { units: 14, achievements: '好' } })
    const error = expectError(await submit(nominationId, version))
    expect(error.code).toBe('form_incomplete')
    const parts = 'problems' in error ? error.problems.map(({ part }) => part) : []
    expect(parts).toEqual([
      'foundedIn',
      'units',
      'leader',
      'phone',
      'achievements',
      'photos',
      'photos',
      'photos',
      'photos',
    ])
  })

  test('in another version than the one that was looked at', async () => {
    const nominationId = await aDraft(author, campaignId)
    const version = await fillIn(author, nominationId)
    expect(expectError(await submit(nominationId, version - 1)).code).toBe('changed_meanwhile')
  })

  test('after the stage has ended', async () => {
    const nominationId = await aDraft(author, campaignId)
    const version = await fillIn(author, nominationId)
    await cloud.setClock(11 * DAY)
    expect(expectError(await submit(nominationId, version)).code).toBe('nominations_closed')
    expect(await ownNomination(author, nominationId)).toMatchObject({ mayEdit: false, maySubmit: false })
    const save = { nominationId, version, name: '', placeCode: '', summary: '', values: {} }
    expect(expectError(await author.nominations('saveNomination', save)).code).toBe('nomination_not_editable')
  })

  test('for a street by somebody who is not of its staff', async () => {
    const nominationId = await aDraft(reviewer, campaignId, { channel: 'street' })
    const elsewhere = await fillIn(reviewer, nominationId, { placeCode: PUDONG })
    const refused = await reviewer.nominations('submitNomination', { nominationId, version: elsewhere })
    expect(expectError(refused).code).toBe('street_role_needed')
    const version = await fillIn(reviewer, nominationId, { placeCode: '310106012' })
    expectValue(await reviewer.nominations('submitNomination', { nominationId, version }))
    const citizens = await aDraft(author, campaignId, { channel: 'street' })
    expect(expectError(await submit(citizens, await fillIn(author, citizens))).code).toBe(
      'street_role_needed',
    )
  })

  test('with words that WeChat refuses, and the part is named', async () => {
    const nominationId = await aDraft(author, campaignId)
    const version = await fillIn(author, nominationId, { summary: REFUSED_TEXT })
    expect(expectError(await submit(nominationId, version))).toEqual({
      code: 'form_incomplete',
      problems: [{ part: 'summary', message: '这段文字没有通过内容安全检查，请修改' }],
    })
    expect(await ownNomination(author, nominationId)).toMatchObject({ state: 'draft' })
  })
})

const historyOf = async (nominationId: string) =>
  expectValue(await reviewer.nominations('getNomination', { nominationId })).history.map(({ act }) => act)

test('words that WeChat doubts, or does not look at, are handed in and flagged for who reviews them', async () => {
  const doubtful = await aNomination(author, campaignId, { summary: DOUBTFUL_TEXT })
  expect(await historyOf(doubtful.nominationId)).toEqual(['started', 'submitted', 'machineDoubts'])
  await cloud.control('openapi', {
    apiName: 'security.msgSecCheck',
    rule: { answer: { errcode: -1, errmsg: 'system error' } },
  })
  const unseen = await aNomination(author, campaignId)
  await cloud.control('openapi', { apiName: 'security.msgSecCheck', rule: null })
  expect(await historyOf(unseen.nominationId)).toEqual(['started', 'submitted', 'machineSilent'])
  const passed = await aNomination(author, campaignId)
  expect(await historyOf(passed.nominationId)).toEqual(['started', 'submitted'])
})

test('handed in by several taps at once it is handed in once, and waits once for its reviewers', async () => {
  const nominationId = await aDraft(author, campaignId)
  const version = await fillIn(author, nominationId)
  const requestId = randomUUID()
  const answers = await Promise.all([
    submit(nominationId, version, requestId),
    submit(nominationId, version, requestId),
    ...Array.from({ length: 6 }, () => submit(nominationId, version)),
  ])
  const handedIn = answers.flatMap((answer) => (answer.ok ? [answer.value] : []))
  expect(new Set(handedIn.map((value) => JSON.stringify(value))).size).toBe(1)
  for (const answer of answers) if (!answer.ok) expect(answer.error.code).toBe('nomination_not_editable')
  expect(expectValue(await submit(nominationId, version, requestId))).toEqual(handedIn[0])
  expect(await historyOf(nominationId)).toEqual(['started', 'submitted'])
  const { items } = expectValue(
    await reviewer.administration('listWork', { placeCode: JINGAN, kind: 'reviewNomination' }),
  )
  expect(items.filter(({ subjectId }) => subjectId === nominationId)).toMatchObject([
    { title: '示例路自律会', line: '示例选树活动 · 组织自荐', placeCode: JINGAN },
  ])
})

test('the first one that is handed in freezes the form, and drafts do not', async () => {
  const own = await aNominatingCampaign(administrator)
  const frozen = async () =>
    expectValue(await administrator.voting('getCampaign', { campaignId: own })).frozen.map(({ part }) => part)
  await aDraft(author, own)
  expect(await frozen()).not.toContain('nomination')
  await Promise.all([aNomination(author, own), aNomination(await cloud.person(), own)])
  expect(await frozen()).toContain('nomination')
})
