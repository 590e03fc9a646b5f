import { randomUUID } from 'node:crypto'
import { OPEN_DRAFTS } from '../../../contract/limits'
import {
  aCityAdministrator,
  aDistrictReviewer,
  expectError,
  expectValue,
  JINGAN,
} from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import {
  aDraft,
  aNominatingCampaign,
  aNomination,
  filledIn,
  fillIn,
  LEADER,
  ownNomination,
  PHONE,
  shortForm,
} from '../../support/nominations'

let cloud: Cloud
let administrator: Person
let author: Person
let campaignId: string

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
  campaignId = await aNominatingCampaign(administrator)
})
beforeEach(async () => {
  author = await cloud.person()
})
afterAll(() => cloud?.stop())

const start = (changes: object = {}, requestId?: string) =>
  author.nominations(
    'startNomination',
    { campaignId, channel: 'self', departmentId: null, ...changes },
    requestId,
  )

describe('a nomination is not begun', () => {
  test('by somebody who is not signed in', async () => {
    const answer = await cloud.nobody.nominations('startNomination', {
      campaignId,
      channel: 'self',
      departmentId: null,
    })
    expect(expectError(answer).code).toBe('not_signed_in')
  })

  test('in a campaign that does not exist, or by a channel or for a department that it does not have', async () => {
    const other = await aNominatingCampaign(administrator, shortForm({ channels: ['public'] }))
    expect(expectError(await start({ campaignId: 'none' })).code).toBe('campaign_not_found')
    expect(expectError(await start({ campaignId: other })).code).toBe('channel_not_offered')
    expect(expectError(await start({ departmentId: 'none' })).code).toBe('organisation_not_found')
  })

  test('outside the nomination stage, which is told', async () => {
    await cloud.setClock(11 * 24 * 3_600_000)
    const error = expectError(await start())
    await cloud.setClock(0)
    const { stages } = expectValue(await author.voting('getCampaign', { campaignId }))
    const { opensAt, closesAt } = stages[0] as (typeof stages)[number]
    expect(error).toEqual({ code: 'nominations_closed', opensAt, closesAt })
  })
})

describe('a draft', () => {
  test('is begun once by one request, however often it is sent', async () => {
    const requestId = randomUUID()
    const answers = await Promise.all(Array.from({ length: 6 }, () => start({}, requestId)))
    const ids = answers.map((answer) => expectValue(answer).nominationId)
    expect(new Set(ids).size).toBe(1)
    expect(
      expectValue(await author.nominations('listMyNominations', { campaignId })).nominations,
    ).toHaveLength(1)
  })

  test('is kept as it is typed, complete or not, and nobody but its author sees it', async () => {
    const nominationId = await aDraft(author, campaignId)
    await fillIn(author, nominationId, { name: '示', placeCode: '', values: { leader: LEADER } })
    expect(await ownNomination(author, nominationId)).toMatchObject({
      state: 'draft',
      name: '示',
      values: { leader: LEADER },
      mayEdit: true,
      mayWithdraw: true,
    })
    const other = await cloud.person()
    const version = 2
    const answers = [
      await other.nominations('getMyNomination', { nominationId }),
      await other.nominations('saveNomination', { nominationId, version, ...filledIn() }),
      await other.nominations('submitNomination', { nominationId, version }),
      await other.nominations('withdrawNomination', { nominationId }),
      await other.nominations('printMyNomination', { nominationId }),
      await other.nominations('removePhoto', { nominationId, photoId: 'any' }),
    ]
    for (const answer of answers)
      expect(answer).toMatchObject({ ok: false, error: { code: 'nomination_not_found' } })
    const staff = await administrator.nominations('getNomination', { nominationId })
    expect(expectError(staff).code).toBe('not_allowed')
    expect(expectValue(await other.nominations('listMyNominations', {})).nominations).toEqual([])
  })

  test('typed on two phones is not overwritten, and a save sent twice is answered twice', async () => {
    const nominationId = await aDraft(author, campaignId)
    const { version } = await ownNomination(author, nominationId)
    const save = (name: string, requestId?: string) =>
      author.nominations('saveNomination', { nominationId, version, ...filledIn({ name }) }, requestId)
    const requestId = randomUUID()
    const answers = await Promise.all([save('甲路自律会', requestId), save('甲路自律会', requestId)])
    const [first, second] = answers.map(expectValue)
    expect(second).toEqual(first)
    expect(expectError(await save('乙路自律会')).code).toBe('changed_meanwhile')
    expect(await ownNomination(author, nominationId)).toMatchObject({ name: '甲路自律会', version: 2 })
  })

  test('of those typed at once from the same version one is kept and the others are told', async () => {
    const nominationId = await aDraft(author, campaignId)
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        author.nominations('saveNomination', {
          nominationId,
          version: 1,
          ...filledIn({ name: `第${index}次` }),
        }),
      ),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const codes = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code]))
    expect(new Set(codes)).toEqual(new Set(['changed_meanwhile']))
  })

  test('can be open so many times, also when they are begun at once; handing in or taking back makes room', async () => {
    const answers = await Promise.all(Array.from({ length: OPEN_DRAFTS + 5 }, () => start()))
    const begun = answers.flatMap((answer) => (answer.ok ? [answer.value.nominationId] : []))
    expect(begun).toHaveLength(OPEN_DRAFTS)
    const codes = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code]))
    expect(new Set(codes)).toEqual(new Set(['too_many_drafts']))
    expectValue(await author.nominations('withdrawNomination', { nominationId: begun[0] as string }))
    const version = await fillIn(author, begun[1] as string)
    expectValue(await author.nominations('submitNomination', { nominationId: begun[1] as string, version }))
    expectValue(await start())
    expectValue(await start())
    expect(expectError(await start()).code).toBe('too_many_drafts')
  })
})

describe('taking back', () => {
  test('is answered the same again, and takes what was handed in from staff', async () => {
    const { nominationId } = await aNomination(author, campaignId)
    const reviewer = await aDistrictReviewer(cloud, administrator, JINGAN)
    expectValue(await reviewer.nominations('getNomination', { nominationId }))
    const first = expectValue(await author.nominations('withdrawNomination', { nominationId }))
    expect(expectValue(await author.nominations('withdrawNomination', { nominationId }))).toEqual(first)
    expect(await ownNomination(author, nominationId)).toMatchObject({
      state: 'withdrawn',
      mayEdit: false,
      mayWithdraw: false,
    })
    expect(expectError(await reviewer.nominations('getNomination', { nominationId })).code).toBe(
      'not_allowed',
    )
    const { nominations } = expectValue(
      await reviewer.nominations('listNominations', { campaignId, placeCode: JINGAN }),
    )
    expect(nominations.map((each) => each.nominationId)).not.toContain(nominationId)
    const { items } = expectValue(
      await reviewer.administration('listWork', { placeCode: JINGAN, kind: 'reviewNomination' }),
    )
    expect(items.map(({ subjectId }) => subjectId)).not.toContain(nominationId)
  })

  test('is over once it was put forward', async () => {
    const { nominationId, version } = await aNomination(author, campaignId)
    const reviewer = await aDistrictReviewer(cloud, administrator, JINGAN)
    expectValue(
      await reviewer.nominations('forwardNomination', { nominationId, version, opinion: '同意推荐。' }),
    )
    const answer = await author.nominations('withdrawNomination', { nominationId })
    expect(expectError(answer).code).toBe('nomination_not_withdrawable')
  })
})

test('the contact is sealed where it is kept, and only its author and who asks for it by name get it', async () => {
  const { nominationId } = await aNomination(author, campaignId)
  const reviewer = await aDistrictReviewer(cloud, administrator, JINGAN)
  expect((await ownNomination(author, nominationId)).values).toMatchObject({ leader: LEADER, phone: PHONE })
  const shown = [
    await reviewer.nominations('getNomination', { nominationId }),
    await reviewer.nominations('listNominations', { campaignId, placeCode: JINGAN }),
    await author.nominations('listMyNominations', {}),
    await reviewer.administration('listWork', { placeCode: JINGAN }),
    await author.messages('listMessages', {}),
  ]
  expect(JSON.stringify(shown)).not.toContain(PHONE)
  expect(JSON.stringify(shown)).not.toContain(LEADER)
  expect(expectValue(await reviewer.nominations('revealNominationContact', { nominationId }))).toEqual({
    leader: LEADER,
    phone: PHONE,
  })
  const { entries } = expectValue(
    await administrator.administration('listAuditTrail', {
      placeCode: JINGAN,
      method: 'revealNominationContact',
    }),
  )
  expect(entries[0]).toMatchObject({ subject: `nomination/${nominationId}`, outcome: 'ok' })
  expect(JSON.stringify(entries)).not.toContain(PHONE)
})
