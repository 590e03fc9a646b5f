import type { reporting } from '../../../contract/reporting'
import { ok } from '../../../contract/result'
import { loadPublicParts, presentPublicSummary } from '../../platform/cases/publicCases'
import { positionOf } from '../../platform/cases/rows'
import type { Methods } from '../../platform/serve'
import { distanceBetween } from './rules'
import * as store from './store'

/** What lies around somebody. Two questions to the database, however many cases there are. */
export const listNearby: Methods<typeof reporting>['listNearby'] = async ({ input, now }) => {
  const rows = await store.listNear(input.position, input)
  const parts = await loadPublicParts(rows, 'summary')
  return ok({
    cases: rows.map((row) => {
      const position = positionOf(row.publicLocation)
      const distance = position && distanceBetween(input.position, position)
      return presentPublicSummary(row, parts, now, distance)
    }),
  })
}
