import * as v from 'valibot'
import { id } from './fields'
import { details, plain, returns, service } from './method'
import type { BallotCounts } from './trust'

/**
 * The public file of ballots 公开选票文件, from which anyone can count again, and the proof that one's own ballot is in
 * it. Part of the service `voting`. The format: docs/recount.md. All times: milliseconds UTC.
 */

/** Ballots put in order, hashed and written into one public file. */
export interface Sealing {
  sealingId: string
  state: 'running' | 'done'
  /** 0–1. */
  progress: number
  /** In the file so far. */
  ballots: number
  /** Merkle root over every line (RFC 6962 with SHA-256), or null until it is done. */
  root: string | null
}

/** A file to load, by a link that ends by itself after a while. */
export interface PublicFile {
  url: string
  fileName: string
  bytes: number
  sha256: string
}

/** Everything needed to count again at home. */
export interface PublicCount {
  campaignName: string
  /** Of the finished file; nothing is ruled after it. */
  sealedAt: number
  counts: BallotCounts
  rulings: { number: number; act: 'strike' | 'accept'; ballots: number; reason: string; decidedAt: number }[]
  root: string
  /** Lines that the root stands for: the header and one per ballot. */
  lines: number
  /** One file; of very many ballots several, which put after each other are the whole. */
  ballotFiles: PublicFile[]
  script: PublicFile
}

/**
 * That one's own ballot is in the public file. `line` is the ballot's line as it stands there, without the check at its
 * end: only its owner is shown which one it is. Hashing `line` and then `path` from the leaf up gives `root`.
 */
export interface BallotProof {
  trackingCode: string
  line: string
  /** Place of the line among all hashed lines, from 0; in the file it is line `index` + 1. */
  index: number
  lines: number
  path: string[]
  root: string
}

const campaignInput = v.strictObject({ campaignId: id() })

export const publicCount = service({
  /** Builds the public file, a few seconds' work per call: call again until it is `done`. Nothing is ruled after it. */
  sealBallots: {
    access: { roles: ['administrator'], at: 'record' },
    writes: true,
    input: campaignInput,
    value: returns<{ sealing: Sealing }>(),
    errors: {
      campaign_not_found: plain,
      voting_not_settled: details<{ settledAt: number }>(),
      recount_needed: plain,
      no_ballots: plain,
      ballots_pending: details<{ pending: number }>(),
      scores_missing: details<{ candidateIds: string[] }>(),
      /** Rulings wait for their second person, or are being written. */
      rulings_open: details<{ rulings: number }>(),
    },
  },
  getPublicCount: {
    access: 'anyone',
    writes: false,
    input: campaignInput,
    value: returns<PublicCount>(),
    errors: { campaign_not_found: plain, results_not_published: plain },
  },
  /** The caller's own ballots in the public file; one, or one per day. */
  listMyProofs: {
    access: 'signedIn',
    writes: false,
    input: campaignInput,
    value: returns<{ proofs: BallotProof[] }>(),
    errors: { campaign_not_found: plain, results_not_published: plain },
  },
})
