import { USUAL_HOURS_RULE } from '@contract/volunteering/hours'
import {
  hoursRuleWords,
  likelyRole,
  mayWithdraw,
  ownSentence,
  presenceFacts,
  roleLine,
  shareTitle,
  wayOn,
  withdrawalWords,
} from '@/features/volunteering/activity/words'
import { feedbackWords, mayGiveFeedback } from '@/features/volunteering/after/words'
import { anActivity, aRole, aSignUp, HOUR, NOW } from './anActivity'

const own = aSignUp()

describe('what has become of a sign-up', () => {
  test('every state has a sentence of its own', () => {
    const states = ['queued', 'confirmed', 'waiting', 'offered', 'withdrawn', 'lapsed', 'cancelled'] as const
    const sentences = states.map((state) => ownSentence({ ...own, state }))
    expect(new Set(sentences).size).toBe(states.length)
  })

  test('who waits is told the place in line', () => {
    expect(ownSentence({ ...own, state: 'waiting', placeInLine: 3 })).toContain('第 3 位')
  })

  test('once it is over, nobody is told to check in', () => {
    expect(ownSentence(own, 'over')).toContain('没有你的签到记录')
    expect(ownSentence({ ...own, state: 'waiting' }, 'over')).toContain('没有轮到你')
    expect(ownSentence({ ...own, state: 'withdrawn' }, 'over')).toContain('已经退出')
  })

  test('who was cancelled may come again when it is held after all', () => {
    const cancelled = { ...own, state: 'cancelled' as const }
    expect(ownSentence(cancelled, 'cancelled')).not.toContain('重新报名')
    expect(ownSentence(cancelled, 'coming')).toContain('重新报名')
    expect(wayOn(anActivity({ own: cancelled }), 'guide', true)).toBe('signUp')
  })

  test('a late withdrawal is told as one', () => {
    expect(ownSentence({ ...own, state: 'withdrawn', isLate: true })).toContain('临时退出')
    expect(ownSentence({ ...own, state: 'withdrawn', isLate: false })).not.toContain('临时退出')
  })
})

describe('before somebody leaves', () => {
  test.each([
    ['confirmed', 23, true],
    ['confirmed', 25, false],
    ['offered', 23, true],
    ['waiting', 2, false],
  ] as const)('who is %s, %i hours before the start: noted as late is %s', (state, hours, isNoted) => {
    expect(withdrawalWords(state, NOW + hours * HOUR, NOW).includes('临时退出')).toBe(isNoted)
  })

  test('nobody leaves what has begun, or what they have left', () => {
    const coming = anActivity({ own })
    expect(mayWithdraw(coming)).toBe(true)
    expect(mayWithdraw({ ...coming, state: 'running' })).toBe(false)
    expect(mayWithdraw({ ...coming, own: { ...own, state: 'withdrawn' } })).toBe(false)
    expect(mayWithdraw({ ...coming, own: null })).toBe(false)
  })
})

describe('roles', () => {
  test('a role says its seats, its skill and its age', () => {
    expect(roleLine(aRole(), true)).toBe('还有 2 个名额')
    expect(roleLine(aRole({ taken: 2 }), true)).toBe('已满，可以候补')
    expect(roleLine(aRole({ taken: 2, waiting: 3, skill: 'firstAid', minAge: 18 }), true)).toBe(
      '已满，3 人候补 · 需要会急救 · 年满 18 周岁',
    )
  })

  test('seats are not told where there are none to be had any more', () => {
    expect(roleLine(aRole({ minAge: 18 }), false)).toBe('年满 18 周岁')
  })

  test('one with a seat is chosen before the person chooses', () => {
    const full = aRole({ roleId: 'full', taken: 2 })
    expect(likelyRole([full, aRole()])).toBe('guide')
    expect(likelyRole([full])).toBe('full')
    // The seat that is free is for who waits.
    expect(likelyRole([aRole({ roleId: 'promised', taken: 1, waiting: 1 }), aRole()])).toBe('guide')
    expect(likelyRole([])).toBeNull()
  })
})

describe('the page’s one button', () => {
  test.each([
    ['signs up where there is a seat', anActivity(), true, 'signUp'],
    [
      'joins the waiting list where there is none',
      anActivity({ roles: [aRole({ taken: 2 })] }),
      true,
      'waitingList',
    ],
    ['leads a stranger to signing in', anActivity(), false, 'signIn'],
    ['is not there for who has signed up', anActivity({ own }), true, null],
    ['is there again for who has left', anActivity({ own: { ...own, state: 'lapsed' } }), true, 'signUp'],
    ['is not there once it has begun', anActivity({ state: 'running' }), true, null],
    ['is not there when it is cancelled', anActivity({ state: 'cancelled' }), true, null],
  ])('%s', (_, activity, isSignedIn, way) => {
    expect(wayOn(activity, 'guide', isSignedIn)).toBe(way)
  })
})

describe('how hours are counted, in words', () => {
  test('the usual rule', () => {
    expect(hoursRuleWords(USUAL_HOURS_RULE, 120)).toEqual([
      '在场满 60%（1 小时 12 分）就计满 2 小时，不到的，按实际在场时间计，每满 15 分钟计一次。',
      '提前到和晚走的时间不计。',
      '忘了签退，按计划结束的时间签退。',
    ])
  })

  test('a strict one', () => {
    const [first, , last] = hoursRuleWords({ roundTo: 1, fullFrom: 100, closesAtEnd: false }, 90)
    expect(first).toBe('全程在场计 1 小时 30 分，不到的，按实际在场的分钟计。')
    expect(last).toContain('负责人确认')
  })
})

test('presence is told with its times and what each rests on', () => {
  const check = {
    at: NOW,
    grade: 'A' as const,
    isAutomatic: false,
    code: 'live' as const,
    place: 'within' as const,
    distance: 20,
    isConfirmed: false,
  }
  const presence = {
    state: 'credited' as const,
    checkIn: check,
    checkOut: { ...check, at: NOW + 2 * HOUR, isAutomatic: true },
    minutes: 120,
  }
  expect(presenceFacts(presence)).toEqual([
    { key: '签到', value: '10:00，现场码和位置都对上' },
    { key: '签退', value: '12:00（按计划结束时间）' },
    { key: '服务时长', value: '2 小时' },
  ])
  expect(presenceFacts({ ...presence, state: 'present', checkOut: null })).toHaveLength(1)
})

test('who passes it on says what and when', () => {
  expect(shareTitle(anActivity())).toBe('一起去：路口文明引导，11月21日 周六 13:00–15:00')
})

test('feedback is told with its average, and can be given for two weeks', () => {
  expect(feedbackWords({ answers: 12, averageStars: 4.58 })).toBe('12 人评价，平均 4.6 星')
  expect(feedbackWords({ answers: 0, averageStars: null })).toBe('0 人评价')
  const activity = anActivity({ endsAt: NOW })
  expect(mayGiveFeedback(activity, NOW + 13 * 24 * HOUR)).toBe(true)
  expect(mayGiveFeedback(activity, NOW + 15 * 24 * HOUR)).toBe(false)
})
