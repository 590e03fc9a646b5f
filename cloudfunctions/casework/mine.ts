import type { casework } from '../../contract/casework'
import { PAGE_SIZE } from '../../contract/limits'
import { ok } from '../../contract/result'
import type { Scope } from '../platform/access'
import { findOrganisation } from '../platform/organisations'
import type { Methods } from '../platform/serve'
import { presentList } from './presented'
import { nearestFirst } from './rules'
import * as store from './store'

/** What a handler sees: the cases of the department, by deadline or by distance. */

type CaseworkMethods = Methods<typeof casework>

export const placeOfDepartment = async ({
  organisationId,
}: {
  organisationId: string
}): Promise<Scope | null> => {
  const organisation = await findOrganisation(organisationId)
  return organisation && { placeCode: organisation.placeCode, organisationId }
}

export const listMine: CaseworkMethods['listMine']['run'] = async ({ input, grants, now }) => {
  const { organisationId, order, position, of, after } = input
  const grantIds = grants.map(({ _id }) => _id)
  if (order === 'distance' && position) {
    const rows = await store.listToApproach(of === 'own' ? { grantIds } : { departmentId: organisationId })
    return ok({
      cases: await presentList(nearestFirst(rows, position).slice(0, NEAREST), now),
      next: null,
      now,
    })
  }
  const rows =
    of === 'own'
      ? await store.listOfAssignee(grantIds, after)
      : await store.listOfDepartment(organisationId, after)
  const page = rows.slice(0, PAGE_SIZE)
  const next = rows.length > PAGE_SIZE ? (page.at(-1)?.dueOrder ?? null) : null
  return ok({ cases: await presentList(page, now), next, now })
}

/** As many as somebody can go to in a day. */
const NEAREST = 50
