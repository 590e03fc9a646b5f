import { CANDIDATES_PER_CAMPAIGN } from '../../../contract/limits'
import { collection, inTransaction, type Transaction } from '../database/collection'
import { isDuplicateKey } from '../database/errors'
import { sha256 } from '../secrets'
import type { CampaignRow, CandidateRow } from './rows'

/**
 * The ballot paper: candidates numbered from 1 without a gap. A candidate's id is campaign and number, so a ballot
 * can be checked against the paper by the number of candidates alone, however many they are.
 */

export const candidateIdOf = (campaignId: string, number: number): string => `${campaignId}-${number}`

/** The number that an id names on this campaign's paper, or null when it is none of its candidates. */
export function numberOnPaper(
  { _id, candidateCount }: Pick<CampaignRow, '_id' | 'candidateCount'>,
  candidateId: string,
): number | null {
  const digits = candidateId.startsWith(`${_id}-`) ? candidateId.slice(_id.length + 1) : ''
  const number = /^[1-9]\d{0,5}$/.test(digits) ? Number(digits) : 0
  return number >= 1 && number <= candidateCount ? number : null
}

/** The chain over the paper after one more candidate; of an empty paper it is ''. */
export const nextPaperHash = (
  before: string,
  { number, name, districtCode }: Pick<CandidateRow, 'number' | 'name' | 'districtCode'>,
): string => sha256(`${before}\n${number} ${name} ${districtCode}`)

export type NewCandidate = Omit<CandidateRow, '_id' | 'number' | 'revisedAt'>

type Refused = 'frozen' | 'full'

/** Puts a candidate at the end of the paper, as part of a transaction; refused when the paper is frozen or full. */
export async function addCandidateIn(
  transaction: Transaction,
  candidate: NewCandidate,
): Promise<CandidateRow | Refused> {
  const campaign = await transaction.find<CampaignRow>('campaigns', candidate.campaignId)
  if (!campaign) throw new Error(`candidate for campaign ${candidate.campaignId}, which does not exist`)
  if (campaign.rulesFrozenAt !== null) return 'frozen'
  if (campaign.candidateCount >= CANDIDATES_PER_CAMPAIGN) return 'full'
  const number = campaign.candidateCount + 1
  const row: CandidateRow = {
    ...candidate,
    _id: candidateIdOf(campaign._id, number),
    number,
    revisedAt: null,
  }
  await transaction.put('candidates', row)
  await transaction.put<CampaignRow>('campaigns', {
    ...campaign,
    candidateCount: number,
    paperHash: nextPaperHash(campaign.paperHash, row),
    rulesVersion: campaign.rulesVersion + 1,
  })
  return row
}

/** The same by itself. A repeat of the same `requestKey` finds the candidate that is there. */
export async function addCandidate(candidate: NewCandidate): Promise<CandidateRow | Refused> {
  const known = await findCandidateByRequest(candidate.requestKey)
  if (known) return known
  try {
    return await inTransaction((transaction) => addCandidateIn(transaction, candidate))
  } catch (error) {
    const first = isDuplicateKey(error) ? await findCandidateByRequest(candidate.requestKey) : null
    if (!first) throw error
    return first
  }
}

/** The candidate that an earlier try of the same request has put on the paper. */
export const findCandidateByRequest = async (requestKey: string): Promise<CandidateRow | null> =>
  (await collection<CandidateRow>('candidates').list({ requestKey }, { limit: 1 }))[0] ?? null
