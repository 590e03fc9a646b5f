import fc from 'fast-check'
import {
  type Contender,
  type RankingRules,
  rankContenders,
  withoutScore,
} from '../../../cloudfunctions/voting/ranking'
import type { TieBreak } from '../../../contract/campaigns'

/** The worked examples of docs/results.md stand here again, so that the page cannot say what the code does not do. */

const rules = (changes: Partial<RankingRules> = {}): RankingRules => ({
  formula: { votes: 100, scores: 0, voteScale: 'shareOfMost' },
  tieBreaks: ['earliestRegistration'],
  listSize: 2,
  rulesHash: 'hash',
  ...changes,
})

const contenders: Contender[] = ['甲', '乙', '丙', '丁'].map((name, index) => ({
  candidateId: `C-${index + 1}`,
  number: index + 1,
  name,
  districtCode: '310106',
}))

const sixtyForty = { votes: 60, scores: 40, voteScale: 'shareOfMost' } as const

type Line = [string, number, number | null, boolean, TieBreak | null]
const lines = (...given: Parameters<typeof rankContenders>): Line[] =>
  rankContenders(...given).map(({ name, votes, total, isListed, decidedBy }) => [
    name,
    votes,
    total,
    isListed,
    decidedBy,
  ])

describe('by votes alone', () => {
  test('equals are parted by the declared tie-break, which is named', () => {
    expect(lines(contenders, { 1: 5, 2: 9, 3: 5 }, {}, rules())).toEqual([
      ['乙', 9, null, true, null],
      ['甲', 5, null, true, 'earliestRegistration'],
      ['丙', 5, null, false, 'earliestRegistration'],
      ['丁', 0, null, false, null],
    ])
  })

  test('a lot is the same for everyone who has the hash, and another for another hash', () => {
    const order = (rulesHash: string) =>
      rankContenders(contenders, {}, {}, rules({ tieBreaks: ['lot'], rulesHash })).map(({ name }) => name)
    expect(order('one')).toEqual(order('one'))
    expect(
      new Set(['one', 'two', 'three', 'four', 'five'].map((hash) => order(hash).join())).size,
    ).toBeGreaterThan(1)
  })
})

describe('by votes and scores', () => {
  test('the share of the most votes: 60 % votes, 40 % score', () => {
    const votes = { 1: 1000, 2: 800, 3: 333, 4: 0 }
    const scores = { 1: 7000, 2: 9550, 3: 9000, 4: 8800 }
    // 甲 60 + 28 = 88; 乙 48 + 38.2 = 86.2; 丙 19.98 + 36 = 55.98; 丁 0 + 35.2 = 35.2
    expect(lines(contenders, votes, scores, rules({ formula: sixtyForty }))).toEqual([
      ['甲', 1000, 8800, true, null],
      ['乙', 800, 8620, true, null],
      ['丙', 333, 5598, false, null],
      ['丁', 0, 3520, false, null],
    ])
  })

  test('by rank: of four the first has 100, the next 75, equals the same', () => {
    const formula = { votes: 50, scores: 50, voteScale: 'byRank' } as const
    const votes = { 1: 10, 2: 900, 3: 10, 4: 1 }
    const scores = { 1: 8000, 2: 8000, 3: 9000, 4: 10_000 }
    // 乙 50 + 40 = 90; 丙 37.5 + 45 = 82.5; 甲 37.5 + 40 = 77.5; 丁 12.5 + 50 = 62.5
    expect(lines(contenders, votes, scores, rules({ formula }))).toEqual([
      ['乙', 900, 9000, true, null],
      ['丙', 10, 8250, true, null],
      ['甲', 10, 7750, false, null],
      ['丁', 1, 6250, false, null],
    ])
  })

  test('a total is rounded half up to hundredths', () => {
    const formula = { votes: 50, scores: 50, voteScale: 'shareOfMost' } as const
    // 1 of 3 votes: 16.666… + 0 → 16.67; 0.01 of score alone: 0.005 → 0.01
    expect(
      rankContenders(contenders.slice(0, 3), { 1: 3, 2: 1 }, { 1: 0, 2: 0, 3: 1 }, rules({ formula })).map(
        ({ total }) => total,
      ),
    ).toEqual([5000, 1667, 1])
  })

  test.each<[TieBreak[], string[], (TieBreak | null)[]]>([
    [
      ['moreVotes', 'earliestRegistration'],
      ['甲', '乙', '丙', '丁'],
      ['moreVotes', 'moreVotes', null, null],
    ],
    [
      ['higherScore', 'lot'],
      ['乙', '甲', '丙', '丁'],
      ['higherScore', 'higherScore', null, null],
    ],
    [
      ['earliestRegistration'],
      ['甲', '乙', '丙', '丁'],
      ['earliestRegistration', 'earliestRegistration', null, null],
    ],
  ])('equal totals by %j', (tieBreaks, names, decided) => {
    const formula = { votes: 50, scores: 50, voteScale: 'shareOfMost' } as const
    // 甲 50 + 25 = 75, 乙 30 + 45 = 75
    const entries = rankContenders(
      contenders,
      { 1: 100, 2: 60, 3: 20, 4: 0 },
      { 1: 5000, 2: 9000, 3: 1000, 4: 0 },
      rules({ formula, tieBreaks }),
    )
    expect(entries.map(({ name }) => name)).toEqual(names)
    expect(entries.map(({ decidedBy }) => decidedBy)).toEqual(decided)
  })

  test('nobody has a vote: everyone has the points of their score', () => {
    expect(
      rankContenders(contenders, {}, { 1: 100, 2: 200, 3: 300, 4: 400 }, rules({ formula: sixtyForty })).map(
        ({ name, total }) => [name, total],
      ),
    ).toEqual([
      ['丁', 160],
      ['丙', 120],
      ['乙', 80],
      ['甲', 40],
    ])
  })

  test('who has no score is named, where scores have a weight', () => {
    expect(withoutScore(contenders, { 1: 0, 3: 5 }, rules({ formula: sixtyForty }))).toEqual(['C-2', 'C-4'])
    expect(withoutScore(contenders, {}, rules())).toEqual([])
  })
})

describe('of any votes and scores', () => {
  const many = fc.array(fc.record({ votes: fc.nat(6), score: fc.nat({ max: 10_000 }) }), {
    minLength: 1,
    maxLength: 30,
  })
  const anyRules = fc.record({
    formula: fc.constantFrom({ votes: 100, scores: 0, voteScale: 'shareOfMost' as const }, sixtyForty, {
      votes: 30,
      scores: 70,
      voteScale: 'byRank' as const,
    }),
    tieBreaks: fc.constantFrom<TieBreak[]>(
      ['lot'],
      ['earliestRegistration'],
      ['moreVotes', 'lot'],
      ['higherScore', 'moreVotes', 'earliestRegistration'],
    ),
    listSize: fc.integer({ min: 1, max: 10 }),
    rulesHash: fc.constant('h'),
  })
  const asked = (drawn: { votes: number; score: number }[]) => ({
    field: drawn.map((_, index) => ({
      candidateId: `C-${index + 1}`,
      number: index + 1,
      name: 'n',
      districtCode: '310101',
    })),
    votes: Object.fromEntries(drawn.map(({ votes }, index) => [index + 1, votes])),
    scores: Object.fromEntries(drawn.map(({ score }, index) => [index + 1, score])),
  })

  test('less never stands above more, and the list is as long as declared', () => {
    fc.assert(
      fc.property(many, anyRules, (drawn, declared) => {
        const { field, votes, scores } = asked(drawn)
        const entries = rankContenders(field, votes, scores, declared)
        for (const [place, entry] of entries.entries()) {
          const next = entries[place + 1]
          if (next) expect(entry.total ?? entry.votes).toBeGreaterThanOrEqual(next.total ?? next.votes)
        }
        expect(entries.filter(({ isListed }) => isListed)).toHaveLength(
          Math.min(declared.listSize, drawn.length),
        )
        expect(new Set(entries.map(({ candidateId }) => candidateId)).size).toBe(drawn.length)
      }),
    )
  })

  test('the order in which contenders come changes nothing', () => {
    fc.assert(
      fc.property(many, anyRules, fc.infiniteStream(fc.nat()), (drawn, declared, dice) => {
        const { field, votes, scores } = asked(drawn)
        const shuffled = field
          .map((one) => ({ one, key: dice.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one)
        expect(rankContenders(shuffled, votes, scores, declared)).toEqual(
          rankContenders(field, votes, scores, declared),
        )
      }),
    )
  })
})
