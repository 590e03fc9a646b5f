import { areaOf, boardOf, ranksOf } from '../../../cloudfunctions/volunteerStatistics/boards/rules'
import { cumulativeOf, monthsUpTo } from '../../../cloudfunctions/volunteerStatistics/months/rules'
import {
  isNeeded,
  type KnownOfWeek,
  lookAt,
  nextLook,
  unitWeek,
  weeksUpTo,
} from '../../../cloudfunctions/volunteerStatistics/weeks/rules'
import type { UnitWeekState } from '../../../contract/volunteerStatistics'

const at = (text: string) => Date.parse(`${text}+08:00`)
/** Monday 16 to Sunday 22 November 2026. */
const WEEK = '2026-W47'
const nothing: KnownOfWeek = { activities: 0, participations: 0, planned: 0, reason: null }

test.each<[string, string | null, Partial<KnownOfWeek>, string, UnitWeekState]>([
  ['nothing yet', WEEK, {}, '2026-11-22T23:59', 'due'],
  ['nothing, and it is over', WEEK, {}, '2026-11-23T00:00', 'missed'],
  ['something is planned', WEEK, { planned: 2 }, '2026-11-20T12:00', 'planned'],
  ['planned, but nobody came', WEEK, { planned: 2 }, '2026-11-23T00:00', 'missed'],
  ['held', WEEK, { activities: 1, participations: 3 }, '2026-11-20T12:00', 'held'],
  ['held, though it was excused', WEEK, { participations: 1, reason: '培训' }, '2026-11-23T00:00', 'held'],
  ['excused', WEEK, { reason: '培训' }, '2026-11-25T00:00', 'excused'],
  ['before it was expected', '2026-W48', {}, '2026-11-25T00:00', 'notExpected'],
  ['no longer expected', null, {}, '2026-11-25T00:00', 'notExpected'],
  ['held before it was expected', '2026-W48', { participations: 1 }, '2026-11-25T00:00', 'held'],
])('a week with %s is what the table says', (_, since, known, now, state) => {
  expect(unitWeek(WEEK, since, { ...nothing, ...known }, at(now)).state).toBe(state)
})

test.each([
  ['2026-11-16T00:00', '2026-W01', '2026-11-16T10:00'],
  ['2026-11-16T10:00', '2026-W01', '2026-11-19T10:00'],
  ['2026-11-19T09:59', '2026-W01', '2026-11-19T10:00'],
  ['2026-11-19T10:00', '2026-W01', '2026-11-23T10:00'],
  ['2026-11-22T23:00', WEEK, '2026-11-23T10:00'],
  ['2026-11-18T09:00', '2026-W48', '2026-11-26T10:00'],
  ['2026-12-31T12:00', '2026-W53', '2027-01-04T10:00'],
])('after %s, of weeks from %s on, the next look is at %s', (moment, since, next) => {
  expect(nextLook(at(moment), since)).toBe(at(next))
})

test('a Thursday looks at its own week, a Monday at the week before', () => {
  expect(lookAt(at('2026-11-19T10:00'))).toEqual({ week: WEEK, for: 'reminder' })
  expect(lookAt(at('2026-11-23T10:00'))).toEqual({ week: WEEK, for: 'escalation' })
})

test('who does not hold and has not planned is reminded while there is time, and what was missed is escalated', () => {
  const reminder = { week: WEEK, for: 'reminder' } as const
  const states: UnitWeekState[] = ['due', 'planned', 'held', 'missed', 'excused', 'notExpected']
  const needed = (look: Parameters<typeof isNeeded>[0], now: string) =>
    states.filter((state) => isNeeded(look, state, at(now)))
  expect(needed(reminder, '2026-11-19T10:00')).toEqual(['due'])
  expect(needed(reminder, '2026-11-23T00:00')).toEqual([])
  expect(needed({ week: WEEK, for: 'escalation' }, '2026-11-23T10:00')).toEqual(['missed'])
})

test('weeks go back over the turn of a year', () => {
  expect(weeksUpTo('2027-W01', 3)).toEqual(['2026-W52', '2026-W53', '2027-W01'])
})

test('the same minutes have the same rank', () => {
  expect(ranksOf([90, 60, 60, 30])).toEqual([1, 2, 2, 4])
  expect(ranksOf([])).toEqual([])
})

test('a board of people is of a team, a street or a grid; a board of places and teams of a place above', () => {
  expect(boardOf('0123ABCD', '2026')).toBe('organisation-0123ABCD-2026')
  expect(boardOf('310106011', WEEK)).toBe('street-310106011-2026-W47')
  expect(boardOf('310106011002001', '2026-11')).toBe('grid-310106011002001-2026-11')
  expect(boardOf('310106', '2026')).toBeNull()
  expect(areaOf('310000')).toEqual({ field: 'cityCode', code: '310000' })
  expect(areaOf('310106')).toEqual({ field: 'districtCode', code: '310106' })
  expect(areaOf('310106011')).toEqual({ field: 'streetCode', code: '310106011' })
  expect(areaOf('310106011002')).toEqual({ field: 'villageCode', code: '310106011002' })
  expect(areaOf('0123ABCD')).toBeNull()
})

test('people of the year so far are counted in the month in which they came first', () => {
  const month = { activities: 2, participations: 5, people: 4, minutes: 300 }
  expect(monthsUpTo('2026-03')).toEqual(['2026-01', '2026-02', '2026-03'])
  expect(cumulativeOf([month, month], { '2026-01': 4, '2026-02': 1, '2026-04': 9 }, '2026-03')).toEqual({
    activities: 4,
    participations: 10,
    people: 5,
    minutes: 600,
  })
})
