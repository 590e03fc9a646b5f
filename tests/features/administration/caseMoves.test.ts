import {
  bulkMovesOf,
  doneWords,
  type MoveKey,
  moveOf,
  movesOf,
  type StaffAct,
} from '@/features/administration/caseMoves'
import {
  type ACTORS,
  ACTS,
  actsIn,
  CASE_STATES,
  type CaseState,
  OPEN_STATES,
} from '../../../contract/cases/workflow'

const STAFF = ['dispatcher', 'handler', 'supervisor'] as const
const NOBODY: readonly string[] = ['report', 'rate', 'dissatisfy', 'complain', 'remark', 'withdraw']

const buttons = (state: CaseState, actors: readonly (typeof ACTORS)[number][]) => {
  const may = actsIn(state, actors).filter((act) => !NOBODY.includes(act))
  const { primary, beside, more } = movesOf({ state, may, asked: null })
  return { may, primary, all: [...(primary ? [primary] : []), ...beside, ...more] }
}

it.each(CASE_STATES.flatMap((state) => STAFF.map((actor) => [state, actor] as const)))(
  'in state %s every act that a %s may do has a button, and no other',
  (state, actor) => {
    const { may, all } = buttons(state, [actor])
    const firsts = all.map((key) => moveOf(key).acts[0])
    expect(new Set(firsts)).toEqual(new Set(may))
    expect(new Set(all).size).toBe(all.length)
  },
)

it.each<[CaseState, (typeof STAFF)[number], MoveKey | null]>([
  ['reported', 'dispatcher', 'acceptFile'],
  ['accepted', 'dispatcher', 'file'],
  ['filed', 'dispatcher', 'dispatch'],
  ['dispatched', 'handler', 'take'],
  ['dispatched', 'dispatcher', null],
  ['handling', 'handler', 'handle'],
  ['handled', 'dispatcher', 'verifyClose'],
  ['handled', 'supervisor', 'verifyClose'],
  ['verified', 'dispatcher', 'close'],
  ['supervised', 'supervisor', 'redispatch'],
  ['closed', 'dispatcher', null],
])('the next step of a case in state %s for a %s is %s', (state, actor, primary) => {
  expect(buttons(state, [actor]).primary).toBe(primary)
})

it.each([
  ['extension', 'extend'],
  ['suspension', 'suspend'],
] as const)('a request for %s is answered first', (kind, primary) => {
  const asked = { kind, reason: '下雨', hours: 8, until: null, at: 1 }
  const moves = movesOf({ state: 'handling', may: actsIn('handling', ['dispatcher']), asked })
  expect(moves.primary).toBe(primary)
  expect(moves.beside).toEqual(['decline'])
  const own = movesOf({ state: 'handling', may: actsIn('handling', ['handler']), asked })
  expect(own.primary).toBe('handle')
})

it('several cases share the acts that their states have in common', () => {
  expect(bulkMovesOf([])).toEqual([])
  expect(bulkMovesOf(['reported', 'reported'])).toEqual([
    'acceptFile',
    'acceptFileDispatch',
    'refuse',
    'remind',
  ])
  expect(bulkMovesOf(['filed'])).toContain('dispatch')
  expect(bulkMovesOf(['filed', 'handled'])).toEqual(['remind'])
  expect(bulkMovesOf(['closed', 'reported'])).toEqual([])
})

it('every act says what was done', () => {
  const acts = ACTS.filter((act): act is StaffAct => !NOBODY.includes(act))
  for (const act of acts) expect(doneWords(act)).toMatch(/^已|处置结果已提交/)
  expect(OPEN_STATES.length).toBeGreaterThan(0)
})
