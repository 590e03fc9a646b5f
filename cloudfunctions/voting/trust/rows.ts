import type { AlertKind, BallotFilter, Ruling } from '../../../contract/trust'
import type { Row } from '../../platform/database/collection'
import type { BallotRow, HistoryEntry, Votes } from '../rows'

/** Stored shapes of watching the voting and of ruling about ballots. All times are milliseconds UTC. */

/** What of watching and ruling must be counted in one place; `_id` is the campaign's. */
export interface TrustStateRow extends Row {
  /** Windows that end by then have been looked at. */
  watchedThrough: number
  /** Alerts that nobody has settled. */
  openAlerts: number
  /** Rulings proposed so far: the number of the last one. */
  rulings: number
}

/** Ballots of one network address within a window. */
export interface SharedAddress {
  address: string
  ballots: number
  votes: Votes
}

/** What WATCH_WINDOW of voting came to; written once, when it is over. `_id` is `<campaign id>-<start>`. */
export interface VoteWindowRow extends Row {
  campaignId: string
  /** Its start. */
  at: number
  ballots: number
  votes: Votes
  /** Of ballots of which it is known whether their accounts are new: votes, and those of new accounts. */
  knownVotes: Votes
  newVotes: Votes
  /** Only addresses with many ballots. */
  addresses: SharedAddress[]
}

export interface AlertRow extends Row {
  campaignId: string
  kind: AlertKind
  /** On the ballot paper. */
  number: number
  candidateName: string
  address: string | null
  from: number
  to: number
  times: number
  /** What would have been usual in one window. */
  usual: number
  foundAt: number
  state: 'open' | 'dismissed' | 'ruled'
  /** When found, with the id: the order of lists. */
  order: string
  history: HistoryEntry[]
}

/** A place among ballots that meet a filter, in order of time: so many of this bucket are behind it. */
export interface Mark {
  bucket: number
  seen: number
}

export interface Person {
  accountId: string
  name: string
  at: number
}

/** A decision about ballots. `_id` is derived from the request that proposed it. */
export interface RulingRow extends Row {
  campaignId: string
  number: number
  act: Ruling['act']
  filter: BallotFilter
  reason: string
  status: Ruling['status']
  /** Ballots that are meant, as counted when it was proposed; when it is applied, those that were ruled. */
  ballots: number
  /** Where writing it has come to, while it is being applied. */
  through: Mark
  proposedBy: Person
  decidedBy: Person | null
  history: HistoryEntry[]
}

/**
 * What two people decided about one ballot. `_id` is the ballot's, so a ballot is ruled once. It repeats of the
 * ballot what it can be looked for by, and what corrects the count.
 */
export interface RuledBallotRow
  extends Row,
    Pick<BallotRow, 'campaignId' | 'choices' | 'bucket' | 'standing' | 'rank' | 'isNew' | 'address'> {
  rulingId: string
  act: Ruling['act']
}
