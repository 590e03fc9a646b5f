import { plainNumber, readScore, STEP, scoreText, stepped, totalSoFar } from '@/features/judging/scores'

it.each([
  ['8', 800],
  ['8.5', 850],
  ['8.05', 805],
  ['29.1', 2910],
  ['0.29', 29],
  ['.5', 50],
  ['8.', 800],
  ['60', 6000],
  ['60.00', 6000],
  ['007', 700],
  [' 8.5 ', 850],
  ['８．５', 850],
  ['8。5', 850],
  ['8，25', 825],
  ['0', 0],
])('reads %s as %i hundredths', (typed, score) => {
  expect(readScore(typed, 60)).toEqual({ score })
})

it.each([
  ['', '请填写这一项的分数'],
  ['  ', '请填写这一项的分数'],
  ['.', '请填数字，例如 8.5'],
  ['八', '请填数字，例如 8.5'],
  ['-3', '请填数字，例如 8.5'],
  ['1e1', '请填数字，例如 8.5'],
  ['8.5.1', '请填数字，例如 8.5'],
  ['8.125', '最多填两位小数'],
  ['60.01', '最多 60 分'],
  ['600', '最多 60 分'],
])('says what is wrong with “%s”', (typed, trouble) => {
  expect(readScore(typed, 60)).toEqual({ trouble })
})

it('reads back every hundredth that it writes', () => {
  for (let score = 0; score <= 10_000; score++) expect(readScore(scoreText(score), 100)).toEqual({ score })
})

it.each([
  [8650, '86.5'],
  [8600, '86'],
  [8605, '86.05'],
  [10_000, '100'],
  [0, '0'],
])('writes %i as short as it can be typed: %s', (score, text) => {
  expect(scoreText(score)).toBe(text)
})

it.each([
  ['adds a point', '8.5', STEP, '9.5'],
  ['takes a point off', '8.5', -STEP, '7.5'],
  ['stops at the most', '59.5', STEP, '60'],
  ['stops at nothing', '0.5', -STEP, '0'],
  ['begins below the most', '', -STEP, '59'],
  ['never goes beyond the most from nothing', '', STEP, '60'],
  ['begins anew from what is no score', '八', -STEP, '59'],
])('%s', (_, typed, step, text) => {
  expect(stepped(typed, 60, step)).toBe(text)
})

it('adds up what is there, exactly, and counts what is missing', () => {
  const criteria = [
    { name: '成效', points: 60 },
    { name: '演讲', points: 30 },
    { name: '答辩', points: 10 },
  ]
  expect(totalSoFar(['0.1', '0.2', '0.07'], criteria)).toEqual({ total: 37, missing: 0 })
  expect(totalSoFar(['55.5', '31'], criteria)).toEqual({ total: 5550, missing: 2 })
})

it('takes the dots and digits of a Chinese keyboard for plain ones while they are typed', () => {
  expect(plainNumber('８。')).toBe('8.')
})
