import { loadCalendar } from '../../platform/cases/loadRules'
import { describeError, log } from '../../platform/log'
import type { SeriesRow } from '../../platform/volunteering/rows'
import { type Act, madeUpTo, settleDays } from './days'
import { dayAfter, type Holidays, horizonAt } from './rules'
import { changeSeries, listToMake } from './store'

/** Makes the rows of days that have come near, so that they can be listed and signed up for. */

/** Each is one transaction of at most as many rows as there are days to the horizon. */
const SERIES_AT_ONCE = 50

export const byProgram = (at: number): Act => ({ requestId: '', accountId: null, at, reason: null })

/** Made already by somebody else at the same moment: nothing is left to do, and nothing is written. */
export const makeDays = (seriesId: string, holidays: Holidays, now: number): Promise<number | null> => {
  const horizon = horizonAt(now)
  const wanted = { from: dayAfter(horizon, -MADE_AT_MOST), until: horizon, withCancelled: true }
  return changeSeries(seriesId, wanted, ({ series, rows }) => {
    const { madeUntil } = series
    if (madeUntil === null || madeUntil >= horizon) return { write: null, value: 0 }
    const from = dayAfter(madeUntil, 1)
    const near = rows.filter(({ day }) => day >= from)
    const settled = settleDays({ series, rows: near }, [from, horizon], holidays, byProgram(now))
    const made: SeriesRow = { ...series, ...madeUpTo(series, horizon, holidays, now) }
    return { write: { series: made, rows: settled.rows }, value: settled.rows.length }
  })
}

/** Days before today are never made, however long the timer has not run. */
const MADE_AT_MOST = 39

/** Once a minute; one series that resists must not keep the others waiting. */
export async function makeComing(now: number): Promise<number> {
  const waiting = await listToMake(horizonAt(now), SERIES_AT_ONCE)
  if (waiting.length === 0) return 0
  const holidays = await loadCalendar()
  const failures: unknown[] = []
  let made = 0
  for (const { _id } of waiting)
    await makeDays(_id, holidays, now).then(
      (rows) => {
        made += rows ?? 0
      },
      (error: unknown) => {
        log('error', 'series not made', { series: _id, error: describeError(error) })
        failures.push(error)
      },
    )
  if (failures.length > 0) throw failures[0]
  return made
}
