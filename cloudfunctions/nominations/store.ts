import { PAGE_SIZE } from '../../contract/limits'
import type { NominationState } from '../../contract/nominations'
import type { CampaignRow } from '../platform/campaigns/rows'
import { collection, command, inTransaction, type Transaction } from '../platform/database/collection'
import { withinPlace } from '../platform/places'
import { type WorkRow, workId } from '../platform/work'
import type { NominationRow, PhotoRow, QuotaCounterRow } from './rows'

/** Every query of nominations, one function each. */

const nominations = collection<NominationRow>('nominations')
const counters = collection<QuotaCounterRow>('quotaCounters')
const work = collection<WorkRow>('work')

export const findNomination = (nominationId: string): Promise<NominationRow | null> =>
  nominations.find(nominationId)

/**
 * Runs `act` with the row as it is in a transaction, null when there is none. A conflict with somebody else runs all of
 * it again, so `act` must do nothing but through the transaction.
 */
export const changingNomination = <T>(
  nominationId: string,
  act: (transaction: Transaction, row: NominationRow | null) => Promise<T>,
): Promise<T> =>
  inTransaction(async (transaction) =>
    act(transaction, await transaction.find<NominationRow>('nominations', nominationId)),
  )

export const putNominationIn = (transaction: Transaction, row: NominationRow): Promise<void> =>
  transaction.put('nominations', row)

export const findCampaignIn = (transaction: Transaction, campaignId: string): Promise<CampaignRow | null> =>
  transaction.find<CampaignRow>('campaigns', campaignId)

/** From the first nomination that is handed in, the form stays as it is. */
export async function freezeFormIn(
  transaction: Transaction,
  campaign: CampaignRow,
  now: number,
): Promise<void> {
  if (campaign.nominationFrozenAt === null)
    await transaction.put<CampaignRow>('campaigns', { ...campaign, nominationFrozenAt: now })
}

type Counter = Omit<QuotaCounterRow, 'used'>

export const unitCounter = (campaignId: string, unit: string): Counter => ({
  _id: `${campaignId}-${unit}`,
  campaignId,
  unit,
})

/** Takes one of `limit`, with the record that it is for. False: all are taken. */
export async function takeOneIn(transaction: Transaction, counter: Counter, limit: number): Promise<boolean> {
  const used = (await transaction.find<QuotaCounterRow>('quotaCounters', counter._id))?.used ?? 0
  if (used >= limit) return false
  await transaction.put<QuotaCounterRow>('quotaCounters', { ...counter, used: used + 1 })
  return true
}

/** Gives one back. */
export async function giveBackIn(transaction: Transaction, counterId: string): Promise<void> {
  const row = await transaction.find<QuotaCounterRow>('quotaCounters', counterId)
  if (row)
    await transaction.put<QuotaCounterRow>('quotaCounters', { ...row, used: Math.max(0, row.used - 1) })
}

/** More than one person writes; all of them are shown at once. */
const OWN_AT_MOST = 200

/** Newest first. */
export const listByAuthor = (accountId: string, campaignId?: string): Promise<NominationRow[]> =>
  nominations.list(
    { accountId, ...(campaignId ? { campaignId } : {}) },
    { orderBy: { startedAt: 'desc' }, limit: OWN_AT_MOST },
  )

/** What somebody began up to `moment`; for forgetting, which comes again until nothing is found. */
export const listBegunBy = (accountId: string, moment: number): Promise<NominationRow[]> =>
  nominations.list({ accountId, startedAt: command.lte(moment) }, { limit: FOR_JOBS })

export interface Received {
  campaignId: string
  /** Everything within this place, or, where a department is named, what that department reviews. */
  placeCode: string
  departmentId?: string | undefined
  state?: NominationState | undefined
  after?: string | undefined
}

/** Newest first; one more than a page tells whether there is a next one. */
export const listReceived = ({ campaignId, placeCode, departmentId, state, after }: Received) =>
  nominations.list(
    {
      campaignId,
      ...(departmentId ? { departmentId } : withinPlace(placeCode)),
      ...(state ? { state } : {}),
      // What is nothing for staff has no order.
      order: after ? command.and([command.gt(''), command.lt(after)]) : command.gt(''),
    },
    { orderBy: { order: 'desc' }, limit: PAGE_SIZE + 1 },
  )

/** In order of time. */
export const listForwarded = (campaignId: string, inDistrict: string | undefined, after = '') =>
  nominations.list(
    { campaignId, ...(inDistrict ? { inDistrict } : {}), forwardedOrder: command.gt(after) },
    { orderBy: { forwardedOrder: 'asc' }, limit: PAGE_SIZE + 1 },
  )

/** All that was handed in, a stretch at a time, oldest first. */
export const listHandedInAfter = (campaignId: string, after: string, limit: number) =>
  nominations.list({ campaignId, order: command.gt(after) }, { orderBy: { order: 'asc' }, limit })

/** Districts and departments of a campaign: the largest city has 38 and 50. */
const UNITS = 200

export const listUsed = (campaignId: string): Promise<QuotaCounterRow[]> =>
  counters.list({ campaignId }, { limit: UNITS })

/** How many wait for each reviewing unit. */
export const countWaiting = (campaignId: string): Promise<{ _id: string; waiting: number }[]> =>
  nominations.aggregate([
    { $match: { campaignId, state: 'submitted' } },
    { $group: { _id: '$unit', waiting: { $sum: 1 } } },
    { $limit: UNITS },
  ])

/** Adds a photo while there is room and the words are still being written. False: one of these is not so any more. */
export const addPhoto = (
  nominationId: string,
  accountId: string,
  photo: PhotoRow,
  max: number,
): Promise<boolean> =>
  nominations.changeOne(
    {
      _id: nominationId,
      accountId,
      state: command.in(['draft', 'returned']),
      [`photos.${max - 1}`]: command.exists(false),
      'photos.requestId': command.neq(photo.requestId),
    },
    { photos: command.push([photo]) },
  )

export const removePhoto = (nominationId: string, accountId: string, photoId: string): Promise<boolean> =>
  nominations.changeOne(
    {
      _id: nominationId,
      accountId,
      state: command.in(['draft', 'returned']),
      'photos.photoId': photoId,
    },
    { photos: command.pull({ photoId }) },
  )

const FOR_JOBS = 50

export const listOlder = (state: NominationState, savedBefore: number): Promise<NominationRow[]> =>
  nominations.list({ state, savedAt: command.lt(savedBefore) }, { limit: FOR_JOBS })

/** Takes a nomination that nobody sees any more out of the database. Its files go before it. */
export async function removeNomination(nominationId: string): Promise<void> {
  await work.remove({ _id: workId('reviewNomination', nominationId) })
  await nominations.remove({ _id: nominationId, state: 'withdrawn' })
}
