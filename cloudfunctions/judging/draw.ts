import { sha256 } from '../platform/secrets'

/**
 * The drawing of lots. A seed is made and only its SHA-256 is published; once the order may be known the seed is
 * published too, and anyone can repeat both steps with any program that computes SHA-256. Pure.
 */

/** `seed`: 64 hexadecimal digits, taken as text. */
export const commitmentOf = (seed: string): string => sha256(seed)

/** The number that is drawn for an entry; the smaller one comes first. */
export const lotOf = (seed: string, candidateId: string): string => sha256(`${seed}:${candidateId}`)

/** In the order of the drawn numbers, each with its turn from 1. */
export const drawTurns = <E extends { candidateId: string }>(
  entries: E[],
  seed: string,
): (E & { turn: number })[] =>
  entries
    .map((entry) => ({ entry, lot: lotOf(seed, entry.candidateId) }))
    .sort((one, other) => (one.lot < other.lot ? -1 : 1))
    .map(({ entry }, index) => ({ ...entry, turn: index + 1 }))
