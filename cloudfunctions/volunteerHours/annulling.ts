import { fail, ok } from '../../contract/result'
import type { volunteerHours } from '../../contract/volunteerHours'
import { shanghaiDay, shanghaiTime } from '../platform/clock'
import type { Transaction } from '../platform/database/collection'
import { type Notice, notifyIn } from '../platform/messages'
import { placeFields } from '../platform/places'
import { keyedName } from '../platform/secrets'
import type { Methods } from '../platform/serve'
import type { AttendanceRow } from '../platform/volunteering/rows'
import { enterAbout } from './correcting'
import { pageOf } from './pages'
import { namesOf } from './people'
import { presentAnnulment, presentMarked } from './presented'
import type { AnnulmentRow } from './rows'
import { appealEndsAt, hasDone, orderOf, placeOfRow } from './rules'
import * as store from './store'

/** Hours that are unlike everybody else's: looked at, cleared or taken back. */

type HoursMethods = Methods<typeof volunteerHours>
type Annulling = Parameters<HoursMethods['annulHours']['run']>[0]

export const listMarkedHours: HoursMethods['listMarkedHours'] = async ({ input }) => {
  const rows = await store.listMarked(input.placeCode, input.after)
  const { page, next } = pageOf(rows, ({ markedOrder }) => markedOrder)
  const name = await namesOf(page.map(({ accountId }) => accountId))
  return ok({
    hours: page.map((row) => presentMarked(row, name(row.accountId), shanghaiDay(row.plannedFrom))),
    next,
  })
}

const placeOfAttendance = async ({ attendanceId }: { attendanceId: string }): Promise<string | null> => {
  const row = await store.findAttendance(attendanceId)
  return row && placeOfRow(row)
}

export const annulHours: HoursMethods['annulHours'] = {
  placeOf: placeOfAttendance,
  run: async (call) => {
    const outcome = await store.inTransaction((transaction) => annulIn(transaction, call))
    if (typeof outcome === 'string') return fail({ code: outcome })
    const { annulment, isNew } = outcome
    if (isNew)
      call.note({
        subject: `attendance/${annulment.attendanceId}`,
        before: { minutes: annulment.minutes },
        after: { minutes: 0, annulmentId: annulment._id, reason: annulment.reason },
      })
    const name = await namesOf([annulment.accountId])
    return ok({
      annulment: presentAnnulment(annulment, name(annulment.accountId), call.caller.accountId),
    })
  },
}

/** Attendance, ledger, annulment and the word to the person: all or nothing. */
async function annulIn(transaction: Transaction, call: Annulling) {
  const { input, caller, requestId, now } = call
  const annulmentId = keyedName('annulment', input.attendanceId, requestId)
  const known = await transaction.find<AnnulmentRow>('annulments', annulmentId)
  if (known) return { annulment: known, isNew: false }
  const row = await transaction.find<AttendanceRow>('attendances', input.attendanceId)
  if (!row) return 'attendance_not_found' as const
  if (row.isAnnulled || row.minutes <= 0) return 'nothing_to_annul' as const
  const entry = await enterAbout(transaction, row, {
    kind: 'annulment',
    minutes: -row.minutes,
    annulmentId,
    by: caller.accountId,
    reason: input.reason,
    requestId,
    at: now,
  })
  const annulment = newAnnulment(row, entry.day, call, annulmentId)
  await transaction.put('annulments', annulment)
  await transaction.put<AttendanceRow>('attendances', {
    ...row,
    minutes: 0,
    entries: row.entries + 1,
    isAnnulled: true,
    markedOrder: null,
    version: row.version + 1,
    history: [
      ...row.history,
      { act: 'annulled', requestId, accountId: caller.accountId, at: now, reason: input.reason },
    ],
  })
  await notifyIn(transaction, noticeOf(annulment), now)
  return { annulment, isNew: true }
}

function newAnnulment(
  row: AttendanceRow,
  day: string,
  { input, caller, requestId, now }: Annulling,
  _id: string,
): AnnulmentRow {
  const placeCode = placeOfRow(row)
  return {
    ...placeFields(placeCode),
    _id,
    placeCode,
    attendanceId: row._id,
    accountId: row.accountId,
    theme: row.theme,
    organisationName: row.organisationName,
    day,
    minutes: row.minutes,
    state: 'standing',
    reason: input.reason,
    annulledBy: caller.accountId,
    annulledAt: now,
    appeal: null,
    decision: null,
    order: orderOf(now, _id),
    version: 1,
    history: [{ act: 'annulled', requestId, accountId: caller.accountId, at: now, reason: input.reason }],
  }
}

const noticeOf = ({ _id, accountId, theme, reason, annulledAt }: AnnulmentRow): Notice => ({
  accountId,
  kind: 'hoursMoved',
  about: `annulment/${_id}`,
  title: '一次活动的服务时长被撤销',
  line: `${theme}：${reason}。不同意可以在 ${shanghaiTime(appealEndsAt(annulledAt))} 前申诉`,
  page: 'features/volunteering/pages/hours/index',
})

/** Nobody clears what is about the own hours. */
export const clearMarks: HoursMethods['clearMarks'] = {
  placeOf: placeOfAttendance,
  run: async ({ input, caller, requestId, now, note }) => {
    const outcome = await store.inTransaction(async (transaction) => {
      const row = await transaction.find<AttendanceRow>('attendances', input.attendanceId)
      if (!row) return 'attendance_not_found' as const
      if (row.accountId === caller.accountId) return 'second_person_needed' as const
      if (hasDone(row.history, requestId) || row.markedOrder === null) return null
      const entry = {
        act: 'cleared' as const,
        requestId,
        accountId: caller.accountId,
        at: now,
        reason: input.reason,
      }
      await transaction.put<AttendanceRow>('attendances', {
        ...row,
        markedOrder: null,
        version: row.version + 1,
        history: [...row.history, entry],
      })
      return row.marks
    })
    if (typeof outcome === 'string') return fail({ code: outcome })
    const { attendanceId, reason } = input
    if (outcome)
      note({
        subject: `attendance/${attendanceId}`,
        before: { marks: outcome },
        after: { marks: [], reason },
      })
    return ok({ attendanceId })
  },
}

export const getAnnulment: HoursMethods['getAnnulment'] = {
  placeOf: async ({ annulmentId }) => (await store.findAnnulment(annulmentId))?.placeCode ?? null,
  run: async ({ input, caller }) => {
    const row = await store.findAnnulment(input.annulmentId)
    if (!row) return fail({ code: 'annulment_not_found' })
    const name = await namesOf([row.accountId])
    return ok(presentAnnulment(row, name(row.accountId), caller.accountId))
  },
}

export const listAnnulments: HoursMethods['listAnnulments'] = async ({ input, caller: { accountId } }) => {
  const rows = await store.listAnnulmentsAt(input.placeCode, input.state, input.after)
  const { page, next } = pageOf(rows, ({ order }) => order)
  const name = await namesOf(page.map((row) => row.accountId))
  return ok({ annulments: page.map((row) => presentAnnulment(row, name(row.accountId), accountId)), next })
}
