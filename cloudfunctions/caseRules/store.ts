import type { RoutingRule } from '../../contract/caseRules'
import { VERSIONS_SHOWN } from '../../contract/limits'
import type {
  CalendarYearRow,
  CatalogueVersionRow,
  DutyHolderRow,
  RoutingRow,
  RuleEntry,
} from '../platform/cases/ruleRows'
import { collection, command } from '../platform/database/collection'
import type { OrganisationRow } from '../platform/organisations'
import type { TemplateEntry, TemplatesRow } from './rows'

/** Every query of the rules for cases, one function each; what every function reads of them is in platform/cases/ruleStore. */

const catalogues = collection<CatalogueVersionRow>('catalogueVersions')
const routings = collection<RoutingRow>('routingRules')
const holders = collection<DutyHolderRow>('dutyHolders')
const years = collection<CalendarYearRow>('calendarYears')
const templates = collection<TemplatesRow>('replyTemplates')

// Catalogue

export type VersionLine = Omit<CatalogueVersionRow, 'categories'>

/** The newest versions, without the categories themselves. */
export const listVersions = (): Promise<VersionLine[]> =>
  catalogues.aggregate<VersionLine>([
    { $sort: { version: -1 } },
    { $limit: VERSIONS_SHOWN },
    { $project: { version: 1, at: 1, name: 1, categoryId: 1, reason: 1 } },
  ])

/** A second one of the same version is not added. */
export const insertVersion = (row: CatalogueVersionRow) => catalogues.insert(row)

export const findVersionOfRequest = async (requestKey: string): Promise<CatalogueVersionRow | null> =>
  (await catalogues.list({ requestKey }, { limit: 1 }))[0] ?? null

// Routing

export const findRouting = (placeCode: string): Promise<RoutingRow | null> => routings.find(placeCode)

/** Replaces the rules of a place, if they still are of the version before. The first ones begin a row. */
export async function saveRules(placeCode: string, rules: RoutingRule[], entry: RuleEntry): Promise<boolean> {
  const { version } = entry
  if (version === 1)
    return (await routings.insert({ _id: placeCode, version, rules, history: [entry] })) === 'inserted'
  return routings.changeOne(
    { _id: placeCode, version: version - 1 },
    { version, rules, history: command.push([entry]) },
  )
}

// Duties

/** Changes who has a duty; not twice for one request. */
export const changeHolder = (
  holderId: string,
  organisationId: string | null,
  entry: DutyHolderRow['history'][number],
): Promise<boolean> =>
  holders.changeOne(
    { _id: holderId, 'history.requestId': command.neq(entry.requestId) },
    { organisationId, history: command.push([entry]) },
  )

export const insertHolder = (row: DutyHolderRow) => holders.insert(row)

export const findHolder = (holderId: string): Promise<DutyHolderRow | null> => holders.find(holderId)

/** With their names, open or not. */
export const findOrganisation = (organisationId: string): Promise<OrganisationRow | null> =>
  collection<OrganisationRow>('organisations').find(organisationId)

// Calendar

export const findYear = (year: number): Promise<CalendarYearRow | null> => years.find(String(year))

/** Replaces a year, if it still is of the version before. The first one begins a row. */
export async function saveYear(
  { year, holidays, workdays }: Pick<CalendarYearRow, 'year' | 'holidays' | 'workdays'>,
  entry: RuleEntry,
): Promise<boolean> {
  const { version } = entry
  if (version === 1)
    return (
      (await years.insert({
        _id: String(year),
        year,
        holidays,
        workdays,
        version,
        history: [entry],
      })) === 'inserted'
    )
  return years.changeOne(
    { _id: String(year), version: version - 1 },
    { holidays, workdays, version, history: command.push([entry]) },
  )
}

// Templates

export const findTemplates = (placeCode: string): Promise<TemplatesRow | null> => templates.find(placeCode)

/** Of a place and those above it, in no order. */
export const listTemplatesOf = (placeCodes: string[]): Promise<TemplatesRow[]> =>
  templates.list({ _id: command.in(placeCodes) }, { limit: placeCodes.length })

/** Replaces the texts of a place, if they still are of the version that was read; null: none were there. */
export async function saveTemplates(
  placeCode: string,
  before: TemplatesRow | null,
  changed: TemplateEntry[],
  entry: TemplatesRow['history'][number],
): Promise<boolean> {
  if (before === null)
    return (
      (await templates.insert({ _id: placeCode, version: 1, templates: changed, history: [entry] })) ===
      'inserted'
    )
  return templates.changeOne(
    { _id: placeCode, version: before.version },
    { version: before.version + 1, templates: changed, history: command.push([entry]) },
  )
}
