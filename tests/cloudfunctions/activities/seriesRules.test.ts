import {
  dayAfter,
  daysOfPlan,
  daysOfRule,
  daysOfSeries,
  firstDays,
  type Holidays,
  type PlannedSeries,
  timesOn,
} from '../../../cloudfunctions/activities/series/rules'
import { calendarOf, workingHours } from '../../../cloudfunctions/platform/cases/workingCalendar'
import type { SeriesPlan } from '../../../contract/volunteering/activities'
import type { Ordinal, Recurrence, Weekday } from '../../../contract/volunteering/recurrence'
import { weekOf } from '../../../contract/volunteering/weeks'

const built: Holidays = calendarOf([], workingHours())

const weekly = (from: string, weekdays: Weekday[], every = 1, until: string | null = null): Recurrence => ({
  kind: 'weekly',
  from,
  until,
  every,
  weekdays,
})
const monthly = (days: number[], inShortMonths: 'skip' | 'lastDay' = 'skip', from = '2026-01-01') =>
  ({ kind: 'monthly', from, until: null, days, inShortMonths }) satisfies Recurrence
const byWeekday = (ordinals: Ordinal[], weekday: Weekday, from = '2026-01-01') =>
  ({ kind: 'monthlyWeekday', from, until: null, ordinals, weekday }) satisfies Recurrence

const between = (recurrence: Recurrence, from: string, until: string) =>
  daysOfRule(recurrence, from, until).map((day) => day.slice(2))

describe('the days of a rule', () => {
  test.each<[string, Recurrence, string, string, string[]]>([
    [
      'every Saturday',
      weekly('2026-11-21', [6]),
      '2026-11-01',
      '2026-12-06',
      ['26-11-21', '26-11-28', '26-12-05'],
    ],
    [
      'twice a week, from the middle of one',
      weekly('2026-11-19', [2, 4]),
      '2026-11-16',
      '2026-11-27',
      ['26-11-19', '26-11-24', '26-11-26'],
    ],
    [
      'on Sunday, the last day of a week',
      weekly('2026-11-16', [7]),
      '2026-11-16',
      '2026-11-29',
      ['26-11-22', '26-11-29'],
    ],
    [
      'until a day, that day too',
      weekly('2026-11-21', [6], 1, '2026-11-28'),
      '2026-11-01',
      '2027-11-01',
      ['26-11-21', '26-11-28'],
    ],
    ['once', { kind: 'once', day: '2026-11-28' }, '2026-11-01', '2026-12-31', ['26-11-28']],
    ['once, elsewhere', { kind: 'once', day: '2026-11-28' }, '2026-11-29', '2026-12-31', []],
    [
      '文明单位尽责日',
      monthly([5, 15, 25]),
      '2026-02-10',
      '2026-03-20',
      ['26-02-15', '26-02-25', '26-03-05', '26-03-15'],
    ],
    [
      'on the 31st, not in months without one',
      monthly([31]),
      '2026-01-01',
      '2026-07-31',
      ['26-01-31', '26-03-31', '26-05-31', '26-07-31'],
    ],
    [
      'on the 31st, or else the last day',
      monthly([31], 'lastDay'),
      '2026-01-31',
      '2026-05-01',
      ['26-01-31', '26-02-28', '26-03-31', '26-04-30'],
    ],
    [
      'on the 29th in a leap year and not in others',
      monthly([29], 'skip', '2027-01-01'),
      '2027-02-01',
      '2028-03-01',
      [
        '27-03-29',
        '27-04-29',
        '27-05-29',
        '27-06-29',
        '27-07-29',
        '27-08-29',
        '27-09-29',
        '27-10-29',
        '27-11-29',
        '27-12-29',
        '28-01-29',
        '28-02-29',
      ],
    ],
    [
      'on the 29th or else the last day, in a leap year',
      monthly([29], 'lastDay'),
      '2028-02-01',
      '2028-02-29',
      ['28-02-29'],
    ],
    [
      'on the 28th, 30th and 31st, which are one day in February',
      monthly([28, 30, 31], 'lastDay'),
      '2026-02-01',
      '2026-04-30',
      ['26-02-28', '26-03-28', '26-03-30', '26-03-31', '26-04-28', '26-04-30'],
    ],
    [
      'the second and the last Saturday',
      byWeekday([2, -1], 6),
      '2026-01-01',
      '2026-02-28',
      ['26-01-10', '26-01-31', '26-02-14', '26-02-28'],
    ],
    [
      'the fourth and the last Saturday, which are sometimes one day',
      byWeekday([4, -1], 6),
      '2026-02-01',
      '2026-05-31',
      ['26-02-28', '26-03-28', '26-04-25', '26-05-23', '26-05-30'],
    ],
  ])('%s', (_name, recurrence, from, until, days) => {
    expect(between(recurrence, from, until)).toEqual(days)
  })

  test('of every second week are in weeks of one parity by ISO 8601, over the turn of a long year', () => {
    // 2026 has 53 weeks, so that the numbers change from even to odd ones, and the distance does not.
    const days = daysOfRule(weekly('2026-12-05', [1, 6], 2), '2026-12-01', '2027-01-31')
    expect(days.map((day) => weekOf(Date.parse(`${day}T00:00:00+08:00`)))).toEqual([
      '2026-W49',
      '2026-W51',
      '2026-W51',
      '2026-W53',
      '2026-W53',
      '2027-W02',
      '2027-W02',
      '2027-W04',
      '2027-W04',
    ])
  })

  test('are the same wherever one begins to look', () => {
    const recurrence = weekly('2026-01-07', [3, 7], 3)
    const whole = daysOfRule(recurrence, '2026-01-01', '2027-12-31')
    const pieces: string[] = []
    for (let day = '2026-01-01'; day <= '2027-12-31'; day = dayAfter(day, 11))
      pieces.push(...daysOfRule(recurrence, day, dayAfter(day, 10)))
    expect(pieces.filter((day) => day <= '2027-12-31')).toEqual(whole)
  })
})

describe('on holidays', () => {
  const of = (
    recurrence: Recurrence,
    onHoliday: SeriesPlan['onHoliday'],
    from: string,
    until: string,
    holidays = built,
  ) =>
    daysOfPlan({ recurrence, onHoliday }, [from, until], ['2000-01-01', '2100-01-01'], holidays).map(
      ({ day, heldOn }) => (day === heldOn ? day.slice(5) : `${day.slice(5)} → ${heldOn.slice(5)}`),
    )

  test.each<[string, Recurrence, SeriesPlan['onHoliday'], string, string, string[]]>([
    [
      'Spring Festival is kept',
      weekly('2026-02-01', [3]),
      'keep',
      '2026-02-10',
      '2026-02-28',
      ['02-11', '02-18', '02-25'],
    ],
    [
      'Spring Festival is skipped',
      weekly('2026-02-01', [3]),
      'skip',
      '2026-02-10',
      '2026-02-28',
      ['02-11', '02-25'],
    ],
    [
      'after Spring Festival it is made up for on the first workday',
      weekly('2026-02-01', [3]),
      'nextWorkday',
      '2026-02-10',
      '2026-02-28',
      ['02-11', '02-18 → 02-24', '02-25'],
    ],
    [
      'the 15th in Spring Festival is made up for, the 25th is after it',
      monthly([15, 25]),
      'nextWorkday',
      '2026-02-01',
      '2026-02-28',
      ['02-15 → 02-24', '02-25'],
    ],
    [
      'National Day takes the 5th to the 8th',
      monthly([5, 15]),
      'nextWorkday',
      '2026-10-01',
      '2026-10-31',
      ['10-05 → 10-08', '10-15'],
    ],
    [
      'two days that fall on one workday are one',
      monthly([1, 3, 5]),
      'nextWorkday',
      '2026-10-01',
      '2026-10-31',
      ['10-01 → 10-08'],
    ],
    [
      'a day by the rule keeps its name when another would fall on it',
      monthly([5, 8]),
      'nextWorkday',
      '2026-10-01',
      '2026-10-31',
      ['10-08'],
    ],
    [
      'an ordinary weekend is no holiday',
      weekly('2026-11-01', [6, 7]),
      'skip',
      '2026-11-14',
      '2026-11-22',
      ['11-14', '11-15', '11-21', '11-22'],
    ],
    [
      'a weekend within a holiday is one',
      weekly('2026-09-01', [6]),
      'skip',
      '2026-09-26',
      '2026-10-17',
      ['10-10', '10-17'],
    ],
    [
      'a Saturday that is worked before a holiday is none',
      weekly('2026-02-01', [6]),
      'skip',
      '2026-02-14',
      '2026-02-28',
      ['02-14', '02-28'],
    ],
  ])('%s', (_name, recurrence, onHoliday, from, until, days) => {
    expect(of(recurrence, onHoliday, from, until)).toEqual(days)
  })

  test('a moved day is the same one, wherever one begins or ends to look', () => {
    const recurrence = monthly([1, 3, 5])
    expect(of(recurrence, 'nextWorkday', '2026-10-03', '2026-10-31')).toEqual([])
    expect(of(recurrence, 'nextWorkday', '2026-10-01', '2026-10-01')).toEqual(['10-01 → 10-08'])
    expect(of(monthly([5, 8]), 'nextWorkday', '2026-10-01', '2026-10-06')).toEqual([])
  })

  test('a year whose holidays nobody has entered yet has none', () => {
    expect(of(monthly([1, 2]), 'skip', '2033-10-01', '2033-10-31')).toEqual(['10-01', '10-02'])
  })
})

describe('a series', () => {
  const plan = (recurrence: Recurrence, changes: Partial<SeriesPlan> = {}): SeriesPlan => ({
    theme: '清洁街面',
    kind: 'civilisation',
    description: '一起清洁街面。',
    placeCode: '310106012',
    address: '街心花园',
    position: { longitude: 121.46, latitude: 31.22 },
    fenceMetres: 200,
    roles: [],
    insurance: '',
    isForMembersOnly: false,
    hoursRule: { roundTo: 15, fullFrom: 60, closesAtEnd: true },
    recurrence,
    onHoliday: 'keep',
    startMinute: 540,
    minutes: 120,
    ...changes,
  })
  const series = (lastDay: string | null = null): PlannedSeries => ({
    plans: [
      { from: '2026-11-07', plan: plan(weekly('2026-11-07', [6])), photos: [] },
      { from: '2026-11-24', plan: plan(weekly('2026-11-24', [7]), { theme: '新主题' }), photos: [] },
    ],
    lastDay,
  })

  test('follows each of its plans until the next one begins', () => {
    const days = daysOfSeries(series(), ['2026-11-01', '2026-12-06'], built)
    expect(days.map(({ day, plan: { theme } }) => `${day.slice(5)} ${theme}`)).toEqual([
      '11-07 清洁街面',
      '11-14 清洁街面',
      '11-21 清洁街面',
      '11-29 新主题',
      '12-06 新主题',
    ])
  })

  test('ends after its last day', () => {
    const days = daysOfSeries(series('2026-11-29'), ['2026-11-20', '2027-12-06'], built)
    expect(days.map(({ day }) => day)).toEqual(['2026-11-21', '2026-11-29'])
  })

  test('without an end has days years ahead, as many as are asked for', () => {
    const days = firstDays((span) => daysOfSeries(series(), span, built), '2031-11-21', 3)
    expect(days.map(({ day }) => day)).toEqual(['2031-11-23', '2031-11-30', '2031-12-07'])
  })

  test('that gives no day at all gives none, in a bounded time', () => {
    const never = {
      plans: [{ from: '2026-01-01', plan: plan(monthly([31])), photos: [] }],
      lastDay: '2025-01-01',
    }
    expect(firstDays((span) => daysOfSeries(never, span, built), '2026-01-01')).toEqual([])
  })

  test('begins at the minute of the day in Shanghai', () => {
    expect(timesOn('2026-11-28', { startMinute: 9 * 60 + 30, minutes: 90 })).toEqual({
      startsAt: Date.parse('2026-11-28T01:30:00Z'),
      endsAt: Date.parse('2026-11-28T03:00:00Z'),
    })
  })
})
