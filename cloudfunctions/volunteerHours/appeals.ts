import { fail, ok } from '../../contract/result'
import type { volunteerHours } from '../../contract/volunteerHours'
import type { Transaction } from '../platform/database/collection'
import { type Notice, notifyIn } from '../platform/messages'
import type { Methods } from '../platform/serve'
import type { AttendanceRow } from '../platform/volunteering/rows'
import { endWorkIn, openWorkIn } from '../platform/work'
import { enterAbout } from './correcting'
import { namesOf } from './people'
import { presentAnnulment } from './presented'
import type { AnnulmentRow } from './rows'
import { appealEndsAt, hasDone } from './rules'
import * as store from './store'
import { annulmentAfter } from './transitions'

/** An annulment is appealed once, and decided by somebody else than who annulled. */

type HoursMethods = Methods<typeof volunteerHours>
type Deciding = Parameters<HoursMethods['decideAppeal']['run']>[0]

export const appealAnnulment: HoursMethods['appealAnnulment'] = async ({
  input,
  caller: { accountId },
  requestId,
  now,
}) => {
  const outcome = await store.inTransaction(async (transaction) => {
    const row = await transaction.find<AnnulmentRow>('annulments', input.annulmentId)
    if (row?.accountId !== accountId) return 'annulment_not_found' as const
    if (hasDone(row.history, requestId)) return row
    const state = annulmentAfter(row.state, 'appeal')
    if (state === null || now > appealEndsAt(row.annulledAt)) return 'appeal_ended' as const
    const entry = { act: 'appealed' as const, requestId, accountId, at: now, reason: input.words }
    const history = [...row.history, entry]
    const after: AnnulmentRow = { ...row, state, appeal: input.words, version: row.version + 1, history }
    await transaction.put('annulments', after)
    await openWorkIn(transaction, workOf(after, now))
    return after
  })
  return typeof outcome === 'string' ? fail({ code: outcome }) : ok({ state: outcome.state })
}

const workOf = ({ _id, theme, appeal, placeCode }: AnnulmentRow, now: number) => ({
  kind: 'hoursAppeal' as const,
  subjectId: _id,
  title: theme,
  line: appeal ?? '',
  placeCode,
  since: now,
})

export const decideAppeal: HoursMethods['decideAppeal'] = {
  placeOf: async ({ annulmentId }) => (await store.findAnnulment(annulmentId))?.placeCode ?? null,
  run: async (call) => {
    const outcome = await store.inTransaction((transaction) => decideIn(transaction, call))
    if (typeof outcome === 'string') return fail({ code: outcome })
    const { before, after } = outcome
    if (before)
      call.note({ subject: `annulment/${after._id}`, before: audited(before), after: audited(after) })
    const name = await namesOf([after.accountId])
    return ok({ annulment: presentAnnulment(after, name(after.accountId), call.caller.accountId) })
  },
}

const audited = ({ state, minutes, decision }: AnnulmentRow) => ({ state, minutes, decision })

async function decideIn(transaction: Transaction, call: Deciding) {
  const { input, caller, requestId, now } = call
  const row = await transaction.find<AnnulmentRow>('annulments', input.annulmentId)
  if (!row) return 'annulment_not_found' as const
  if (hasDone(row.history, requestId)) return { before: null, after: row }
  const isInvolved = [row.annulledBy, row.accountId].includes(caller.accountId)
  if (isInvolved) return 'second_person_needed' as const
  const state = annulmentAfter(row.state, input.decision)
  if (state === null) return 'not_appealed' as const
  if (input.decision === 'restore' && !(await restoreIn(transaction, row, call)))
    return 'annulment_not_found' as const
  const act = input.decision === 'restore' ? ('restored' as const) : ('upheld' as const)
  const entry = { act, requestId, accountId: caller.accountId, at: now, reason: input.reason }
  const history = [...row.history, entry]
  const after: AnnulmentRow = { ...row, state, decision: input.reason, version: row.version + 1, history }
  await transaction.put('annulments', after)
  await endWorkIn(transaction, 'hoursAppeal', row._id, now)
  await notifyIn(transaction, noticeOf(after), now)
  return { before: row, after }
}

/** False: the person has deleted the account meanwhile, and there is nothing to give back. */
async function restoreIn(
  transaction: Transaction,
  { _id, attendanceId, minutes }: AnnulmentRow,
  { input, caller, requestId, now }: Deciding,
): Promise<boolean> {
  const row = await transaction.find<AttendanceRow>('attendances', attendanceId)
  if (!row) return false
  await enterAbout(transaction, row, {
    kind: 'restoration',
    minutes,
    annulmentId: _id,
    by: caller.accountId,
    reason: input.reason,
    requestId,
    at: now,
  })
  const entry = {
    act: 'restored' as const,
    requestId,
    accountId: caller.accountId,
    at: now,
    reason: input.reason,
  }
  await transaction.put<AttendanceRow>('attendances', {
    ...row,
    minutes: row.minutes + minutes,
    entries: row.entries + 1,
    isAnnulled: false,
    version: row.version + 1,
    history: [...row.history, entry],
  })
  return true
}

const noticeOf = ({ _id, accountId, theme, state, decision }: AnnulmentRow): Notice => ({
  accountId,
  kind: 'hoursMoved',
  about: `annulment/${_id}/${state}`,
  title: state === 'restored' ? '申诉成立，时长已经恢复' : '申诉没有成立，时长仍然撤销',
  line: `${theme}：${decision ?? ''}`,
  page: 'features/volunteering/pages/hours/index',
})
