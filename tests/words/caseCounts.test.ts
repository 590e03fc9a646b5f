import type { CaseCounts } from '@contract/caseStatistics'
import {
  averageLine,
  handlingWords,
  monthOf,
  monthWords,
  satisfactionWords,
  shareWords,
  trendBars,
  trendTitle,
} from '@/words/caseCounts'

const someCounts = (part: Partial<CaseCounts>): CaseCounts => ({
  reported: 0,
  refused: 0,
  closed: 0,
  inTime: 0,
  reopened: 0,
  satisfied: 0,
  dissatisfied: 0,
  unrated: 0,
  handled: 0,
  handledMinutes: 0,
  ...part,
})

test('a month is the month of the city, wherever the phone is', () => {
  expect(monthOf(Date.parse('2026-10-31T16:00:00Z'))).toBe('2026-11')
  expect(monthWords('2026-01')).toBe('2026年1月')
})

test.each([
  [0, 0, '—'],
  [0, 5, '0%'],
  [5, 5, '100%'],
  [1, 3, '33%'],
  [999, 1000, '99%'],
  [1, 1000, '1%'],
])('%i of %i is %s, and only what is whole is called so', (part, whole, words) => {
  expect(shareWords(part, whole)).toBe(words)
})

test.each([
  [0, 0, '—'],
  [2, 40, '20 分钟'],
  [2, 420, '3.5 小时'],
  [1, 1104, '2.3 个工作日'],
])('%i cases in %i minutes took %s', (handled, handledMinutes, words) => {
  expect(handlingWords(someCounts({ handled, handledMinutes }))).toBe(words)
})

test.each<[Partial<CaseCounts>, string]>([
  [{}, '还没有结案，所以还没有评价。'],
  [{ closed: 3, unrated: 3 }, '结案 3 件，都还没有评价。'],
  [{ closed: 4, satisfied: 3, dissatisfied: 1 }, '有评价的 4 件里，3 件满意（75%）。'],
  [
    { closed: 10, satisfied: 3, dissatisfied: 1, unrated: 6 },
    '有评价的 4 件里，3 件满意（75%）；另有 6 件没有评价（不算满意）。',
  ],
])('who said nothing is never counted as satisfied: %j', (part, words) => {
  expect(satisfactionWords(someCounts(part))).toBe(words)
})

const days = (...reported: number[]) =>
  reported.map((each, index) => ({ day: `2026-11-0${index + 1}`, reported: each, closed: 0 }))

test.each([
  [days(0, 0), '这个月还没有上报'],
  [days(2, 2), '平均每天上报 2 件'],
  [days(1, 6, 3, 3), '平均每天上报 3.3 件，11月2日最多，6 件'],
])('a chart’s title says what there is to see', (trend, title) => {
  expect(trendTitle(trend)).toBe(title)
})

test('every day has a bar, and the first of the highest is marked', () => {
  const bars = trendBars(days(1, 6, 0, 6))
  expect(bars.map(({ value, isMarked }) => [value, isMarked])).toEqual([
    [1, false],
    [6, true],
    [0, false],
    [6, false],
  ])
  expect(averageLine(days(1, 6, 0, 6))).toEqual({ value: 3.25, text: '平均每天 3.3 件' })
})
