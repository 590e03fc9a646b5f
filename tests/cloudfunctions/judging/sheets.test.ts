import { randomUUID } from 'node:crypto'
import { scoreOf } from '../../../cloudfunctions/judging/scoring'
import type { Sheet } from '../../../contract/judging'
import {
  aCityAdministrator,
  aStaffMember,
  expectError,
  expectValue,
  PUDONG,
  SHANGHAI,
  someJudging,
} from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { aJudgedCampaign, aSession, type Chair, codeOf, REASON, save, saveAll, someJudges } from './sitting'

let cloud: Cloud
let administrator: Person
let judges: Person[]

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
  judges = await someJudges(cloud, administrator, 20)
})
afterAll(() => cloud?.stop())

interface Sitting {
  chair: Chair
  sessionId: string
  candidateIds: [string, string]
}

async function anOpenSession(panel: Person[], plan = someJudging()): Promise<Sitting> {
  const { campaignId, candidateIds } = await aJudgedCampaign(administrator, { plan })
  const chair = await aSession(administrator, campaignId)
  await chair.begin(panel)
  return { chair, sessionId: chair.sessionId, candidateIds: candidateIds as [string, string] }
}

const own = async (judge: Person, sessionId: string) =>
  expectValue(await judge.judging('getMySession', { sessionId }))

describe('a sheet', () => {
  let sitting: Sitting
  beforeAll(async () => {
    sitting = await anOpenSession(judges.slice(0, 5))
  })

  test('is taken from members of the panel only; others learn nothing of the session', async () => {
    const { sessionId, candidateIds } = sitting
    const [, , , , , stranger] = judges as [Person, Person, Person, Person, Person, Person]
    const elsewhere = await aStaffMember(cloud, administrator, 'judge', PUDONG)
    const recusing = { sessionId, candidateId: candidateIds[0], reason: REASON }
    for (const [person, code] of [
      [cloud.nobody as Person, 'not_signed_in'],
      [await cloud.person(), 'not_allowed'],
      [administrator, 'not_allowed'],
      [elsewhere, 'not_allowed'],
      [stranger, 'session_not_found'],
    ] as const) {
      expect(codeOf(await save(person, sessionId, candidateIds[0], [100, 100]))).toBe(code)
      expect(codeOf(await person.judging('getMySession', { sessionId }))).toBe(code)
      expect(codeOf(await person.judging('recuseMyself', recusing))).toBe(code)
    }
  })

  test('has one whole score in range for each criterion, of an entry of this session', async () => {
    const { sessionId, candidateIds } = sitting
    const judge = judges[0] as Person
    const refusal = async (candidateId: string, scores: number[]) =>
      expectError(await save(judge, sessionId, candidateId, scores))
    expect(await refusal(candidateIds[0], [6001, 0])).toEqual({
      code: 'scores_out_of_range',
      points: [60, 40],
    })
    expect((await refusal(candidateIds[0], [6000])).code).toBe('scores_out_of_range')
    const wordy = { sessionId, candidateId: candidateIds[0], scores: [1, 1], remark: '好'.repeat(201) }
    expect(codeOf(await judge.judging('saveSheet', { ...wordy, basedOn: 0 }))).toBe('invalid_input')
    expect((await refusal(candidateIds[0], [5000.5, 0])).code).toBe('invalid_input')
    expect((await refusal(candidateIds[0], [-1, 0])).code).toBe('invalid_input')
    expect((await refusal('no-such-candidate', [6000, 4000])).code).toBe('entry_not_found')
    expect((await own(judge, sessionId)).sheets).toEqual([])
  })

  test('is kept, can be corrected on the version that was seen, and is nobody else’s to see', async () => {
    const { chair, sessionId, candidateIds } = sitting
    const [judge, other] = judges as [Person, Person]
    const candidateId = candidateIds[0]
    const first = expectValue(await save(judge, sessionId, candidateId, [5000, 3000], { remark: '讲得好' }))
    expect(first.sheet).toMatchObject({ candidateId, scores: [5000, 3000], remark: '讲得好', version: 1 })
    expect(codeOf(await save(judge, sessionId, candidateId, [5100, 3000]))).toBe('changed_meanwhile')
    const corrected = await save(judge, sessionId, candidateId, [5150, 3000], { basedOn: 1 })
    expect(expectValue(corrected).sheet.version).toBe(2)
    expect(await own(judge, sessionId)).toMatchObject({
      mayScore: true,
      memberKind: 'expert',
      sheets: [{ scores: [5150, 3000], remark: '', version: 2 }],
    })
    expect((await own(other, sessionId)).sheets).toEqual([])
    const seenByChair = await chair.view()
    expect(seenByChair.results).toBeNull()
    expect(seenByChair.progress.map(({ scored, expected }) => [scored, expected]).sort()).toEqual([
      [0, 5],
      [1, 5],
    ])
    expect(JSON.stringify(seenByChair)).not.toContain('5150')
  })

  test('leaves its scores out of the audit trail', async () => {
    const { sessionId, candidateIds } = sitting
    const judge = judges[1] as Person
    expectValue(await save(judge, sessionId, candidateIds[0], [4321, 1234], { remark: '只给自己看' }))
    const { entries } = expectValue(
      await administrator.administration('listAuditTrail', { placeCode: SHANGHAI, method: 'saveSheet' }),
    )
    expect(entries.length).toBeGreaterThan(1)
    expect(entries[0]?.input).toContain('"scores":"…"')
    for (const words of ['4321', '1234', '只给自己看']) expect(JSON.stringify(entries)).not.toContain(words)
  })

  test('sent again, even at once and after a correction, is one', async () => {
    const { sessionId, candidateIds } = sitting
    const judge = judges[2] as Person
    const requestId = randomUUID()
    const send = () => save(judge, sessionId, candidateIds[1], [4000, 4000], { requestId })
    const answers = await Promise.all(Array.from({ length: 6 }, send))
    expect(answers.map((answer) => expectValue(answer).sheet.version)).toEqual([1, 1, 1, 1, 1, 1])
    expectValue(await save(judge, sessionId, candidateIds[1], [4100, 4000], { basedOn: 1 }))
    expectValue(await send())
    expect((await own(judge, sessionId)).sheets).toMatchObject([{ scores: [4100, 4000], version: 2 }])
  })

  test('from two phones at once is one; the other is told', async () => {
    const { sessionId, candidateIds } = sitting
    const judge = judges[3] as Person
    const answers = await Promise.all(
      [1, 2, 3, 4].map((points) => save(judge, sessionId, candidateIds[0], [points * 100, 0])),
    )
    expect(answers.map(codeOf).sort()).toEqual([
      'changed_meanwhile',
      'changed_meanwhile',
      'changed_meanwhile',
      'ok',
    ])
    const kept = answers.flatMap((answer) => (answer.ok ? [answer.value.sheet] : []))
    expect((await own(judge, sessionId)).sheets).toEqual(kept)
  })
})

test('a whole panel that saves at once has all its sheets taken', async () => {
  const { chair, sessionId, candidateIds } = await anOpenSession(judges)
  const answers = await Promise.all(
    judges.map((judge) => save(judge, sessionId, candidateIds[0], [5000, 3000])),
  )
  expect(answers.map(codeOf)).toEqual(judges.map(() => 'ok'))
  const { progress } = await chair.view()
  expect(progress.find(({ candidateId }) => candidateId === candidateIds[0])).toMatchObject({
    scored: 20,
    expected: 20,
    missing: [],
  })
})

describe('who stands aside', () => {
  test('gives no sheet of that entry, is not waited for, and one that was given stops counting', async () => {
    const panel = judges.slice(0, 5)
    const { chair, sessionId, candidateIds } = await anOpenSession(panel)
    const [first, second] = panel as [Person, Person]
    const [entry, other] = candidateIds
    await saveAll(panel, sessionId, candidateIds, (judge) => [50 + judge, 30])
    const mine = { sessionId, candidateId: entry, reason: REASON }
    expect(codeOf(await first.judging('recuseMyself', { ...mine, candidateId: 'no-such-candidate' }))).toBe(
      'entry_not_found',
    )
    expectValue(await first.judging('recuseMyself', mine))
    expect(expectValue(await first.judging('recuseMyself', mine)).recusals).toEqual([
      { candidateId: entry, reason: REASON },
    ])
    expect(codeOf(await save(first, sessionId, entry, [6000, 4000], { basedOn: 1 }))).toBe('recused')
    expectValue(await save(first, sessionId, other, [5000, 3100], { basedOn: 1 }))
    const { panel: members } = await chair.view()
    const [, judgeId] = members.map((member) => member.judgeId) as [string, string]
    const deciding = { ...chair.seen, judgeId, candidateId: entry, reason: '主持人认为应当回避' }
    expect(codeOf(await administrator.judging('recuseJudge', { ...deciding, candidateId: 'none' }))).toBe(
      'entry_not_found',
    )
    await chair.did(administrator.judging('recuseJudge', deciding))
    expect((await own(second, sessionId)).recusals).toEqual([{ candidateId: entry, reason: deciding.reason }])
    await chair.close()
    // Of the entry 82, 83 and 84 are left, and of these 83; of the other one 81, 82 and 83 of five.
    expect(
      (await chair.view()).results?.map(({ candidateId, score, sheets }) => [candidateId, score, sheets]),
    ).toEqual([
      [entry, 8300, 1],
      [other, 8200, 3],
    ])
  })

  test('is refused before entries are fixed and after the close', async () => {
    const panel = judges.slice(0, 5)
    const { campaignId, candidateIds } = await aJudgedCampaign(administrator)
    const chair = await aSession(administrator, campaignId)
    await chair.seatAll(panel)
    const [judge] = panel as [Person]
    const recuse = () =>
      judge.judging('recuseMyself', {
        sessionId: chair.sessionId,
        candidateId: candidateIds[0] as string,
        reason: REASON,
      })
    expect(codeOf(await recuse())).toBe('session_not_open')
    expect(codeOf(await save(judge, chair.sessionId, candidateIds[0] as string, [1, 1]))).toBe(
      'session_not_open',
    )
    await chair.commit()
    await chair.draw()
    await chair.open()
    await saveAll(panel, chair.sessionId, candidateIds, () => [50, 30])
    await chair.close()
    expect(codeOf(await recuse())).toBe('session_not_open')
    expect(
      codeOf(await save(judge, chair.sessionId, candidateIds[0] as string, [1, 1], { basedOn: 1 })),
    ).toBe('session_not_open')
  })
})

describe('closing while judges save', () => {
  const ROUNDS = 3
  const CORRECTIONS = 8

  /** Corrects a sheet again and again until it is refused; answers the last one that was taken. */
  async function correct(judge: Person, sessionId: string, candidateId: string): Promise<Sheet | null> {
    let last: Sheet | null = null
    for (let basedOn = 1; basedOn <= CORRECTIONS; basedOn++) {
      const answer = await save(judge, sessionId, candidateId, [5000 + basedOn * 7, 3000], { basedOn })
      if (!answer.ok) {
        expect(answer.error.code).toBe('session_not_open')
        return last
      }
      last = answer.value.sheet
    }
    return last
  }

  test('no sheet comes after the close, and the results are those of the sheets that are stored', async () => {
    const panel = judges.slice(0, 6)
    for (let round = 0; round < ROUNDS; round++) {
      const { chair, sessionId, candidateIds } = await anOpenSession(panel)
      await saveAll(panel, sessionId, candidateIds, (judge, candidate) => [40 + judge, 30 + candidate])
      const close = () => administrator.judging('closeSession', { ...chair.seen, excused: null })
      const [taken, ...closes] = await Promise.all([
        Promise.all(
          panel.map((judge, index) => correct(judge, sessionId, candidateIds[index % 2] as string)),
        ),
        close(),
        close(),
        close(),
      ])
      // A chair who was told of a change presses again.
      if (!closes.some(({ ok }) => ok)) expectValue(await close())
      expect(closes.filter(({ ok }) => ok).length).toBeLessThanOrEqual(1)
      await expectRecounted(chair, panel, taken)
    }
  })

  async function expectRecounted(chair: Chair, panel: Person[], taken: (Sheet | null)[]): Promise<void> {
    const view = await chair.view()
    const stored = await Promise.all(panel.map(async (judge) => (await own(judge, chair.sessionId)).sheets))
    taken.forEach((sheet, index) => {
      if (sheet) expect(stored[index]).toContainEqual(sheet)
    })
    const sheets = stored.flatMap((of, index) => of.map((sheet) => ({ ...sheet, judgeId: `J-${index}` })))
    for (const { candidateId, score } of view.results ?? [])
      expect(score).toBe(
        scoreOf(
          sheets.filter((sheet) => sheet.candidateId === candidateId),
          view.plan,
        ).score,
      )
    expect(view.results).toHaveLength(2)
  }

  test('a late first sheet either is counted or is refused', async () => {
    const panel = judges.slice(0, 6)
    const { chair, sessionId, candidateIds } = await anOpenSession(panel)
    const late = panel[5] as Person
    await saveAll(panel.slice(0, 5), sessionId, candidateIds, () => [50, 30])
    expectValue(await save(late, sessionId, candidateIds[0], [50_00, 30_00]))
    const [saved, closed] = await Promise.all([
      save(late, sessionId, candidateIds[1], [5000, 3000]),
      administrator.judging('closeSession', { ...chair.seen, excused: '一位评委离开' }),
    ])
    expectValue(closed)
    const entry = (await chair.view()).results?.find(({ candidateId }) => candidateId === candidateIds[1])
    expect([codeOf(saved), entry?.sheets]).toEqual(saved.ok ? ['ok', 4] : ['session_not_open', 3])
  })
})
