import {
  actOfAsking,
  ageProblem,
  areaOfTeam,
  guardianKept,
  isOfBefore,
  MEMBERSHIP,
  type MembershipAct,
  membersAfter,
  nextAgeCheck,
  stateAfter,
} from '../../../cloudfunctions/volunteers/rules'
import type { MembershipState } from '../../../contract/volunteering/people'

/** 2026-11-21 in Shanghai. */
const NOW = Date.parse('2026-11-21T12:00:00+08:00')
const DAY = 24 * 3_600_000

test.each([
  ['2018-10', 'is eight since the end of last month', false, 'guardian_needed'],
  ['2018-11', 'will be eight at the end of this month', true, 'too_young'],
  ['2018-10', 'comes with a guardian', true, null],
  ['2008-11', 'will be of age at the end of this month', false, 'guardian_needed'],
  ['2008-10', 'is of age', false, null],
  ['2027-01', 'is not born yet', true, 'too_young'],
])('somebody born in %s, who %s', (bornIn, _who, hasGuardian, problem) => {
  expect(ageProblem(bornIn, hasGuardian, NOW)).toBe(problem)
})

describe("a guardian's consent", () => {
  const given = {
    name: '陈家长',
    phone: '021-55550199',
    relation: 'parent' as const,
    hasAgreed: true as const,
  }
  const before = { name: '陈家长', phone: '021-55550199', relation: 'parent' as const, agreedAt: NOW - DAY }

  test('is kept with its time, without anything else', () => {
    expect(guardianKept(given, null, '2012-01', NOW)).toEqual({ ...before, agreedAt: NOW })
  })
  test('keeps its time while the guardian is the same, and has a new one for another', () => {
    expect(guardianKept(given, before, '2012-01', NOW)).toEqual(before)
    for (const change of [{ name: '陈祖父' }, { phone: '021-55550200' }, { relation: 'other' as const }])
      expect(guardianKept({ ...given, ...change }, before, '2012-01', NOW)?.agreedAt).toBe(NOW)
  })
  test('is not kept of whoever is of age, and then nothing is looked at again', () => {
    const guardian = guardianKept(given, before, '2000-01', NOW)
    expect(guardian).toBeNull()
    expect(nextAgeCheck({ guardian }, NOW)).toBeNull()
    expect(nextAgeCheck({ guardian: before }, NOW)).toBeGreaterThan(NOW)
  })
})

describe('every act in every state', () => {
  /** Per act: what becomes of none, asked, member, declined and left. A dash: not allowed. */
  const expected: Record<MembershipAct, string> = {
    asked: 'asked - - asked asked',
    joined: 'member member - - member',
    accepted: '- member - - -',
    declined: '- declined - - -',
    removed: '- - left - -',
    left: '- left left - -',
  }
  const states = [null, 'asked', 'member', 'declined', 'left'] as const
  const pairs = (Object.keys(MEMBERSHIP) as MembershipAct[]).flatMap((act) =>
    states.map((state, index) => ({ act, state, after: expected[act].split(' ')[index] })),
  )
  test.each(pairs)('$act of $state leads to $after', ({ act, state, after }) => {
    expect(stateAfter(state, act) ?? '-').toBe(after)
  })
})

test.each<[MembershipState | null, MembershipState | null, number]>([
  [null, 'member', 1],
  ['asked', 'member', 1],
  ['member', 'left', -1],
  ['member', null, -1],
  ['member', 'member', 0],
  ['asked', 'declined', 0],
  ['left', null, 0],
])('from %s to %s the count of members changes by %i', (before, after, by) => {
  expect(membersAfter(5, before, after)).toBe(5 + by)
})

test('whom a leader turned away asks, also where the door is open', () => {
  expect(actOfAsking('open', null)).toBe('joined')
  expect(actOfAsking('open', { reason: null })).toBe('joined')
  expect(actOfAsking('open', { reason: '多次缺席' })).toBe('asked')
  expect(actOfAsking('request', null)).toBe('asked')
})

test('a team of a village looks after grids of the street, one of a district after those of the district', () => {
  expect(areaOfTeam('310106011002')).toBe('310106011')
  expect(areaOfTeam('310106011')).toBe('310106011')
  expect(areaOfTeam('310106')).toBe('310106')
})

test('only what the person did tells whether a membership is older than the wish to be forgotten', () => {
  const history = [
    { act: 'asked' as const, requestId: 'one', accountId: 'person', at: 100, reason: null },
    { act: 'accepted' as const, requestId: 'two', accountId: 'leader', at: 300, reason: null },
  ]
  const row = { accountId: 'person', history }
  expect(isOfBefore(row, 200)).toBe(true)
  expect(isOfBefore(row, 99)).toBe(false)
})
