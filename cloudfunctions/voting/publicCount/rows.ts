import type { PublicCount } from '../../../contract/publicCount'
import type { BallotCounts } from '../../../contract/trust'
import type { Row } from '../../platform/database/collection'
import type { KeptFile } from '../../platform/documents/keptFiles'
import type { Votes } from '../rows'

/** What the public file of ballots is kept as, while it is made and after. All times are milliseconds UTC. */

/** What the file must come to, from the recount and the rulings; fixed when sealing begins. */
export interface SealedCount {
  recountId: string
  counts: BallotCounts
  votes: Votes
  rulings: (PublicCount['rulings'][number] & { rulingId: string })[]
  /** Hash of the list that follows from it. */
  listKey: string
  header: KeptFile
  /** Hash of the header as a leaf of the tree. */
  headerHash: string
}

/**
 * `_id` is the campaign's. Rulings and sealing meet in this row: whichever is first keeps the other out. `none`: not
 * begun; `lines`: ballots are put in order; `files`: their lines are put into files.
 */
export interface SealingRow extends Row {
  state: 'none' | 'lines' | 'files' | 'done'
  /** Grows when a sealing is begun anew. */
  version: number
  /** Rulings that are proposed or being written. */
  openRulings: string[]
  sealed: SealedCount | null
  /** Ballots up to this account key stand in blocks. */
  through: string
  blocks: number
  ballots: number
  counts: BallotCounts
  votes: Votes
  root: string | null
  /** Block with which the next file begins. */
  nextBlock: number
  files: KeptFile[]
  script: KeptFile | null
  sealedAt: number | null
}

/** What its blocks are found by. */
export const sealingIdOf = ({ _id, version }: SealingRow): string => `${_id}-${version}`

/**
 * BLOCK_LEAVES lines of the file in their order; the first block has the header for its first leaf. `_id` is
 * `<sealing id>-<number>`.
 */
export interface SealedBlockRow extends Row {
  sealing: string
  number: number
  /** Account keys of its first and its last ballot. */
  first: string
  last: string
  /** As they stand in the file, each with its check and its line break. */
  lines: string
  ballots: number
  /** Of the subtree over its leaves, in hexadecimal digits. */
  root: string
  counts: BallotCounts
  votes: Votes
}
