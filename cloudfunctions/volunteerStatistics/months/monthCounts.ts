import { PAGE_SIZE } from '../../../contract/limits'
import { ok } from '../../../contract/result'
import type { MonthCount, volunteerStatistics } from '../../../contract/volunteerStatistics'
import type { Methods } from '../../platform/serve'
import { countId } from '../folding/amounts'
import type { CountRow } from '../folding/rows'
import { cumulativeOf, monthsUpTo, totalOf } from './rules'
import * as store from './store'

const VILLAGE = 12

const readAfter = (after: string | undefined): store.After | null => {
  const [, minutes, id] = /^(\d{1,12}):(.+)$/.exec(after ?? '') ?? []
  return minutes === undefined || id === undefined ? null : { minutes: Number(minutes), id }
}

const presentUnit = (row: CountRow): MonthCount => ({
  organisationId: row.subject,
  name: row.name ?? '',
  placeCode: row.placeCode,
  ...totalOf(row),
})

/** Two queries at once. */
export const getMonthCounts: Methods<typeof volunteerStatistics>['getMonthCounts'] = async ({ input }) => {
  const { month } = input
  const placeCode = input.placeCode.slice(0, VILLAGE)
  const [year, months] = [month.slice(0, 4), monthsUpTo(month)]
  const idOf = (period: string) => countId('place', placeCode, period)
  const [units, totals] = await Promise.all([
    store.listOrganisations(placeCode, month, readAfter(input.after), PAGE_SIZE + 1),
    store.listCounts([...months, year].map(idOf)),
  ])
  const page = units.slice(0, PAGE_SIZE)
  const last = page.at(-1)
  const ofYear = totals.find(({ period }) => period === year)
  const ofMonths = totals.filter(({ period }) => period !== year)
  return ok({
    units: page.map(presentUnit),
    next: units.length > PAGE_SIZE && last ? `${last.minutes}:${last._id}` : null,
    total: totalOf(ofMonths.find(({ period }) => period === month)),
    cumulative: cumulativeOf(ofMonths, ofYear?.firstMonths ?? {}, month),
  })
}
