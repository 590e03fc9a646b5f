import fc from 'fast-check'
import {
  addVotes,
  areSameVotes,
  bucketOf,
  frozenParts,
  lastDueBucket,
  mayReviseWords,
  nextVoteAt,
  periodOf,
  periodsSoFar,
  refuseChoices,
  refuseRevision,
  rulesHash,
  trackingCodeOf,
  votingState,
} from '../../../cloudfunctions/voting/rules'
import { planOf } from '../../../contract/campaignPresets'
import type { VotingRules } from '../../../contract/campaigns'

const MINUTE = 60_000
const OPENS = Date.parse('2026-11-16T09:00:00+08:00')
const CLOSES = Date.parse('2026-11-30T18:00:00+08:00')

const times = { hasVoting: true, votingOpensAt: OPENS, votingClosesAt: CLOSES, publishedAt: null }

const rules = (changes: Partial<VotingRules> = {}): VotingRules => ({
  choices: { min: 1, max: 3 },
  period: 'once',
  identity: 'wechat',
  listSize: 2,
  tieBreaks: ['earliestRegistration'],
  runningCounts: 'hidden',
  formula: { votes: 100, scores: 0, voteScale: 'shareOfMost' },
  risk: null,
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

  test('is none where nobody votes, whatever the time', () => {
    expect(votingState({ ...times, hasVoting: false }, OPENS + 1)).toBe('none')
  })

  test('is published once the list is, whatever the time', () => {
    expect(votingState({ ...times, publishedAt: CLOSES + 1 }, OPENS + 1)).toBe('published')
  })
})

test.each([
  ['before voting', { ...times, judgingFrozenAt: null }, OPENS - 1, true],
  ['while people vote', { ...times, judgingFrozenAt: null }, OPENS, true],
  ['once voting has ended', { ...times, judgingFrozenAt: null }, CLOSES, false],
  [
    'where nobody votes and no judge has begun',
    { ...times, hasVoting: false, judgingFrozenAt: null },
    CLOSES,
    true,
  ],
  ['where nobody votes and judges score', { ...times, hasVoting: false, judgingFrozenAt: 1 }, OPENS, false],
])('words of candidates %s', (_, campaign, now, expected) => {
  expect(mayReviseWords(campaign, now)).toBe(expected)
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
  const campaign = { _id: 'C', candidateCount: 4, rules: rules() }
  test.each([
    [['C-1'], null],
    [['C-1', 'C-2', 'C-4'], null],
    [[], { code: 'choices_out_of_range', min: 1, max: 3 }],
    [['C-1', 'C-2', 'C-3', 'C-4'], { code: 'choices_out_of_range', min: 1, max: 3 }],
    [['C-1', 'X'], { code: 'candidate_not_on_ballot', candidateIds: ['X'] }],
    [['C-5'], { code: 'candidate_not_on_ballot', candidateIds: ['C-5'] }],
    [['C-0', 'C-01', 'C-1 '], { code: 'candidate_not_on_ballot', candidateIds: ['C-0', 'C-01', 'C-1 '] }],
    [['D-1', 'C1', 'C-'], { code: 'candidate_not_on_ballot', candidateIds: ['D-1', 'C1', 'C-'] }],
  ])('%j gives %j', (choices, refusal) => {
    expect(refuseChoices(campaign, choices)).toEqual(refusal)
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
  const frozen = { _id: 'C', rules: rules(), candidateCount: 2, paperHash: 'paper' }

  test('changes with every rule and with the ballot paper', () => {
    const hashes = [
      rulesHash(frozen),
      rulesHash({ ...frozen, _id: 'D' }),
      rulesHash({ ...frozen, paperHash: 'another' }),
      rulesHash({ ...frozen, candidateCount: 3 }),
      ...[
        rules({ choices: { min: 2, max: 3 } }),
        rules({ period: 'daily' }),
        rules({ identity: 'phone' }),
        rules({ listSize: 3 }),
        rules({ tieBreaks: ['lot'] }),
        rules({ runningCounts: 'public' }),
        rules({ formula: { votes: 60, scores: 40, voteScale: 'shareOfMost' } }),
        rules({ formula: { votes: 100, scores: 0, voteScale: 'byRank' } }),
        rules({ risk: { rank3: 'pending', rank4: 'notCounted', asksRanks1And2: true } }),
        rules({ risk: { rank3: 'counted', rank4: 'notCounted', asksRanks1And2: true } }),
        rules({ risk: { rank3: 'pending', rank4: 'pending', asksRanks1And2: true } }),
        rules({ risk: { rank3: 'pending', rank4: 'notCounted', asksRanks1And2: false } }),
      ].map((changed) => rulesHash({ ...frozen, rules: changed })),
    ]
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  test('does not depend on the order of the keys', () => {
    const { choices, ...others } = rules()
    const turned = { ...others, choices: { max: choices.max, min: choices.min } }
    expect(rulesHash({ ...frozen, rules: turned })).toBe(rulesHash(frozen))
  })
})

describe('votes', () => {
  test('added and taken away again are the same', () => {
    const votes = fc.dictionary(fc.constantFrom('1', '2', '3'), fc.nat(100))
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

describe('what is frozen of a plan', () => {
  const none = { rulesFrozenAt: null, nominationFrozenAt: null, judgingFrozenAt: null, publishedAt: null }

  test.each([
    ['nothing at first', none, []],
    [
      'each part by what happened',
      { ...none, rulesFrozenAt: 2, nominationFrozenAt: 1, judgingFrozenAt: 3 },
      [
        { part: 'nomination', since: 1, because: 'firstNomination' },
        { part: 'ballot', since: 2, because: 'firstBallot' },
        { part: 'judging', since: 3, because: 'sessionOpened' },
      ],
    ],
    [
      'what a published list was made by',
      { ...none, rulesFrozenAt: 2, publishedAt: 9 },
      [
        { part: 'nomination', since: 9, because: 'listPublished' },
        { part: 'ballot', since: 2, because: 'firstBallot' },
      ],
    ],
  ])('%s', (_what, row, frozen) => {
    expect(frozenParts(row)).toEqual(frozen)
  })

  test('is refused by name where it would change, and only there', () => {
    const plan = planOf('organisations', OPENS)
    const frozen = { ...plan, ...none, rulesFrozenAt: 5 }
    const later = { ...plan, hasVoting: false, name: '另一个名称' }
    expect(refuseRevision(frozen, later, 0)).toEqual({
      code: 'plan_frozen',
      frozen: [{ part: 'ballot', since: 5, because: 'firstBallot' }],
    })
    expect(refuseRevision(frozen, { ...plan, name: '另一个名称' }, 0)).toBeNull()
    const moved = { ...plan, votingOpensAt: plan.votingOpensAt + 1 }
    expect(refuseRevision(frozen, moved, plan.votingOpensAt)).toMatchObject({ code: 'times_fixed' })
  })
})
