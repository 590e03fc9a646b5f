import type { Standing } from '../../../contract/campaigns'
import type { BallotCounts, Ruling } from '../../../contract/trust'
import type { RecountRow, Votes } from '../rows'

/** What a count comes to once rulings are applied. Pure. */

/** Ruled ballots alike: their votes for one candidate, and of these those that stand first on their ballot. */
export interface RuledGroup {
  act: Ruling['act']
  standing: Standing
  choice: number
  votes: number
  first: number
}

export interface FinalCount {
  votes: Votes
  counts: BallotCounts
}

type Counted = Pick<RecountRow, 'ballots' | 'pending' | 'notCounted' | 'votes'>

export function applyRulings(
  { ballots, pending, notCounted, votes }: Counted,
  ruled: RuledGroup[],
): FinalCount {
  const counts: BallotCounts = { counted: ballots - pending - notCounted, pending, notCounted, struck: 0 }
  const corrected: Votes = { ...votes }
  for (const { act, standing, choice, votes: some, first } of ruled) {
    counts[standing] -= first
    counts[act === 'strike' ? 'struck' : 'counted'] += first
    const before = standing === 'counted' ? some : 0
    const after = act === 'accept' ? some : 0
    corrected[choice] = (corrected[choice] ?? 0) - before + after
  }
  return { votes: corrected, counts }
}
