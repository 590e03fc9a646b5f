import type { activities } from '../../../contract/activities'
import { fail, ok } from '../../../contract/result'
import { loadCalendar } from '../../platform/cases/loadRules'
import { shanghaiDay } from '../../platform/clock'
import { type KeptPhoto, keepPhotos, removeUploads } from '../../platform/keptPhotos'
import { placeFields } from '../../platform/places'
import type { Methods } from '../../platform/serve'
import type { SeriesRow } from '../../platform/volunteering/rows'
import { ACTIVITY_PHOTO_PLACE } from '../photos'
import type { SeatsTaken } from '../seats'
import { type Act, cancelledRow, type Found, madeUpTo, settleDays } from './days'
import { makeDays } from './making'
import { auditedSeries, latestPlan } from './presented'
import { hasDone, isHeldFrom, isServed, presentChanged, seriesSubject } from './records'
import { dayAfter, END_OF_TIME, type Holidays, horizonAt } from './rules'
import * as store from './store'
import { refusalOfWords, wordsOf } from './words'

/** 此后各次: a series is planned anew from a day on, or ends. */

type ActivityMethods = Methods<typeof activities>
type Revising = Parameters<ActivityMethods['reviseSeries']['run']>[0]

/** What became of a change: the series as it is now, or why nothing has changed. */
type Outcome =
  | { after: SeriesRow; before: SeriesRow | null; cancelled: number }
  | { refused: { code: 'changed_meanwhile' } | { code: 'no_days' } | ({ code: 'seats_taken' } & SeatsTaken) }

const actOf = (
  { caller, requestId, now }: Pick<Revising, 'caller' | 'requestId' | 'now'>,
  reason: string | null = null,
): Act => ({ requestId, accountId: caller.accountId, at: now, reason })

/** Of the same request that came before: how many days it has cancelled. */
async function cancelledBy(seriesId: string, from: string, requestId: string): Promise<number> {
  const rows = await store.listDays(seriesId, from, store.LISTED_AT_MOST)
  return rows.filter(({ history }) =>
    history.some((entry) => entry.act === 'cancelled' && entry.requestId === requestId),
  ).length
}

export const reviseSeries: ActivityMethods['reviseSeries']['run'] = async (call) => {
  const { input, requestId, now } = call
  const holidays = await loadCalendar()
  const known = await store.findSeries(input.seriesId)
  if (!known) return fail({ code: 'series_not_found' })
  if (!hasDone(known.history, requestId)) {
    const problem = await problemOf(call, known)
    if (problem) return fail(problem)
  }
  const photos = await newPhotos(call, known)
  if (photos && 'unreadable' in photos) return fail({ code: 'photo_unreadable', index: photos.unreadable })
  const wanted = { from: shanghaiDay(now), until: horizonAt(now), withCancelled: true }
  const outcome = await store.changeSeries(input.seriesId, wanted, (found) =>
    planAnew(found, call, photos ?? latestPlan(found.series).photos, holidays),
  )
  if (!outcome) return fail({ code: 'series_not_found' })
  if ('refused' in outcome) return fail(outcome.refused)
  await removeUploads(ACTIVITY_PHOTO_PLACE, input.photos ?? [])
  return answer(call, outcome, input.from, holidays)
}

async function problemOf(call: Revising, known: SeriesRow) {
  const { input, now } = call
  if (!isServed(input.plan.placeCode)) return { code: 'place_not_found' } as const
  if (input.from < shanghaiDay(now)) return { code: 'day_is_over' } as const
  if (known.version !== input.basedOn) return { code: 'changed_meanwhile' } as const
  return refusalOfWords(call, wordsOf(input.plan), wordsOf(latestPlan(known).plan))
}

/** Null: they stay as they are. */
const newPhotos = async (
  { input, requestId }: Revising,
  { history }: SeriesRow,
): Promise<KeptPhoto[] | { unreadable: number } | null> =>
  input.photos && !hasDone(history, requestId) ? keepPhotos(ACTIVITY_PHOTO_PLACE, input.photos) : null

function planAnew(
  { series, rows }: Found,
  call: Revising,
  photos: KeptPhoto[],
  holidays: Holidays,
): store.Change<Outcome> {
  const { input, requestId, now } = call
  const refuse = (refused: Extract<Outcome, { refused: unknown }>['refused']) => ({
    write: null,
    value: { refused },
  })
  if (hasDone(series.history, requestId))
    return { write: null, value: { after: series, before: null, cancelled: 0 } }
  if (series.version !== input.basedOn) return refuse({ code: 'changed_meanwhile' })
  const planned = withPlan(series, call, photos)
  if (!isHeldFrom(planned, input.from, now, holidays)) return refuse({ code: 'no_days' })
  const horizon = horizonAt(now)
  const from = firstUnsettled(series, input.from)
  const near = rows.filter(({ day }) => day >= from)
  const settled = settleDays({ series: planned, rows: near }, [from, horizon], holidays, actOf(call))
  if (settled.taken) return refuse({ code: 'seats_taken', ...settled.taken })
  const after = { ...planned, ...madeUpTo(planned, horizon, holidays, now) }
  return {
    write: { series: after, rows: settled.rows },
    value: { after, before: series, cancelled: settled.cancelled },
  }
}

/** Days before that the timer has not made yet are made now, by the plan that holds for them. */
function firstUnsettled({ madeUntil }: SeriesRow, from: string): string {
  const unmade = madeUntil === null ? from : dayAfter(madeUntil, 1)
  return unmade < from ? unmade : from
}

const withPlan = (
  series: SeriesRow,
  { input: { from, plan }, caller, requestId, now }: Revising,
  photos: KeptPhoto[],
): SeriesRow => ({
  ...series,
  ...placeFields(plan.placeCode),
  placeCode: plan.placeCode,
  plans: [...series.plans.filter((planned) => planned.from < from), { from, plan, photos }],
  version: series.version + 1,
  history: [
    ...series.history,
    { act: 'revised', requestId, accountId: caller.accountId, at: now, reason: null },
  ],
})

type Changed = Extract<Outcome, { after: SeriesRow }>

async function answer(
  { requestId, now, note }: Pick<Revising, 'requestId' | 'now' | 'note'>,
  { after, before, cancelled }: Changed,
  from: string,
  holidays: Holidays,
) {
  if (before)
    note({ subject: seriesSubject(after._id), before: auditedSeries(before), after: auditedSeries(after) })
  return ok({
    series: await presentChanged(after, holidays, now),
    cancelled: before ? cancelled : await cancelledBy(after._id, from, requestId),
  })
}

type Ending = Parameters<ActivityMethods['endSeries']['run']>[0]

export const endSeries: ActivityMethods['endSeries']['run'] = async (call) => {
  const { input, now } = call
  if (input.lastDay < dayAfter(shanghaiDay(now), -1)) return fail({ code: 'day_is_over' })
  const holidays = await loadCalendar()
  await makeDays(input.seriesId, holidays, now)
  const after = dayAfter(input.lastDay, 1)
  const wanted = { from: after, until: END_OF_TIME, withCancelled: false }
  let cancelled = 0
  for (;;) {
    const outcome = await store.changeSeries(input.seriesId, wanted, (found) => end(found, call, holidays))
    if (!outcome) return fail({ code: 'series_not_found' })
    if ('refused' in outcome) return fail({ code: 'changed_meanwhile' })
    cancelled += outcome.cancelled
    // The last days go first, so that what is left over by a call that broke off is still a series without a gap.
    if (!outcome.isMore) return answer(call, { ...outcome, cancelled }, after, holidays)
  }
}

/** Also days that were changed by themselves: nothing of it is held after its last day. */
function end(
  { series, rows }: Found,
  call: Ending,
  holidays: Holidays,
): store.Change<(Changed & { isMore: boolean }) | { refused: true }> {
  const { input, requestId, now } = call
  const unchanged = { after: series, before: null, cancelled: 0, isMore: false }
  if (hasDone(series.history, requestId)) return { write: null, value: unchanged }
  if (series.version !== input.basedOn) return { write: null, value: { refused: true } }
  const act = actOf(call, input.reason)
  const gone = rows
    .filter(({ startsAt }) => startsAt > now)
    .map((row) => cancelledRow(row, { notice: input.reason }, act))
  if (rows.length === store.ROWS_AT_ONCE)
    return {
      write: { series, rows: gone },
      value: { ...unchanged, cancelled: gone.length, isMore: gone.length > 0 },
    }
  const ended: SeriesRow = {
    ...series,
    lastDay: series.lastDay !== null && series.lastDay < input.lastDay ? series.lastDay : input.lastDay,
    version: series.version + 1,
    history: [...series.history, { ...act, act: 'ended' }],
  }
  const after = { ...ended, ...madeUpTo(ended, horizonAt(now), holidays, now) }
  return {
    write: { series: after, rows: gone },
    value: { after, before: series, cancelled: gone.length, isMore: false },
  }
}
