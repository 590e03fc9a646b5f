import { fitted, wrapped } from '@/features/volunteering/certificates/drawPaper'
import { periodOf } from '@/features/volunteering/certificates/periods'
import { codeIn, codeInGroups } from '@/features/volunteering/certificates/words'
import { minutesOf, problemsOf } from '@/features/volunteering/claims/rules'
import { mayAppeal, nextStarWords, signedMinutes, starsWords } from '@/features/volunteering/hours/words'
import { levelOf, monthsOf } from '@/features/volunteering/hours/year'

/** What volunteers read of their hours and papers. */

describe('a year of days', () => {
  const days = [
    { day: '2028-02-29', minutes: 120 },
    { day: '2028-02-01', minutes: 45 },
  ]

  test('begins with the running month, and every month has its days', () => {
    const months = monthsOf(2028, days, '2028-03-05')
    expect(months.map(({ month, minutes }) => [month, minutes.length])).toEqual([
      [3, 31],
      [2, 29],
      [1, 31],
    ])
  })

  test('is a sentence for each month', () => {
    const [march, february] = monthsOf(2028, days, '2028-03-05')
    expect(march).toMatchObject({ label: '3月：没有服务', sum: '没有服务' })
    expect(february).toMatchObject({ label: '2月：1日 45 分钟，29日 2 小时', sum: '2 天，2 小时 45 分' })
  })

  test('has all twelve months once it is over', () => {
    expect(monthsOf(2027, [], '2028-01-01')).toHaveLength(12)
  })

  test.each([
    [0, 0],
    [15, 1],
    [60, 2],
    [120, 3],
    [240, 4],
  ])('%d minutes are drawn at level %d', (minutes, level) => {
    expect(levelOf(minutes)).toBe(level)
  })
})

test('stars are named, with what is missing for the next', () => {
  expect([starsWords(0), starsWords(2)]).toEqual(['还没有星级', '二星级志愿者'])
  expect(nextStarWords(2, 90)).toBe('还差 1 小时 30 分，到三星级')
  expect(nextStarWords(5, null)).toBe('已经是最高的五星级')
  expect(signedMinutes(-45)).toBe('−45 分钟')
})

test('an annulment can be appealed once and in time', () => {
  const annulment = { annulmentId: 'one', state: 'standing' as const, appealEndsAt: 10 }
  expect(mayAppeal({ annulment }, 10)).toBe(true)
  expect(mayAppeal({ annulment }, 11)).toBe(false)
  expect(mayAppeal({ annulment: { ...annulment, state: 'appealed' } }, 1)).toBe(false)
  expect(mayAppeal({ annulment: null }, 1)).toBe(false)
})

test('periods are whole years up to today', () => {
  expect(periodOf('thisYear', '2028-02-29')).toEqual({ from: '2028-01-01', until: '2028-02-29' })
  expect(periodOf('lastYear', '2028-02-29')).toEqual({ from: '2027-01-01', until: '2027-12-31' })
  expect(periodOf('all', '2028-02-29')).toEqual({ from: '2024-01-01', until: '2028-02-29' })
  expect(periodOf('own', '2028-02-29')).toBeNull()
})

test('a code is found in what was scanned, and shown in groups', () => {
  const code = 'C674F7BXAZ7QDKJ2'
  expect(codeIn(`https://example.cn/#/pages/verify/index?checkCode=${code}&from=paper`)).toBe(code)
  expect(codeIn('c674-f7bx-az7q-dkj2')).toBe(code)
  expect(codeInGroups(code)).toBe('C674-F7BX-AZ7Q-DKJ2')
})

test('a claim says what it still needs', () => {
  expect(minutesOf('1.5')).toBe(90)
  expect(minutesOf('两')).toBeNull()
  const claim = { organisationId: 'one', day: 1, hours: '2', what: '整理图书', photos: 1 }
  expect(problemsOf(claim)).toEqual({})
  const empty = { organisationId: null, day: null, hours: '13', what: ' ', photos: 0 }
  expect(Object.keys(problemsOf(empty))).toEqual(['organisationId', 'day', 'hours', 'what', 'photos'])
})

describe('text on the picture', () => {
  const pen = { measureText: (text: string) => ({ width: text.length * 10 }) }

  test('goes on below where it is too long, and loses nothing', () => {
    expect(wrapped(pen, '志愿服务记录证明', 30)).toEqual(['志愿服', '务记录', '证明'])
    expect(wrapped(pen, '', 30)).toEqual([])
  })

  test('a name that is too long for its line ends in dots', () => {
    expect(fitted(pen, '志愿服务', 40)).toBe('志愿服务')
    expect(fitted(pen, '志愿服务队', 40)).toBe('志愿服…')
  })
})
