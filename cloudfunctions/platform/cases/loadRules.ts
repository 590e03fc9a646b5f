import type { Catalogue, Category } from '../../../contract/cases/categories'
import type { Duty } from '../../../contract/cases/duties'
import { now } from '../clock'
import { recentlyRead } from '../recentlyRead'
import { DEFAULT_CATALOGUE } from './defaultCatalogue'
import { type Department, firstRule, placeChain, type Route, type RouteQuestion, routeBy } from './routing'
import {
  findLatestCatalogue,
  findOpenDepartments,
  listCalendarYears,
  listDutyHolders,
  listRoutings,
} from './ruleStore'
import { calendarOf, type HolidayCalendar, workingHours } from './workingCalendar'

/** The rules as staff keep them, for every function that makes or changes cases. */

export type { Route, RouteQuestion } from './routing'

/**
 * Catalogue and calendar may be ten seconds old: a report that was sent ten seconds earlier would have had the old ones,
 * too, and a case keeps the version that it was made by. Where a report goes is always read anew, because the person
 * who has just changed a rule tries it.
 */
const LIFE = 10_000
const catalogues = recentlyRead<Catalogue>({ life: LIFE, capacity: 1 })
const calendars = recentlyRead<HolidayCalendar>({ life: LIFE, capacity: 1 })

/** As it is kept now. */
export async function readCatalogue(): Promise<Catalogue> {
  const row = await findLatestCatalogue()
  return row ? { version: row.version, categories: row.categories } : DEFAULT_CATALOGUE
}

export const readCalendar = async (): Promise<HolidayCalendar> =>
  calendarOf(await listCalendarYears(), workingHours())

/** The newest version, retired categories too. */
export async function loadCatalogue(): Promise<Catalogue> {
  const known = catalogues.find('', now())
  if (known) return known
  const catalogue = await readCatalogue()
  catalogues.keep('', catalogue, now())
  return catalogue
}

export async function loadCalendar(): Promise<HolidayCalendar> {
  const known = calendars.find('', now())
  if (known) return known
  const calendar = await readCalendar()
  calendars.keep('', calendar, now())
  return calendar
}

export interface FoundCategory {
  category: Category
  version: number
}

/** A category of any case that there is, retired or not. */
export async function findCategory(categoryId: string): Promise<FoundCategory | null> {
  const { version, categories } = await loadCatalogue()
  const category = categories.find((each) => each.categoryId === categoryId)
  return category ? { category, version } : null
}

/** A category that a report can be given now. */
export async function findOfferedCategory(categoryId: string): Promise<FoundCategory | null> {
  const found = await findCategory(categoryId)
  return found && !found.category.isRetired ? found : null
}

/** Where a new report goes. Two round trips: rules and holders of all places above it, then the organisations named. */
export async function findRoute(question: RouteQuestion): Promise<Route> {
  const chain = placeChain(question.placeCode)
  const [routings, holders, calendar] = await Promise.all([
    listRoutings(chain),
    listDutyHolders(chain),
    loadCalendar(),
  ])
  const rule = firstRule(question, chain, routings, calendar)
  const named = holders.flatMap(({ organisationId }) => (organisationId === null ? [] : [organisationId]))
  if (rule?.to.kind === 'department') named.push(rule.to.organisationId)
  return routeBy(rule, question, holders, await findOpenDepartments(named))
}

export interface Holder {
  /** Where it stands for the duty. */
  placeCode: string
  duty: Duty
  department: Department
}

/** Every open organisation that stands for a duty at one of these places. */
export async function listHolders(placeCodes: string[]): Promise<Holder[]> {
  const rows = await listDutyHolders(placeCodes)
  const open = await findOpenDepartments(rows.flatMap(({ organisationId }) => organisationId ?? []))
  return rows.flatMap(({ placeCode, duty, organisationId }) => {
    const department = organisationId === null ? undefined : open.get(organisationId)
    return department ? [{ placeCode, duty, department }] : []
  })
}
