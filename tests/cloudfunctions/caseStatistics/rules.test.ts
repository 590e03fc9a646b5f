import {
  areaAdditions,
  countAdditions,
  differences,
  withAmounts,
  withDays,
} from '../../../cloudfunctions/caseStatistics/amounts'
import { monthAfter } from '../../../cloudfunctions/caseStatistics/months'
import type { AreaRow, CaseFactsRow } from '../../../cloudfunctions/caseStatistics/rows'
import { type CountedCase, countsOf } from '../../../cloudfunctions/caseStatistics/rules'

/** Every day is worked from 9:00 to 17:00. */
const CALENDAR = { isWorkday: () => true, spans: [{ from: 540, until: 1020 }] }
const HOUR = 3_600_000
/** 2026-11-16 09:00 in Shanghai. */
const NINE = Date.UTC(2026, 10, 16, 1)
const DUE = NINE + 4 * HOUR

const someRating = (stars: number) => ({ at: NINE, stars, reasons: [], words: '' })

const aCounted = (part: Partial<CountedCase> = {}): CountedCase => ({
  state: 'closed',
  rating: null,
  handledAt: NINE + 2 * HOUR,
  dueAt: DUE,
  reopened: 0,
  clock: {
    counting: 'working',
    limitMinutes: 240,
    extendedMinutes: 0,
    runs: [{ from: NINE, until: NINE + 2 * HOUR }],
  },
  history: [{ act: 'report' }, { act: 'handle' }, { act: 'close' }],
  ...part,
})

const whatCounts = (part: Partial<CountedCase>): Record<string, number> =>
  Object.fromEntries(Object.entries(countsOf(aCounted(part), CALENDAR)).filter(([, value]) => value !== 0))

const CLOSED = { reported: 1, closed: 1, handled: 1, handledMinutes: 120 }

describe('what a case counts as', () => {
  test.each<[string, Partial<CountedCase>, Record<string, number>]>([
    ['a closed case that nobody rated is unrated', {}, { ...CLOSED, inTime: 1, unrated: 1 }],
    ['three stars are satisfied', { rating: someRating(3) }, { ...CLOSED, inTime: 1, satisfied: 1 }],
    ['two stars are dissatisfied', { rating: someRating(2) }, { ...CLOSED, inTime: 1, dissatisfied: 1 }],
    ['handled at the very deadline is in time', { handledAt: DUE }, { ...CLOSED, inTime: 1, unrated: 1 }],
    ['handled a millisecond later is not', { handledAt: DUE + 1 }, { ...CLOSED, unrated: 1 }],
    [
      'a case that is open again counts neither as closed nor as rated',
      { state: 'dispatched', rating: someRating(1), handledAt: null, reopened: 1 },
      { reported: 1, reopened: 1 },
    ],
    [
      'a complaint that was closed without further handling stays dissatisfied',
      { history: [{ act: 'handle' }, { act: 'close' }, { act: 'complain' }, { act: 'conclude' }] },
      { ...CLOSED, inTime: 1, dissatisfied: 1 },
    ],
    [
      'after further handling it waits for a new rating',
      { history: [{ act: 'complain' }, { act: 'redispatch' }, { act: 'handle' }, { act: 'close' }] },
      { ...CLOSED, inTime: 1, unrated: 1 },
    ],
    [
      'a refused case is reported and refused',
      { state: 'refused', handledAt: null },
      { reported: 1, refused: 1 },
    ],
    [
      'being handled is not yet being closed',
      { state: 'handled' },
      { reported: 1, handled: 1, handledMinutes: 120 },
    ],
  ])('%s', (_, part, counts) => {
    expect(whatCounts(part)).toEqual(counts)
  })

  test('time that stood still is not time of handling', () => {
    const runs = [
      { from: NINE, until: NINE + HOUR },
      { from: NINE + 5 * HOUR, until: NINE + 6 * HOUR },
    ]
    const clock = { ...aCounted().clock, runs }
    expect(whatCounts({ clock }).handledMinutes).toBe(120)
  })
})

const someFacts = (part: Partial<CaseFactsRow> = {}): CaseFactsRow => ({
  _id: 'case',
  version: 1,
  day: '2026-11-16',
  month: '2026-11',
  cityCode: '310000',
  districtCode: '310106',
  streetCode: '310106012',
  villageCode: null,
  group: 'trade',
  departmentId: 'one',
  departmentName: '示例单位一',
  area: '310106012',
  isOpen: true,
  isSuspended: false,
  isSupervised: false,
  counts: countsOf(aCounted({ state: 'dispatched', handledAt: null }), CALENDAR),
  ...part,
})

describe('where a case counts', () => {
  test('in its city, district and street, each with its department, and in how things stand', () => {
    expect(countAdditions(someFacts()).map(({ row }) => row._id)).toEqual([
      '2026-11-310000',
      '2026-11-310000-one',
      'now-310000',
      '2026-11-310106',
      '2026-11-310106-one',
      'now-310106',
      '2026-11-310106012',
      '2026-11-310106012-one',
      'now-310106012',
    ])
  })

  test('a place’s row holds the place directly below it', () => {
    const [city] = countAdditions(someFacts())
    expect(city?.amounts).toEqual({
      'total/reported': 1,
      'groups/trade/reported': 1,
      'places/310106/reported': 1,
      'days/2026-11-16/reported': 1,
    })
  })

  test('of a case that is given to another department, only departments’ rows change', () => {
    const changed = differences(
      countAdditions(someFacts()),
      countAdditions(someFacts({ departmentId: 'two', departmentName: '示例单位二' })),
    )
    expect(changed.map(({ row, amounts }) => [row._id, amounts['total/reported']])).toEqual([
      ['2026-11-310000-one', -1],
      ['2026-11-310106-one', -1],
      ['2026-11-310106012-one', -1],
      ['2026-11-310000-two', 1],
      ['2026-11-310106-two', 1],
      ['2026-11-310106012-two', 1],
    ])
  })

  test('a case that counts as before changes nothing', () => {
    expect(differences(countAdditions(someFacts()), countAdditions(someFacts({ version: 2 })))).toEqual([])
  })

  test('departments are ordered by their cases, and numbers that come to nothing are gone', () => {
    const [, department] = countAdditions(someFacts())
    if (!department) throw new Error('there is no department')
    const twice = withAmounts(withAmounts(department.row, department.amounts, 1), department.amounts, 2)
    expect(twice).toMatchObject({ weight: 2, changedAt: 2, amounts: { 'total/reported': 2 } })
    const none = withAmounts(twice, { 'total/reported': -2 }, 3)
    expect(none).toMatchObject({ weight: 0, amounts: {} })
  })
})

describe('days of an area', () => {
  const empty = (): AreaRow => areaAdditions(someFacts())[0]?.row as AreaRow

  test('days older than what is compared are left out', () => {
    const row = withDays(withDays(empty(), { '2026-09-01': 2 }), { '2026-11-16': 1 })
    expect(row).toMatchObject({ days: { '2026-11-16': 1 }, lastDay: '2026-11-16' })
  })

  test('a report that is taken away again leaves no day', () => {
    const row = withDays(withDays(empty(), { '2026-11-16': 1, '2026-11-15': 1 }), { '2026-11-16': -1 })
    expect(row).toMatchObject({ days: { '2026-11-15': 1 }, lastDay: '2026-11-15' })
  })
})

test.each([
  ['2026-01', -1, '2025-12'],
  ['2026-12', 1, '2027-01'],
  ['2026-03', -5, '2025-10'],
])('%s and %i months is %s', (month, months, other) => {
  expect(monthAfter(month, months)).toBe(other)
})
