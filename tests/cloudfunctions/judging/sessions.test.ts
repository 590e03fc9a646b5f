import { createHash, randomUUID } from 'node:crypto'
import { PANEL_MAX } from '../../../contract/limits'
import {
  aCampaign,
  aCityAdministrator,
  accountIdOf,
  aStaffMember,
  expectError,
  expectValue,
  JINGAN,
  PUDONG,
  publishTheList,
  SHANGHAI,
  someJudging,
  someRules,
} from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { changeStored } from '../../support/storedRows'
import {
  aJudgedCampaign,
  aSession,
  type Chair,
  codeOf,
  nameOf,
  REASON,
  save,
  saveAll,
  someJudges,
} from './sitting'

let cloud: Cloud
let administrator: Person
let judges: Person[]

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
  judges = await someJudges(cloud, administrator, 6)
})
afterEach(() => cloud.setClock(0))
afterAll(() => cloud?.stop())

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const creating = (campaignId: string) =>
  ({ campaignId, kind: 'experts', name: '示例擂台演讲', startsAt: Date.now() }) as const

describe('a session', () => {
  test('is made and seen by administrators of the campaign’s city only', async () => {
    const { campaignId } = await aJudgedCampaign(administrator)
    const { sessionId } = await aSession(administrator, campaignId)
    for (const person of [
      await cloud.person(),
      judges[0] as Person,
      await aStaffMember(cloud, administrator, 'administrator', JINGAN),
    ]) {
      expect(codeOf(await person.judging('listSessions', { campaignId }))).toBe('not_allowed')
      expect(codeOf(await person.judging('createSession', creating(campaignId)))).toBe('not_allowed')
      expect(codeOf(await person.judging('getSession', { sessionId }))).toBe('not_allowed')
      expect(codeOf(await person.judging('openSession', { sessionId, version: 1 }))).toBe('not_allowed')
      expect(codeOf(await person.judging('printMinutes', { sessionId }))).toBe('not_allowed')
    }
    expect(codeOf(await administrator.judging('getSession', { sessionId: 'no-such-session' }))).toBe(
      'not_allowed',
    )
  })

  test('needs a part in the campaign’s plan', async () => {
    const { campaignId } = await aCampaign(administrator, { candidates: 0 })
    expect(codeOf(await administrator.judging('createSession', creating(campaignId)))).toBe(
      'session_not_planned',
    )
    expect(expectValue(await administrator.judging('listSessions', { campaignId })).sessions).toEqual([])
  })

  test('is there once of each kind, by however many at once', async () => {
    const { campaignId } = await aJudgedCampaign(administrator)
    const create = (requestId?: string) =>
      administrator.judging('createSession', creating(campaignId), requestId)
    const answers = await Promise.all([1, 2, 3, 4].map(() => create()))
    expect(answers.map(codeOf).sort()).toEqual(['ok', 'session_exists', 'session_exists', 'session_exists'])
    const group = await aSession(administrator, campaignId, 'selectionGroup')
    const { sessions } = expectValue(await administrator.judging('listSessions', { campaignId }))
    expect(sessions.map(({ kind, state }) => [kind, state])).toEqual([
      ['selectionGroup', 'preparing'],
      ['experts', 'preparing'],
    ])
    expect(sessions[0]?.sessionId).toBe(group.sessionId)
  })

  test('asked for twice by one request is answered alike', async () => {
    const { campaignId } = await aJudgedCampaign(administrator)
    const requestId = randomUUID()
    const create = () => administrator.judging('createSession', creating(campaignId), requestId)
    const answers = await Promise.all([create(), create(), create()])
    expect(new Set(answers.map((answer) => expectValue(answer).sessionId)).size).toBe(1)
  })
})

describe('the panel', () => {
  const seating = async (chair: Chair, person: Person) => ({
    ...chair.seen,
    accountId: await accountIdOf(person),
    name: '示例评委',
    memberKind: 'media' as const,
  })

  test('takes only who holds the role of judge at the city', async () => {
    const { campaignId } = await aJudgedCampaign(administrator)
    const chair = await aSession(administrator, campaignId)
    const elsewhere = await aStaffMember(cloud, administrator, 'judge', PUDONG)
    const seat = async (person: Person) =>
      codeOf(await administrator.judging('seatJudge', await seating(chair, person)))
    expect(await seat(await cloud.person())).toBe('not_a_judge')
    expect(await seat(elsewhere)).toBe('not_a_judge')
    expect(await seat(administrator)).toBe('not_a_judge')
    expect(await seat(judges[0] as Person)).toBe('ok')
    expect((await chair.view()).panel).toMatchObject([{ name: '示例评委', memberKind: 'media' }])
  })

  test('has a person once, who can be moved to another kind, and leave again', async () => {
    const { campaignId } = await aJudgedCampaign(administrator)
    const chair = await aSession(administrator, campaignId)
    const [judge, other] = judges as [Person, Person]
    await chair.seat(judge, '赵甲', 'expert')
    await chair.seat(other, '钱甲', 'media')
    await chair.seat(judge, '赵甲甲', 'citizen')
    const { panel } = await chair.view()
    expect(panel.map(({ name, memberKind }) => [name, memberKind])).toEqual([
      ['赵甲甲', 'citizen'],
      ['钱甲', 'media'],
    ])
    const mine = async (person: Person) =>
      expectValue(await person.judging('listMySessions', {})).sessions.map(({ sessionId }) => sessionId)
    expect(await mine(judge)).toContain(chair.sessionId)
    const leaving = { ...chair.seen, judgeId: panel[0]?.judgeId as string }
    await chair.did(administrator.judging('unseatJudge', leaving))
    expect((await chair.view()).panel.map(({ name }) => name)).toEqual(['钱甲'])
    expect(await mine(judge)).not.toContain(chair.sessionId)
    expect(codeOf(await judge.judging('getMySession', { sessionId: chair.sessionId }))).toBe(
      'session_not_found',
    )
  })

  test('is changed by one of several who act on the same version at once', async () => {
    const { campaignId } = await aJudgedCampaign(administrator)
    const chair = await aSession(administrator, campaignId)
    const inputs = await Promise.all(judges.slice(0, 4).map((judge) => seating(chair, judge)))
    const answers = await Promise.all(inputs.map((input) => administrator.judging('seatJudge', input)))
    expect(answers.map(codeOf).sort()).toEqual([
      'changed_meanwhile',
      'changed_meanwhile',
      'changed_meanwhile',
      'ok',
    ])
    expect((await chair.view()).panel).toHaveLength(1)
  })

  test('has a largest size', async () => {
    const { campaignId } = await aJudgedCampaign(administrator)
    const chair = await aSession(administrator, campaignId)
    const others = Array.from({ length: PANEL_MAX - 1 }, (_, index) => `seat-of-another-${index}`)
    await changeStored(cloud, 'judgingSessions', chair.sessionId, (row) => ({ ...row, judgeIds: others }))
    await chair.seat(judges[0] as Person, nameOf(0))
    const full = await administrator.judging('seatJudge', await seating(chair, judges[1] as Person))
    expect(expectError(full)).toEqual({ code: 'panel_full', max: PANEL_MAX })
    // Who sits on it can still be moved.
    await chair.seat(judges[0] as Person, nameOf(0), 'bureau')
  })
})

describe('the draw', () => {
  test('needs a panel that is large enough, and entries', async () => {
    const { campaignId } = await aJudgedCampaign(administrator, { candidates: 0 })
    const chair = await aSession(administrator, campaignId)
    await chair.seatAll(judges.slice(0, 4))
    const commit = async () => expectError(await administrator.judging('commitDraw', chair.seen))
    expect(await commit()).toEqual({ code: 'panel_too_small', needed: 5 })
    await chair.seat(judges[4] as Person, nameOf(4))
    expect((await commit()).code).toBe('no_entries')
  })

  test('is promised first and shown afterwards, so that anyone can repeat it', async () => {
    const { campaignId, candidateIds } = await aJudgedCampaign(administrator, { candidates: 4 })
    const chair = await aSession(administrator, campaignId)
    const seen = async () => expectValue(await cloud.nobody.judging('getPublicSession', { campaignId }))
    expect(await seen()).toMatchObject({ state: 'preparing', panel: [], draw: null, entries: [] })
    await chair.seatAll(judges.slice(0, 5))
    await chair.commit()
    const committed = await seen()
    expect(committed.draw).toMatchObject({ commitment: expect.stringMatching(/^[0-9a-f]{64}$/), seed: null })
    expect(committed.entries.map(({ candidateId, turn }) => [candidateId, turn])).toEqual(
      candidateIds.map((candidateId) => [candidateId, null]),
    )
    expect(codeOf(await administrator.judging('openSession', chair.seen))).toBe('session_not_ready')
    const requestId = randomUUID()
    const draw = () => administrator.judging('drawOrder', chair.seen, requestId)
    const answers = await Promise.all([draw(), draw(), draw()])
    expect(new Set(answers.map((answer) => JSON.stringify(expectValue(answer)))).size).toBe(1)
    await chair.did(Promise.resolve(answers[0] as NonNullable<(typeof answers)[0]>))
    const drawn = await seen()
    const seed = drawn.draw?.seed as string
    expect(sha256(seed)).toBe(committed.draw?.commitment)
    const order = [...candidateIds].sort((one, other) =>
      sha256(`${seed}:${one}`) < sha256(`${seed}:${other}`) ? -1 : 1,
    )
    expect(drawn.entries.map(({ candidateId, turn }) => [candidateId, turn])).toEqual(
      order.map((candidateId, index) => [candidateId, index + 1]),
    )
    expect(drawn.panel).toEqual([{ memberKind: 'expert', number: 5 }])
    expect(JSON.stringify(drawn)).not.toContain(nameOf(0))
  })

  test('keeps the panel large enough, and closes it to whoever would leave', async () => {
    const { campaignId } = await aJudgedCampaign(administrator)
    const chair = await aSession(administrator, campaignId)
    await chair.seatAll(judges)
    await chair.commit()
    const { panel } = await chair.view()
    const unseat = (index: number) =>
      administrator.judging('unseatJudge', { ...chair.seen, judgeId: panel[index]?.judgeId as string })
    await chair.did(unseat(5))
    expect(codeOf(await unseat(4))).toBe('session_not_ready')
    await chair.seat(judges[5] as Person, nameOf(5))
    await chair.draw()
    expect(codeOf(await unseat(5))).toBe('session_not_ready')
    expect((await chair.view()).panel).toHaveLength(6)
  })

  test('has the entries of the published candidate list, where citizens have voted', async () => {
    const { campaignId, candidateIds } = await aCampaign(administrator, {
      candidates: 3,
      rules: someRules({ listSize: 2 }),
      experts: { ...someJudging({ tieBreaks: ['moreVotes'] }), winners: 1 },
    })
    const [, second, third] = candidateIds as [string, string, string]
    for (const choices of [[second], [third], [third]])
      expectValue(await (await cloud.person()).voting('castBallot', { campaignId, choices }))
    const chair = await aSession(administrator, campaignId)
    await chair.seatAll(judges.slice(0, 5))
    expect(expectError(await administrator.judging('commitDraw', chair.seen)).code).toBe('no_entries')
    expectValue(await administrator.voting('closeVoting', { campaignId, reason: '测试提前结束' }))
    await cloud.setClock(60_000)
    await publishTheList(cloud, administrator, campaignId)
    await chair.commit()
    expect((await chair.view()).entries.map(({ candidateId }) => candidateId)).toEqual([second, third])
    await chair.draw()
    await chair.open()
    await saveAll(judges.slice(0, 5), chair.sessionId, [second, third], () => [50, 30])
    await chair.close()
    expect(
      (await chair.view()).results?.map(({ candidateId, isNamed, decidedBy }) => [
        candidateId,
        isNamed,
        decidedBy,
      ]),
    ).toEqual([
      [third, true, 'moreVotes'],
      [second, false, 'moreVotes'],
    ])
  })
})

describe('an open session', () => {
  let chair: Chair
  let campaignId: string
  let candidateIds: string[]
  beforeAll(async () => {
    ;({ campaignId, candidateIds } = await aJudgedCampaign(administrator, { candidates: 2, winners: 1 }))
    chair = await aSession(administrator, campaignId)
    await chair.begin(judges.slice(0, 5))
  })

  test('has told each judge once, and led them to their sheets', async () => {
    await cloud.runTimer('judging')
    const { messages } = expectValue(await (judges[0] as Person).messages('listMessages', {}))
    const about = messages.filter(({ page }) => page?.includes(chair.sessionId))
    expect(about).toMatchObject([
      { kind: 'sessionOpened', page: `features/judging/pages/session/index?sessionId=${chair.sessionId}` },
    ])
    const outside = expectValue(await (judges[5] as Person).messages('listMessages', {})).messages
    expect(outside.filter(({ page }) => page?.includes(chair.sessionId))).toEqual([])
  })

  test('has frozen the judging part of the campaign', async () => {
    const { frozen } = expectValue(await cloud.nobody.voting('getCampaign', { campaignId }))
    expect(frozen).toMatchObject([{ part: 'judging', because: 'sessionOpened' }])
  })

  test('shows everyone on the panel who is speaking', async () => {
    const candidateId = candidateIds[1] as string
    expect(
      codeOf(await administrator.judging('callSpeaker', { ...chair.seen, candidateId: 'nobody-here' })),
    ).toBe('entry_not_found')
    await chair.did(administrator.judging('callSpeaker', { ...chair.seen, candidateId }))
    const seen = await (judges[0] as Person).judging('getMySession', { sessionId: chair.sessionId })
    expect(expectValue(seen).speaking).toBe(candidateId)
  })

  test('takes a replacement and tells them, since recusals may leave a panel too small', async () => {
    const late = judges[5] as Person
    await chair.seat(late, nameOf(5), 'citizen')
    expectValue(await save(late, chair.sessionId, candidateIds[0] as string, [5500, 3500]))
    const { messages } = expectValue(await late.messages('listMessages', {}))
    expect(
      messages.filter(({ kind, page }) => kind === 'sessionOpened' && page?.includes(chair.sessionId)),
    ).toHaveLength(1)
  })

  test('is not closed while sheets are missing, unless the chair says why', async () => {
    await saveAll(judges.slice(0, 5), chair.sessionId, candidateIds, (judge) => [50 + judge, 30])
    const close = (excused: string | null) =>
      administrator.judging('closeSession', { ...chair.seen, excused })
    const missing = candidateIds[1] as string
    expect(expectError(await close(null))).toEqual({
      code: 'sheets_missing',
      missing: [{ candidateId: missing, names: [nameOf(5)] }],
    })
    await chair.did(close('替补评委只听了第一场'))
  })

  test('once closed has results for the chair, for everyone only with the winners, and stays closed', async () => {
    const { results, state, draw } = await chair.view()
    // Of six sheets 80 and 85 … 90 the outer ones go: (81 + 82 + 83 + 84) ÷ 4; of five (81 + 82 + 83) ÷ 3.
    expect(results?.map(({ rank, score, sheets, isNamed }) => [rank, score, sheets, isNamed])).toEqual([
      [1, 8250, 4, true],
      [2, 8200, 3, false],
    ])
    expect([state, draw?.seed]).toEqual(['closed', expect.stringMatching(/^[0-9a-f]{64}$/)])
    expect(expectValue(await cloud.nobody.judging('getPublicSession', { campaignId })).results).toBeNull()
    const { seen } = chair
    const [judge] = judges as [Person]
    const accountId = await accountIdOf(judge)
    const judgeId = (await chair.view()).panel[0]?.judgeId as string
    const candidateId = candidateIds[0] as string
    for (const answer of [
      await administrator.judging('openSession', seen),
      await administrator.judging('drawOrder', seen),
      await administrator.judging('commitDraw', seen),
      await administrator.judging('closeSession', { ...seen, excused: null }),
      await administrator.judging('callSpeaker', { ...seen, candidateId }),
      await administrator.judging('recuseJudge', { ...seen, judgeId, candidateId, reason: REASON }),
      await administrator.judging('seatJudge', { ...seen, accountId, name: '示例', memberKind: 'expert' }),
      await administrator.judging('unseatJudge', { ...seen, judgeId }),
    ])
      expect(codeOf(answer)).toBe('session_not_ready')
    const late = await save(judge, chair.sessionId, candidateId, [100, 100], { basedOn: 1 })
    expect(codeOf(late)).toBe('session_not_open')
  })
})

test('a selection group has no draw and no speakers; its seed is shown at the close, and it names nobody', async () => {
  const { campaignId, candidateIds } = await aJudgedCampaign(administrator, {
    candidates: 2,
    plan: someJudging({ tieBreaks: ['lot'] }),
  })
  const chair = await aSession(administrator, campaignId, 'selectionGroup')
  await chair.begin(judges.slice(0, 5))
  const { draw, entries } = await chair.view()
  expect([draw?.seed, entries.map(({ turn }) => turn)]).toEqual([null, [null, null]])
  const candidateId = candidateIds[0] as string
  expect(codeOf(await administrator.judging('callSpeaker', { ...chair.seen, candidateId }))).toBe(
    'session_not_ready',
  )
  await saveAll(judges.slice(0, 5), chair.sessionId, candidateIds, () => [50, 30])
  await chair.close()
  const closed = await chair.view()
  const seed = closed.draw?.seed as string
  expect(sha256(seed)).toBe(draw?.commitment)
  const byLot = [...candidateIds].sort((one, other) =>
    sha256(`${seed}:${one}`) < sha256(`${seed}:${other}`) ? -1 : 1,
  )
  expect(closed.results?.map((entry) => [entry.candidateId, entry.isNamed, entry.decidedBy])).toEqual(
    byLot.map((id) => [id, false, 'lot']),
  )
  expect(codeOf(await cloud.nobody.judging('getPublicSession', { campaignId }))).toBe('session_not_found')
})

test('what the chair did stands in the audit trail with what was found and what was left', async () => {
  const { campaignId } = await aJudgedCampaign(administrator)
  const chair = await aSession(administrator, campaignId)
  await chair.seatAll(judges.slice(0, 5))
  await chair.commit()
  const { entries } = expectValue(
    await administrator.administration('listAuditTrail', {
      placeCode: SHANGHAI,
      subject: `session/${chair.sessionId}`,
    }),
  )
  expect(entries.map(({ method }) => method)).toEqual([
    'commitDraw',
    ...judges.slice(0, 5).map(() => 'seatJudge'),
    'createSession',
  ])
  expect(JSON.parse(entries[0]?.before ?? '')).toMatchObject({ state: 'preparing', panel: 5 })
  expect(JSON.parse(entries[0]?.after ?? '')).toMatchObject({ state: 'committed', panel: 5 })
})
