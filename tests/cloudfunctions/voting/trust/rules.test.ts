import {
  coarseTimes,
  conditionsOf,
  EVERYTHING,
  markText,
  readMark,
  refuseConfirm,
  rulingTransitions,
} from '../../../../cloudfunctions/voting/trust/rules'
import type { BallotFilter, Ruling } from '../../../../contract/trust'

const campaign = { _id: 'CAMPAIGN', candidateCount: 3 }

test.each<[Partial<BallotFilter>, object]>([
  [{}, {}],
  [{ candidateId: 'CAMPAIGN-2' }, { choices: 2 }],
  // On no paper: met by no ballot, rather than by all.
  [{ candidateId: 'CAMPAIGN-4' }, { choices: -1 }],
  [{ rank: -1 }, { rank: null }],
  [
    { rank: 3, standing: 'pending' },
    { rank: 3, standing: 'pending' },
  ],
  [
    { isNew: false, address: 'HERE' },
    { isNew: false, address: 'HERE' },
  ],
])('ballots that meet %j are asked for by %j', (filter, conditions) => {
  expect(conditionsOf(campaign, { ...EVERYTHING, ...filter })).toEqual(conditions)
})

const STATUSES: Ruling['status'][] = ['proposed', 'applying', 'applied', 'rejected']

test('only what is proposed can be decided, and never confirmed by who proposed it', () => {
  const person = { accountId: 'ONE', name: '甲', at: 1 }
  expect(Object.keys(rulingTransitions).sort()).toEqual([...STATUSES].sort())
  for (const status of STATUSES) {
    const isOpen = status === 'proposed'
    expect(rulingTransitions[status]).toEqual({ confirm: isOpen, reject: isOpen })
    expect(refuseConfirm({ status, proposedBy: person }, 'OTHER')).toBe(
      isOpen ? null : 'ruling_already_decided',
    )
    expect(refuseConfirm({ status, proposedBy: person }, 'ONE')).toBe(
      isOpen ? 'second_person_needed' : 'ruling_already_decided',
    )
  }
})

test('multiples are coarse enough that no single vote shows', () => {
  const usual = 7.3
  const shown = Array.from({ length: 200 }, (_, votes) => coarseTimes(votes / usual))
  expect(new Set(shown).size).toBeLessThan(10)
  expect(coarseTimes(11)).toBe(12)
  expect(coarseTimes(0.2)).toBe(0)
})

test('the mark of a page comes back as it went, and anything else is none', () => {
  expect(readMark(markText({ bucket: 1_790_000_000_000, seen: 12 }, 345))).toEqual({
    mark: { bucket: 1_790_000_000_000, seen: 12 },
    total: 345,
  })
  for (const text of ['', '1', '1-2', '1-x-3', '-1-2-3', '1-2.5-3']) expect(readMark(text)).toBeNull()
})
