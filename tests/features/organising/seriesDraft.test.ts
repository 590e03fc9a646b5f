import { detailsProblems, emptyDetails, newRole } from '@/features/organising/detailsDraft'
import {
  CIVILISED_UNIT_DAYS,
  draftOfPlan,
  newSeriesDraft,
  planOf,
  problemsOfFields,
  recurrenceOf,
  type SeriesDraft,
  seriesProblems,
} from '@/features/organising/seriesDraft'
import { aPlan } from '../../support/activities'

const TODAY = '2026-11-21'

const filled = (changes: Partial<SeriesDraft> = {}): SeriesDraft => ({
  ...newSeriesDraft(TODAY, '310106012'),
  theme: '周六清洁街面',
  kind: 'civilisation',
  description: '一起清扫街面。',
  address: '街心花园',
  position: { longitude: 121.46, latitude: 31.22 },
  ...changes,
})

test('a new series begins in a week, every week on that weekday', () => {
  const draft = filled()
  expect(seriesProblems(draft, TODAY, true)).toEqual({})
  expect(planOf(draft)).toMatchObject({
    recurrence: { kind: 'weekly', from: '2026-11-28', until: null, every: 1, weekdays: [6] },
    roles: [{ roleId: 'role1', name: '志愿者', capacity: 10, skill: null, minAge: null }],
    minutes: 120,
    startMinute: 540,
  })
})

test('文明单位尽责日 is on the 5th, 15th and 25th, and made up for after a holiday', () => {
  const draft = filled(CIVILISED_UNIT_DAYS)
  expect(recurrenceOf(draft)).toMatchObject({ kind: 'monthly', days: [5, 15, 25] })
  expect(planOf(draft).onHoliday).toBe('nextWorkday')
})

test('a plan comes out of its draft as it went in', () => {
  const recurrences = [
    aPlan().recurrence,
    { kind: 'once', day: '2026-12-05' },
    { kind: 'monthly', from: '2026-12-01', until: '2027-01-31', days: [31], inShortMonths: 'lastDay' },
    { kind: 'monthlyWeekday', from: '2026-12-01', until: null, ordinals: [2, -1], weekday: 6 },
  ] as const
  for (const recurrence of recurrences) {
    const plan = aPlan({ recurrence: structuredClone(recurrence) as ReturnType<typeof aPlan>['recurrence'] })
    expect(planOf(draftOfPlan(plan, TODAY))).toEqual(plan)
  }
})

test.each<[string, Partial<SeriesDraft>, boolean]>([
  ['theme', { theme: ' 扫 ' }, true],
  ['description', { description: '' }, true],
  ['kind', { kind: null }, true],
  ['placeCode', { placeCode: null }, true],
  ['position', { position: null }, true],
  ['fenceMetres', { fenceMetres: '20' }, true],
  ['minutes', { minutes: '' }, true],
  ['repeats', { weekdays: [] }, true],
  ['repeats', { repeats: 'monthly', days: [] }, true],
  ['from', { repeats: 'once', from: '2026-11-20' }, true],
  ['until', { until: '2026-11-27' }, true],
  ['changesFrom', { changesFrom: '2026-11-20' }, false],
  ['roles', { roles: [] }, true],
  ['roles.0', { roles: [{ ...newRole([]), name: '引导员', capacity: '0' }] }, true],
  ['roles.0', { roles: [{ ...newRole([]), name: '引导员', capacity: '2', minAge: '3' }] }, true],
])('what is wrong is told at its field: %s', (field, changes, isNew) => {
  expect(Object.keys(seriesProblems(filled(changes), TODAY, isNew))).toEqual([field])
})

test('a new role has a name of its own among those that are there', () => {
  const first = newRole([])
  const second = newRole([first])
  expect(newRole([second]).roleId).toBe(first.roleId)
  expect(new Set([first.roleId, second.roleId, newRole([first, second]).roleId]).size).toBe(3)
  expect(detailsProblems(emptyDetails())['roles.0']).toBeUndefined()
})

test('what the cloud finds wrong stands at the field of the form', () => {
  const fields = [
    { path: 'plan.recurrence.until', message: '请选择结束日期' },
    { path: 'plan.roles.1.capacity', message: '人数不能小于 1' },
    { path: 'plan.theme', message: '请填写活动主题' },
  ]
  expect(problemsOfFields(fields)).toEqual({
    until: '请选择结束日期',
    'roles.1': '人数不能小于 1',
    theme: '请填写活动主题',
  })
})
