import { MINUTES_A_DAY } from '../../contract/limits'
import { fail, ok } from '../../contract/result'
import type { volunteerHours } from '../../contract/volunteerHours'
import type { Scope } from '../platform/access'
import type { Transaction } from '../platform/database/collection'
import { type Notice, notifyIn } from '../platform/messages'
import { findOrganisation } from '../platform/organisations'
import type { Methods } from '../platform/serve'
import { enterHours } from '../platform/volunteering/ledger'
import type { HourTotalsRow } from '../platform/volunteering/rows'
import { answerClaimRow, presentClaims } from './claims'
import { pageOf } from './pages'
import type { ClaimRow } from './rows'
import { hasDone, momentOf } from './rules'
import * as store from './store'
import { claimAfter } from './transitions'

/** Claims as those see them who answer: the leader of the organisation, or an administrator of its place. */

type HoursMethods = Methods<typeof volunteerHours>
type Answering = Parameters<HoursMethods['answerClaim']['run']>[0]

export const listClaims: HoursMethods['listClaims'] = {
  placeOf: async ({ organisationId }): Promise<Scope | null> => {
    const organisation = await findOrganisation(organisationId)
    return organisation && { placeCode: organisation.placeCode, organisationId }
  },
  run: async ({ input, caller: { accountId } }) => {
    const rows = await store.listClaimsAt(input.organisationId, input.state, input.after)
    const { page, next } = pageOf(rows, ({ order }) => order)
    return ok({ claims: await presentClaims(page, accountId), next })
  },
}

type Refused =
  | 'claim_not_found'
  | 'claim_is_decided'
  | 'second_person_needed'
  | 'reason_needed'
  | 'day_is_full'

/** What is known of the day before the transaction, in which nothing can be counted. */
interface Day {
  minutes: number
  /** Of the totals when the day was counted: every entry makes another. */
  version: number
}

export const answerClaim: HoursMethods['answerClaim'] = {
  placeOf: async ({ claimId }): Promise<Scope | null> => {
    const claim = await store.findClaim(claimId)
    return claim && { placeCode: claim.placeCode, organisationId: claim.organisationId }
  },
  run: async (call) => {
    const claim = await store.findClaim(call.input.claimId)
    if (!claim) return fail({ code: 'claim_not_found' })
    for (;;) {
      const day = await countDay(claim)
      const outcome = await store.inTransaction((transaction) => answerIn(transaction, call, day))
      if (outcome === 'again') continue
      if (typeof outcome === 'string') return fail({ code: outcome })
      const { before, after } = outcome
      if (before)
        call.note({ subject: `hourClaim/${after._id}`, before: audited(before), after: audited(after) })
      return answerClaimRow(after, call.caller.accountId)
    }
  },
}

const audited = ({ state, day, minutes, reason }: ClaimRow) => ({ state, day, minutes, reason })

/** The totals are read first: an entry that comes between the two makes their version old. */
async function countDay({ accountId, day }: ClaimRow): Promise<Day> {
  const version = (await store.findTotals(accountId))?.version ?? 0
  const [found] = await store.minutesByDay(accountId, day, day)
  return { minutes: found?.minutes ?? 0, version }
}

async function answerIn(
  transaction: Transaction,
  call: Answering,
  day: Day,
): Promise<{ before: ClaimRow | null; after: ClaimRow } | Refused | 'again'> {
  const { input, caller, requestId } = call
  const row = await transaction.find<ClaimRow>('hourClaims', input.claimId)
  if (!row) return 'claim_not_found'
  if (hasDone(row.history, requestId)) return { before: null, after: row }
  if (row.accountId === caller.accountId) return 'second_person_needed'
  const state = claimAfter(row.state, input.answer)
  if (state === null) return 'claim_is_decided'
  if (input.answer === 'decline' && input.reason === null) return 'reason_needed'
  if (input.answer === 'agree') {
    const totals = await transaction.find<HourTotalsRow>('hourTotals', row.accountId)
    if ((totals?.version ?? 0) !== day.version) return 'again'
    if (day.minutes + row.minutes > MINUTES_A_DAY) return 'day_is_full'
    await credit(transaction, row, call)
  }
  const after = answered(row, call)
  await transaction.put('hourClaims', after)
  await notifyIn(transaction, noticeOf(after), call.now)
  return { before: row, after }
}

const credit = (transaction: Transaction, row: ClaimRow, { input, caller, requestId, now }: Answering) =>
  enterHours(
    transaction,
    {
      accountId: row.accountId,
      kind: 'backfill',
      ledger: 'backfilled',
      minutes: row.minutes,
      title: row.what,
      organisationId: row.organisationId,
      organisationName: row.organisationName,
      activityId: null,
      attendanceId: null,
      claimId: row._id,
      annulmentId: null,
      grade: null,
      by: caller.accountId,
      reason: input.reason,
      requestId,
      number: 0,
      placeCode: row.placeCode,
      servedAt: momentOf(row.day),
      before: 0,
    },
    now,
  )

function answered(row: ClaimRow, { input, caller, requestId, now }: Answering): ClaimRow {
  const act = input.answer === 'agree' ? ('agreed' as const) : ('declined' as const)
  const entry = { act, requestId, accountId: caller.accountId, at: now, reason: input.reason }
  return {
    ...row,
    state: act,
    reason: input.reason,
    version: row.version + 1,
    history: [...row.history, entry],
  }
}

const noticeOf = (row: ClaimRow): Notice => ({
  accountId: row.accountId,
  kind: 'hoursMoved',
  about: `hourClaim/${row._id}`,
  title: row.state === 'agreed' ? '补录的时长已经计入' : '补录的时长没有通过',
  line: row.state === 'agreed' ? `${row.organisationName}：${row.what}` : (row.reason ?? ''),
  page: `features/volunteering/pages/${row.state === 'agreed' ? 'hours' : 'claim'}/index`,
})
