import type { RiskRules, Standing } from '../../contract/campaigns'

/** Decisions about ballots at risk. Pure. */

/**
 * What becomes of a ballot by WeChat's rank of its voter. WeChat's own rule for rankings (微信安全中心): ranks 1 and 2
 * are to be verified, 3 counts less, 4 does not count. No answer is nobody's fault: it waits for two people.
 */
export function standingOf(rank: number | null, rules: RiskRules): Standing {
  if (rank === 0 || rank === 1 || rank === 2) return 'counted'
  if (rank === 3) return rules.rank3
  return rank === 4 ? rules.rank4 : 'pending'
}

/** Whether a question comes before the ballot. */
export const isAsked = (rank: number | null, rules: RiskRules): boolean =>
  rules.asksRanks1And2 && (rank === 1 || rank === 2)

/**
 * An account is new for an hour after it was first noticed. Many honest voters are: the program is opened in order
 * to vote. Only a candidate with many more of them than the others means something.
 */
const NEW_TIME = 3_600_000

export const isNewAccount = (firstSightAt: number, now: number): boolean => now - firstSightAt < NEW_TIME

/**
 * What of a network address is one connection: all of IPv4; of IPv6 the first 64 bits, since a single phone or
 * house changes the others as it likes.
 */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const embedded = /:((?:\d{1,3}\.){3}\d{1,3})$/.exec(address)?.[1]
  if (embedded) return embedded
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => '0')
  const all = tail === undefined ? groups : [...groups, ...zeros, ...after]
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
