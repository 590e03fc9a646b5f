import type { WinnersView } from '@contract/awards'
import { conditionWords, scoreWords, winnersStep } from '@/features/administration/awardWords'
import { changesOf, subjectWords } from '@/features/administration/changeWords'

const winners = (status: WinnersView['status']): WinnersView => ({
  version: 2,
  status,
  scoredBy: 'experts',
  entries: [],
  confirmedBy: [],
  publishedAt: null,
})

it.each([
  [null, 'propose'],
  [winners('proposed'), 'confirm'],
  [winners('confirmed'), 'publish'],
  [winners('published'), 'done'],
] as const)('leads from one step to the next (%#)', (view, step) => {
  expect(winnersStep(view)).toBe(step)
})

it('shows points of experts with two decimals, votes as whole numbers', () => {
  expect(scoreWords(8650, 'experts')).toBe('86.50 分')
  expect(scoreWords(12_345, 'votes')).toBe('12,345 票')
})

it('says in the audit trail which condition was found to be how', () => {
  const before = JSON.stringify({ condition: 'training', result: 'notMet', note: '没有台账', evidence: 0 })
  const after = JSON.stringify({ condition: 'training', result: 'met', note: '补了台账', evidence: 2 })
  expect(changesOf({ subject: 'awardUnit/ABCDEF', before, after })).toEqual([
    { key: '核对结果', before: '没有达到', after: '达到' },
    { key: '依据', before: '没有台账', after: '补了台账' },
    { key: '证明材料', before: '0 份', after: '2 份' },
  ])
  expect(changesOf({ subject: null, before: null, after })[0]).toEqual({
    key: '条件',
    before: '没有',
    after: conditionWords.training,
  })
  expect(subjectWords('awardUnit/ABCDEF')).toBe('优秀组织奖单位 ABCDEF')
})
