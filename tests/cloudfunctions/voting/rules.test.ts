import fc from 'fast-check'
import {
  addVotes,
  areSameVotes,
  bucketOf,
  lastDueBucket,
  nextVoteAt,
  periodOf,
  periodsSoFar,
  rankContenders,
  refuseChoices,
  rulesHash,
  trackingCodeOf,
  votingState,
} from '../../../cloudfunctions/voting/rules'
import type { VotingRules } from '../../../contract/voting'

const MINUTE = 60_000
const OPENS = Date.parse('2026-11-16T09:00:00+08:00')
const CLOSES = Date.parse('2026-11-30T18:00:00+08:00')

const times = { votingOpensAt: OPENS, votingClosesAt: CLOSES, publishedAt: null }

const rules = (changes: Partial<VotingRules> = {}): VotingRules => ({
  choices: { min: 1, max: 3 },
  period: 'once',
  identity: 'wechat',
  listSize: 2,
  tieBreaks: ['earliestRegistration'],
  runningCounts: 'hidden',
  ...changes,
})

describe('the state of voting', () => {
  test.each([
    [OPENS - 1, 'notOpen'],
    [OPENS, 'open'],
    [CLOSES - 1, 'open'],
    [CLOSES, 'settling'],
    [CLOSES + 29_999, 'settling'],
    [CLOSES + 30_000, 'closed'],
  ])('at %i is %s', (now, state) => {
    expect(votingState(times, now)).toBe(state)
  })

  test('is published once the list is, whatever the time', () => {
    expect(votingState({ ...times, publishedAt: CLOSES + 1 }, OPENS + 1)).toBe('published')
  })
})

describe('the voting period', () => {
  test('of a once-per-campaign rule is the campaign', () => {
    expect(periodOf(rules(), OPENS)).toBe('once')
    expect(nextVoteAt({ ...times, rules: rules() }, OPENS)).toBeNull()
  })

  test.each([
    ['2026-11-21T15:59:59.999Z', '2026-11-21'],
    ['2026-11-21T16:00:00.000Z', '2026-11-22'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
  ])('of a daily rule at %s is the day %s in Shanghai', (moment, day) => {
    expect(periodOf(rules({ period: 'daily' }), Date.parse(moment))).toBe(day)
  })

  test('begins anew at midnight in Shanghai, unless voting has closed by then', () => {
    const daily = { ...times, rules: rules({ period: 'daily' }) }
    expect(nextVoteAt(daily, Date.parse('2026-11-21T20:00:00+08:00'))).toBe(
      Date.parse('2026-11-22T00:00:00+08:00'),
    )
    expect(nextVoteAt(daily, Date.parse('2026-11-30T12:00:00+08:00'))).toBeNull()
  })

  test('looks back over the days since voting opened, newest first', () => {
    const daily = { ...times, rules: rules({ period: 'daily' }) }
    expect(periodsSoFar(daily, Date.parse('2026-11-18T00:00:01+08:00'))).toEqual([
      '2026-11-18',
      '2026-11-17',
      '2026-11-16',
    ])
    expect(periodsSoFar(daily, OPENS + 60 * 86_400_000)).toHaveLength(31)
  })
})

describe('choices on a ballot', () => {
  const paper = ['A', 'B', 'C', 'D']
  test.each([
    [['A'], null],
    [['A', 'B', 'C'], null],
    [[], { code: 'choices_out_of_range', min: 1, max: 3 }],
    [['A', 'B', 'C', 'D'], { code: 'choices_out_of_range', min: 1, max: 3 }],
    [['A', 'X'], { code: 'candidate_not_on_ballot', candidateIds: ['X'] }],
  ])('%j gives %j', (choices, refusal) => {
    expect(refuseChoices(rules(), paper, choices)).toEqual(refusal)
  })
})

describe('the bucket that may be folded', () => {
  test('ends 30 seconds before now, while voting is open', () => {
    const minute = bucketOf(OPENS + 10 * MINUTE)
    expect(lastDueBucket(times, minute + MINUTE + 29_999)).toBe(minute - MINUTE)
    expect(lastDueBucket(times, minute + MINUTE + 30_000)).toBe(minute)
  })

  test('is the one voting closed in, as soon as the last ballots have settled', () => {
    const early = { ...times, votingClosesAt: OPENS + 10 * MINUTE + 5_000 }
    expect(lastDueBucket(early, early.votingClosesAt + 30_000)).toBe(bucketOf(early.votingClosesAt))
  })
})

describe('the rules hash', () => {
  test('changes with every rule and with the ballot paper', () => {
    const hashes = [
      rulesHash('C', rules(), ['A', 'B']),
      rulesHash('D', rules(), ['A', 'B']),
      rulesHash('C', rules(), ['B', 'A']),
      rulesHash('C', rules({ choices: { min: 2, max: 3 } }), ['A', 'B']),
      rulesHash('C', rules({ period: 'daily' }), ['A', 'B']),
      rulesHash('C', rules({ identity: 'phone' }), ['A', 'B']),
      rulesHash('C', rules({ listSize: 3 }), ['A', 'B']),
      rulesHash('C', rules({ tieBreaks: ['lot'] }), ['A', 'B']),
      rulesHash('C', rules({ runningCounts: 'public' }), ['A', 'B']),
    ]
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  test('does not depend on the order of the keys', () => {
    const { choices, ...others } = rules()
    expect(rulesHash('C', { ...others, choices: { max: choices.max, min: choices.min } }, ['A'])).toBe(
      rulesHash('C', rules(), ['A']),
    )
  })
})

describe('ranking', () => {
  const contenders = ['A', 'B', 'C', 'D'].map((candidateId, index) => ({
    candidateId,
    name: `组织${candidateId}`,
    districtCode: '310106',
    number: index + 1,
  }))

  test('goes by votes; equals by the declared tie-break, which is named', () => {
    const entries = rankContenders(contenders, { A: 5, B: 9, C: 5 }, rules(), 'hash')
    expect(
      entries.map(({ candidateId, rank, votes, isListed, decidedBy }) => [
        candidateId,
        rank,
        votes,
        isListed,
        decidedBy,
      ]),
    ).toEqual([
      ['B', 1, 9, true, null],
      ['A', 2, 5, true, 'earliestRegistration'],
      ['C', 3, 5, false, 'earliestRegistration'],
      ['D', 4, 0, false, null],
    ])
  })

  test('by lot is the same for everyone who has the hash, and another for another hash', () => {
    const order = (hash: string) =>
      rankContenders(contenders, {}, rules({ tieBreaks: ['lot'] }), hash).map((entry) => entry.candidateId)
    expect(order('one')).toEqual(order('one'))
    expect(
      new Set(['one', 'two', 'three', 'four', 'five'].map((hash) => order(hash).join())).size,
    ).toBeGreaterThan(1)
  })

  test('never puts fewer votes above more, and lists exactly as many as declared', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 10 }),
        fc.constantFrom<VotingRules['tieBreaks']>(
          ['lot'],
          ['earliestRegistration'],
          ['lot', 'earliestRegistration'],
        ),
        (counts, listSize, tieBreaks) => {
          const many = counts.map((_, index) => ({
            candidateId: `K${index}`,
            name: 'n',
            districtCode: '310101',
            number: index + 1,
          }))
          const votes = Object.fromEntries(counts.map((count, index) => [`K${index}`, count]))
          const entries = rankContenders(many, votes, rules({ listSize, tieBreaks }), 'h')
          for (let place = 1; place < entries.length; place++)
            expect(entries[place - 1]?.votes).toBeGreaterThanOrEqual(entries[place]?.votes ?? 0)
          expect(entries.filter((entry) => entry.isListed)).toHaveLength(Math.min(listSize, counts.length))
          expect(new Set(entries.map((entry) => entry.candidateId)).size).toBe(counts.length)
        },
      ),
    )
  })
})

describe('votes', () => {
  test('added and taken away again are the same', () => {
    const votes = fc.dictionary(fc.constantFrom('A', 'B', 'C'), fc.nat(100))
    fc.assert(
      fc.property(votes, votes, (one, other) => areSameVotes(addVotes(addVotes(one, other), other, -1), one)),
    )
  })

  test('of a missing candidate are none', () => {
    expect(areSameVotes({ A: 1, B: 0 }, { A: 1 })).toBe(true)
    expect(areSameVotes({ A: 1 }, { A: 2 })).toBe(false)
    expect(areSameVotes({}, { A: 1 })).toBe(false)
  })
})

test('a tracking code is the first 16 characters of the ballot, in four groups', () => {
  expect(trackingCodeOf({ _id: '0123456789ABCDEFGHJKMNPQRS' })).toBe('0123-4567-89AB-CDEF')
})
