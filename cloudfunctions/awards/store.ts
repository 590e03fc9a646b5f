import type { UnitCondition } from '../../contract/awards'
import { PAGE_SIZE } from '../../contract/limits'
import type { ListEntry } from '../../contract/voting'
import type {
  CampaignRow,
  CandidateListRow,
  CandidateRow,
  HistoryEntry,
  ListPageRow,
} from '../platform/campaigns/rows'
import { collection, command, inTransaction } from '../platform/database/collection'
import type { AwardUnitRow, StaffCheck, WinnersRow } from './rows'

/** Every query of awards, one function each. */

const winners = collection<WinnersRow>('winners')
const units = collection<AwardUnitRow>('awardUnits')
const candidates = collection<CandidateRow>('candidates')
const listPages = collection<ListPageRow>('listPages')

// Winners

export const findWinners = (campaignId: string): Promise<WinnersRow | null> => winners.find(campaignId)

export const insertWinners = (row: WinnersRow) => winners.insert(row)

/** Puts another proposal in the place of this version, if nobody has confirmed the winners for good. */
export const replaceProposal = (
  campaignId: string,
  version: number,
  proposal: Pick<WinnersRow, 'version' | 'scoredBy' | 'entries' | 'proposedAt' | 'confirmations'>,
  entry: HistoryEntry,
): Promise<boolean> =>
  winners.changeOne(
    { _id: campaignId, version, status: 'proposed' },
    { ...proposal, history: command.push([entry]) },
  )

/** The first confirmation, or the second by another person, of the proposal of this version. */
export async function confirmWinners(
  campaignId: string,
  version: number,
  confirmation: WinnersRow['confirmations'][number],
  entry: HistoryEntry,
): Promise<boolean> {
  const proposal = { _id: campaignId, version, status: 'proposed' }
  const pushed = { confirmations: command.push([confirmation]), history: command.push([entry]) }
  const isFirst = await winners.changeOne({ ...proposal, 'confirmations.0': command.exists(false) }, pushed)
  if (isFirst) return true
  const another = command.and([command.exists(true), command.neq(confirmation.accountId)])
  return winners.changeOne(
    { ...proposal, 'confirmations.0.accountId': another, 'confirmations.1': command.exists(false) },
    { ...pushed, status: 'confirmed', confirmedAt: confirmation.at },
  )
}

/** Publishes this version, once it is confirmed, and writes so into the campaign: both or neither. Answers when. */
export const publishWinners = (
  campaignId: string,
  version: number,
  entry: HistoryEntry,
): Promise<number | null> =>
  inTransaction(async (transaction) => {
    const row = await transaction.find<WinnersRow>('winners', campaignId)
    const done = row?.history.find(({ requestId }) => requestId === entry.requestId)
    if (done) return done.at
    const campaign = await transaction.find<CampaignRow>('campaigns', campaignId)
    if (!campaign || row?.version !== version || row.status !== 'confirmed') return null
    const history = [...row.history, entry]
    await transaction.put<WinnersRow>('winners', {
      ...row,
      status: 'published',
      publishedAt: entry.at,
      history,
    })
    await transaction.put<CampaignRow>('campaigns', { ...campaign, winnersPublishedAt: entry.at })
    return entry.at
  })

// Candidates and the list

/** Each carries its whole text: 20 of them stay far below the megabyte that the database answers at most. */
const CANDIDATES_AT_ONCE = 20

/** In the order of the ids; one that is not there is left out. */
export async function listCandidates(candidateIds: string[]): Promise<CandidateRow[]> {
  const found = new Map<string, CandidateRow>()
  for (let start = 0; start < candidateIds.length; start += CANDIDATES_AT_ONCE) {
    const some = candidateIds.slice(start, start + CANDIDATES_AT_ONCE)
    const rows = await candidates.list({ _id: command.in(some) }, { limit: CANDIDATES_AT_ONCE })
    for (const row of rows) found.set(row._id, row)
  }
  return candidateIds.flatMap((candidateId) => found.get(candidateId) ?? [])
}

/** All entries of a list, in order of rank. */
export async function listEntries({
  _id,
  pagesKey,
  total,
}: Pick<CandidateListRow, '_id' | 'pagesKey' | 'total'>): Promise<ListEntry[]> {
  const entries: ListEntry[] = []
  for (let page = 0; entries.length < total; page++) {
    const row = await listPages.find(`${_id}-${pagesKey}-${page}`)
    if (!row || row.entries.length === 0) break
    entries.push(...row.entries)
  }
  return entries
}

// Units

export const insertUnit = (unit: AwardUnitRow) => units.insert(unit)

export const findUnit = async (campaignId: string, unitId: string): Promise<AwardUnitRow | null> => {
  const unit = await units.find(unitId)
  return unit?.campaignId === campaignId ? unit : null
}

/** One more than a page tells whether there is a next one. */
export const listUnits = (campaignId: string, after: string): Promise<AwardUnitRow[]> =>
  units.list({ campaignId, order: command.gt(after) }, { orderBy: { order: 'asc' }, limit: PAGE_SIZE + 1 })

/** More than a city has streets and towns. */
const AWARDED_MOST = 500

export const listAwardedUnits = (campaignId: string): Promise<AwardUnitRow[]> =>
  units.list({ campaignId, isAwarded: true }, { orderBy: { order: 'asc' }, limit: AWARDED_MOST })

/** Keeps a check, if the unit still is of this version and not awarded yet. */
export const keepCheck = (
  unitId: string,
  version: number,
  condition: UnitCondition,
  seen: StaffCheck,
  entry: AwardUnitRow['history'][number],
): Promise<boolean> =>
  units.changeOne(
    { _id: unitId, version, isAwarded: false },
    { [`checks.${condition}`]: command.set(seen), version: version + 1, history: command.push([entry]) },
  )

/** Awards the unit, if it still is as it was when its conditions were looked at. */
export const awardUnit = (unitId: string, version: number, entry: HistoryEntry): Promise<boolean> =>
  units.changeOne(
    { _id: unitId, version, isAwarded: false },
    { isAwarded: true, awardedAt: entry.at, version: version + 1, history: command.push([entry]) },
  )
