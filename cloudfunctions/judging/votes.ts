import { findList } from '../platform/campaigns/campaigns'

/**
 * Votes of citizens by candidate id. They part equals only once they are published: before that nobody may know them.
 * A published list never changes.
 */
export async function publishedVotes(campaignId: string): Promise<Map<string, number>> {
  const list = await findList(campaignId)
  const listed = list?.status === 'published' ? list.listed : []
  return new Map(listed.map(({ candidateId, votes }) => [candidateId, votes]))
}
