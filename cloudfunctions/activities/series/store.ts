import type { Position } from '../../../contract/cases/cases'
import { NEARBY_ACTIVITY_METRES, PAGE_SIZE } from '../../../contract/limits'
import type { TeamKind } from '../../../contract/volunteering/people'
import { collection, command, inTransaction, nearPoint } from '../../platform/database/collection'
import { withinPlace } from '../../platform/places'
import type { ActivityRow, AttendanceRow, SeriesRow, SignUpRow } from '../../platform/volunteering/rows'
import { type Found, startOrder } from './days'

/** Every query about series and their days. */

const series = () => collection<SeriesRow>('activitySeries')
const activities = () => collection<ActivityRow>('activities')
const signUps = () => collection<SignUpRow>('signUps')
const attendances = () => collection<AttendanceRow>('attendances')

export const findSeries = (seriesId: string): Promise<SeriesRow | null> => series().find(seriesId)

export const insertSeries = (row: SeriesRow) => series().insert(row)

export const findActivity = (activityId: string): Promise<ActivityRow | null> => activities().find(activityId)

/** Series whose days up to the horizon are not all made, the longest waiting first. */
export const listToMake = (horizon: string, limit: number): Promise<SeriesRow[]> =>
  series().list({ madeUntil: command.lt(horizon) }, { orderBy: { madeUntil: 'asc' }, limit })

/** Rows of one list that is not paged. */
export const LISTED_AT_MOST = 200

/** Rows that one transaction reads and writes. */
export const ROWS_AT_ONCE = 40

interface DaysWanted {
  from: string
  until: string
  /** Also those that are cancelled; there is one row a day at most. */
  withCancelled: boolean
}

/** The last ones first, since whoever cancels more than fit begins at the end. */
const listIds = async (seriesId: string, { from, until, withCancelled }: DaysWanted): Promise<string[]> => {
  const span = command.and([command.gte(from), command.lte(until)])
  const where = { seriesId, day: span, ...(withCancelled ? {} : { isCancelled: false }) }
  const rows = await activities().list(where, { orderBy: { day: 'desc' }, limit: ROWS_AT_ONCE })
  return rows.map(({ _id }) => _id)
}

export interface Change<T> {
  /** Null: nothing is written. */
  write: { series: SeriesRow; rows: ActivityRow[] } | null
  value: T
}

const AGAIN = Symbol('again')

/**
 * Changes a series and rows of its days together. Which rows there are is asked before the transaction, which reads only
 * by `_id`; that none was added meanwhile is known by the series' turn. `decide` may run several times. Null: no series.
 */
export async function changeSeries<T>(
  seriesId: string,
  wanted: DaysWanted,
  decide: (found: Found) => Change<T>,
): Promise<T | null> {
  for (;;) {
    const seen = await findSeries(seriesId)
    if (!seen) return null
    const ids = await listIds(seriesId, wanted)
    const outcome = await inTransaction(async (transaction) => {
      const row = await transaction.find<SeriesRow>('activitySeries', seriesId)
      if (row?.turn !== seen.turn) return AGAIN
      const rows: ActivityRow[] = []
      for (const id of ids) {
        const found = await transaction.find<ActivityRow>('activities', id)
        if (found) rows.push(found)
      }
      const { write, value } = decide({ series: row, rows })
      if (write === null) return value
      await transaction.put('activitySeries', { ...write.series, turn: row.turn + 1 })
      for (const each of write.rows) await transaction.put('activities', each)
      return value
    })
    if (outcome !== AGAIN) return outcome
  }
}

export const listSeries = (
  organisationId: string,
  isEnded: boolean,
  after: string | null,
  limit: number,
): Promise<SeriesRow[]> =>
  series().list(
    { organisationId, isEnded, ...(after === null ? {} : { order: command.lt(after) }) },
    { orderBy: { order: 'desc' }, limit },
  )

/** Rows of a series by their days, in order. */
export const listDays = (seriesId: string, from: string, limit: number): Promise<ActivityRow[]> =>
  activities().list({ seriesId, day: command.gte(from) }, { orderBy: { day: 'asc' }, limit })

export interface ListFilter {
  placeCode: string
  organisationId?: string | undefined
  from: number
  until: number
  kind?: TeamKind | undefined
  hasSeats?: boolean | undefined
}

/** By when they begin, one more than a page. What is cancelled is in nobody's list. */
export const listActivities = (
  { placeCode, organisationId, from, until, kind, hasSeats }: ListFilter,
  after: string | undefined,
): Promise<ActivityRow[]> => {
  const start = startOrder(from, '')
  const range = [
    after && after > start ? command.gt(after) : command.gte(start),
    command.lt(startOrder(until, '')),
  ]
  const where = {
    ...(organisationId ? { organisationId } : withinPlace(placeCode)),
    order: command.and(range),
    isCancelled: false,
    ...(kind ? { kind } : {}),
    ...(hasSeats === undefined ? {} : { hasSeats }),
  }
  return activities().list(where, { orderBy: { order: 'asc' }, limit: PAGE_SIZE + 1 })
}

/** What of an organisation begins from now on, by time: for what comes next in each of its series. */
export const listComing = (organisationId: string, now: number, limit: number): Promise<ActivityRow[]> =>
  activities().list(
    { organisationId, order: command.gt(startOrder(now, '~')), isCancelled: false },
    { orderBy: { order: 'asc' }, limit },
  )

/** Nearest first. The database looks from the middle outwards until it has a page. */
export const listNear = (
  { longitude, latitude }: Position,
  { from, until, kind }: Pick<ListFilter, 'from' | 'until' | 'kind'>,
): Promise<ActivityRow[]> =>
  activities().list(
    {
      location: command.geoNear({
        geometry: nearPoint(longitude, latitude) as never,
        maxDistance: NEARBY_ACTIVITY_METRES,
        minDistance: 0,
      }),
      startsAt: command.and([command.gte(from), command.lt(until)]),
      isCancelled: false,
      ...(kind ? { kind } : {}),
    },
    { limit: PAGE_SIZE },
  )

/** Of one account; at most a page of them. */
export const listSignUps = (ids: string[]): Promise<SignUpRow[]> =>
  ids.length === 0 ? Promise.resolve([]) : signUps().list({ _id: command.in(ids) }, { limit: ids.length })

export const hasAttendance = async (activityId: string): Promise<boolean> =>
  (await attendances().list({ activityId }, { limit: 1 })).length > 0
