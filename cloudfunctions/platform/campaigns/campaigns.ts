import type { SessionKind } from '../../../contract/judging'
import { collection, command } from '../database/collection'
import type { CampaignRow, CandidateListRow, CandidateRow, SessionResultRow } from './rows'

/** What other functions than voting read of campaigns, candidates and lists. */

export const findCampaign = (campaignId: string): Promise<CampaignRow | null> =>
  collection<CampaignRow>('campaigns').find(campaignId)

export const placeOfCampaign = async ({ campaignId }: { campaignId: string }): Promise<string | null> =>
  (await findCampaign(campaignId))?.cityCode ?? null

export const findList = (campaignId: string): Promise<CandidateListRow | null> =>
  collection<CandidateListRow>('candidateLists').find(campaignId)

export const findCandidate = (candidateId: string): Promise<CandidateRow | null> =>
  collection<CandidateRow>('candidates').find(candidateId)

/** In ballot-paper order, after number `after`. Each carries its whole text, so `limit` is at most 100. */
export const listCandidatesAfter = (
  campaignId: string,
  after: number,
  limit: number,
): Promise<CandidateRow[]> =>
  collection<CandidateRow>('candidates').list(
    { campaignId, number: command.gt(after) },
    { orderBy: { number: 'asc' }, limit },
  )

/** Null until the session is closed. */
export const findSessionResult = (campaignId: string, kind: SessionKind): Promise<SessionResultRow | null> =>
  collection<SessionResultRow>('sessionResults').find(`${campaignId}-${kind}`)
