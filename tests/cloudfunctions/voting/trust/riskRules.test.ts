import { isAsked, isNewAccount, networkOf, standingOf } from '../../../../cloudfunctions/voting/riskRules'
import type { RiskRules, Standing } from '../../../../contract/campaigns'

const strict: RiskRules = { rank3: 'notCounted', rank4: 'notCounted', asksRanks1And2: true }
const mild: RiskRules = { rank3: 'counted', rank4: 'pending', asksRanks1And2: false }

describe('a ballot’s standing by the risk rank of its voter', () => {
  const table: [number | null, RiskRules, Standing][] = [
    [0, strict, 'counted'],
    [1, strict, 'counted'],
    [2, strict, 'counted'],
    [3, strict, 'notCounted'],
    [4, strict, 'notCounted'],
    [3, mild, 'counted'],
    [4, mild, 'pending'],
    [null, strict, 'pending'],
    [null, mild, 'pending'],
    // A rank that WeChat may invent one day is not known, so people look.
    [5, mild, 'pending'],
  ]
  test.each(table)('rank %p under %j is %s', (rank, rules, standing) => {
    expect(standingOf(rank, rules)).toBe(standing)
  })
})

test('a question comes before ballots of ranks 1 and 2 only, and only where the campaign declares it', () => {
  const ranks = [null, 0, 1, 2, 3, 4]
  expect(ranks.filter((rank) => isAsked(rank, strict))).toEqual([1, 2])
  expect(ranks.filter((rank) => isAsked(rank, mild))).toEqual([])
})

test('an account is new within an hour of its first sight', () => {
  expect(isNewAccount(1_000_000, 1_000_000)).toBe(true)
  expect(isNewAccount(1_000_000, 1_000_000 + 3_600_000 - 1)).toBe(true)
  expect(isNewAccount(1_000_000, 1_000_000 + 3_600_000)).toBe(false)
})

describe('what of an address is one connection', () => {
  const table: [string, string][] = [
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
    ['2001:db8::5', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ]
  test.each(table)('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})
