import type { BallotCounts } from '../../contract/trust'
import type { RecountRow, Votes } from './rows'

/** What a finished recount comes to once every ruling is applied. */

export interface FinalCount {
  votes: Votes
  counts: BallotCounts
}

export async function finalCount({ ballots, pending, notCounted, votes }: RecountRow): Promise<FinalCount> {
  return { votes, counts: { counted: ballots - pending - notCounted, pending, notCounted, struck: 0 } }
}
