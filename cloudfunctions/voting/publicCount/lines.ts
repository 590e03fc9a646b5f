import type { BallotCounts } from '../../../contract/trust'
import type { BallotRow, Votes } from '../rows'
import { leafHash } from './merkle'

/** Ballots as lines of the public file; its format is explained in docs/recount.md. Pure. */

/** What two people have decided about a ballot. */
export interface Ruled {
  act: 'strike' | 'accept'
  /** Of the ruling, from 1. */
  number: number
}

export type SealableBallot = Pick<BallotRow, '_id' | 'accountKey' | 'choices' | 'standing'>

/** Leaves of a block: a power of two, so that each is a subtree; small enough for any answer of the database. */
export const BLOCK_LEAVES = 512

/** 80 bits: no two ballots of a campaign have the same. */
const MARK_LENGTH = 16
const CHECK_LENGTH = 6

/**
 * What a ballot's line begins with. It comes from the key of the account within the campaign, which never leaves the
 * cloud: neither the tracking code nor the time of voting leads to it.
 */
export const markOf = ({ accountKey }: Pick<BallotRow, 'accountKey'>): string =>
  accountKey.slice(0, MARK_LENGTH)

/** As the risk rules graded it, unless it was ruled about. */
export function becomes({ standing }: Pick<BallotRow, 'standing'>, ruled: Ruled | null): keyof BallotCounts {
  if (ruled) return ruled.act === 'strike' ? 'struck' : 'counted'
  return standing
}

const LETTERS = { counted: 'c', notCounted: 'n', pending: 'p' } as const

/** `c` counted, `n` not counted by the declared risk rules, `a3` accepted or `s3` struck by ruling 3. */
const standingOf = ({ standing }: SealableBallot, ruled: Ruled | null): string =>
  ruled ? `${ruled.act === 'strike' ? 's' : 'a'}${ruled.number}` : LETTERS[standing]

/** A ballot's line without its check: mark, standing, and the numbers of its choices in rising order. */
export function lineOf(ballot: SealableBallot, ruled: Ruled | null): string {
  const choices = [...ballot.choices].sort((one, other) => one - other)
  return `${markOf(ballot)},${standingOf(ballot, ruled)},${choices.join(' ')}`
}

/** The line as it stands in the file, with the beginning of its own leaf hash and a line break. */
export const checkedLine = (line: string): string =>
  `${line},${leafHash(line).toString('hex').slice(0, CHECK_LENGTH)}\n`

/** What was hashed of a line that stands in the file. */
export const withoutCheck = (checked: string): string => checked.slice(0, checked.lastIndexOf(','))

export const endLine = (root: string, lines: number): string => checkedLine(`root,${root},${lines}`)

export interface BlockCount {
  counts: BallotCounts
  votes: Votes
}

/** What the ballots of a block come to. `ruled` by ballot id. */
export function countBlock(ballots: SealableBallot[], ruled: Map<string, Ruled>): BlockCount {
  const counts: BallotCounts = { counted: 0, pending: 0, notCounted: 0, struck: 0 }
  const votes: Votes = {}
  for (const ballot of ballots) {
    const state = becomes(ballot, ruled.get(ballot._id) ?? null)
    counts[state] += 1
    if (state === 'counted') for (const number of ballot.choices) votes[number] = (votes[number] ?? 0) + 1
  }
  return { counts, votes }
}

export const addCounts = (one: BallotCounts, other: BallotCounts): BallotCounts => ({
  counted: one.counted + other.counted,
  pending: one.pending + other.pending,
  notCounted: one.notCounted + other.notCounted,
  struck: one.struck + other.struck,
})

export const areSameCounts = (one: BallotCounts, other: BallotCounts): boolean =>
  one.counted === other.counted &&
  one.pending === other.pending &&
  one.notCounted === other.notCounted &&
  one.struck === other.struck
