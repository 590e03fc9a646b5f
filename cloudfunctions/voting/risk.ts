import type { SignedInCaller } from '../platform/caller'
import type { BallotRow, CampaignRow } from './rows'

/** What WeChat knows of a voter, and what the campaign's declared risk rules make of it. */

type Grade = Pick<BallotRow, 'standing' | 'rank' | 'isNew' | 'address'>

export async function gradeBallot(_campaign: CampaignRow, _caller: SignedInCaller): Promise<Grade> {
  return { standing: 'counted', rank: null, isNew: null, address: null }
}
