import { median, percentile, plainNumber } from '../../bench/report/numbers'

test('the median lies in the middle, whatever the order', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([4, 1, 3, 2])).toBe(2.5)
})

test('a percentile is the smallest value that so many do not exceed', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1)
  expect([percentile(hundred, 0.5), percentile(hundred, 0.99), percentile([7], 0.5)]).toEqual([50, 99, 7])
})

test('figures are shown with the digits that mean something', () => {
  expect([0.864, 12.34, 6066.4].map(plainNumber)).toEqual(['0.86', '12.3', '6,066'])
})
