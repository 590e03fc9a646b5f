import { DUTY_KEYS } from '../../../contract/cases/duties'
import { collection, command } from '../database/collection'
import type { OrganisationRow } from '../organisations'
import type { Department } from './routing'
import type { CalendarYearRow, CatalogueVersionRow, DutyHolderRow, RoutingRow } from './ruleRows'

/** Reading the rules as staff keep them, one query each. They are written by caseRules alone. */

export const findLatestCatalogue = async (): Promise<CatalogueVersionRow | null> =>
  (
    await collection<CatalogueVersionRow>('catalogueVersions').list(
      {},
      { orderBy: { version: 'desc' }, limit: 1 },
    )
  )[0] ?? null

const FIRST_YEAR = 2020
const YEARS_MAX = 80

export const listCalendarYears = (): Promise<CalendarYearRow[]> =>
  collection<CalendarYearRow>('calendarYears').list(
    { year: command.gte(FIRST_YEAR) },
    { orderBy: { year: 'asc' }, limit: YEARS_MAX },
  )

/** Of a place and those above it, in no order. */
export const listRoutings = (placeCodes: string[]): Promise<RoutingRow[]> =>
  collection<RoutingRow>('routingRules').list({ _id: command.in(placeCodes) }, { limit: placeCodes.length })

export const listDutyHolders = (placeCodes: string[]): Promise<DutyHolderRow[]> =>
  collection<DutyHolderRow>('dutyHolders').list(
    { placeCode: command.in(placeCodes) },
    { limit: placeCodes.length * DUTY_KEYS.length },
  )

/** Those of these organisations that are open, by their ids. */
export async function findOpenDepartments(ids: readonly string[]): Promise<Map<string, Department>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await collection<OrganisationRow>('organisations').list(
    { _id: command.in(wanted) },
    { limit: wanted.length },
  )
  return new Map(
    rows
      .filter(({ isClosed }) => !isClosed)
      .map(({ _id, name, placeCode }) => [_id, { _id, name, placeCode }]),
  )
}
