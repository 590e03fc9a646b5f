import type { BallotFilter, Ruling } from '../../../contract/trust'
import { numberOnPaper } from '../../platform/campaigns/ballotPaper'
import type { CampaignRow } from '../rows'
import type { AlertRow, Mark, RulingRow } from './rows'

/** Decisions about alerts and rulings. Pure. */

/** Stands on no ballot paper: what names no candidate is met by no ballot. */
const NOBODY = -1
const NO_ANSWER = -1

export const EVERYTHING: BallotFilter = {
  from: null,
  to: null,
  candidateId: null,
  address: null,
  isNew: null,
  standing: null,
  rank: null,
}

/** What ballots must meet besides their time. */
export function conditionsOf(
  campaign: Pick<CampaignRow, '_id' | 'candidateCount'>,
  { candidateId, address, isNew, standing, rank }: BallotFilter,
): Record<string, unknown> {
  return {
    ...(candidateId === null ? {} : { choices: numberOnPaper(campaign, candidateId) ?? NOBODY }),
    ...(address === null ? {} : { address }),
    ...(isNew === null ? {} : { isNew }),
    ...(standing === null ? {} : { standing }),
    ...(rank === null ? {} : { rank: rank === NO_ANSWER ? null : rank }),
  }
}

/** Ballots of an alert: what staff look at, and what they may strike. */
export const filterOfAlert = (alert: AlertRow, candidateId: string): BallotFilter => ({
  ...EVERYTHING,
  from: alert.from,
  to: alert.to,
  candidateId,
  address: alert.address,
  isNew: alert.kind === 'newAccounts' ? true : null,
})

/** What may be done with a ruling in a status. Confirming is for another person than who proposed. */
export const rulingTransitions: Record<Ruling['status'], { confirm: boolean; reject: boolean }> = {
  proposed: { confirm: true, reject: true },
  applying: { confirm: false, reject: false },
  applied: { confirm: false, reject: false },
  rejected: { confirm: false, reject: false },
}

export type ConfirmRefusal = 'second_person_needed' | 'ruling_already_decided'

/** Null: this account may confirm the ruling now. */
export function refuseConfirm(
  { status, proposedBy }: Pick<RulingRow, 'status' | 'proposedBy'>,
  accountId: string,
): ConfirmRefusal | null {
  if (!rulingTransitions[status].confirm) return 'ruling_already_decided'
  return proposedBy.accountId === accountId ? 'second_person_needed' : null
}

/** Coarse on purpose: from finer multiples of one's own usual, numbers of votes could be worked out. */
const STEPS = [0, 1, 2, 3, 5, 8, 12, 20, 30, 50, 80, 120, 200, 500, 1000]

/** The nearest step, for showing multiples while counts are hidden. */
export const coarseTimes = (times: number): number =>
  STEPS.reduce((nearest, step) => (Math.abs(step - times) < Math.abs(nearest - times) ? step : nearest))

/** Where a list of ballots goes on, and how many there are in all, as text for the way to the client and back. */
export const markText = ({ bucket, seen }: Mark, total: number): string => `${bucket}-${seen}-${total}`

export function readMark(text: string): { mark: Mark; total: number } | null {
  const [, bucket, seen, total] = /^(\d{1,16})-(\d{1,9})-(\d{1,9})$/.exec(text) ?? []
  if (!bucket || !seen || !total) return null
  return { mark: { bucket: Number(bucket), seen: Number(seen) }, total: Number(total) }
}
