import fc from 'fast-check'
import type { CalendarYearRow } from '../../../../cloudfunctions/platform/cases/ruleRows'
import {
  calendarOf,
  calendarYear,
  readWorkingHours,
} from '../../../../cloudfunctions/platform/cases/workingCalendar'
import { addTime, timeBetween } from '../../../../cloudfunctions/platform/cases/workingTime'

const HOUR = 60
const spans = readWorkingHours('[["08:30","12:00"],["13:00","17:30"]]')
const calendar = calendarOf([], spans)

/** `2026-10-08 09:00` in Shanghai. */
const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`)
const text = (time: number): string =>
  new Date(time + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

describe('a deadline in working time', () => {
  test.each([
    ['within a morning', '2026-11-18 09:00', 2 * HOUR, '2026-11-18 11:00'],
    ['over noon', '2026-11-18 11:00', 2 * HOUR, '2026-11-18 14:00'],
    ['that ends with the morning', '2026-11-18 10:00', 2 * HOUR, '2026-11-18 12:00'],
    ['reported at noon', '2026-11-18 12:20', HOUR, '2026-11-18 14:00'],
    ['reported in the evening', '2026-11-18 20:00', HOUR, '2026-11-19 09:30'],
    ['reported before work begins', '2026-11-18 00:00', HOUR, '2026-11-18 09:30'],
    ['over a night', '2026-11-18 17:00', HOUR, '2026-11-19 09:00'],
    ['of one working day', '2026-11-18 13:00', 8 * HOUR, '2026-11-19 12:00'],
    ['over a weekend', '2026-11-20 17:00', HOUR, '2026-11-23 09:00'],
    ['reported on a Sunday', '2026-11-22 10:00', 8 * HOUR, '2026-11-23 17:30'],
    ['before the Spring Festival, with a Saturday worked', '2026-02-13 17:00', HOUR, '2026-02-14 09:00'],
    ['over the Spring Festival', '2026-02-14 17:00', HOUR, '2026-02-24 09:00'],
    ['after the Spring Festival, with a Saturday worked', '2026-02-27 17:00', HOUR, '2026-02-28 09:00'],
    ['over the National Day holidays', '2026-09-30 17:00', 2 * HOUR, '2026-10-08 10:00'],
    ['on the Saturday that is worked for them', '2026-10-10 09:00', 8 * HOUR, '2026-10-12 09:00'],
    ['on the Sunday that is worked for them', '2026-09-20 09:00', 2 * HOUR, '2026-09-20 11:00'],
    ['over the end of a year', '2025-12-31 17:00', HOUR, '2026-01-04 09:00'],
  ])('%s', (_, from, minutes, due) => {
    expect(text(addTime(at(from), minutes, 'working', calendar))).toBe(due)
  })

  test('of nothing is the moment itself, whenever that is', () => {
    const sunday = at('2026-11-22 10:00')
    for (const minutes of [0, -5]) expect(addTime(sunday, minutes, 'working', calendar)).toBe(sunday)
  })

  test('counted by the clock goes on through nights and holidays', () => {
    const night = at('2026-10-01 22:30')
    expect(text(addTime(night, 12 * HOUR, 'continuous', calendar))).toBe('2026-10-02 10:30')
    expect(timeBetween(night, night + 90_000, 'continuous', calendar)).toBe(1.5)
  })

  test('is a fault and no endless search when no day is worked', () => {
    const never = { isWorkday: () => false, spans }
    expect(() => addTime(at('2026-11-18 09:00'), 1, 'working', never)).toThrow('no deadline')
    expect(timeBetween(at('2026-01-01 00:00'), at('2027-01-01 00:00'), 'working', never)).toBe(0)
  })
})

describe('time that was worked', () => {
  test.each([
    ['a morning and an afternoon', '2026-11-18 00:00', '2026-11-19 00:00', 8 * HOUR],
    ['a week', '2026-11-16 00:00', '2026-11-23 00:00', 40 * HOUR],
    ['noon', '2026-11-18 12:00', '2026-11-18 13:00', 0],
    ['the National Day holidays', '2026-10-01 00:00', '2026-10-08 00:00', 0],
    ['backwards', '2026-11-19 09:00', '2026-11-18 09:00', 0],
  ])('%s', (_, from, until, minutes) => {
    expect(timeBetween(at(from), at(until), 'working', calendar)).toBe(minutes)
  })
})

describe('checked against a clock that ticks minute by minute', () => {
  const MINUTE = 60_000
  const isWorked = (minute: number): boolean => {
    const local = new Date(minute * MINUTE + 8 * 3_600_000).toISOString()
    const ofDay = Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16))
    return (
      calendar.isWorkday(local.slice(0, 10)) && spans.some((span) => ofDay >= span.from && ofDay < span.until)
    )
  }
  // Around the ends of years and the long holidays, where there is most to get wrong.
  const starts = ['2025-12-30', '2026-02-12', '2026-04-30', '2026-09-18', '2026-09-29', '2026-11-19']
  const moments = fc
    .record({ start: fc.constantFrom(...starts), minute: fc.integer({ min: 0, max: 4 * 1440 }) })
    .map(({ start, minute }) => at(`${start} 00:00`) / MINUTE + minute)

  test('deadlines fall on the minute at which so much has been worked', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 40 * HOUR }), (from, minutes) => {
        let minute = from
        for (let worked = 0; worked < minutes; minute++) if (isWorked(minute)) worked++
        expect(addTime(from * MINUTE, minutes, 'working', calendar)).toBe(minute * MINUTE)
      }),
      { numRuns: 60 },
    )
  })

  test('time between two moments is the number of worked minutes', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 12 * 1440 }), (from, length) => {
        const worked = Array.from({ length }, (_, index) => from + index).filter(isWorked).length
        expect(timeBetween(from * MINUTE, (from + length) * MINUTE, 'working', calendar)).toBe(worked)
      }),
      { numRuns: 60 },
    )
  })

  test('what a deadline adds is what has been worked until it', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 480 * HOUR }), (from, minutes) => {
        const due = addTime(from * MINUTE, minutes, 'working', calendar)
        expect(timeBetween(from * MINUTE, due, 'working', calendar)).toBe(minutes)
      }),
    )
  })
})

describe('the calendar of a year', () => {
  const entered = (year: number, days: Partial<CalendarYearRow>): CalendarYearRow => ({
    _id: String(year),
    year,
    holidays: [],
    workdays: [],
    version: 1,
    history: [],
    ...days,
  })

  test('came with the program until staff enter it, and knows weekends only where neither is so', () => {
    expect(calendarYear(2026, null)).toMatchObject({ source: 'built-in', version: 0 })
    expect(calendarYear(2026, null).workdays).toContain('2026-10-10')
    expect(calendarYear(2026, entered(2026, { workdays: ['2026-10-11'] }))).toMatchObject({
      source: 'entered',
      workdays: ['2026-10-11'],
      version: 1,
    })
    expect(calendarYear(2031, null)).toEqual({
      year: 2031,
      holidays: [],
      workdays: [],
      source: 'none',
      version: 0,
    })
    const unknown = ['2031-10-01', '2031-10-04'].map((day) => calendar.isWorkday(day))
    expect(unknown).toEqual([true, false])
  })

  test('as staff have entered it holds for deadlines, also over the end of the year', () => {
    const years = [
      entered(2030, { holidays: ['2030-12-31'] }),
      entered(2031, { holidays: ['2031-01-01'], workdays: ['2031-01-04'] }),
    ]
    const changed = calendarOf(years, spans)
    expect(text(addTime(at('2030-12-30 17:00'), HOUR, 'working', changed))).toBe('2031-01-02 09:00')
    expect(text(addTime(at('2031-01-03 17:00'), HOUR, 'working', changed))).toBe('2031-01-04 09:00')
  })
})

describe('the hours of a working day', () => {
  test('are read as spans of minutes', () => {
    expect(readWorkingHours('[["09:00","11:30"],["13:30","24:00"]]')).toEqual([
      { from: 540, until: 690 },
      { from: 810, until: 1440 },
    ])
  })

  test.each([
    ['nothing', '[]'],
    ['no time', '[["9:00","11:30"]]'],
    ['an end before the beginning', '[["11:30","09:00"]]'],
    ['spans out of order', '[["13:30","17:30"],["09:00","11:30"]]'],
    ['spans that touch', '[["09:00","12:00"],["12:00","17:30"]]'],
    ['a day that is longer than a day', '[["09:00","24:30"]]'],
    ['something else', '{"from":"09:00"}'],
  ])('are refused when they are %s', (_, json) => {
    expect(() => readWorkingHours(json)).toThrow('WORKING_HOURS')
  })
})
