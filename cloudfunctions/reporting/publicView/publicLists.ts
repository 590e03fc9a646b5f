import { PAGE_SIZE } from '../../../contract/limits'
import type { reporting } from '../../../contract/reporting'
import { ok } from '../../../contract/result'
import { loadPublicParts, presentPublicSummary } from '../../platform/cases/publicCases'
import type { Methods } from '../../platform/serve'
import * as store from './store'

export const listCases: Methods<typeof reporting>['listCases'] = async ({ input, now }) => {
  const rows = await store.listAt(input.placeCode, input, input.after)
  const page = rows.slice(0, PAGE_SIZE)
  const parts = await loadPublicParts(page, 'summary')
  return ok({
    cases: page.map((row) => presentPublicSummary(row, parts, now)),
    next: rows.length > PAGE_SIZE ? (page.at(-1)?.order ?? null) : null,
  })
}
