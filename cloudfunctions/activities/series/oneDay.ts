import type { activities } from '../../../contract/activities'
import { fail, ok } from '../../../contract/result'
import { loadCalendar } from '../../platform/cases/loadRules'
import { filesOf } from '../../platform/keptPhotos'
import { linkPhotos } from '../../platform/photos'
import type { Methods } from '../../platform/serve'
import { type ActivityRow, activityId } from '../../platform/volunteering/rows'
import { type SeatsTaken, seatsOf, seatsTaken } from '../seats'
import { type Act, cancelledRow, changedRow, type Found, newActivity, pointOf, timeFields } from './days'
import { auditedActivity, presentActivity } from './presented'
import { hasDone } from './records'
import { daysOfSeries, type Holidays } from './rules'
import * as store from './store'
import { refusalOfWords, wordsOf } from './words'

/** 仅这一次: one day of a series is changed or cancelled. A day that was only computed becomes a row by it. */

type ActivityMethods = Methods<typeof activities>
type Revising = Parameters<ActivityMethods['reviseActivity']['run']>[0]
type Cancelling = Parameters<ActivityMethods['cancelActivity']['run']>[0]
type AnyCall = Pick<Revising, 'caller' | 'requestId' | 'now' | 'note'>

type Problem =
  | { code: 'activity_not_found' }
  | { code: 'day_is_over' }
  | { code: 'changed_meanwhile' }
  | { code: 'activity_cancelled' }
  | ({ code: 'seats_taken' } & SeatsTaken)
type Outcome<P extends Problem> = { after: ActivityRow; before: ActivityRow | null } | { refused: P }

const actOf = ({ caller, requestId, now }: AnyCall, reason: string): Act => ({
  requestId,
  accountId: caller.accountId,
  at: now,
  reason,
})

/** The row of a day, or what it would be if it were made now. */
function rowOf({ series, rows }: Found, day: string, holidays: Holidays, act: Act): ActivityRow | null {
  const [row] = rows
  if (row) return row
  const [planned] = daysOfSeries(series, [day, day], holidays)
  return planned ? newActivity(series, planned, act) : null
}

const changeDay = <P extends Problem>(
  { seriesId, day }: { seriesId: string; day: string },
  decide: (found: Found) => Outcome<P>,
): Promise<Outcome<P> | null> =>
  store.changeSeries(seriesId, { from: day, until: day, withCancelled: true }, (found) => {
    const value = decide(found)
    const isChange = 'after' in value && value.after !== found.rows[0]
    return { write: isChange ? { series: found.series, rows: [value.after] } : null, value }
  })

async function answer({ note, now }: AnyCall, after: ActivityRow, before: ActivityRow | null) {
  if (after !== before)
    note({
      subject: `activity/${after._id}`,
      before: before && auditedActivity(before),
      after: auditedActivity(after),
    })
  return ok({ activity: presentActivity(after, await linkPhotos(filesOf(after.photos)), null, now) })
}

export const reviseActivity: ActivityMethods['reviseActivity']['run'] = async (call) => {
  const { input } = call
  const holidays = await loadCalendar()
  const known = await store.findActivity(activityId(input.seriesId, input.day))
  const isRepeated = known !== null && hasDone(known.history, call.requestId)
  const refusal = isRepeated ? null : await refusalOfWords(call, `${wordsOf(input)}\n${input.notice}`, null)
  if (refusal) return fail(refusal)
  const outcome = await changeDay(input, (found) => revised(found, call, holidays))
  if (!outcome) return fail({ code: 'activity_not_found' })
  if ('refused' in outcome) return fail(outcome.refused)
  return answer(call, outcome.after, outcome.before)
}

function revised(found: Found, call: Revising, holidays: Holidays): Outcome<Problem> {
  const { input, requestId, now } = call
  const act = actOf(call, input.notice)
  const [known] = found.rows
  const row = rowOf(found, input.day, holidays, act)
  if (row === null) return { refused: { code: 'activity_not_found' } }
  if (hasDone(row.history, requestId) && known) return { after: row, before: row }
  if ((known?.version ?? 0) !== input.basedOn) return { refused: { code: 'changed_meanwhile' } }
  if (row.isCancelled) return { refused: { code: 'activity_cancelled' } }
  if (row.startsAt <= now || input.startsAt <= now) return { refused: { code: 'day_is_over' } }
  const taken = seatsTaken(row, input.roles)
  if (taken) return { refused: { code: 'seats_taken', ...taken } }
  const tellFrom = known ? now : null
  const after = changedRow(row, 'revised', { ...fieldsOf(row, input), tellFrom }, act)
  return { after, before: known ?? null }
}

const MINUTE = 60_000

const fieldsOf = (row: ActivityRow, input: Revising['input']): Partial<ActivityRow> => ({
  theme: input.theme,
  description: input.description,
  address: input.address,
  position: input.position,
  location: pointOf(input.position),
  fenceMetres: input.fenceMetres,
  roles: input.roles,
  insurance: input.insurance,
  notice: input.notice,
  isChanged: true,
  ...timeFields(row._id, input.startsAt, input.startsAt + input.minutes * MINUTE),
  ...seatsOf(input.roles, row),
})

export const cancelActivity: ActivityMethods['cancelActivity']['run'] = async (call) => {
  const { input } = call
  const holidays = await loadCalendar()
  const isAttended = await store.hasAttendance(activityId(input.seriesId, input.day))
  const outcome = await changeDay(input, (found) => cancelled(found, call, { holidays, isAttended }))
  if (!outcome) return fail({ code: 'activity_not_found' })
  if ('refused' in outcome) return fail(outcome.refused)
  return answer(call, outcome.after, outcome.before)
}

/** Cancelled already, by this request tried again or by a colleague: either way it is as was asked. */
function cancelled(
  found: Found,
  call: Cancelling,
  { holidays, isAttended }: { holidays: Holidays; isAttended: boolean },
): Outcome<Extract<Problem, { code: 'activity_not_found' | 'day_is_over' }>> {
  const { input, now } = call
  const act = actOf(call, input.reason)
  const [known] = found.rows
  const row = rowOf(found, input.day, holidays, act)
  if (row === null) return { refused: { code: 'activity_not_found' } }
  if (row.isCancelled) return { after: row, before: row }
  if (isAttended || row.endsAt <= now) return { refused: { code: 'day_is_over' } }
  const tellFrom = known ? now : null
  const after = cancelledRow(row, { notice: input.reason, isChanged: true, tellFrom }, act)
  return { after, before: known ?? null }
}
