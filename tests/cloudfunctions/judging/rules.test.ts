import type { SeatRow, SessionRow } from '../../../cloudfunctions/judging/rows'
import {
  ACTS,
  type Act,
  areScoresInRange,
  countingSheets,
  isPanelEnough,
  mayAct,
  mayUnseat,
  planOf,
  progressOf,
  refuseClose,
  stateAfter,
} from '../../../cloudfunctions/judging/rules'
import { SESSION_KINDS, SESSION_STATES, type SessionState } from '../../../contract/judging'
import { someJudging } from '../../support/builders'

const ALLOWED: Record<Act, SessionState[]> = {
  seat: ['preparing', 'committed', 'drawn', 'open'],
  unseat: ['preparing', 'committed'],
  recuse: ['committed', 'drawn', 'open'],
  commit: ['preparing'],
  draw: ['committed'],
  open: ['drawn'],
  call: ['open'],
  close: ['open'],
  score: ['open'],
  printMinutes: ['closed'],
}

const pairs = (Object.keys(ACTS) as Act[]).flatMap((act) =>
  SESSION_STATES.map((state) => ({ act, state, isAllowed: ALLOWED[act].includes(state) })),
)

describe('the course of a session', () => {
  test.each(pairs)('experts, $state: $act is allowed: $isAllowed', ({ act, state, isAllowed }) => {
    expect(mayAct(act, { state, kind: 'experts' })).toBe(isAllowed)
  })

  test.each(pairs)('a selection group calls no speakers; else the same: $state, $act', (pair) => {
    const { act, state, isAllowed } = pair
    expect(mayAct(act, { state, kind: 'selectionGroup' })).toBe(isAllowed && act !== 'call')
  })

  test('leads experts through a draw, and the group past it', () => {
    const course = (kind: 'experts' | 'selectionGroup') => {
      const states: SessionState[] = ['preparing']
      for (const act of ['commit', 'draw', 'open', 'close'] as const) {
        const state = states.at(-1) as SessionState
        if (mayAct(act, { state, kind })) states.push(stateAfter(act, { state, kind }))
      }
      return states
    }
    expect(course('experts')).toEqual(['preparing', 'committed', 'drawn', 'open', 'closed'])
    expect(course('selectionGroup')).toEqual(['preparing', 'drawn', 'open', 'closed'])
  })

  test('is not reopened: nothing leads out of closed', () => {
    for (const kind of SESSION_KINDS)
      for (const act of Object.keys(ACTS) as Act[])
        if (mayAct(act, { state: 'closed', kind }))
          expect(stateAfter(act, { state: 'closed', kind })).toBe('closed')
  })

  test('an act that leads nowhere leaves the state', () => {
    expect(stateAfter('seat', { state: 'drawn', kind: 'experts' })).toBe('drawn')
  })
})

describe('the panel', () => {
  test('must leave three sheets after dropping', () => {
    expect([4, 5].map((judges) => isPanelEnough(judges, someJudging()))).toEqual([false, true])
    expect(
      [2, 3].map((judges) => isPanelEnough(judges, someJudging({ dropHighest: 0, dropLowest: 0 }))),
    ).toEqual([false, true])
  })

  test('may shrink below that only while it is put together', () => {
    const session = (state: SessionState, judges: number) =>
      ({ state, judgeIds: Array.from({ length: judges }, (_, index) => `J-${index}`) }) as SessionRow
    expect(mayUnseat(session('preparing', 1), someJudging())).toBe(true)
    expect(mayUnseat(session('committed', 6), someJudging())).toBe(true)
    expect(mayUnseat(session('committed', 5), someJudging())).toBe(false)
  })

  test('takes its plan from its own part of the campaign', () => {
    const experts = { ...someJudging(), winners: 10 }
    expect(planOf({ selectionGroup: null, experts }, 'experts')).toEqual({ plan: someJudging(), winners: 10 })
    expect(planOf({ selectionGroup: null, experts }, 'selectionGroup')).toBeNull()
    expect(planOf({ selectionGroup: someJudging(), experts: null }, 'experts')).toBeNull()
    expect(planOf({ selectionGroup: someJudging(), experts: null }, 'selectionGroup')).toEqual({
      plan: someJudging(),
      winners: 0,
    })
  })
})

test.each([
  [[6000, 4000], true],
  [[0, 0], true],
  [[6001, 0], false],
  [[0, 4001], false],
  [[-1, 0], false],
  [[6000], false],
  [[6000, 4000, 0], false],
])('scores %j are in range: %s', (scores, expected) => {
  expect(areScoresInRange(scores, someJudging())).toBe(expected)
})

const seat = (name: string, scored: string[], recusedFrom: string[] = []): SeatRow => ({
  _id: `seat-${name}`,
  sessionId: 'S',
  accountId: name,
  name,
  memberKind: 'expert',
  isSeated: true,
  seatedAt: 0,
  recusals: recusedFrom.map((candidateId) => ({
    candidateId,
    reason: '有关系',
    by: 'judge',
    at: 0,
    requestId: 'r',
  })),
  scored,
  version: 1,
  closedAt: null,
})

const ENTRIES = [{ candidateId: 'A' }, { candidateId: 'B' }]
/** 丁 has given a sheet of A and stood aside afterwards. */
const PANEL = [
  seat('甲', ['A', 'B']),
  seat('乙', ['A']),
  seat('丙', ['A', 'B']),
  seat('丁', ['A', 'B'], ['A']),
]

test('progress counts who must score an entry; who is recused from it need not', () => {
  expect(progressOf(ENTRIES, PANEL)).toEqual([
    { candidateId: 'A', scored: 3, expected: 3, missing: [] },
    { candidateId: 'B', scored: 3, expected: 4, missing: ['乙'] },
  ])
})

test('a recused judge’s sheet does not count, nor one of somebody without a seat', () => {
  const sheet = (judgeId: string, candidateId: string) => ({ judgeId, candidateId, scores: [1] })
  const all = [sheet('seat-甲', 'A'), sheet('seat-丁', 'A'), sheet('seat-丁', 'B'), sheet('seat-戊', 'B')]
  expect(countingSheets(all, PANEL)).toEqual([all[0], all[2]])
})

describe('the close', () => {
  const plan = someJudging()

  test('is refused while a due sheet is missing, unless the chair says why', () => {
    expect(refuseClose(ENTRIES, PANEL, plan, false)).toEqual({
      code: 'sheets_missing',
      missing: [{ candidateId: 'B', names: ['乙'] }],
    })
    expect(refuseClose(ENTRIES, PANEL, plan, true)).toBeNull()
  })

  test('is refused, excused or not, where dropping would leave no sheet', () => {
    const small = PANEL.slice(1)
    expect(refuseClose(ENTRIES, small, plan, true)).toEqual({
      code: 'too_few_sheets',
      candidateIds: ['A', 'B'],
    })
    expect(refuseClose(ENTRIES, small, someJudging({ dropHighest: 0 }), true)).toBeNull()
  })
})
