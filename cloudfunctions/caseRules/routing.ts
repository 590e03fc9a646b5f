import type { caseRules, Routing } from '../../contract/caseRules'
import { fail, ok } from '../../contract/result'
import { findRoute, readCalendar, readCatalogue } from '../platform/cases/loadRules'
import { caseRow } from '../platform/cases/newCase'
import type { NewCase } from '../platform/cases/rows'
import { findOpenDepartments } from '../platform/cases/ruleStore'
import { isKnownPlace } from '../platform/placeNames'
import type { Methods } from '../platform/serve'
import { departmentsIn, hasDone, placesFit } from './rules'
import * as store from './store'

type CaseRulesMethods = Methods<typeof caseRules>

/** Rules that nobody has saved yet. */
const NO_RULES: Pick<Routing, 'version' | 'rules'> = { version: 0, rules: [] }

export const getRouting: CaseRulesMethods['getRouting'] = async ({ input: { placeCode } }) => {
  const { version, rules } = (await store.findRouting(placeCode)) ?? NO_RULES
  return ok({ placeCode, version, rules })
}

const STREET = 9

/** Villages and grids are known by the street that they lie in; only `places` has their names. */
const isPlace = (code: string): boolean => isKnownPlace(code.slice(0, STREET))

export const saveRouting: CaseRulesMethods['saveRouting'] = async (call) => {
  const { input, caller, requestId, now, note } = call
  const { placeCode, rules, basedOn } = input
  if (!isPlace(placeCode) || !placesFit(rules, placeCode, isPlace)) return fail({ code: 'place_not_found' })
  const before = await store.findRouting(placeCode)
  if (before && hasDone(before.history, requestId))
    return ok({ version: versionOf(before.history, requestId) })
  if ((before?.version ?? 0) !== basedOn) return fail({ code: 'changed_meanwhile' })
  const departments = departmentsIn(rules)
  if ((await findOpenDepartments(departments)).size < departments.length)
    return fail({ code: 'department_not_found' })
  const version = basedOn + 1
  const entry = { requestId, accountId: caller.accountId, at: now, version }
  if (!(await store.saveRules(placeCode, rules, entry))) {
    const current = await store.findRouting(placeCode)
    return current && hasDone(current.history, requestId)
      ? ok({ version: versionOf(current.history, requestId) })
      : fail({ code: 'changed_meanwhile' })
  }
  note({ subject: `routing/${placeCode}`, before: before?.rules ?? [], after: rules })
  return ok({ version })
}

const versionOf = (history: { requestId: string; version: number }[], requestId: string): number =>
  history.find((entry) => entry.requestId === requestId)?.version ?? 0

/** A report that says nothing but when and where it is from. */
const someReport = (placeCode: string, reportedAt: number, source: NewCase['source']): NewCase => ({
  _id: 'preview',
  source,
  accountId: null,
  foreignNumber: null,
  description: '',
  answers: [],
  contentId: null,
  photos: [],
  placeCode,
  address: '',
  location: null,
  sealedContact: null,
  seenAt: reportedAt,
  reportedAt,
})

/** Begins such a case as a report would, and throws it away. */
export const previewRouting: CaseRulesMethods['previewRouting'] = async ({ input }) => {
  const { placeCode, categoryId, at, source } = input
  const [{ categories, version }, calendar] = await Promise.all([readCatalogue(), readCalendar()])
  const category = categories.find((each) => each.categoryId === categoryId)
  if (!category) return fail({ code: 'category_not_found' })
  const route = await findRoute({ category, placeCode, at, source })
  const row = caseRow({
    begun: someReport(placeCode, at, source),
    category,
    catalogueVersion: version,
    requestId: 'preview',
    actor: 'machine',
    route,
    calendar,
  })
  return ok({
    proposal: route.proposal,
    isAutomatic: route.isAutomatic,
    deskCode: row.deskCode,
    dueAt: row.dueAt ?? at,
  })
}
