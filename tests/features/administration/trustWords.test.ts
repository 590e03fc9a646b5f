import type { BallotFilter } from '@contract/trust'
import { filterWords, rankWords, stretchWords } from '@/features/administration/trustWords'

const ALL: BallotFilter = {
  from: null,
  to: null,
  candidateId: null,
  address: null,
  isNew: null,
  standing: null,
  rank: null,
}
/** 21 November 2026, 21:10 in Shanghai. */
const EVENING = Date.parse('2026-11-21T13:10:00Z')
const MINUTE = 60_000

test.each<[Partial<BallotFilter>, string]>([
  [{}, '全部选票'],
  [
    { from: EVENING, to: EVENING + 10 * MINUTE, candidateId: 'CAMPAIGN-3' },
    '11月21日 21:10 – 21:20 · 投给 3号候选',
  ],
  [{ standing: 'pending', rank: -1 }, '待核查 · 微信没有答复'],
  [{ isNew: true, address: 'HERE' }, '网络地址 HERE · 新用户'],
])('the ballots of %j are called %s', (filter, words) => {
  expect(filterWords({ ...ALL, ...filter })).toBe(words)
})

test('a stretch over midnight names both days', () => {
  expect(stretchWords(EVENING, EVENING + 180 * MINUTE)).toBe('11月21日 21:10 – 11月22日 00:10')
})

test('no rank is said in words, never as a number', () => {
  expect([null, -1, 0, 4].map(rankWords)).toEqual([
    '微信没有答复',
    '微信没有答复',
    '风险等级 0',
    '风险等级 4',
  ])
})
