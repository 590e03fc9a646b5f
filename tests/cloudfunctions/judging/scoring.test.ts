import fc from 'fast-check'
import { commitmentOf, drawTurns, lotOf } from '../../../cloudfunctions/judging/draw'
import {
  type CountedSheet,
  rankEntries,
  scoreOf,
  sheetsNeeded,
} from '../../../cloudfunctions/judging/scoring'
import type { JudgingPlan, ScoreTieBreak } from '../../../contract/campaigns'

/** The worked examples of docs/results.md stand here again, so that the page cannot say what the code does not do. */

const plan = (changes: Partial<JudgingPlan> = {}): JudgingPlan => ({
  criteria: [
    { name: '自律成效', points: 60 },
    { name: '现场演讲', points: 40 },
  ],
  dropHighest: 1,
  dropLowest: 1,
  tieBreaks: ['firstCriterion', 'moreVotes', 'lot'],
  ...changes,
})

const NO_DROP = { dropHighest: 0, dropLowest: 0 }
const SEED = '00112233445566778899aabbccddeeff'.repeat(2)

/** Sheets of one entry, each by another judge, in points of the two criteria. */
const sheets = (candidateId: string, ...given: [number, number][]): CountedSheet[] =>
  given.map(([first, second], index) => ({
    judgeId: `judge-${index + 1}`,
    candidateId,
    scores: [Math.round(first * 100), Math.round(second * 100)],
  }))

const entry = (candidateId: string) => ({
  candidateId,
  name: candidateId,
  districtCode: '310106',
  turn: null,
})

type Line = [string, number, number, ScoreTieBreak | null]
function lines(all: CountedSheet[], declared: JudgingPlan, votes: Record<string, number> = {}): Line[] {
  const entries = [...new Set(all.map(({ candidateId }) => candidateId))].map(entry)
  const deciding = { plan: declared, winners: 1, seed: SEED, votes: new Map(Object.entries(votes)) }
  return rankEntries(entries, all, deciding).map(({ candidateId, score, sheets: counted, decidedBy }) => [
    candidateId,
    score,
    counted,
    decidedBy,
  ])
}

describe('the score of an entry', () => {
  test('is the mean of all sheets where none is dropped', () => {
    // (86.50 + 90.00 + 88.25) ÷ 3 = 88.25
    const given = sheets('甲', [52, 34.5], [54, 36], [53, 35.25])
    expect(scoreOf(given, plan(NO_DROP))).toMatchObject({ score: 8825, firstCriterion: 5300 })
  })

  test('is rounded half up to a hundredth', () => {
    // (80.00 + 80.01) ÷ 2 = 80.005 → 80.01; (80.00 + 80.00 + 80.01) ÷ 3 = 80.003… → 80.00
    expect(scoreOf(sheets('甲', [50, 30], [50, 30.01]), plan(NO_DROP)).score).toBe(8001)
    expect(scoreOf(sheets('甲', [50, 30], [50, 30], [50, 30.01]), plan(NO_DROP)).score).toBe(8000)
  })

  test('leaves out the highest and the lowest sheet as declared', () => {
    // 70.00 and 99.00 are left out; (84.00 + 85.00 + 87.50) ÷ 3 = 85.50
    const given = sheets('甲', [40, 30], [50, 34], [51, 34], [52, 35.5], [60, 39])
    const { score, counted, dropped } = scoreOf(given, plan())
    expect(score).toBe(8550)
    expect(counted.map(({ judgeId }) => judgeId)).toEqual(['judge-2', 'judge-3', 'judge-4'])
    expect(dropped.map(({ judgeId }) => judgeId).sort()).toEqual(['judge-1', 'judge-5'])
  })

  test('is made of the sheets that are left when a judge is recused', () => {
    // Without the sheet of 87.50: 70.00 and 99.00 are left out; (84.00 + 85.00) ÷ 2 = 84.50
    const given = sheets('甲', [40, 30], [50, 34], [51, 34], [60, 39])
    expect(scoreOf(given, plan())).toMatchObject({ score: 8450, firstCriterion: 5050 })
  })

  test('of sheets with equal totals leaves out the one that is higher in the first criterion as the higher', () => {
    // 90.00 three times; dropped are 50 + 40 as the lowest and 60 + 30 as the highest
    const { firstCriterion, counted } = scoreOf(sheets('甲', [60, 30], [50, 40], [55, 35]), plan())
    expect(firstCriterion).toBe(5500)
    expect(counted).toHaveLength(1)
  })

  test('needs one sheet more than are dropped', () => {
    expect([sheetsNeeded(plan()), sheetsNeeded(plan(NO_DROP))]).toEqual([3, 1])
    expect(scoreOf(sheets('甲', [50, 30], [50, 34], [50, 40]), plan())).toMatchObject({ score: 8400 })
  })
})

describe('equal scores', () => {
  const equal = [...sheets('甲', [50, 35], [50, 35]), ...sheets('乙', [51, 34], [51, 34])]

  test('are parted by the first criterion', () => {
    expect(lines(equal, plan(NO_DROP))).toEqual([
      ['乙', 8500, 2, 'firstCriterion'],
      ['甲', 8500, 2, 'firstCriterion'],
    ])
  })

  test('are parted by the citizens’ votes, where that is declared first', () => {
    const declared = plan({ ...NO_DROP, tieBreaks: ['moreVotes', 'firstCriterion'] })
    expect(lines(equal, declared, { 甲: 120, 乙: 90 })).toEqual([
      ['甲', 8500, 2, 'moreVotes'],
      ['乙', 8500, 2, 'moreVotes'],
    ])
  })

  test('go on to the next rule where one does not part them', () => {
    const same = [...sheets('甲', [50, 35]), ...sheets('乙', [50, 35]), ...sheets('丙', [40, 30])]
    expect(lines(same, plan(NO_DROP), { 甲: 7, 乙: 9 })).toEqual([
      ['乙', 8500, 1, 'moreVotes'],
      ['甲', 8500, 1, 'moreVotes'],
      ['丙', 7000, 1, null],
    ])
  })

  test('are parted by the lot at last, declared or not', () => {
    // SHA-256 of "<seed>:C-1" begins with c958, of C-2 with 95f0, of C-3 with 0880.
    const same = ['C-1', 'C-2', 'C-3'].flatMap((candidateId) => sheets(candidateId, [50, 35]))
    const byLot: Line[] = ['C-3', 'C-2', 'C-1'].map((candidateId) => [candidateId, 8500, 1, 'lot'])
    expect(lines(same, plan({ ...NO_DROP, tieBreaks: ['lot'] }))).toEqual(byLot)
    expect(lines(same, plan({ ...NO_DROP, tieBreaks: ['moreVotes'] }))).toEqual(byLot)
  })
})

test('the first are named, as many as there are winners; of a group that names nobody, none', () => {
  const all = [...sheets('甲', [50, 35]), ...sheets('乙', [51, 35]), ...sheets('丙', [40, 30])]
  const named = (winners: number) =>
    rankEntries(['甲', '乙', '丙'].map(entry), all, {
      plan: plan(NO_DROP),
      winners,
      seed: SEED,
      votes: new Map(),
    }).flatMap(({ name, isNamed }) => (isNamed ? [name] : []))
  expect([named(0), named(1), named(2)]).toEqual([[], ['乙'], ['乙', '甲']])
})

describe('properties', () => {
  const someScore = (points: number) => fc.integer({ min: 0, max: points * 4 }).map((quarter) => quarter * 25)
  const someSession = fc
    .record({
      judges: fc.integer({ min: 5, max: 9 }),
      entries: fc.integer({ min: 1, max: 6 }),
      dropHighest: fc.integer({ min: 0, max: 2 }),
      dropLowest: fc.integer({ min: 0, max: 2 }),
      tieBreaks: fc.constantFrom<ScoreTieBreak[]>(
        ['firstCriterion'],
        ['moreVotes', 'lot'],
        ['lot'],
        ['moreVotes', 'firstCriterion'],
      ),
    })
    .chain(({ judges, entries, ...rules }) => {
      const pairs = Array.from({ length: entries }, (_, one) =>
        Array.from({ length: judges }, (_, judge) => ({ candidateId: `C-${one}`, judgeId: `J-${judge}` })),
      ).flat()
      return fc.record({
        rules: fc.constant(rules),
        // Few values, so that equals are common.
        sheets: fc
          .array(fc.tuple(someScore(3), someScore(2)), { minLength: pairs.length, maxLength: pairs.length })
          .map((all) => pairs.map((pair, index) => ({ ...pair, scores: [...(all[index] ?? [0, 0])] }))),
        votes: fc.array(fc.nat(3), { minLength: entries, maxLength: entries }),
      })
    })

  test('the order of sheets, entries and judges never changes the result', () => {
    fc.assert(
      fc.property(
        someSession,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (given, random) => {
          const shuffled = <T>(values: T[]): T[] =>
            values
              .map((value) => ({ value, key: random.next().value as number }))
              .sort((one, other) => one.key - other.key)
              .map(({ value }) => value)
          const declared = plan(given.rules)
          const entries = given.votes.map((_, index) => entry(`C-${index}`))
          const votes = new Map(given.votes.map((number, index) => [`C-${index}`, number]))
          const deciding = { plan: declared, winners: 2, seed: SEED, votes }
          expect(rankEntries(shuffled(entries), shuffled(given.sheets), deciding)).toEqual(
            rankEntries(entries, given.sheets, deciding),
          )
        },
      ),
    )
  })

  test('a score lies between the lowest and the highest sheet, and is their common value where all are equal', () => {
    fc.assert(
      fc.property(someSession, ({ rules, sheets: all }) => {
        const own = all.filter(({ candidateId }) => candidateId === 'C-0')
        const totals = own.map(({ scores }) => (scores[0] ?? 0) + (scores[1] ?? 0))
        const { score, counted, dropped } = scoreOf(own, plan(rules))
        expect(counted.length + dropped.length).toBe(own.length)
        expect(dropped).toHaveLength(rules.dropHighest + rules.dropLowest)
        expect(score).toBeGreaterThanOrEqual(Math.min(...totals))
        expect(score).toBeLessThanOrEqual(Math.max(...totals))
      }),
    )
  })
})

describe('the draw', () => {
  const entries = ['C-1', 'C-2', 'C-3'].map((candidateId) => ({ candidateId }))

  test('can be repeated by anyone who has the seed', () => {
    expect(commitmentOf(SEED)).toBe('2a8abfa8cb9906290437854193ca6bca41d4d4e26d1d454bd66a35158095e737')
    expect(lotOf(SEED, 'C-3')).toMatch(/^0880261253d1/)
    expect(drawTurns(entries, SEED)).toEqual([
      { candidateId: 'C-3', turn: 1 },
      { candidateId: 'C-2', turn: 2 },
      { candidateId: 'C-1', turn: 3 },
    ])
    expect(drawTurns(entries.toReversed(), SEED)).toEqual(drawTurns(entries, SEED))
  })

  test('comes out otherwise with another seed', () => {
    const orders = Array.from({ length: 20 }, (_, number) =>
      drawTurns(entries, `seed ${number}`)
        .map(({ candidateId }) => candidateId)
        .join(),
    )
    expect(new Set(orders).size).toBeGreaterThan(3)
  })
})
