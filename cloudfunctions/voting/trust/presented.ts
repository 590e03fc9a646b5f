import type { Alert, BallotView, Ruling } from '../../../contract/trust'
import { candidateIdOf } from '../../platform/campaigns/ballotPaper'
import type { BallotRow } from '../rows'
import { trackingCodeOf } from '../rules'
import type { AlertRow, RuledBallotRow, RulingRow } from './rows'
import { coarseTimes } from './rules'

/** What leaves the cloud, chosen field by field. */

/** While counts are hidden, multiples are coarse. */
export const presentAlert = (row: AlertRow, areHidden: boolean): Alert => ({
  alertId: row._id,
  kind: row.kind,
  candidateId: candidateIdOf(row.campaignId, row.number),
  candidateName: row.candidateName,
  from: row.from,
  to: row.to,
  times: areHidden ? Math.max(2, coarseTimes(row.times)) : Math.round(row.times * 10) / 10,
  foundAt: row.foundAt,
  state: row.state,
})

const ruledWords = { strike: 'struck', accept: 'accepted' } as const

export const presentBallot = (row: BallotRow, ruled: RuledBallotRow | undefined): BallotView => ({
  trackingCode: trackingCodeOf(row),
  castAt: row.bucket,
  address: row.address,
  isNew: row.isNew,
  rank: row.rank,
  standing: row.standing,
  ruled: ruled ? ruledWords[ruled.act] : null,
})

export const presentRuling = (row: RulingRow, accountId: string): Ruling => ({
  rulingId: row._id,
  number: row.number,
  act: row.act,
  filter: row.filter,
  ballots: row.ballots,
  reason: row.reason,
  status: row.status,
  proposedBy: row.proposedBy.name,
  proposedAt: row.proposedBy.at,
  decidedBy: row.decidedBy?.name ?? null,
  decidedAt: row.decidedBy?.at ?? null,
  isMine: row.proposedBy.accountId === accountId,
})
