import fc from 'fast-check'
import { applyRulings, type RuledGroup } from '../../../../cloudfunctions/voting/trust/ruledCount'

const counted = { ballots: 100, pending: 20, notCounted: 10, votes: { 1: 60, 2: 30 } }

const group = (change: Partial<RuledGroup>): RuledGroup => ({
  act: 'strike',
  standing: 'counted',
  choice: 1,
  votes: 5,
  first: 5,
  ...change,
})

test.each<[string, RuledGroup, object, object]>([
  ['struck votes are taken off', group({}), { counted: 65, struck: 5 }, { 1: 55, 2: 30 }],
  [
    'pending ballots that are struck had no votes',
    group({ standing: 'pending' }),
    { pending: 15, struck: 5 },
    { 1: 60, 2: 30 },
  ],
  [
    'ballots that do not count are struck as well',
    group({ standing: 'notCounted' }),
    { notCounted: 5, struck: 5 },
    { 1: 60, 2: 30 },
  ],
  [
    'accepted pending ballots count',
    group({ act: 'accept', standing: 'pending' }),
    { pending: 15, counted: 75 },
    { 1: 65, 2: 30 },
  ],
  [
    'accepted ballots that did not count do',
    group({ act: 'accept', standing: 'notCounted', choice: 3 }),
    { notCounted: 5, counted: 75 },
    { 1: 60, 2: 30, 3: 5 },
  ],
  [
    'a second choice is a vote but no ballot',
    group({ choice: 2, first: 0 }),
    { counted: 70, struck: 0 },
    { 1: 60, 2: 25 },
  ],
])('%s', (_, ruled, counts, votes) => {
  const before = { counted: 70, pending: 20, notCounted: 10, struck: 0 }
  expect(applyRulings(counted, [ruled])).toEqual({ counts: { ...before, ...counts }, votes })
})

test('whatever is ruled, every ballot stays one of the four, and the order of groups changes nothing', () => {
  const some = fc.record({
    act: fc.constantFrom('strike' as const, 'accept' as const),
    standing: fc.constantFrom('pending' as const, 'notCounted' as const),
    choice: fc.integer({ min: 1, max: 3 }),
    votes: fc.constant(2),
    first: fc.constant(1),
  })
  fc.assert(
    fc.property(fc.array(some, { maxLength: 10 }), (groups) => {
      const { counts } = applyRulings(counted, groups)
      expect(counts.counted + counts.pending + counts.notCounted + counts.struck).toBe(100)
      expect(applyRulings(counted, [...groups].reverse())).toEqual(applyRulings(counted, groups))
    }),
  )
})
