import { foremost, forTheTab } from '@/pages/volunteering/foremost'
import {
  activityBadge,
  activityTimeWords,
  dayHeading,
  isSignedUp,
  offerWords,
  presenceActAt,
  seatsWords,
  weekHeading,
} from '@/words/activities'
import { aSignUp, aSummary, HOUR, NOW } from '../features/volunteering/anActivity'

const DAY = 24 * HOUR

test('when an activity is, also over midnight', () => {
  expect(activityTimeWords(aSummary())).toBe('11月21日 周六 13:00–15:00')
  expect(activityTimeWords({ startsAt: NOW, endsAt: Date.parse('2026-11-22T00:00:00+08:00') })).toBe(
    '11月21日 周六 10:00–00:00',
  )
  expect(activityTimeWords({ startsAt: NOW + 12 * HOUR, endsAt: NOW + 16 * HOUR })).toBe(
    '11月21日 周六 22:00 至 11月22日 02:00',
  )
})

test.each([
  ['2026-11-21', '今天 11月21日 周六', '本周'],
  ['2026-11-22', '明天 11月22日 周日', '本周'],
  ['2026-11-23', '后天 11月23日 周一', '下周'],
  ['2026-11-29', '11月29日 周日', '下周'],
  ['2026-11-30', '11月30日 周一', null],
])('%s is headed %s, under %s', (day, heading, week) => {
  expect(dayHeading(day, NOW)).toBe(heading)
  expect(weekHeading(day, NOW)).toBe(week)
})

test.each([
  [{ capacity: 5, taken: 2, waiting: 0 }, '还有 3 个名额'],
  [{ capacity: 5, taken: 5, waiting: 0 }, '已满，可以候补'],
  [{ capacity: 5, taken: 5, waiting: 4 }, '已满，4 人候补'],
  // A seat has come free: it is for who waits.
  [{ capacity: 5, taken: 4, waiting: 4 }, '已满，4 人候补'],
])('seats %o are told as %s', (seats, words) => {
  expect(seatsWords(seats)).toBe(words)
})

test.each([
  [{ state: 'cancelled', signUp: 'confirmed' }, '已取消'],
  [{ signUp: 'confirmed', state: 'running' }, '已报名'],
  [{ signUp: 'offered' }, '等你确认'],
  [{ signUp: 'withdrawn' }, '还有 2 个名额'],
  [{ state: 'over' }, '已结束'],
  [{ state: 'running' }, '进行中'],
  [{ taken: 2 }, '已满，可以候补'],
] as const)('%o says %s in a list', (changes, text) => {
  expect(activityBadge(aSummary(changes)).text).toBe(text)
})

test('only who has or may get a seat is signed up', () => {
  const states = ['queued', 'confirmed', 'waiting', 'offered', 'withdrawn', 'lapsed', 'cancelled'] as const
  expect(states.filter(isSignedUp)).toEqual(['queued', 'confirmed', 'waiting', 'offered'])
})

test('an offer says until when, and how long that is', () => {
  expect(offerWords(NOW + 3 * HOUR, NOW)).toBe('名额留到今天 13:00，还剩 3 小时')
  expect(offerWords(NOW + 5 * DAY, NOW)).toBe('名额留到 11月26日 周四 10:00，还剩 5 天')
})

test.each([
  [-61, null],
  [-60, 'in'],
  [30, 'in'],
  [120, 'out'],
  [240, 'out'],
  [241, null],
] as const)('%i minutes after the start of two hours one can check %s', (minutes, act) => {
  const times = { startsAt: NOW, endsAt: NOW + 2 * HOUR }
  expect(presenceActAt(times, NOW + minutes * 60_000)).toBe(act)
})

describe('the tab', () => {
  test('shows offers first, then what comes next, and nothing that was left', () => {
    const [next, later, offer, left] = [
      aSignUp({ activityId: 'next' }),
      aSignUp({ activityId: 'later', startsAt: NOW + DAY }),
      aSignUp({ activityId: 'offer', state: 'offered' }),
      aSignUp({ activityId: 'left', state: 'withdrawn' }),
    ]
    const shown = (signUps: Parameters<typeof foremost>[0]) =>
      foremost(signUps).map(({ activityId }) => activityId)
    expect(shown([left, next, later, offer])).toEqual(['offer', 'next'])
    expect(shown([{ ...next, state: 'waiting' }, later])).toEqual(['later'])
    expect(shown([{ ...next, state: 'waiting' }])).toEqual(['next'])
    expect(shown([{ ...next, activityState: 'cancelled' }, left])).toEqual([])
  })

  test('lists what can still be gone to, on each day the own street first', () => {
    const activities = [
      aSummary({ activityId: 'far', placeCode: '310106013', startsAt: NOW + HOUR }),
      aSummary({ activityId: 'near', placeCode: '310106012', startsAt: NOW + 2 * HOUR }),
      aSummary({ activityId: 'tomorrow', startsAt: NOW + DAY }),
      aSummary({ activityId: 'off', state: 'cancelled' }),
      aSummary({ activityId: 'over', state: 'over' }),
    ]
    const shown = (street: string | null) => forTheTab(activities, street).map(({ activityId }) => activityId)
    expect(shown('310106012')).toEqual(['near', 'far', 'tomorrow'])
    expect(shown(null)).toEqual(['far', 'near', 'tomorrow'])
  })
})
