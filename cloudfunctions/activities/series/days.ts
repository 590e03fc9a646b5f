import { MADE_DAYS_AHEAD } from '../../../contract/limits'
import { CHECK_OUT_AFTER } from '../../../contract/volunteering/presence'
import { shanghaiDay } from '../../platform/clock'
import { placeFields } from '../../platform/places'
import { type ActivityRow, activityId, type SeriesRow } from '../../platform/volunteering/rows'
import { type SeatsTaken, seatsOf, seatsTaken } from '../seats'
import { dayAfter, daysOfSeries, firstDays, type Holidays, type PlannedDay, timesOn } from './rules'

/** What the rows of a series' days are to be. Pure: values in, values out. */

/** A series with the rows of some of its days. */
export interface Found {
  series: SeriesRow
  rows: ActivityRow[]
}

/** Who does it, by which request, and when. */
export interface Act {
  requestId: string
  accountId: string | null
  at: number
  reason: string | null
}

const DAY_IS_GONE = '这个系列的安排改了，这一天不再举行。'
const SERIES_HAS_CHANGED = '这个系列的安排改了，请看现在的时间、地点和岗位。'

export const startOrder = (startsAt: number, id: string): string =>
  `${String(startsAt).padStart(13, '0')}-${id}`

/** Everything that follows from a start and an end. */
export const timeFields = (id: string, startsAt: number, endsAt: number) => ({
  startsAt,
  endsAt,
  order: startOrder(startsAt, id),
  closesAt: endsAt + CHECK_OUT_AFTER,
})

export const pointOf = ({ longitude, latitude }: ActivityRow['position']): ActivityRow['location'] => ({
  type: 'Point',
  coordinates: [longitude, latitude],
})

/** What a plan says of a day. */
function plannedFields(id: string, { heldOn, plan, photos }: PlannedDay) {
  const { recurrence, onHoliday: _, startMinute, minutes, ...details } = plan
  const { startsAt, endsAt } = timesOn(heldOn, { startMinute, minutes })
  return {
    ...placeFields(plan.placeCode),
    ...details,
    ...timeFields(id, startsAt, endsAt),
    photos,
    location: pointOf(plan.position),
    isRepeating: recurrence.kind !== 'once',
  }
}

export function newActivity(series: SeriesRow, planned: PlannedDay, act: Act): ActivityRow {
  const _id = activityId(series._id, planned.day)
  return {
    ...plannedFields(_id, planned),
    ...seatsOf(planned.plan.roles),
    _id,
    seriesId: series._id,
    day: planned.day,
    organisationId: series.organisationId,
    organisationName: series.organisationName,
    isCancelled: false,
    isChanged: false,
    notice: '',
    tellFrom: null,
    thanks: null,
    feedback: { answers: 0, stars: 0 },
    version: 1,
    history: [{ ...act, act: 'made' }],
  }
}

export const changedRow = (
  row: ActivityRow,
  act: ActivityRow['history'][number]['act'],
  changes: Partial<ActivityRow>,
  { at, ...by }: Act,
): ActivityRow => ({
  ...row,
  ...changes,
  version: row.version + 1,
  history: [...row.history, { ...by, at, act }],
})

/** Sign-ups are cancelled, and people told, by the job that looks for `tellFrom`. */
export const cancelledRow = (row: ActivityRow, changes: Partial<ActivityRow>, act: Act): ActivityRow =>
  changedRow(
    row,
    'cancelled',
    { isCancelled: true, hasSeats: false, closesAt: null, tellFrom: act.at, ...changes },
    act,
  )

/** Held by itself, or begun: a change of the series leaves it alone. */
const followsSeries = (row: ActivityRow, now: number): boolean => !row.isChanged && row.startsAt > now

/** What people have signed up for, and must be told of when it changes. With it come seats that can be given to who waits. */
const signedUpFor = (row: ActivityRow): string => {
  const { isCancelled, theme, startsAt, endsAt, address, position, roles } = row
  return sorted([isCancelled, theme, startsAt, endsAt, address, position, roles])
}

const isSame = (row: ActivityRow, changes: Partial<ActivityRow>): boolean =>
  Object.entries(changes).every(([field, value]) => {
    const before: unknown = row[field as keyof ActivityRow]
    return sorted(before) === sorted(value)
  })

/** As text, whatever order the database has given its fields. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  )

/** Null: it stays as it is. A day that an earlier change of the series has cancelled is held again. */
function followed(row: ActivityRow, planned: PlannedDay, act: Act): ActivityRow | null {
  const fields = plannedFields(row._id, planned)
  if (!followsSeries(row, act.at) || fields.startsAt <= act.at) return null
  if (!row.isCancelled && isSame(row, fields)) return null
  const changes = { ...fields, ...seatsOf(planned.plan.roles, row), isCancelled: false }
  return changedRow(row, 'followed', { ...changes, ...newsOf(row, { ...row, ...changes }, act) }, act)
}

const newsOf = (row: ActivityRow, next: ActivityRow, { at }: Act): Partial<ActivityRow> =>
  signedUpFor(row) === signedUpFor(next) ? {} : { tellFrom: at, notice: SERIES_HAS_CHANGED }

export interface Settled {
  /** Rows to be written: new ones, those that follow, those that are cancelled. */
  rows: ActivityRow[]
  cancelled: number
  /** Why it cannot be. */
  taken: SeatsTaken | null
}

/** Brings the days between two days in line with the series. `rows` has all that there are between them. */
export function settleDays(
  { series, rows }: Found,
  span: [string, string],
  holidays: Holidays,
  act: Act,
): Settled {
  const unplanned = new Map(rows.map((row) => [row.day, row]))
  const written: ActivityRow[] = []
  let taken: SeatsTaken | null = null
  for (const planned of daysOfSeries(series, span, holidays)) {
    const row = unplanned.get(planned.day)
    unplanned.delete(planned.day)
    const next = row ? followed(row, planned, act) : newActivity(series, planned, act)
    // A day that is made too late is never held.
    if (next === null || next.startsAt <= act.at) continue
    if (row && !row.isCancelled) taken ??= seatsTaken(row, planned.plan.roles)
    written.push(next)
  }
  const gone = [...unplanned.values()]
    .filter((row) => followsSeries(row, act.at) && !row.isCancelled)
    .map((row) => cancelledRow(row, { notice: DAY_IS_GONE }, act))
  return { rows: [...written, ...gone], cancelled: gone.length, taken }
}

/** When the timer is to look at the series again. Rows are made up to and including `horizon`. */
export function madeUpTo(
  series: SeriesRow,
  horizon: string,
  holidays: Holidays,
  now: number,
): Pick<SeriesRow, 'madeUntil' | 'isEnded'> {
  const daysBetween = (span: [string, string]) => daysOfSeries(series, span, holidays)
  const [next] = firstDays(daysBetween, dayAfter(horizon, 1), 1)
  if (next) return { madeUntil: dayAfter(next.day, -1), isEnded: false }
  const today = shanghaiDay(now)
  const last = daysBetween([dayAfter(today, -MADE_DAYS_AHEAD), horizon]).at(-1)
  return last && last.heldOn >= today
    ? { madeUntil: dayAfter(last.heldOn, MADE_DAYS_AHEAD), isEnded: false }
    : { madeUntil: null, isEnded: true }
}
