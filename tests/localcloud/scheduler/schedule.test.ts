import { parseSchedule } from '../../../localcloud/scheduler/schedule'

const at = (text: string): number => Date.parse(`${text}+08:00`)

/** Saturday. */
const NOON = at('2026-11-21T12:00:00')

test.each([
  ['0 */5 * * * * *', ['2026-11-21T12:05:00', '2026-11-21T12:10:00']],
  ['*/5 * * * * * *', ['2026-11-21T12:00:05', '2026-11-21T12:00:10']],
  ['0 0 2 1 * * *', ['2026-12-01T02:00:00', '2027-01-01T02:00:00']],
  ['0 15 10 * * MON-FRI *', ['2026-11-23T10:15:00', '2026-11-24T10:15:00']],
  ['0 0 10,14,16 * * * *', ['2026-11-21T14:00:00', '2026-11-21T16:00:00', '2026-11-22T10:00:00']],
  ['0 */30 9-17 * * * *', ['2026-11-21T12:30:00', '2026-11-21T13:00:00']],
  ['0 0 12 * * WED *', ['2026-11-25T12:00:00', '2026-12-02T12:00:00']],
  ['0 1/20 * * * * *', ['2026-11-21T12:01:00', '2026-11-21T12:21:00', '2026-11-21T12:41:00']],
  ['0 0 0 29 2 * *', ['2028-02-29T00:00:00', '2032-02-29T00:00:00']],
  ['0 30 7 1 JAN * 2027-2028', ['2027-01-01T07:30:00', '2028-01-01T07:30:00']],
  ['0 0 8 25 * 1 *', ['2026-11-23T08:00:00', '2026-11-25T08:00:00', '2026-11-30T08:00:00']],
  ['0 0 0 * * 0 *', ['2026-11-22T00:00:00', '2026-11-29T00:00:00']],
])('%s runs next at %j in Shanghai', (schedule, times) => {
  const { nextAfter } = parseSchedule(schedule)
  let time = NOON
  for (const expected of times) {
    time = nextAfter(time) ?? Number.NaN
    expect(new Date(time).toISOString()).toBe(new Date(at(expected)).toISOString())
  }
})

test('a schedule of past years never runs again', () => {
  expect(parseSchedule('0 0 0 1 1 * 2020').nextAfter(NOON)).toBeNull()
})

test.each([
  ['0 */5 * * * *', 'has 6 fields'],
  ['@daily', 'has 1 fields'],
  ['60 * * * * * *', 'second'],
  ['0 0 24 * * * *', 'hour'],
  ['0 0 0 32 * * *', 'day'],
  ['0 0 0 * 13 * *', 'month'],
  ['0 0 0 * * 7 *', '0 (Sunday) to 6'],
  ['0 0 0 L * * *', '"L"'],
  ['0 0 0 ? * 1 *', '"?"'],
  ['0 0 0 * * 5#2 *', '"5#2"'],
  ['0 0 0 15W * * *', '"15W"'],
  ['0 0 0 * * MONDAY *', '"MONDAY"'],
])('%s is refused: %s', (schedule, reason) => {
  expect(() => parseSchedule(schedule)).toThrow(reason)
})
