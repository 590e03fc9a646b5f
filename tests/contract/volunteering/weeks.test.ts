import fc from 'fast-check'
import {
  monthOf,
  startOfWeek,
  weekAfter,
  weekOf,
  weekStart,
  yearOf,
} from '../../../contract/volunteering/weeks'

const at = (moment: string) => Date.parse(`${moment}+08:00`)

test.each([
  ['2026-11-16T00:00:00', '2026-W47'],
  ['2026-11-22T23:59:59', '2026-W47'],
  ['2026-11-23T00:00:00', '2026-W48'],
  // A year with 53 weeks, and days that belong to the week of another year.
  ['2026-12-31T12:00:00', '2026-W53'],
  ['2027-01-03T12:00:00', '2026-W53'],
  ['2027-01-04T00:00:00', '2027-W01'],
  ['2024-12-30T00:00:00', '2025-W01'],
  ['2025-12-29T00:00:00', '2026-W01'],
  ['2021-01-03T23:59:59', '2020-W53'],
])('%s in Shanghai lies in %s', (moment, week) => {
  expect(weekOf(at(moment))).toBe(week)
})

test('a week begins on Monday at midnight in Shanghai, and its name leads back to it', () => {
  const moments = fc.integer({ min: at('2020-01-01T00:00:00'), max: at('2060-01-01T00:00:00') })
  fc.assert(
    fc.property(moments, (moment) => {
      const start = startOfWeek(moment)
      expect(start).toBeLessThanOrEqual(moment)
      expect(moment - start).toBeLessThan(7 * 86_400_000)
      expect(new Date(start + 8 * 3_600_000).toISOString()).toMatch(/T00:00:00.000Z$/)
      expect(new Date(start + 8 * 3_600_000).getUTCDay()).toBe(1)
      expect(weekStart(weekOf(moment))).toBe(start)
      expect(weekStart(weekAfter(weekOf(moment), 1))).toBe(start + 7 * 86_400_000)
    }),
  )
})

test('a month and a year change at midnight in Shanghai', () => {
  expect([monthOf(at('2026-12-31T23:59:59')), monthOf(at('2027-01-01T00:00:00'))]).toEqual([
    '2026-12',
    '2027-01',
  ])
  expect([yearOf(at('2026-12-31T23:59:59')), yearOf(at('2027-01-01T00:00:00'))]).toEqual(['2026', '2027'])
})
