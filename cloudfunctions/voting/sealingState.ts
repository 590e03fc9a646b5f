import type { Transaction } from '../platform/database/collection'
import type { SealedCount, SealingRow } from './publicCount/rows'

/**
 * Sealing and rulings exclude each other: nothing is ruled once ballots are being sealed, and nothing is sealed while a
 * ruling is undecided. Both write the campaign's one row in `sealings`, so the database decides who was first.
 */

const NOTHING = { counted: 0, pending: 0, notCounted: 0, struck: 0 }

/** Before anything is sealed or ruled. */
export const notSealed = (campaignId: string): SealingRow => ({
  _id: campaignId,
  state: 'none',
  version: 1,
  openRulings: [],
  sealed: null,
  through: '',
  blocks: 0,
  ballots: 0,
  counts: NOTHING,
  votes: {},
  root: null,
  nextBlock: 0,
  files: [],
  script: null,
  sealedAt: null,
})

const findSealingIn = async (transaction: Transaction, campaignId: string): Promise<SealingRow> =>
  (await transaction.find<SealingRow>('sealings', campaignId)) ?? notSealed(campaignId)

/** Part of the transaction that keeps a proposed ruling. `sealed`: it is too late for any ruling. */
export async function openRulingIn(
  transaction: Transaction,
  campaignId: string,
  rulingId: string,
): Promise<'opened' | 'sealed'> {
  const sealing = await findSealingIn(transaction, campaignId)
  if (sealing.state !== 'none') return 'sealed'
  const others = sealing.openRulings.filter((one) => one !== rulingId)
  await transaction.put<SealingRow>('sealings', { ...sealing, openRulings: [...others, rulingId] })
  return 'opened'
}

/** Part of the transaction by which a ruling becomes `rejected`, or `applied` with every ballot written. */
export async function endRulingIn(
  transaction: Transaction,
  campaignId: string,
  rulingId: string,
): Promise<void> {
  const sealing = await findSealingIn(transaction, campaignId)
  const openRulings = sealing.openRulings.filter((one) => one !== rulingId)
  await transaction.put<SealingRow>('sealings', { ...sealing, openRulings })
}

/** Part of the transaction that begins to seal: the row as it is then, or how many rulings are in the way. */
export async function beginSealingIn(
  transaction: Transaction,
  campaignId: string,
  sealed: SealedCount,
): Promise<{ sealing: SealingRow } | { openRulings: number }> {
  const sealing = await findSealingIn(transaction, campaignId)
  if (sealing.state !== 'none') return { sealing }
  if (sealing.openRulings.length > 0) return { openRulings: sealing.openRulings.length }
  const begun: SealingRow = { ...notSealed(campaignId), version: sealing.version, state: 'lines', sealed }
  await transaction.put('sealings', begun)
  return { sealing: begun }
}
