import { droppingWords, scoreWords } from '@/words/judging'

it.each([
  [0, '0.00'],
  [5, '0.05'],
  [8650, '86.50'],
  [10_000, '100.00'],
  [2910, '29.10'],
])('writes %i hundredths as %s points', (hundredths, words) => {
  expect(scoreWords(hundredths)).toBe(words)
})

it.each([
  [1, 1, '去掉 1 个最高分和 1 个最低分，其余取平均'],
  [2, 0, '去掉 2 个最高分，其余取平均'],
  [0, 0, '各位评委的分数取平均'],
])('says what is dropped: %i highest, %i lowest', (dropHighest, dropLowest, words) => {
  expect(droppingWords({ dropHighest, dropLowest })).toBe(words)
})
