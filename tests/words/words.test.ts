import { momentWords, spanWords, timeLeft } from '@/words/moments'
import { numberWords } from '@/words/numbers'

const inShanghai = (text: string) => Date.parse(`${text}+08:00`)

it('tells moments by the city’s clock, wherever the phone is', () => {
  expect(momentWords(inShanghai('2026-11-15T00:05:00'))).toBe('11月15日 周日 00:05')
  expect(momentWords(inShanghai('2026-12-31T23:59:59'))).toBe('12月31日 周四 23:59')
})

it('ends a span on the day before a midnight', () => {
  expect(spanWords(inShanghai('2026-10-16T00:00:00'), inShanghai('2026-11-16T00:00:00'))).toBe(
    '10月16日 – 11月15日',
  )
})

it.each([
  ['2026-11-18T09:00:00', 3, '天'],
  ['2026-11-15T20:59:59', 11, '小时'],
  ['2026-11-15T09:00:30', 1, '分钟'],
  ['2026-11-15T08:00:00', 1, '分钟'],
])('counts the time left until %s in its largest unit', (until, value, unit) => {
  expect(timeLeft(inShanghai(until), inShanghai('2026-11-15T09:00:00'))).toEqual({ value, unit })
})

it.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1234567, '1,234,567'],
])('groups the digits of %d', (value, words) => {
  expect(numberWords(value)).toBe(words)
})
