import fc from 'fast-check'
import {
  dueAtOf,
  extended,
  isRunning,
  newClock,
  started,
  stopped,
  usedMinutes,
} from '../../../../cloudfunctions/platform/cases/clock'
import type { CaseClock } from '../../../../cloudfunctions/platform/cases/rows'
import type { WorkingCalendar } from '../../../../cloudfunctions/platform/cases/workingTime'

/** The clock of a case against a reference that goes through it minute by minute. */

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const SHANGHAI = 8 * HOUR
/** A Monday, midnight in Shanghai. */
const MONDAY = Date.parse('2026-11-23T00:00:00+08:00')

/** Tuesdays are off, so that not every week is alike to a week. */
const calendar: WorkingCalendar = {
  isWorkday: (day) => ![0, 2, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()),
  spans: [
    { from: 9 * 60, until: 12 * 60 },
    { from: 13 * 60, until: 18 * 60 },
  ],
}

function isCounted(minute: number, counting: CaseClock['counting']): boolean {
  if (counting === 'continuous') return true
  const local = new Date(minute + SHANGHAI)
  const ofDay = local.getUTCHours() * 60 + local.getUTCMinutes()
  return (
    calendar.isWorkday(local.toISOString().slice(0, 10)) &&
    calendar.spans.some(({ from, until }) => ofDay >= from && ofDay < until)
  )
}

/** Minute by minute while it runs: the end of the minute with which the allowed time is used up. */
function dueByReference(clock: CaseClock): number {
  const last = clock.runs.at(-1)
  if (!last) throw new Error('it has not begun')
  let left = clock.limitMinutes + clock.extendedMinutes
  for (const { from, until } of clock.runs.slice(0, -1))
    for (let minute = from; minute < (until ?? from); minute += MINUTE)
      if (isCounted(minute, clock.counting)) left -= 1
  let minute = last.from
  while (left > 0) {
    if (isCounted(minute, clock.counting)) left -= 1
    minute += MINUTE
  }
  return minute
}

/** Pauses and stretches of work in whole minutes, one after the other, from a moment on. */
const lives = fc.record({
  counting: fc.constantFrom<CaseClock['counting']>('working', 'continuous'),
  handleHours: fc.integer({ min: 1, max: 30 }),
  begins: fc.integer({ min: 0, max: 7 * 1440 }),
  lengths: fc.array(
    fc.record({ runs: fc.integer({ min: 1, max: 3000 }), rests: fc.integer({ min: 1, max: 3000 }) }),
    {
      maxLength: 4,
    },
  ),
  extensions: fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 3 }),
})

function live({
  counting,
  handleHours,
  begins,
  lengths,
  extensions,
}: typeof lives extends fc.Arbitrary<infer T> ? T : never) {
  let now = MONDAY + begins * MINUTE
  let clock = started(newClock(counting, handleHours), now)
  for (const { runs, rests } of lengths) {
    now += runs * MINUTE
    clock = stopped(clock, now)
    now += rests * MINUTE
    clock = started(clock, now)
  }
  return extensions.reduce(extended, clock)
}

test('a case is due when its time has been used up, whatever stopped it and however it was extended', () => {
  fc.assert(
    fc.property(lives, (life) => {
      const clock = live(life)
      expect(dueAtOf(clock, calendar)).toBe(dueByReference(clock))
    }),
    { numRuns: 300 },
  )
})

test('time that stands still is not used: a pause moves the deadline by the working time within it', () => {
  const begun = started(newClock('working', 8), MONDAY + 9 * HOUR)
  expect(dueAtOf(begun, calendar)).toBe(MONDAY + 18 * HOUR)
  const paused = stopped(begun, MONDAY + 11 * HOUR)
  expect(isRunning(paused)).toBe(false)
  expect(usedMinutes(paused, calendar, MONDAY + 90 * HOUR)).toBe(120)
  // Goes on on Wednesday at 13:00; Tuesday is off. Two hours were used, so six are left: five that day, one the next.
  const again = started(paused, MONDAY + 2 * 24 * HOUR + 13 * HOUR)
  expect(dueAtOf(again, calendar)).toBe(MONDAY + 3 * 24 * HOUR + 10 * HOUR)
})

test('started twice or stopped twice it is as after once', () => {
  const clock = started(newClock('continuous', 1), MONDAY)
  expect(started(clock, MONDAY + HOUR)).toEqual(clock)
  const ended = stopped(clock, MONDAY + HOUR)
  expect(stopped(ended, MONDAY + 2 * HOUR)).toEqual(ended)
  expect(isRunning(newClock('continuous', 1))).toBe(false)
  expect(dueAtOf(newClock('continuous', 1), calendar)).toBeNull()
})

test('what was late when it stopped is due at once when it goes on', () => {
  const late = stopped(started(newClock('continuous', 1), MONDAY), MONDAY + 3 * HOUR)
  expect(dueAtOf(started(late, MONDAY + 9 * HOUR), calendar)).toBe(MONDAY + 9 * HOUR)
  expect(dueAtOf(extended(started(late, MONDAY + 9 * HOUR), 3), calendar)).toBe(MONDAY + 10 * HOUR)
})

test('a deadline is a whole millisecond, though it began between two minutes', () => {
  const begun = stopped(started(newClock('working', 3), MONDAY + 9 * HOUR + 1), MONDAY + 10 * HOUR + 7)
  const due = dueAtOf(started(begun, MONDAY + 14 * HOUR + 13), calendar)
  expect(due).toBe(Math.round(due ?? 0.5))
})
