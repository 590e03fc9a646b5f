import {
  anchorAfter,
  byDay,
  countsByDay,
  daysInSight,
  rangeWords,
  spanOf,
} from '@/features/volunteering/activities/calendar'
import { markersOf, spotsOf } from '@/features/volunteering/activities/markers'
import { aSummary, HOUR, NOW } from './anActivity'

const DAY = 24 * HOUR

test.each([
  ['2026-11-21', 'weeks', '2026-11-16', '2026-11-29', 14],
  // A Sunday belongs to the week before it ends.
  ['2026-11-22', 'weeks', '2026-11-16', '2026-11-29', 14],
  ['2026-11-21', 'month', '2026-10-26', '2026-12-06', 42],
  // Four whole weeks: the first is a Monday, the last a Sunday.
  ['2027-02-10', 'month', '2027-02-01', '2027-02-28', 28],
  ['2026-12-31', 'month', '2026-11-30', '2027-01-03', 35],
] as const)('around %s the %s in sight go from %s to %s', (anchor, scale, first, last, count) => {
  const days = daysInSight(anchor, scale)
  expect([days[0], days.at(-1), days.length]).toEqual([first, last, count])
})

test('a calendar never asks for more days than the cloud lists at once', () => {
  for (let month = 0; month < 48; month++) {
    const anchor = new Date(Date.UTC(2026, month, 15)).toISOString().slice(0, 10)
    expect(daysInSight(anchor, 'month').length).toBeLessThanOrEqual(42)
  }
})

test.each([
  ['2026-11-21', 'weeks', 1, '2026-11-23'],
  ['2026-11-21', 'weeks', -1, '2026-11-09'],
  ['2026-11-30', 'month', 1, '2026-12-01'],
  ['2026-12-31', 'month', 1, '2027-01-01'],
  ['2026-01-31', 'month', -1, '2025-12-01'],
] as const)('from %s by %s and %i it goes to %s', (anchor, scale, steps, after) => {
  expect(anchorAfter(anchor, scale, steps)).toBe(after)
})

test('what is in sight is named by its month or by both', () => {
  expect(rangeWords(daysInSight('2026-11-21', 'weeks'), '2026-11-21', 'weeks')).toBe('11月')
  expect(rangeWords(daysInSight('2026-11-26', 'weeks'), '2026-11-26', 'weeks')).toBe('11月 – 12月')
  expect(rangeWords(daysInSight('2026-11-21', 'month'), '2026-11-21', 'month')).toBe('2026年11月')
})

test('days that are over are not asked for, unless only those are in sight', () => {
  const midnight = Date.parse('2026-11-21T00:00:00+08:00')
  const days = daysInSight('2026-11-21', 'weeks')
  expect(spanOf(days, '2026-11-21')).toEqual({ from: midnight, until: midnight + 9 * DAY })
  expect(spanOf(['2026-11-10'], '2026-11-21')).toEqual({
    from: midnight - 11 * DAY,
    until: midnight - 10 * DAY,
  })
})

test('activities stand under their days in Shanghai, and cancelled ones are not counted', () => {
  const late = aSummary({ activityId: 'late', startsAt: Date.parse('2026-11-21T23:30:00+08:00') })
  const early = aSummary({ activityId: 'early', startsAt: Date.parse('2026-11-22T00:30:00+08:00') })
  const off = aSummary({ activityId: 'off', startsAt: early.startsAt, state: 'cancelled' })
  const days = byDay([early, late, off])
  expect(days.map(({ day, activities }) => [day, activities.map(({ activityId }) => activityId)])).toEqual([
    ['2026-11-21', ['late']],
    ['2026-11-22', ['early', 'off']],
  ])
  expect([...countsByDay([early, late, off])]).toEqual([
    ['2026-11-22', 1],
    ['2026-11-21', 1],
  ])
})

describe('on the map', () => {
  const here = aSummary({ activityId: 'a', taken: 2 })
  const nextWeek = aSummary({ activityId: 'b', startsAt: NOW + 7 * DAY })
  const elsewhere = aSummary({
    activityId: 'c',
    position: { longitude: 121.5, latitude: 31.2 },
    taken: 2,
  })

  test('what is held at one spot again and again is one sign', () => {
    const spots = spotsOf([here, nextWeek, elsewhere])
    expect(spots.map(({ activities }) => activities.map(({ activityId }) => activityId))).toEqual([
      ['a', 'b'],
      ['c'],
    ])
    const [together, alone] = markersOf(spots, spots[1]?.id ?? null)
    expect(together).toMatchObject({
      tone: 'open',
      label: '路口文明引导等 2 场，11月21日 周六 13:00，还有名额',
      isChosen: false,
    })
    expect(alone).toMatchObject({ tone: 'overdue', isChosen: true })
  })

  test('where I have signed up says so first, and what is cancelled has no sign', () => {
    const mine = spotsOf([{ ...here, signUp: 'waiting' }])
    expect(markersOf(mine, null)[0]).toMatchObject({ tone: 'done' })
    expect(spotsOf([aSummary({ state: 'cancelled' })])).toEqual([])
  })
})
