import type { ListEntry } from '@contract/voting'
import { decidedWords, originWords, pointsWords, worthWords } from '@/words/listEntries'

const entry = (part: Partial<ListEntry> = {}): ListEntry => ({
  rank: 1,
  candidateId: 'C-1',
  number: 1,
  name: '示例',
  districtCode: '310106',
  votes: 1234,
  score: null,
  total: null,
  isListed: true,
  decidedBy: null,
  ...part,
})
const weighed = entry({ score: 8750, total: 8833 })

test.each([
  [8650, '86.50'],
  [5, '0.05'],
  [10_000, '100.00'],
])('%d hundredths are %s points', (hundredths, words) => {
  expect(pointsWords(hundredths)).toBe(words)
})

test('an entry ranks by votes, or by the total that it is made of', () => {
  expect([worthWords(entry()), originWords(entry())]).toEqual(['1,234 票', '静安区'])
  expect([worthWords(weighed), originWords(weighed)]).toEqual([
    '88.33 分',
    '静安区 · 1,234 票 · 工作小组 87.50 分',
  ])
})

test('what parted equals is said of what they were equal in', () => {
  expect(decidedWords(entry())).toBeNull()
  expect(decidedWords(entry({ decidedBy: 'lot' }))).toMatch(/^票数相同，/)
  expect(decidedWords({ ...weighed, decidedBy: 'moreVotes' })).toMatch(/^总分相同，票数多的在前/)
})
