import type { attendance } from '../../contract/attendance'
import type { InputOf } from '../../contract/method'
import { fail, ok } from '../../contract/result'
import type { Call } from '../platform/checks'
import type { AttendanceRow } from '../platform/volunteering/rows'
import { changeOf, wasDoneBy } from './changes'
import { lookOver } from './lookingOver'
import { mayBecome, plannedMinutes } from './rules'
import * as store from './store'

/** What a leader sets right afterwards, with a reason. */

type Correcting = Call<InputOf<(typeof attendance)['correctMinutes']>>
type Excusing = Call<InputOf<(typeof attendance)['excuseAbsence']>>

type CorrectionRefused =
  | {
      code: 'attendance_not_found' | 'not_credited' | 'second_person_needed' | 'hours_annulled'
    }
  | { code: 'above_plan'; planned: number }

export const correctMinutes = async (call: Correcting) => {
  const { input, now, note } = call
  const decided = await store.changeAttendance(input.attendanceId, (row) => decideCorrection(row, call), now)
  if ('kept' in decided) {
    if ('error' in decided.kept) return fail(decided.kept.error)
    return ok({ minutes: decided.kept.minutes })
  }
  const { row, hours } = decided.change
  const before = row.minutes - (hours?.minutes ?? 0)
  note({ subject: `attendances/${row._id}`, before: { minutes: before }, after: { minutes: row.minutes } })
  await lookOver(row)
  return ok({ minutes: row.minutes })
}

function refuseCorrection(
  row: AttendanceRow | null,
  { input, caller }: Pick<Correcting, 'input' | 'caller'>,
): CorrectionRefused | null {
  if (!row) return { code: 'attendance_not_found' }
  if (row.accountId === caller.accountId) return { code: 'second_person_needed' }
  if (row.isAnnulled) return { code: 'hours_annulled' }
  if (row.state !== 'credited') return { code: 'not_credited' }
  const planned = plannedMinutes(row)
  return input.minutes > planned ? { code: 'above_plan', planned } : null
}

function decideCorrection(
  row: AttendanceRow | null,
  call: Correcting,
): store.Decision<{ minutes: number } | { error: CorrectionRefused }> {
  const { input, caller, requestId, now } = call
  if (row && wasDoneBy(row, requestId)) return { kept: { minutes: input.minutes } }
  const error = refuseCorrection(row, call)
  if (error || !row) return { kept: { error: error ?? { code: 'attendance_not_found' } } }
  if (row.minutes === input.minutes) return { kept: { minutes: row.minutes } }
  const by = { act: 'corrected', requestId, accountId: caller.accountId, at: now } as const
  const change = changeOf(row, { ...row, minutes: input.minutes }, { ...by, reason: input.reason })
  return { change: { ...change, notice: correctionNotice(row, input) } }
}

const correctionNotice = (
  { _id, accountId, theme, minutes: before, entries }: AttendanceRow,
  { minutes, reason }: Correcting['input'],
): store.Change['notice'] => ({
  accountId,
  kind: 'hoursMoved',
  about: `${_id}/${entries}`,
  title: '服务时长有更正',
  line: `“${theme}”从 ${before} 分钟更正为 ${minutes} 分钟。原因：${reason}`,
  page: 'features/volunteering/pages/hours/index',
})

export const excuseAbsence = async ({ input, caller, requestId, now, note }: Excusing) => {
  const { attendanceId, reason } = input
  const decided = await store.changeAttendance<'attendance_not_found' | 'not_absent' | 'done'>(
    attendanceId,
    (row) => {
      if (!row) return { kept: 'attendance_not_found' }
      if (wasDoneBy(row, requestId)) return { kept: 'done' }
      if (!mayBecome(row.state, 'excused')) return { kept: 'not_absent' }
      const by = { act: 'excused', requestId, accountId: caller.accountId, at: now, reason } as const
      return { change: changeOf(row, { ...row, state: 'excused' }, by) }
    },
    now,
  )
  if ('kept' in decided && decided.kept !== 'done') return fail({ code: decided.kept })
  note({ subject: `attendances/${attendanceId}`, before: { state: 'absent' }, after: { state: 'excused' } })
  return ok({ state: 'excused' })
}
