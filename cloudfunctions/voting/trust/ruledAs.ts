import type { RuledAs } from '../presented'
import type { BallotRow } from '../rows'
import * as store from './store'

/** What was decided about these ballots, by their id. */
export async function ruledAs(ballots: Pick<BallotRow, '_id'>[]): Promise<Map<string, RuledAs>> {
  const ruled = await store.listRuledBallots(ballots.map(({ _id }) => _id))
  if (ruled.length === 0) return new Map()
  const rulings = await store.listRulingsOf([...new Set(ruled.map(({ rulingId }) => rulingId))])
  const reasons = new Map(rulings.map(({ _id, reason }) => [_id, reason]))
  return new Map(ruled.map(({ _id, act, rulingId }) => [_id, { act, reason: reasons.get(rulingId) ?? '' }]))
}
