import type { nominations } from '../../contract/nominations'
import { fail, ok } from '../../contract/result'
import { addCandidateIn, numberOnPaper } from '../platform/campaigns/ballotPaper'
import { findCampaign } from '../platform/campaigns/campaigns'
import type { Methods } from '../platform/serve'
import { candidateOf } from './candidate'
import { decide } from './decisions'
import { findHandedIn } from './reviewing'

type NominationsMethods = Methods<typeof nominations>

/** It is the campaign's city that admits, wherever the entry lies. */
export const placeOfCampaignOf = async ({ nominationId }: { nominationId: string }): Promise<string | null> =>
  (await findHandedIn(nominationId))?.campaign.cityCode ?? null

type Failure = { code: 'rules_frozen'; frozenAt: number } | { code: 'too_many_candidates' }

export const admitNomination: NominationsMethods['admitNomination']['run'] = async (call) => {
  const { caller, requestId, now } = call
  const outcome = await decide<Failure>('admitted', call, async (transaction, row, campaign) => {
    const act = { requestId, accountId: caller.accountId, at: now }
    const added = await addCandidateIn(transaction, candidateOf(row, campaign, act))
    if (added === 'frozen')
      return { failure: { code: 'rules_frozen', frozenAt: campaign.rulesFrozenAt ?? now } }
    if (added === 'full') return { failure: { code: 'too_many_candidates' } }
    return { changes: { candidateId: added._id } }
  })
  if (!outcome.ok) return outcome
  const { entry, row } = outcome
  const campaign = await findCampaign(row.campaignId)
  const number = campaign && row.candidateId && numberOnPaper(campaign, row.candidateId)
  if (!row.candidateId || !number) return fail({ code: 'nomination_not_reviewable' })
  return ok({ version: entry.version, candidateId: row.candidateId, number })
}
