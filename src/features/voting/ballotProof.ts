import type { BallotProof } from '@contract/publicCount'
import { sha256 } from './sha256'

/** Checking on the phone itself that a ballot's line is in the published tree (RFC 6962). Pure. */

const LEAF = 0
const NODE = 1

/** A line of the file: digits, capitals, commas and spaces. */
const bytesOf = (line: string): number[] => Array.from(line, (sign) => sign.charCodeAt(0))
const bytesOfHex = (hex: string): number[] =>
  (hex.match(/../g) ?? []).map((digits) => Number.parseInt(digits, 16))
const hashed = (bytes: number[]): number[] => Array.from(sha256(Uint8Array.from(bytes)))
const hexOf = (bytes: number[]): string => bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** Up the tree: at each step the neighbour stands left or right; at the right edge some levels have no neighbour. */
function rootAbove({ line, index, lines, path }: Omit<BallotProof, 'trackingCode' | 'root'>): string | null {
  let hash = hashed([LEAF, ...bytesOf(line)])
  let place = index
  let last = lines - 1
  for (const neighbour of path.map(bytesOfHex)) {
    if (last === 0) return null
    while (place === last && place % 2 === 0) {
      place /= 2
      last = Math.floor(last / 2)
    }
    hash = hashed(place % 2 === 1 ? [NODE, ...neighbour, ...hash] : [NODE, ...hash, ...neighbour])
    place = Math.floor(place / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 ? hexOf(hash) : null
}

export const isInTree = (proof: Omit<BallotProof, 'trackingCode'>): boolean =>
  proof.index < proof.lines && rootAbove(proof) === proof.root
