import { createHash } from 'node:crypto'

/** Merkle trees after RFC 6962, section 2.1, with SHA-256: a leaf is hashed after 00, two nodes after 01. Pure. */

const LEAF = Buffer.from([0])
const NODE = Buffer.from([1])

export const leafHash = (content: string | Buffer): Buffer =>
  createHash('sha256').update(LEAF).update(content).digest()

const nodeHash = (left: Buffer, right: Buffer): Buffer =>
  createHash('sha256').update(NODE).update(left).update(right).digest()

/** The largest power of two that is smaller than `size`, which is at least 2. */
const splitOf = (size: number): number => 2 ** (31 - Math.clz32(size - 1))

/**
 * The root over `hashes`, which are leaves, or the roots of complete subtrees of one size (a power of two) with perhaps
 * a smaller one at the end. There is at least one.
 */
export function rootOf(hashes: Buffer[]): Buffer {
  const [only] = hashes
  if (!only) throw new Error('a tree without leaves has no root here')
  if (hashes.length === 1) return only
  const split = splitOf(hashes.length)
  return nodeHash(rootOf(hashes.slice(0, split)), rootOf(hashes.slice(split)))
}

/** What the hash at `index` is to be combined with, from the leaf up, to come to `rootOf(hashes)`. */
export function pathOf(hashes: Buffer[], index: number): Buffer[] {
  if (hashes.length <= 1) return []
  const split = splitOf(hashes.length)
  const [left, right] = [hashes.slice(0, split), hashes.slice(split)]
  return index < split
    ? [...pathOf(left, index), rootOf(right)]
    : [...pathOf(right, index - split), rootOf(left)]
}
