import {
  ACTORS,
  ACTS,
  type Act,
  actorsOf,
  actsIn,
  CASE_STATES,
  type CaseState,
  isOpenState,
  OPEN_STATES,
  stateAfter,
  WORKFLOW,
} from '../../../contract/cases/workflow'

/** Whether the table of steps is a table that one can live with. What it says is tested on the running functions. */

/** Where each act leads from a state, whoever does it. */
const nextOf = (state: CaseState): CaseState[] =>
  ACTS.flatMap((act) => ACTORS.map((actor) => stateAfter(act, state, actor))).filter((next) => next !== null)

/** Everything that can be reached, by any number of steps. */
function reachedFrom(start: CaseState): Set<CaseState> {
  const reached = new Set<CaseState>([start])
  for (const state of reached) for (const next of nextOf(state)) reached.add(next)
  return reached
}

test('every state can be reached from a report', () => {
  expect([...reachedFrom('reported')].sort()).toEqual([...CASE_STATES].sort())
})

test.each(OPEN_STATES)('from %s there is a way to closed', (state) => {
  expect(reachedFrom(state)).toContain('closed')
})

test('what is over comes back only where that is meant: reopened, or taken out of a merging', () => {
  const over = CASE_STATES.filter((state) => !isOpenState(state))
  const comesBack = over.filter((state) => nextOf(state).some(isOpenState))
  expect(over.sort()).toEqual(['closed', 'merged', 'refused', 'withdrawn'])
  expect(comesBack.sort()).toEqual(['closed', 'merged', 'refused'])
})

test('somebody can always do something where it is open', () => {
  for (const state of OPEN_STATES)
    expect(actsIn(state, ['dispatcher', 'supervisor', 'handler'])).not.toEqual([])
})

test('every act but the report is possible somewhere, for somebody', () => {
  for (const act of ACTS)
    if (act !== 'report')
      expect(
        CASE_STATES.some((state) => stateAfter(act, state, WORKFLOW[act].by[0] ?? 'machine') !== null),
      ).toBe(true)
  expect(WORKFLOW.report.leads).toEqual({})
})

test('exceptions take rights away, they give none', () => {
  for (const act of ACTS)
    for (const [state, actors] of Object.entries(WORKFLOW[act].only ?? {}) as [CaseState, typeof ACTORS][]) {
      expect(WORKFLOW[act].leads[state]).toBeDefined()
      for (const actor of actors) expect(WORKFLOW[act].by).toContain(actor)
      expect(actorsOf(act, state)).toEqual(actors)
    }
})

test('citizens do what is theirs and nothing of staff’s, staff nothing of theirs', () => {
  const ofReporter = ACTS.filter((act) => WORKFLOW[act].by.includes('reporter'))
  expect(ofReporter).toEqual([
    'report',
    'rate',
    'dissatisfy',
    'complain',
    'remark',
    'withdraw',
  ] satisfies Act[])
  for (const act of ofReporter)
    expect(WORKFLOW[act].by.filter((actor) => actor !== 'reporter')).toEqual(
      act === 'report' ? ['dispatcher', 'machine'] : [],
    )
})
