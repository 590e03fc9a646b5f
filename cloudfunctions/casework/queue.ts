import type { casework, QueueCounts } from '../../contract/casework'
import { PAGE_SIZE } from '../../contract/limits'
import { isWithin } from '../../contract/places/within'
import { fail, ok } from '../../contract/result'
import type { Scope } from '../platform/access'
import type { Methods } from '../platform/serve'
import { presentCase, presentList } from './presented'
import * as store from './store'

/** What a desk sees: its queue, how full it is, and single cases. */

type CaseworkMethods = Methods<typeof casework>

/**
 * Read by where it lies, so that a street goes on seeing what was handed up to its district, and the district what its
 * streets have. What may be done is decided by whose desk it is: see `partsIn`.
 */
export const placeOf = async ({ caseId }: { caseId: string }): Promise<Scope | null> => {
  const row = await store.findCase(caseId)
  return row && { placeCode: row.placeCode, organisationId: row.departmentId }
}

export const listQueue: CaseworkMethods['listQueue'] = async ({ input, now }) => {
  const rows = await store.listQueue(input, now)
  const page = rows.slice(0, PAGE_SIZE)
  const next = rows.length > PAGE_SIZE ? (page.at(-1)?.dueOrder ?? null) : null
  return ok({ cases: await presentList(page, now), next, now })
}

export const countQueue: CaseworkMethods['countQueue'] = async ({ input, now }) => {
  const counts = await store.countByState(input.placeCode, now)
  const sum = (of: 'overdue' | 'asked') => counts.reduce((total, each) => total + each[of], 0)
  const states: QueueCounts['states'] = Object.fromEntries(counts.map(({ _id, number }) => [_id, number]))
  return ok({ states, overdue: sum('overdue'), asked: sum('asked') })
}

export const findByNumber: CaseworkMethods['findByNumber'] = async ({ input, now }) => {
  const row = await store.findByNumber(input.number)
  const found = row && isWithin(row.placeCode, input.placeCode) ? await presentList([row], now) : []
  return ok({ case: found[0] ?? null })
}

export const getCase: CaseworkMethods['getCase']['run'] = async ({ input, grants, now }) => {
  const [row, absorbed] = await Promise.all([store.findCase(input.caseId), store.listAbsorbed(input.caseId)])
  if (!row) return fail({ code: 'case_not_found' })
  const into = row.mergedInto === null ? null : await store.findCase(row.mergedInto)
  return ok(await presentCase(row, { into, absorbed }, grants, now))
}
