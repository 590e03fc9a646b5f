import { PAGE_SIZE } from '../../../contract/limits'
import { ok } from '../../../contract/result'
import type { UnitRow, volunteerStatistics } from '../../../contract/volunteerStatistics'
import type { Methods } from '../../platform/serve'
import { loadUnitWeeks } from './known'
import { excusedId, type WeeklyDutyRow } from './rows'
import { noStates, weeksUpTo } from './rules'
import * as store from './store'

type StatisticsMethods = Methods<typeof volunteerStatistics>

/** Units looked through at once and in one call for those that missed a week: the search ends, and says where to go on. */
const LOOKED_THROUGH_AT_ONCE = 50
const LOOKED_THROUGH_MAX = 200

async function unitRows(duties: WeeklyDutyRow[], weeks: string[], now: number): Promise<UnitRow[]> {
  if (duties.length === 0) return []
  const [known, organisations] = await Promise.all([
    loadUnitWeeks(duties, weeks, now),
    store.listOrganisations(duties.map(({ _id }) => _id)),
  ])
  const organisationOf = new Map(organisations.map((row) => [row._id, row]))
  return duties.flatMap(({ _id, since, placeCode }) => {
    const organisation = organisationOf.get(_id)
    if (!organisation || organisation.isClosed || since === null) return []
    const cells = weeks.flatMap((week) => known.get(excusedId(_id, week)) ?? [])
    return [{ organisationId: _id, name: organisation.name, placeCode, since, weeks: cells }]
  })
}

const hasMissed = ({ weeks }: UnitRow): boolean => weeks.some(({ state }) => state === 'missed')

export const listUnitWeeks: StatisticsMethods['listUnitWeeks'] = async ({ input, now }) => {
  const { placeCode, until, onlyMissed } = input
  const weeks = weeksUpTo(until, input.weeks)
  const atOnce = onlyMissed ? LOOKED_THROUGH_AT_ONCE : PAGE_SIZE
  const most = onlyMissed ? LOOKED_THROUGH_MAX : PAGE_SIZE
  const units: UnitRow[] = []
  const counts = noStates()
  let next: string | null = input.after ?? ''
  for (let looked = 0; looked < most && next !== null && units.length < PAGE_SIZE; looked += atOnce) {
    const duties: WeeklyDutyRow[] = await store.listDuties(placeCode, next, atOnce + 1)
    const page = duties.slice(0, atOnce)
    const rows = await unitRows(page, weeks, now)
    for (const { state } of rows.flatMap((row) => row.weeks)) counts[state]++
    units.push(...rows.filter((row) => !onlyMissed || hasMissed(row)))
    next = duties.length > atOnce ? (page.at(-1)?.order ?? null) : null
  }
  return ok({ units, next, counts })
}
