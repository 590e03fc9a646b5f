import type { UnitWeek } from '@contract/volunteerStatistics'
import {
  WEEK_STATES,
  weekColumnWords,
  weekFactsWords,
  weekFileWords,
  weekSpanWords,
  weekStateWords,
} from '@/features/administration/weekWords'

const week = (changes: Partial<UnitWeek>): UnitWeek => ({
  week: '2026-W47',
  state: 'due',
  activities: 0,
  participations: 0,
  reason: null,
  ...changes,
})

it('gives every state a word and a shape of its own', () => {
  const words = WEEK_STATES.map((state) => weekStateWords[state])
  expect(words).toHaveLength(Object.keys(weekStateWords).length)
  expect(new Set(words.map(({ text }) => text)).size).toBe(words.length)
  expect(new Set(words.map(({ icon }) => icon)).size).toBe(words.length)
})

it('names a week by its days, and its column by the Monday', () => {
  expect(weekSpanWords('2026-W53')).toBe('12月28日至1月3日')
  expect(weekColumnWords('2026-W47')).toBe('11.16')
  expect(weekColumnWords('2026-W10')).toBe('3.02')
})

it.each([
  [
    week({ state: 'held', activities: 2, participations: 1200 }),
    '2 场，1,200 人次',
    '已开展：2 场，1,200 人次',
  ],
  [week({ state: 'planned', activities: 1 }), '1 场', '已安排：1 场'],
  [week({ state: 'excused', reason: '台风停工' }), '台风停工', '免做：台风停工'],
  [week({ state: 'missed' }), '', '没开展'],
])('says what there was in a week, on screen and in a file', (given, facts, file) => {
  expect(weekFactsWords(given)).toBe(facts)
  expect(weekFileWords(given)).toBe(file)
})
