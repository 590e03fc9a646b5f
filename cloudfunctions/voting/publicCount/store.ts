import { collection, command, inTransaction } from '../../platform/database/collection'
import type { BallotRow } from '../rows'
import { beginSealingIn, notSealed } from '../sealingState'
import type { SealableBallot } from './lines'
import type { SealedBlockRow, SealedCount, SealingRow } from './rows'

/** Every query of the public file, one function each. */

const ballots = collection<BallotRow>('ballots')
const sealings = collection<SealingRow>('sealings')
const blocks = collection<SealedBlockRow>('sealedBlocks')

export const findSealing = (campaignId: string): Promise<SealingRow | null> => sealings.find(campaignId)

/** Begins to seal, unless a ruling is open; the row as it is when that was done before. */
export const beginSealing = (campaignId: string, sealed: SealedCount) =>
  inTransaction((transaction) => beginSealingIn(transaction, campaignId, sealed))

/** Moves a sealing on, if nobody else has moved it. */
export const advanceSealing = (from: SealingRow, change: Partial<SealingRow>): Promise<boolean> => {
  const { _id, version, state, blocks: made, nextBlock } = from
  const whole = Object.entries(change).map(([field, value]) => [
    field,
    isObject(value) ? command.set(value) : value,
  ])
  return sealings.changeOne({ _id, version, state, blocks: made, nextBlock }, Object.fromEntries(whole))
}

/** An object in a change would be merged into the one that is there. */
const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Lets a sealing begin anew that has not come to what the recount and the rulings say. */
export function giveUpSealing(from: SealingRow): Promise<boolean> {
  const { _id: _, ...fresh } = notSealed(from._id)
  return advanceSealing(from, { ...fresh, version: from.version + 1 })
}

/** In the order of the public file, after an account key. */
export const listBallotsInOrder = (
  campaignId: string,
  after: string,
  limit: number,
): Promise<SealableBallot[]> =>
  ballots.list(
    { campaignId, accountKey: command.gt(after) },
    { orderBy: { campaignId: 'asc', accountKey: 'asc' }, limit },
  )

export const listBallotsOfAccount = (campaignId: string, accountKeys: string[]): Promise<BallotRow[]> =>
  ballots.list(
    { campaignId, accountKey: command.in(accountKeys) },
    { limit: Math.max(1, accountKeys.length) },
  )

/** Keeps a block, or answers the one that is there: who comes second goes on from what the first has kept. */
export async function keepBlock(block: SealedBlockRow): Promise<SealedBlockRow> {
  if ((await blocks.insert(block)) === 'inserted') return block
  const first = await blocks.find(block._id)
  if (!first) throw new Error(`block ${block._id} was refused as a duplicate but cannot be found`)
  return first
}

const BLOCKS_AT_ONCE = 8

/** Some blocks from `number` on, in their order: as many as an answer of 1 MB surely holds. */
export const listBlocks = (sealing: string, number: number): Promise<SealedBlockRow[]> =>
  blocks.list(
    { sealing, number: command.gte(number) },
    { orderBy: { sealing: 'asc', number: 'asc' }, limit: BLOCKS_AT_ONCE },
  )

/** The block in which an account key stands, if it stands in any. */
export const findBlockOf = async (sealing: string, accountKey: string): Promise<SealedBlockRow | null> =>
  (
    await blocks.list(
      { sealing, first: command.lte(accountKey) },
      { orderBy: { sealing: 'desc', first: 'desc' }, limit: 1 },
    )
  )[0] ?? null

const ROOTS_AT_ONCE = 1000

/** Roots of all blocks in their order, in hexadecimal digits. */
export async function listBlockRoots(sealing: string): Promise<string[]> {
  const roots: string[] = []
  for (;;) {
    const page = await blocks.aggregate<{ root: string }>([
      { $match: { sealing, number: command.gte(roots.length) } },
      { $sort: { number: 1 } },
      { $limit: ROOTS_AT_ONCE },
      { $project: { _id: 0, root: 1 } },
    ])
    roots.push(...page.map(({ root }) => root))
    if (page.length < ROOTS_AT_ONCE) return roots
  }
}
