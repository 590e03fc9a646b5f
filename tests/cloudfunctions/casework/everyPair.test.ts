import { rmSync } from 'node:fs'
import type { CaseRow } from '../../../cloudfunctions/platform/cases/rows'
import { type Act, CASE_STATES, type CaseState, stateAfter } from '../../../contract/cases/workflow'
import type { CaseStepInput } from '../../../contract/casework'
import { accountIdOf, expectValue } from '../../support/builders'
import type { Person } from '../../support/cloud'
import {
  aCase,
  aCaseRow,
  actOn,
  aPhoto,
  aStreet,
  caseSeenBy,
  DAY,
  everyStep,
  inBatches,
  loadCases,
  STAFF_ACTORS,
  STREET,
  type StaffAct,
  type StaffActor,
  type Street,
} from './someCases'

/** Every act in every state by every kind of staff, on the running function, against the table of steps. */

let street: Street
let steps: Record<StaffAct, CaseStepInput>
/** One case for each state; nothing that is not allowed may change it. */
let untouched: Map<CaseState, string>

beforeAll(async () => {
  street = await aStreet()
  steps = everyStep(street, await aCase(street, 'reported'), [])
  const rows = CASE_STATES.map((state) => aCaseRow(street, state))
  await loadCases(street.cloud, rows)
  untouched = new Map(rows.map((row) => [row.state, row._id]))
})
afterAll(async () => {
  await street?.cloud.stop()
  if (street) rmSync(street.functions, { recursive: true })
})

/** Whoever has no part in it at all does not get as far as the table. */
const REFUSALS = ['step_not_allowed', 'not_allowed']

/** No department, no handler. */
const WITHOUT_DEPARTMENT: readonly CaseState[] = [
  'reported',
  'accepted',
  'filed',
  'refused',
  'merged',
  'withdrawn',
]

const expectedState = (act: StaffAct, state: CaseState, actor: StaffActor): CaseState | null =>
  actor === 'handler' && WITHOUT_DEPARTMENT.includes(state) ? null : stateAfter(act, state, actor)

interface Pair {
  act: StaffAct
  caseId: string
  state: CaseState
  expected: CaseState | null
}

/** What may be done is done to a case of its own; what may not, to the one that must stay as it is. */
const pairsOf = (actor: StaffActor, rows: CaseRow[]): Pair[] =>
  (Object.keys(steps) as StaffAct[]).flatMap((act) =>
    CASE_STATES.map((state) => {
      const expected = expectedState(act, state, actor)
      if (expected === null) return { act, state, expected, caseId: untouched.get(state) as string }
      const row = aCaseRow(street, state)
      rows.push(row)
      return { act, state, expected, caseId: row._id }
    }),
  )

type Ask = (pairs: Pair[]) => Promise<(string | null)[]>

/** At the desk all states at once; what needs a photo one by one. Answers the code of what stood in the way. */
const askAtDesk =
  (person: Person): Ask =>
  async (pairs) => {
    const [first] = pairs
    if (!first || first.act === 'handle') return askOneByOne(person)(pairs)
    const input = {
      placeCode: STREET,
      cases: pairs.map(({ caseId }) => ({ caseId, basedOn: 1 })),
      steps: [steps[first.act]],
    }
    const { outcomes } = expectValue(await person.casework('actOnCases', input))
    return pairs.map(({ caseId }) => outcomes.find((each) => each.caseId === caseId)?.error ?? null)
  }

const askOneByOne =
  (person: Person): Ask =>
  (pairs) =>
    Promise.all(
      pairs.map(async ({ act, caseId, expected }) => {
        const step = steps[act]
        const photo = expected ? await aPhoto(street, person) : 'cloud://localcloud/reportUploads/none.jpg'
        const taken = step.act === 'handle' ? { ...step, photos: [photo] } : step
        const answer = await actOn(person, caseId, [taken])
        return answer.ok ? null : answer.error.code
      }),
    )

test.each(STAFF_ACTORS)('what the table lets a %s do is possible, and nothing else', async (actor) => {
  const rows: CaseRow[] = []
  const pairs = pairsOf(actor, rows)
  await loadCases(street.cloud, rows)
  const ask = actor === 'handler' ? askOneByOne(street.handler) : askAtDesk(street[actor])
  const wrong: string[] = []
  for (const act of Object.keys(steps) as StaffAct[]) {
    const ofAct = pairs.filter((pair) => pair.act === act)
    const answers = await ask(ofAct)
    for (const [index, { state, expected }] of ofAct.entries()) {
      const answer = answers[index] ?? null
      const isAsSaid = expected === null ? REFUSALS.includes(answer ?? 'done') : answer === null
      if (!isAsSaid) wrong.push(`${act} in ${state}: ${answer ?? 'done'}, should lead to ${expected}`)
    }
  }
  await inBatches(pairs, async ({ act, caseId, state, expected }) => {
    if (expected === null) return
    const seen = await caseSeenBy(street.supervisor, caseId)
    if (seen.state !== expected || seen.version !== 2)
      wrong.push(`${act} in ${state} led to ${seen.state}, version ${seen.version}`)
  })
  expect(wrong).toEqual([])
})

test('what was refused has changed nothing', async () => {
  for (const [state, caseId] of untouched)
    expect(await caseSeenBy(street.supervisor, caseId)).toMatchObject({ state, version: 1 })
})

test('acts of citizens and of the machine are no steps of staff', async () => {
  const caseId = untouched.get('closed') as string
  for (const act of ['report', 'rate', 'dissatisfy', 'complain', 'remark', 'withdraw']) {
    const input = { caseId, basedOn: 1, steps: [{ act, words: '示例说明' }] }
    const { body } = await street.cloud.send(
      'casework',
      { method: 'actOnCase', input, requestId: `forged-${act}` },
      street.dispatcher.token,
    )
    expect(body).toMatchObject({ result: { ok: false, error: { code: 'invalid_input' } } })
  }
})

/** Written by hand from the sources, so that a mistake in the table cannot pass for the rule. */
const KNOWN: [StaffActor, StaffAct, CaseState, CaseState | null][] = [
  ['dispatcher', 'accept', 'reported', 'accepted'],
  ['dispatcher', 'refuse', 'reported', 'refused'],
  ['dispatcher', 'file', 'accepted', 'filed'],
  ['dispatcher', 'dispatch', 'filed', 'dispatched'],
  ['handler', 'take', 'dispatched', 'handling'],
  ['handler', 'handle', 'handling', 'handled'],
  ['handler', 'return', 'dispatched', 'filed'],
  ['dispatcher', 'verify', 'handled', 'verified'],
  ['dispatcher', 'reject', 'handled', 'dispatched'],
  ['dispatcher', 'close', 'verified', 'closed'],
  ['dispatcher', 'suspend', 'handling', 'suspended'],
  ['handler', 'resume', 'suspended', 'handling'],
  ['supervisor', 'conclude', 'supervised', 'closed'],
  ['supervisor', 'redispatch', 'supervised', 'dispatched'],
  ['dispatcher', 'reopen', 'closed', 'filed'],
  ['dispatcher', 'unmerge', 'merged', 'accepted'],
  ['handler', 'escalate', 'handling', 'filed'],
  // Nobody skips a step: 受理, 立案, 派遣, 处置, 核查, 结案.
  ['dispatcher', 'file', 'reported', null],
  ['dispatcher', 'dispatch', 'accepted', null],
  ['handler', 'handle', 'dispatched', null],
  ['dispatcher', 'close', 'handled', null],
  ['dispatcher', 'close', 'handling', null],
  // Nobody does another one's part: who handles does not verify, who dispatches does not handle.
  ['handler', 'verify', 'handled', null],
  ['handler', 'close', 'verified', null],
  ['handler', 'suspend', 'handling', null],
  ['handler', 'extend', 'handling', null],
  ['dispatcher', 'handle', 'handling', null],
  ['dispatcher', 'take', 'dispatched', null],
  ['dispatcher', 'conclude', 'supervised', null],
  ['dispatcher', 'redispatch', 'supervised', null],
  ['dispatcher', 'escalate', 'supervised', null],
  ['handler', 'escalate', 'supervised', null],
  // What has begun is not refused, what is over is not handled.
  ['dispatcher', 'refuse', 'filed', null],
  ['dispatcher', 'refuse', 'handling', null],
  ['handler', 'handle', 'closed', null],
  ['dispatcher', 'merge', 'closed', null],
  ['dispatcher', 'reopen', 'withdrawn', null],
]

test('the table says what the documents say', () => {
  const wrong = KNOWN.filter(([actor, act, state, next]) => stateAfter(act, state, actor) !== next)
  expect(wrong).toEqual([])
})

describe('who reported it', () => {
  const photos: string[] = []
  const rating = { reasons: [], words: '示例说明', photos }
  const ways: [Act, (citizen: Person, caseId: string) => Promise<{ ok: boolean }>][] = [
    ['remark', (citizen, caseId) => citizen.reporting('addRemark', { caseId, words: '示例说明', photos })],
    ['withdraw', (citizen, caseId) => citizen.reporting('withdrawCase', { caseId })],
    ['rate', (citizen, caseId) => citizen.reporting('rateCase', { ...rating, caseId, stars: 5 })],
    ['dissatisfy', (citizen, caseId) => citizen.reporting('rateCase', { ...rating, caseId, stars: 1 })],
  ]

  test.each(ways)('may %s where the table says so, and nowhere else', async (act, go) => {
    const citizen = await street.cloud.person()
    const accountId = await accountIdOf(citizen)
    const rows = CASE_STATES.map((state) =>
      aCaseRow(street, state, { ratingEndsAt: Date.now() + DAY, begun: { accountId } }),
    )
    await loadCases(street.cloud, rows)
    const wrong: string[] = []
    await inBatches(rows, async ({ _id, state }) => {
      const expected = stateAfter(act, state, 'reporter')
      const { ok } = await go(citizen, _id)
      const seen = await caseSeenBy(street.administrator, _id)
      if (ok !== (expected !== null) || seen.state !== (expected ?? state))
        wrong.push(`${act} in ${state}: ${ok ? 'done' : 'refused'}, ${seen.state}`)
    })
    expect(wrong).toEqual([])
  })
})
