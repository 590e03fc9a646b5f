import type { RecountRow } from './rows'
import { applyRulings, type FinalCount } from './trust/ruledCount'
import { listRuledGroups } from './trust/store'

export type { FinalCount }

type Counted = Pick<RecountRow, 'campaignId' | 'ballots' | 'pending' | 'notCounted' | 'votes'>

/** What a count of a campaign's ballots comes to with everything that has been ruled about them so far. */
export const finalCount = async (counted: Counted): Promise<FinalCount> =>
  applyRulings(counted, await listRuledGroups(counted.campaignId))
