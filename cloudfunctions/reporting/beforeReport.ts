import { districtsOf, placeName } from '../../contract/places/names'
import type { reporting } from '../../contract/reporting'
import { fail, ok } from '../../contract/result'
import { cellOf, middleOf } from '../platform/cases/cells'
import { findOfferedCategory, loadCatalogue } from '../platform/cases/loadRules'
import { loadPublicParts, presentPublicSummary } from '../platform/cases/publicCases'
import { positionOf } from '../platform/cases/rows'
import { streetName, streetsWithin } from '../platform/placeNames'
import { placeFields, topPlaces } from '../platform/places'
import type { Methods } from '../platform/serve'
import { distanceBetween } from './publicView/rules'
import * as store from './store'
import { mostFrequent, type NamedPlace, placesNamed } from './suggestions'

/** What helps to write a report. */

type ReportingMethods = Methods<typeof reporting>

export const getCatalogue: ReportingMethods['getCatalogue'] = async () => {
  const { version, categories } = await loadCatalogue()
  return ok({ version, categories: categories.filter(({ isRetired }) => !isRetired) })
}

const SUGGESTED = 5
const DISTRICT = 6
/** Metres: about a block; streets are kilometres wide. */
const AROUND = 400

export const suggestPlaces: ReportingMethods['suggestPlaces'] = async ({ input }) => {
  const tops = topPlaces()
  const byCases = input.position ? await store.listNearest(input.position, AROUND) : []
  const codes = [
    ...mostFrequent(byCases.map(({ streetCode }) => streetCode)),
    ...placesNamed(input.address, tops.flatMap(districtsIn), streetsWithin(tops)),
  ]
  const places = [...new Set(codes)].slice(0, SUGGESTED).map((code) => ({ code, path: pathOf(code) }))
  return ok({ places })
}

/** A deployment may serve a city or one district of it. */
const districtsIn = (top: string): NamedPlace[] =>
  top !== placeFields(top).cityCode ? [{ code: top, name: placeName(top) }] : districtsOf(top)

const pathOf = (code: string): string[] =>
  [placeName(code.slice(0, DISTRICT)), streetName(code)].filter((name) => name !== '')

/** A square's own middle, however it was rounded. */
const SAME_SQUARE = 5

/** Indoors cases are looked for in the square that everyone sees, so that nobody finds the door by asking around it. */
export const findSimilar: ReportingMethods['findSimilar'] = async ({ input, now }) => {
  const found = await findOfferedCategory(input.categoryId)
  if (!found) return fail({ code: 'category_not_found' })
  const { categoryId, isIndoor, duplicateRadius } = found.category
  const rows = isIndoor
    ? await store.listSimilar(categoryId, middleOf(cellOf(input.position)), SAME_SQUARE)
    : await store.listSimilar(categoryId, input.position, duplicateRadius)
  const parts = await loadPublicParts(rows, 'summary')
  return ok({
    cases: rows.map((row) => {
      const position = positionOf(row.publicLocation)
      return presentPublicSummary(row, parts, now, position && distanceBetween(input.position, position))
    }),
  })
}
