import {
  alarmsDue,
  distanceBetween,
  holderOf,
  leftBy,
  mayReceive,
  toTell,
} from '../../../cloudfunctions/casework/rules'
import type { CaseRow } from '../../../cloudfunctions/platform/cases/rows'
import { settle } from '../../../cloudfunctions/platform/cases/settle'
import { applyStep, ratingAct } from '../../../cloudfunctions/platform/cases/steps'
import { aCaseRow, EVERY_DAY, HOUR, STREET } from './someCases'

/** Decisions of casework as tables, and what settles a case. */

const street = { departmentId: 'department' }

describe('alarms', () => {
  const stageSince = 1000 * HOUR
  const row = (alarmLevel: number, state: CaseRow['state'] = 'handling') => ({
    state,
    stateSince: stageSince,
    stageDueAt: stageSince + 8 * HOUR,
    suspendedUntil: null,
    alarmLevel,
  })

  test.each<[number, number, number, string[]]>([
    [0, 5.9, 0, []],
    [0, 6, 1, ['soon']],
    [1, 7, 1, []],
    [1, 8, 2, ['late']],
    [0, 8, 2, ['late']],
    [2, 31.9, 2, []],
    [2, 32, 3, ['escalated']],
    [0, 99, 3, ['late', 'escalated']],
    [3, 9999, 3, []],
  ])('of level %d after %d hours of eight: level %d, %j', (level, hours, next, alarms) => {
    expect(alarmsDue(row(level), stageSince + hours * HOUR)).toEqual({ level: next, alarms })
  })
})

describe('who has a case', () => {
  test.each<[CaseRow['state'], string | null, string]>([
    ['reported', null, 'dispatchers'],
    ['filed', null, 'dispatchers'],
    ['dispatched', null, 'department'],
    ['dispatched', 'grant', 'assignee'],
    ['suspended', 'grant', 'assignee'],
    ['handled', 'grant', 'dispatchers'],
    ['verified', null, 'dispatchers'],
    ['supervised', 'grant', 'supervisors'],
  ])('%s with %s: %s', (state, assigneeId, holder) => {
    expect(holderOf({ state, assigneeId })).toBe(holder)
  })

  test('of what is over nobody is told any more', () => {
    const who = { actor: 'handler' as const, by: 'someone', grantId: null, name: null }
    const stepped = applyStep(
      aCaseRow(street, 'handling'),
      { act: 'return', words: '不是我们的' },
      who,
      'request',
      1,
    )
    if ('problem' in stepped) throw new Error(stepped.problem.code)
    expect(toTell(stepped.row).map(({ audience }) => audience)).toEqual(['dispatchers'])
    expect(toTell({ ...stepped.row, isOpen: false })).toEqual([])
    expect(toTell({ ...stepped.row, toldStaff: 2 })).toEqual([])
  })
})

test.each([
  ['at the case’s own street', STREET, true],
  ['above it', '310106', true],
  ['in a village of the street', '310106011002', true],
  ['in another street', '310106012', false],
  ['in another district', '310115', false],
])('a department %s may be given it: %s, %s', (_where, placeCode, may) => {
  const lying = { placeCode: STREET, deskCode: STREET }
  expect(mayReceive({ placeCode, isClosed: false }, lying)).toBe(may)
  expect(mayReceive({ placeCode, isClosed: true }, lying)).toBe(false)
  // Once it has been handed up to the district, any of the district's may be given it.
  if (placeCode === '310106012')
    expect(mayReceive({ placeCode, isClosed: false }, { placeCode: STREET, deskCode: '310106' })).toBe(true)
})

test('a request is known by what it left last', () => {
  const { history } = aCaseRow(street, 'filed')
  const entry = history[0]
  if (!entry) throw new Error('a case has no history')
  const two = [
    entry,
    { ...entry, requestId: 'r', version: 2 },
    { ...entry, requestId: 'r', version: 3, state: 'filed' as const },
  ]
  expect(leftBy({ history: two }, 'r')).toEqual({ version: 3, state: 'filed' })
  expect(leftBy({ history: two }, 'other')).toBeNull()
})

test.each([
  [{ longitude: 121.47, latitude: 31.23 }, { longitude: 121.47, latitude: 31.23 }, 0],
  [{ longitude: 121.47, latitude: 31.23 }, { longitude: 121.47, latitude: 31.24 }, 1112],
  [{ longitude: 121.47, latitude: 31.23 }, { longitude: 121.48, latitude: 31.23 }, 951],
])('from %j to %j it is %d metres', (from, to, metres) => {
  expect(Math.round(distanceBetween(from, to))).toBe(metres)
})

describe('what follows from a case', () => {
  test('its promise ends when it is over without having been handled', () => {
    const filed = aCaseRow(street, 'filed')
    expect(filed.dueAt).not.toBeNull()
    expect(settle({ ...filed, state: 'merged' }, EVERY_DAY, 1).dueAt).toBeNull()
    expect(aCaseRow(street, 'closed').dueAt).not.toBeNull()
  })

  test('marks lead to it while it stands out, in each place that it lies in', () => {
    const row = aCaseRow(street, 'handling', { reopened: 1 })
    expect(row.marks).toEqual(
      expect.arrayContaining([
        `desk/${STREET}/open/asked`,
        'area/310106/open/reopened',
        'area/310000/open/asked',
      ]),
    )
    expect(settle({ ...row, asked: null, reopened: 0 }, EVERY_DAY, 1).marks).toEqual([])
  })

  test('dissatisfaction reopens once, then goes to the supervisor, then is only recorded', () => {
    const history = aCaseRow(street, 'closed').history
    const past = (...acts: CaseRow['history'][number]['act'][]) => ({
      departmentId: 'department',
      history: acts.flatMap((act) => history.map((entry) => ({ ...entry, act }))),
    })
    expect(ratingAct(past(), 3)).toBe('rate')
    expect(ratingAct(past(), 2)).toBe('dissatisfy')
    expect(ratingAct({ ...past(), departmentId: null }, 1)).toBe('complain')
    expect(ratingAct(past('dissatisfy'), 1)).toBe('complain')
    expect(ratingAct(past('dissatisfy', 'complain'), 1)).toBe('rate')
  })
})
