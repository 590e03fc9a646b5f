import { chapterLines, firstPages, fitted, pagesOf } from '../../../cloudfunctions/awards/compilationLayout'
import { notesSheet } from '../../../cloudfunctions/awards/resultSheets'
import type { WinnerEntry } from '../../../cloudfunctions/awards/rows'
import { proposedWinners, unitState, winnerInArea } from '../../../cloudfunctions/awards/rules'
import { asPicture } from '../../../cloudfunctions/platform/documents/pictures'
import type { ScoredEntry } from '../../../contract/judging'
import type { ListEntry } from '../../../contract/voting'
import { campaignInput, JINGAN, PUDONG, SHANGHAI, someRules } from '../../support/builders'

const scored = (rank: number, score: number): ScoredEntry => ({
  rank,
  candidateId: `c-${rank}`,
  name: `第${rank}名`,
  districtCode: JINGAN,
  score,
  sheets: 7,
  isNamed: rank <= 2,
  decidedBy: null,
})

const listed = (rank: number, votes: number, total: number | null): ListEntry => ({
  rank,
  candidateId: `c-${rank}`,
  number: rank,
  name: `第${rank}名`,
  districtCode: JINGAN,
  votes,
  score: null,
  total,
  isListed: true,
  decidedBy: null,
})

const outcome = (decided: Parameters<typeof proposedWinners>[0]) => {
  const proposal = proposedWinners(decided)
  return proposal && [proposal.scoredBy, proposal.entries.map(({ rank, score }) => [rank, score])]
}

describe('who the winners are proposed to be', () => {
  const session = [scored(3, 8000), scored(1, 9000), scored(2, 8500)]
  const list = [listed(1, 900, 9800), listed(2, 700, 8800)]
  it.each([
    [
      'the first of the expert session, in order of rank',
      { experts: { winners: 2 }, session, listed: list },
      [
        'experts',
        [
          [1, 9000],
          [2, 8500],
        ],
      ],
    ],
    [
      'all of the session where there are fewer than places',
      { experts: { winners: 10 }, session: [scored(1, 9000)], listed: null },
      ['experts', [[1, 9000]]],
    ],
    [
      'nobody while the session is not closed, though the list is published',
      { experts: { winners: 2 }, session: null, listed: list },
      null,
    ],
    [
      'the list by its formula where no experts are planned',
      { experts: null, session: null, listed: list },
      [
        'formula',
        [
          [1, 9800],
          [2, 8800],
        ],
      ],
    ],
    [
      'the list by votes where votes alone decide',
      { experts: null, session: null, listed: [listed(1, 900, null)] },
      ['votes', [[1, 900]]],
    ],
    ['nobody while the list is not published', { experts: null, session: null, listed: null }, null],
  ])('%s', (_, decided, expected) => expect(outcome(decided)).toEqual(expected))
})

const winner = (districtCode: string, streetName: string, name = '示例自律会'): WinnerEntry => ({
  rank: 1,
  candidateId: 'c-1',
  name,
  districtCode,
  streetName,
  score: 9000,
})

describe('whether a winner lies in a unit’s area', () => {
  const inShimen = winner(JINGAN, '石门二路街道')
  const nowhere = winner(JINGAN, '没有这个街道')
  it.each([
    ['a district with a winner', JINGAN, [inShimen], 'met'],
    ['the city with any winner', SHANGHAI, [inShimen], 'met'],
    ['another district', PUDONG, [inShimen], 'notMet'],
    ['the winner’s own street', '310106011', [inShimen], 'met'],
    ['another street of the district', '310106012', [inShimen], 'notMet'],
    ['a street, where the winner’s street is in no table', '310106012', [nowhere], null],
    ['a street with a winner beside one of unknown street', '310106011', [nowhere, inShimen], 'met'],
    ['a village of the winner’s street', '310106011002', [inShimen], null],
    ['a village of another street', '310106012002', [inShimen], 'notMet'],
    ['any place while winners are not published', JINGAN, null, null],
    ['any place where nobody has won', JINGAN, [], 'notMet'],
  ])('%s', (_, placeCode, winners, state) =>
    expect(winnerInArea(placeCode, winners)?.state ?? null).toBe(state),
  )

  it('names at most three of them', () => {
    const winners = ['甲', '乙', '丙', '丁'].map((name) => winner(JINGAN, '石门二路街道', name))
    expect(winnerInArea(JINGAN, winners)?.note).toBe('辖区内获评 4 家：甲、乙、丙 等')
  })
})

describe('a unit is', () => {
  const check = (state: 'met' | 'notMet' | 'unknown') => ({ condition: 'training' as const, state })
  it.each([
    ['ready when every condition is met', [check('met'), check('met')], false, 'ready'],
    ['not ready when one is not known', [check('met'), check('unknown')], false, 'checking'],
    ['not ready when one is not met', [check('notMet'), check('met')], false, 'checking'],
    ['awarded for good', [check('notMet')], true, 'awarded'],
  ] as const)('%s', (_, checks, isAwarded, state) => expect(unitState([...checks], isAwarded)).toBe(state))
})

describe('pages of the compilation', () => {
  it.each([
    ['an empty chapter still has its page', [], 1],
    ['31 lines fit on one', Array.from({ length: 31 }, () => 1), 1],
    ['32 do not', Array.from({ length: 32 }, () => 1), 2],
    ['a row of photos goes to the next page whole', [...Array.from({ length: 25 }, () => 1), 10], 2],
    ['and text goes on behind it', [25, 10, ...Array.from({ length: 21 }, () => 1)], 2],
  ])('%s', (_, lines, pages) => expect(pagesOf(lines)).toBe(pages))

  it('begin where the chapters before them end', () => {
    expect(firstPages([2, 1, 3, 1])).toEqual([1, 3, 4, 7])
  })

  it('count Latin letters and digits as half a character', () => {
    const lines = (paragraph: string) =>
      chapterLines({ name: '名', summary: '一句', facts: [], paragraphs: [paragraph] }, 0).length
    expect(lines('中'.repeat(35))).toBe(lines('a'.repeat(68)) + 1)
  })
})

it.each([
  ['a wide photo fills the width', { width: 1600, height: 900 }, { width: 200, height: 113 }],
  ['a tall one the height', { width: 900, height: 1600 }, { width: 84, height: 150 }],
])('%s, its sides in proportion', (_, pixels, points) =>
  expect(fitted(pixels, { width: 200, height: 150 })).toEqual(points),
)

it.each([
  ['a text', Buffer.from('no picture')],
  ['nothing', Buffer.alloc(0)],
  ['a JPEG that breaks off', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff])],
])('%s is no picture for a document', (_, bytes) => expect(asPicture(bytes)).toBeNull())

it('says in the notes how the order came about', () => {
  const campaign = {
    ...campaignInput(0, {
      rules: someRules({ formula: { votes: 60, scores: 40, voteScale: 'byRank' }, listSize: 20 }),
    }),
    rulesHash: 'abc',
    winnersPublishedAt: Date.UTC(2026, 11, 1),
  }
  const rows = notesSheet(campaign, {
    _id: 'c',
    version: 1,
    status: 'published',
    recountId: 'r',
    ballots: 12,
    counts: { counted: 10, pending: 0, notCounted: 1, struck: 1 },
    total: 2,
    pagesKey: 'k',
    listed: [],
    proposedAt: 0,
    confirmations: [],
    confirmedAt: 0,
    publishedAt: Date.UTC(2026, 10, 21, 10),
    remindersDue: false,
    history: [],
  }).rows
  expect(Object.fromEntries(rows)).toMatchObject({
    '计入的选票（张）': 10,
    '经两人核定剔除的选票（张）': 1,
    入围数: 20,
    排名办法: '总分 = 票数得分 × 60% + 工作小组评分 × 40%；票数得分：按票数名次，第一名 100 分，依次等差递减',
    并列时: '登记早的在前',
    名单公布时间: '2026年11月21日 18:00',
    获评名单公布时间: '2026年12月1日 08:00',
  })
})
