import type { Draw, SessionEntry } from '@contract/judging'
import { sha256 } from '@/trust/sha256'

/** The drawing of lots done again, by the phone alone. Pure. */

interface DrawCheck {
  /** The seed is the one that was promised. */
  isSeedRight: boolean
  /** The order is the one that the seed gives. */
  isOrderRight: boolean
}

/** What is hashed for an entry. */
export const lotText = (seed: string, { candidateId }: Pick<SessionEntry, 'candidateId'>): string =>
  `${seed}:${candidateId}`

/** Null until the seed is out. */
export const checkDraw = ({ commitment, seed }: Draw, entries: SessionEntry[]): DrawCheck | null => {
  if (seed === null) return null
  const drawn = entries
    .map((entry) => ({ turn: entry.turn, lot: sha256(lotText(seed, entry)) }))
    .sort((one, other) => (one.lot < other.lot ? -1 : 1))
  return {
    isSeedRight: sha256(seed) === commitment,
    isOrderRight: drawn.every(({ turn }, index) => turn === index + 1),
  }
}
