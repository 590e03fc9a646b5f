import type { FormPart, ReviewNote } from '../../contract/nominations'
import { fail } from '../../contract/result'
import type { SignedInCaller } from '../platform/caller'
import type { CampaignRow } from '../platform/campaigns/rows'
import type { Call } from '../platform/checks'
import type { Transaction } from '../platform/database/collection'
import { notifyIn } from '../platform/messages'
import { endWorkIn } from '../platform/work'
import { auditedNomination } from './presented'
import type { NominationEntry, NominationRow } from './rows'
import { hasDone } from './rules'
import * as store from './store'
import { openReviewIn } from './submitting'
import { isHandedIn, stateAfter } from './transitions'

/** A decision of staff with all that goes with it, in one transaction: state, counters, work, message. */

type ReviewAct = ReviewNote['act']

interface Decision {
  nominationId: string
  version: number
  opinion: string
  parts?: { part: FormPart; reason: string }[]
}
export type Deciding = Call<Decision, SignedInCaller>

type Refusal = { code: 'nomination_not_found' | 'nomination_not_reviewable' | 'changed_meanwhile' }

/** What an act changes beside the state, or the error that stops all of it. */
export type Further<Failure extends { code: string }> = (
  transaction: Transaction,
  row: NominationRow,
  campaign: CampaignRow,
) => Promise<{ changes: Partial<NominationRow> } | { failure: Failure }>

interface Decided {
  entry: NominationEntry
  row: NominationRow
  /** Null when this very request had been carried out before. */
  before: NominationRow | null
}

export async function decide<Failure extends { code: string }>(
  act: ReviewAct,
  deciding: Deciding,
  further: Further<Failure>,
) {
  const { input, note } = deciding
  const outcome = await store.changingNomination(input.nominationId, (transaction, row) =>
    decideIn(transaction, row, act, deciding, further),
  )
  if ('failure' in outcome) return fail(outcome.failure)
  const { entry, row, before } = outcome
  if (before) {
    const subject = subjectOf(row._id)
    note({ subject, before: auditedNomination(before), after: auditedNomination(row) })
  }
  return { ok: true as const, entry, row }
}

export const subjectOf = (nominationId: string): string => `nomination/${nominationId}`

async function decideIn<Failure extends { code: string }>(
  transaction: Transaction,
  row: NominationRow | null,
  act: ReviewAct,
  deciding: Deciding,
  further: Further<Failure>,
): Promise<Decided | { failure: Refusal | Failure }> {
  const { input, requestId, now } = deciding
  const campaign = row && (await store.findCampaignIn(transaction, row.campaignId))
  if (!row || !campaign || !isHandedIn(row.state)) return { failure: { code: 'nomination_not_found' } }
  const done = hasDone(row.history, requestId)
  if (done) return { entry: done, row, before: null }
  if (row.version !== input.version) return { failure: { code: 'changed_meanwhile' } }
  const state = stateAfter(act, row.state)
  if (state === null) return { failure: { code: 'nomination_not_reviewable' } }
  const found = await further(transaction, row, campaign)
  if ('failure' in found) return found
  const entry = entryOf(act, deciding, row.version + 1, state)
  const after = { ...row, ...found.changes, ...afterwards(row, act, entry, deciding) }
  await store.putNominationIn(transaction, after)
  await endWorkIn(transaction, 'reviewNomination', row._id, now)
  if (state === 'submitted') await openReviewIn(transaction, after, campaign, now)
  await tellAuthorIn(transaction, after, act, now)
  return { entry, row: after, before: row }
}

const entryOf = (
  act: ReviewAct,
  { caller, requestId, now, grants }: Deciding,
  version: number,
  state: NominationEntry['state'],
): NominationEntry => ({
  act,
  requestId,
  by: caller.accountId,
  name: grants[0]?.name ?? null,
  at: now,
  version,
  state,
})

function afterwards(row: NominationRow, act: ReviewAct, entry: NominationEntry, { input, now }: Deciding) {
  const note: ReviewNote = { at: now, act, opinion: input.opinion, parts: input.parts ?? [] }
  return {
    state: entry.state,
    version: entry.version,
    reviews: [...row.reviews, note],
    history: [...row.history, entry],
  }
}

const TITLES: Record<ReviewAct, string> = {
  returned: '你的申报需要修改',
  forwarded: '你的申报通过了初审',
  recalled: '你的申报正在重新审核',
  declined: '你的申报没有获得推荐',
  admitted: '你的申报进入了候选',
}

async function tellAuthorIn(
  transaction: Transaction,
  row: NominationRow,
  act: ReviewAct,
  now: number,
): Promise<void> {
  if (row.accountId === null) return
  const notice = {
    accountId: row.accountId,
    kind: 'nominationReviewed' as const,
    about: `${row._id}/${row.version}`,
    title: TITLES[act],
    line: row.name,
    page: `features/nominations/pages/nomination/index?nominationId=${row._id}`,
  }
  await notifyIn(transaction, notice, now)
}
