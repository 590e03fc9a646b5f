import { clockOf, minuteOf, quietHoursWords } from '@/features/messages/clock'

test.each([
  [0, '00:00'],
  [420, '07:00'],
  [1439, '23:59'],
])('minute %p of the day is written %s, and read again', (minute, clock) => {
  expect(clockOf(minute)).toBe(clock)
  expect(minuteOf(clock)).toBe(minute)
})

test.each(['', '7:00', '07', '07:0'])('a time half typed is none: %p', (clock) => {
  expect(minuteOf(clock)).toBeNull()
})

test('hours over midnight say that they end the next day', () => {
  expect(quietHoursWords({ from: 1320, until: 420 })).toBe('22:00 到第二天 07:00')
  expect(quietHoursWords({ from: 720, until: 840 })).toBe('12:00 到 14:00')
})
