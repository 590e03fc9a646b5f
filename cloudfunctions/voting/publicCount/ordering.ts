import { addVotes, areSameVotes } from '../rules'
import { listRuledBallots } from '../trust/store'
import {
  addCounts,
  areSameCounts,
  BLOCK_LEAVES,
  checkedLine,
  countBlock,
  lineOf,
  type Ruled,
  type SealableBallot,
} from './lines'
import { leafHash, rootOf } from './merkle'
import { type SealedBlockRow, type SealedCount, type SealingRow, sealingIdOf } from './rows'
import * as store from './store'

/**
 * The first part of sealing: ballots in the order of the file, in blocks of as many leaves as a subtree has. Read in
 * the order of account keys, which nobody outside knows, they need not be sorted, and no stretch skips any.
 */

/** Between two writes of the shared row. */
const BLOCKS_PER_STEP = 16

export async function orderNextBallots(row: SealingRow): Promise<void> {
  const { sealed } = row
  if (!sealed) throw new Error(`sealing ${row._id} has begun without its header`)
  const made: SealedBlockRow[] = []
  let through = row.through
  let isLast = false
  while (made.length < BLOCKS_PER_STEP && !isLast) {
    const block = await makeBlock(row, row.blocks + made.length, through)
    isLast = block === null || block.ballots < ballotsIn(block.number)
    if (block === null) break
    made.push(block)
    through = block.last
  }
  const change = { through, blocks: row.blocks + made.length, ...summed(row, made) }
  if (!isLast) await store.advanceSealing(row, change)
  else if (isAsSealed(sealed, change))
    await store.advanceSealing(row, { ...change, ...(await finished(row)) })
  else await store.giveUpSealing(row)
}

/** The first block has the header for its first leaf. */
const ballotsIn = (block: number): number => (block === 0 ? BLOCK_LEAVES - 1 : BLOCK_LEAVES)

/** Null: no ballots are left. */
async function makeBlock(row: SealingRow, number: number, after: string): Promise<SealedBlockRow | null> {
  const ballots = await store.listBallotsInOrder(row._id, after, ballotsIn(number))
  const [first, last] = [ballots[0], ballots.at(-1)]
  if (!first || !last) return null
  const ruled = await findRuled(row.sealed, ballots)
  const lines = ballots.map((ballot) => lineOf(ballot, ruled.get(ballot._id) ?? null))
  const leaves = lines.map((line) => leafHash(line))
  if (number === 0) leaves.unshift(Buffer.from(row.sealed?.headerHash ?? '', 'hex'))
  return store.keepBlock({
    _id: `${sealingIdOf(row)}-${number}`,
    sealing: sealingIdOf(row),
    number,
    first: first.accountKey,
    last: last.accountKey,
    lines: lines.map(checkedLine).join(''),
    ballots: ballots.length,
    root: rootOf(leaves).toString('hex'),
    ...countBlock(ballots, ruled),
  })
}

/** Most campaigns have no rulings, and then none is asked for. */
async function findRuled(sealed: SealedCount | null, ballots: SealableBallot[]): Promise<Map<string, Ruled>> {
  const numbers = new Map((sealed?.rulings ?? []).map(({ rulingId, number }) => [rulingId, number]))
  if (numbers.size === 0) return new Map()
  const ruled = await listRuledBallots(ballots.map(({ _id }) => _id))
  return new Map(
    ruled.map(({ _id, act, rulingId }) => [_id, { act, number: numbers.get(rulingId) ?? 0 }] as const),
  )
}

const summed = (row: SealingRow, made: SealedBlockRow[]) => ({
  ballots: made.reduce((sum, { ballots }) => sum + ballots, row.ballots),
  counts: made.reduce((sum, { counts }) => addCounts(sum, counts), row.counts),
  votes: made.reduce((sum, { votes }) => addVotes(sum, votes), row.votes),
})

/** Read one by one, ballots and rulings come to what the recount came to; otherwise something has changed between. */
const isAsSealed = (sealed: SealedCount, came: Pick<SealingRow, 'counts' | 'votes'>): boolean =>
  areSameCounts(sealed.counts, came.counts) && areSameVotes(sealed.votes, came.votes)

async function finished(row: SealingRow) {
  const roots = await store.listBlockRoots(sealingIdOf(row))
  const root = rootOf(roots.map((hash) => Buffer.from(hash, 'hex'))).toString('hex')
  return { state: 'files' as const, root }
}
