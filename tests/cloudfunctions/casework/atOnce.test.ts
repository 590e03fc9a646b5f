import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { isOpenState, stateAfter } from '../../../contract/cases/workflow'
import { expectError, expectValue } from '../../support/builders'
import {
  aCase,
  aCaseRow,
  actOn,
  aMember,
  aPhoto,
  aStreet,
  caseSeenBy,
  everyStep,
  loadCases,
  type Member,
  STREET,
  type StaffAct,
  type Street,
} from './someCases'

/** Many people at one case at the same moment. */

let street: Street

beforeAll(async () => {
  street = await aStreet()
})
afterAll(async () => {
  await street?.cloud.stop()
  if (street) rmSync(street.functions, { recursive: true })
})

describe('twenty handlers and dispatchers at one case', () => {
  const ROUNDS = 4
  const PEOPLE = 20
  interface Success {
    act: string
    version: number
  }

  /** Takes any step that the screen offers, again and again. What is compulsory elsewhere is left out. */
  async function actOften(person: Member, caseId: string, turn: number): Promise<Success[]> {
    const steps = everyStep(street, caseId, [])
    const successes: Success[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const seen = await person.casework('getCase', { caseId })
      // At the desk, or with another department: not to be seen by this one.
      if (!seen.ok) continue
      const { may, version } = seen.value
      const possible = may.filter(
        (act) => !['merge', 'handle', 'refuse', 'relocate', 'escalate'].includes(act),
      )
      const act = possible[(turn + round * 7) % Math.max(1, possible.length)] as StaffAct | undefined
      if (!act) continue
      const answer = await actOn(person, caseId, [steps[act]], version)
      if (answer.ok) successes.push({ act, version: answer.value.version })
      else
        expect(['changed_meanwhile', 'step_not_allowed', 'not_allowed', 'busy']).toContain(answer.error.code)
    }
    return successes
  }

  test('leave a history in which each step follows from the one before, and every answer stands', async () => {
    const caseId = await aCase(street, 'reported')
    const { departmentId } = street
    const people = await Promise.all(
      Array.from({ length: PEOPLE }, (_, index) =>
        index % 2 === 0
          ? aMember(street.cloud, street.administrator, 'dispatcher', STREET)
          : aMember(street.cloud, street.administrator, 'handler', STREET, departmentId),
      ),
    )
    const successes = (await Promise.all(people.map((person, turn) => actOften(person, caseId, turn)))).flat()
    const { steps, version, state } = await caseSeenBy(street.supervisor, caseId)
    // The last steps are not lost in the crowd: it has really moved on, many times.
    expect(successes.length).toBeGreaterThan(ROUNDS)
    expect(version).toBe(steps.length)
    expect(successes.map((each) => each.version).sort((a, b) => a - b)).toEqual(
      steps.slice(1).map((_, index) => index + 2),
    )
    for (const [index, step] of steps.entries()) {
      if (index === 0) continue
      const before = steps[index - 1]
      expect(stateAfter(step.act, before?.state ?? 'reported', step.by)).toBe(step.state)
      expect(successes).toContainEqual({ act: step.act, version: index + 1 })
    }
    expect(steps.at(-1)?.state).toBe(state)
  })
})

describe('two who look at the same version', () => {
  test('do not both change it: the second is told that it has changed', async () => {
    const { dispatcher, supervisor, handler } = street
    const caseId = await aCase(street, 'handling')
    const steps = everyStep(street, caseId, [])
    const answers = await Promise.all([
      actOn(dispatcher, caseId, [steps.extend]),
      actOn(supervisor, caseId, [steps.suspend]),
      actOn(handler, caseId, [steps.return]),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    for (const answer of answers)
      if (!answer.ok)
        expect(['changed_meanwhile', 'step_not_allowed', 'not_allowed']).toContain(answer.error.code)
    expect((await caseSeenBy(dispatcher, caseId)).version).toBe(2)
  })

  test('a handler whose case is given to another department meanwhile does nothing to it any more', async () => {
    const { dispatcher, handler } = street
    for (let round = 0; round < 5; round++) {
      const caseId = await aCase(street, 'handling')
      const steps = everyStep(street, caseId, [])
      const [given, noted] = await Promise.all([
        actOn(dispatcher, caseId, [steps.redispatch]),
        actOn(handler, caseId, [steps.askExtension]),
      ])
      expect([given.ok, noted.ok].filter(Boolean)).toHaveLength(1)
      if (noted.ok) expectValue(await actOn(dispatcher, caseId, [steps.redispatch], 2))
      const { version, asked } = await caseSeenBy(dispatcher, caseId)
      expect(asked).toBeNull()
      expect(expectError(await actOn(handler, caseId, [steps.askExtension], version)).code).toBe(
        'not_allowed',
      )
    }
  })
})

describe('one request that is sent ten times at once', () => {
  test('has one effect and one answer, photos among it', async () => {
    const { handler } = street
    const caseId = await aCase(street, 'handling')
    const photos = [await aPhoto(street, handler), await aPhoto(street, handler)]
    const step = { act: 'handle' as const, words: '已经清理干净', photos }
    const requestId = randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => actOn(handler, caseId, [step], 1, requestId)),
    )
    for (const answer of answers) expect(expectValue(answer)).toEqual({ version: 2, state: 'handled' })
    expect(expectValue(await actOn(handler, caseId, [step], 1, requestId))).toEqual({
      version: 2,
      state: 'handled',
    })
    const { steps } = await caseSeenBy(street.dispatcher, caseId)
    expect(steps).toHaveLength(2)
    const shown = steps[1]?.photos ?? []
    expect(shown).toHaveLength(2)
    for (const { pageUrl } of shown) expect((await fetch(pageUrl)).status).toBe(200)
  })

  test('answers whoever gave the case away, though it is no longer theirs', async () => {
    const { handler, dispatcher } = street
    const caseId = await aCase(street, 'handling')
    const steps = everyStep(street, caseId, [])
    const requestId = randomUUID()
    const first = expectValue(await actOn(handler, caseId, [steps.return], 1, requestId))
    expectValue(await actOn(dispatcher, caseId, [steps.dispatch], 2))
    expect(expectValue(await actOn(handler, caseId, [steps.return], 1, requestId))).toEqual(first)
    expect((await caseSeenBy(dispatcher, caseId)).version).toBe(3)
  })
})

describe('merging', () => {
  const PAIRS = 8

  test('two cases merged into each other at the same moment do not both disappear', async () => {
    const { dispatcher } = street
    const pairs = Array.from({ length: PAIRS }, () => [aCaseRow(street, 'filed'), aCaseRow(street, 'filed')])
    await loadCases(street.cloud, pairs.flat())
    await Promise.all(
      pairs.map(async ([one, other]) => {
        const [first, second] = [one?._id as string, other?._id as string]
        const answers = await Promise.all([
          actOn(dispatcher, first, [{ act: 'merge', intoCaseId: second }]),
          actOn(dispatcher, second, [{ act: 'merge', intoCaseId: first }]),
        ])
        expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
        const seen = await Promise.all([caseSeenBy(dispatcher, first), caseSeenBy(dispatcher, second)])
        expect(seen.filter(({ state }) => isOpenState(state))).toHaveLength(1)
      }),
    )
  })

  test('is refused into itself, into what is over, and into what lies at another desk', async () => {
    const { dispatcher } = street
    const elsewhere = aCaseRow(street, 'filed', { begun: { placeCode: '310115004' } })
    const own = await aCase(street, 'filed')
    await loadCases(street.cloud, [elsewhere])
    for (const intoCaseId of [
      own,
      await aCase(street, 'closed'),
      await aCase(street, 'merged'),
      elsewhere._id,
      'none',
    ]) {
      const refused = await actOn(dispatcher, own, [{ act: 'merge', intoCaseId }])
      expect(expectError(refused).code).toBe('cannot_merge')
    }
    expect(await caseSeenBy(dispatcher, own)).toMatchObject({ state: 'filed', version: 1 })
  })

  test('shows both where the other is, and can be taken back', async () => {
    const { dispatcher } = street
    const [from, into] = [await aCase(street, 'dispatched'), await aCase(street, 'filed')]
    expectValue(await actOn(dispatcher, from, [{ act: 'merge', intoCaseId: into }]))
    expect((await caseSeenBy(dispatcher, from)).mergedInto?.caseId).toBe(into)
    expect((await caseSeenBy(dispatcher, into)).absorbed.map(({ caseId }) => caseId)).toEqual([from])
    expectValue(await actOn(dispatcher, from, [{ act: 'unmerge', words: '不是同一处' }], 2))
    expect(await caseSeenBy(dispatcher, from)).toMatchObject({
      state: 'accepted',
      mergedInto: null,
      departmentId: null,
      isOverdue: false,
    })
    expect((await caseSeenBy(dispatcher, into)).absorbed).toEqual([])
  })
})
