import type { CatalogueVersion, caseRules } from '../../contract/caseRules'
import { VERSIONS_SHOWN } from '../../contract/limits'
import { fail, ok } from '../../contract/result'
import { readCatalogue } from '../platform/cases/loadRules'
import type { CatalogueVersionRow } from '../platform/cases/ruleRows'
import { topPlaces } from '../platform/places'
import { keyedName } from '../platform/secrets'
import type { Methods } from '../platform/serve'
import { withCategory } from './rules'
import * as store from './store'

type CaseRulesMethods = Methods<typeof caseRules>

/** What came with the program; it was made by nobody at no time. */
const FIRST_VERSION: CatalogueVersion = { version: 0, at: 0, name: null, categoryId: null, reason: '' }

const presentVersion = ({ version, at, name, categoryId, reason }: store.VersionLine): CatalogueVersion => ({
  version,
  at,
  name,
  categoryId,
  reason,
})

export const getCategories: CaseRulesMethods['getCategories'] = async ({ input }) => {
  const [catalogue, rows] = await Promise.all([readCatalogue(), store.listVersions()])
  const versions = [...rows.map(presentVersion), FIRST_VERSION].slice(0, VERSIONS_SHOWN)
  return ok({ catalogue, versions, isKeptHere: topPlaces().includes(input.placeCode) })
}

const VERSION_DIGITS = 7

/** One name for each version: the database lets only one person save it. */
const rowIdOf = (version: number): string => `catalogue-${String(version).padStart(VERSION_DIGITS, '0')}`

export const saveCategory: CaseRulesMethods['saveCategory'] = async (call) => {
  const { input, caller, requestId, now, grants, note } = call
  if (!topPlaces().includes(input.placeCode)) return fail({ code: 'not_top_place' })
  const requestKey = keyedName('catalogue', caller.accountId, requestId)
  const own = await store.findVersionOfRequest(requestKey)
  if (own) return ok(savedIn(own))
  const { version: before, categories } = await readCatalogue()
  if (before !== input.basedOn) return ownOrChanged(requestKey)
  const categoryId = input.categoryId ?? keyedName('category', caller.accountId, requestId)
  const changed = withCategory(categories, categoryId, input.categoryId === null, input.category)
  if (typeof changed === 'string') return fail({ code: changed })
  const version = before + 1
  const row: CatalogueVersionRow = {
    _id: rowIdOf(version),
    version,
    categories: changed,
    at: now,
    accountId: caller.accountId,
    name: grants[0]?.name ?? '',
    categoryId,
    reason: input.reason,
    requestKey,
  }
  if ((await store.insertVersion(row)) === 'duplicate') return ownOrChanged(requestKey)
  const find = (all: typeof categories) => all.find((each) => each.categoryId === categoryId) ?? null
  note({ subject: `category/${categoryId}`, before: find(categories), after: find(changed) })
  return ok(savedIn(row))
}

/** Either this very request came twice at once and the other was faster, or somebody else has saved. */
async function ownOrChanged(requestKey: string) {
  const own = await store.findVersionOfRequest(requestKey)
  return own ? ok(savedIn(own)) : fail({ code: 'changed_meanwhile' as const })
}

const savedIn = ({ categoryId, version }: CatalogueVersionRow) => ({ categoryId, version })
