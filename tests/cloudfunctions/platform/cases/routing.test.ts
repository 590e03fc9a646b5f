import {
  type Department,
  firstRule,
  placeChain,
  type RouteQuestion,
  routeBy,
  ruleHolds,
} from '../../../../cloudfunctions/platform/cases/routing'
import type { DutyHolderRow } from '../../../../cloudfunctions/platform/cases/ruleRows'
import { calendarOf } from '../../../../cloudfunctions/platform/cases/workingCalendar'
import type { RoutingRule } from '../../../../contract/caseRules'

const GRID = '310106011002001'
const VILLAGE = '310106011002'
const STREET = '310106011'

const calendar = calendarOf([], [{ from: 540, until: 1050 }])
const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`)

const aRule = (part: Partial<RoutingRule> = {}): RoutingRule => ({
  ruleId: 'rule',
  name: '示例规则',
  categoryIds: [],
  groups: [],
  placeCodes: [],
  hours: null,
  days: null,
  sources: [],
  to: { kind: 'desk' },
  isAutomatic: false,
  ...part,
})

const question: RouteQuestion = {
  category: { categoryId: 'litterBin', group: 'facilities', defaultDuty: 'sanitation' },
  placeCode: VILLAGE,
  at: at('2026-11-18 10:00'),
  source: 'wechat',
}

describe('a rule', () => {
  test.each<[string, Partial<RoutingRule>, Partial<RouteQuestion>, boolean]>([
    ['without conditions', {}, {}, true],
    ['of the category', { categoryIds: ['litterBin'] }, {}, true],
    ['of another category', { categoryIds: ['carParking'] }, {}, false],
    ['of the group', { groups: ['facilities'] }, {}, true],
    [
      'of another category, but of the group',
      { categoryIds: ['carParking'], groups: ['facilities'] },
      {},
      true,
    ],
    ['of another group', { groups: ['parking'] }, {}, false],
    ['of the street around it', { placeCodes: ['310115', STREET] }, {}, true],
    ['of another street', { placeCodes: ['310106012'] }, {}, false],
    ['of the source', { sources: ['hotline', 'wechat'] }, {}, true],
    ['of another source', { sources: ['hotline'] }, {}, false],
    [
      'of one condition that holds and one that does not',
      { groups: ['facilities'], sources: ['hotline'] },
      {},
      false,
    ],
    ['of these hours, at their first minute', { hours: { from: 600, until: 660 } }, {}, true],
    ['of these hours, at the minute after', { hours: { from: 540, until: 600 } }, {}, false],
    [
      'of the night, before midnight',
      { hours: { from: 1320, until: 360 } },
      { at: at('2026-11-18 23:30') },
      true,
    ],
    [
      'of the night, after midnight',
      { hours: { from: 1320, until: 360 } },
      { at: at('2026-11-19 05:59') },
      true,
    ],
    [
      'of the night, in the morning',
      { hours: { from: 1320, until: 360 } },
      { at: at('2026-11-19 06:00') },
      false,
    ],
    ['of the whole day', { hours: { from: 480, until: 480 } }, {}, true],
    ['of working days', { days: 'working' }, {}, true],
    ['of days off', { days: 'off' }, {}, false],
    ['of days off, on a holiday', { days: 'off' }, { at: at('2026-10-02 10:00') }, true],
    [
      'of working days, on a Saturday that is worked',
      { days: 'working' },
      { at: at('2026-10-10 10:00') },
      true,
    ],
    ['of days off, on a Saturday that is worked', { days: 'off' }, { at: at('2026-10-10 10:00') }, false],
  ])('%s', (_, rule, asked, holds) => {
    expect(ruleHolds(aRule(rule), { ...question, ...asked }, calendar)).toBe(holds)
  })

  test('of the finest place is asked first, and there the first that holds decides', () => {
    const rows = [
      { _id: '310000', rules: [aRule({ name: 'city' })] },
      {
        _id: STREET,
        rules: [
          aRule({ name: 'of another category', categoryIds: ['carParking'] }),
          aRule({ name: 'street' }),
          aRule({ name: 'too late' }),
        ],
      },
    ].map((row) => ({ ...row, version: 1, history: [] }))
    const nameFor = (placeCode: string) =>
      firstRule({ ...question, placeCode }, placeChain(placeCode), rows, calendar)?.name
    expect(nameFor(GRID)).toBe('street')
    expect(nameFor('310115')).toBe('city')
    expect(firstRule(question, placeChain(VILLAGE), [], calendar)).toBeNull()
  })
})

describe('places above', () => {
  test('go from the grid to the top of the deployment', () => {
    expect(placeChain(GRID)).toEqual([GRID, VILLAGE, STREET, '310106', '310000'])
    expect(placeChain('310000')).toEqual(['310000'])
  })
})

describe('where it goes', () => {
  const department = (_id: string): Department => ({ _id, name: `示例${_id}`, placeCode: STREET })
  const open = new Map(['streetCleaners', 'cityCleaners', 'police'].map((id) => [id, department(id)]))
  const holder = (placeCode: string, organisationId: string | null): DutyHolderRow => ({
    _id: `${placeCode}-sanitation`,
    placeCode,
    duty: 'sanitation',
    organisationId,
    history: [],
  })
  const holders = [holder('310000', 'cityCleaners'), holder(STREET, 'streetCleaners')]

  test.each<[string, RoutingRule | null, DutyHolderRow[], string, string | null, boolean]>([
    ['by the category’s own duty', null, holders, 'duty', 'streetCleaners', false],
    [
      'to the holder above where the village has none',
      null,
      [holder(VILLAGE, null), ...holders],
      'duty',
      'streetCleaners',
      false,
    ],
    [
      'past a holder that is closed',
      null,
      [holder(VILLAGE, 'closedTeam'), ...holders],
      'duty',
      'streetCleaners',
      false,
    ],
    ['to the desk where nobody has the duty', null, [], 'desk', null, false],
    [
      'by a rule to a department',
      aRule({ to: { kind: 'department', organisationId: 'police' } }),
      holders,
      'rule',
      'police',
      false,
    ],
    [
      'by a rule that acts by itself',
      aRule({ isAutomatic: true, to: { kind: 'duty', duty: 'sanitation' } }),
      holders,
      'rule',
      'streetCleaners',
      true,
    ],
    [
      'to the desk where the rule’s department is closed',
      aRule({ isAutomatic: true, to: { kind: 'department', organisationId: 'closedTeam' } }),
      holders,
      'desk',
      null,
      false,
    ],
    [
      'to the desk where the rule’s duty has nobody',
      aRule({ isAutomatic: true, to: { kind: 'duty', duty: 'police' } }),
      holders,
      'desk',
      null,
      false,
    ],
    ['to the desk by a rule', aRule({ isAutomatic: true }), holders, 'desk', null, false],
  ])('%s', (_, rule, rows, how, departmentId, isAutomatic) => {
    const route = routeBy(rule, question, rows, open)
    expect(route.proposal).toMatchObject({ how, departmentId, ruleName: rule?.name ?? null })
    expect(route).toMatchObject({ isAutomatic, department: departmentId && department(departmentId) })
  })
})
