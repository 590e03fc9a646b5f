import type { casework } from '../../contract/casework'
import { fail, ok } from '../../contract/result'
import type { RoleGrant } from '../platform/access'
import type { Asked } from '../platform/cases/changeCase'
import { positionOf } from '../platform/cases/rows'
import type { Methods } from '../platform/serve'
import { type Listed, presentList } from './presented'
import { mayAbsorb, nearestFirst } from './rules'
import * as store from './store'

/** Cases that are one. */

/** How far apart reports of one thing lie at most, in metres: a phone's position and a person's memory of the place. */
const AROUND = 1000

export const listMergeTargets: Methods<typeof casework>['listMergeTargets']['run'] = async ({
  input,
  grants,
  now,
}) => {
  const row = await store.findCase(input.caseId)
  if (!row) return fail({ code: 'case_not_found' })
  const position = positionOf(row.location)
  const found: Listed[] = position
    ? nearestFirst(await store.listAround(position, row.categoryId, AROUND), position)
    : await store.listOfCategory(row.placeCode, row.categoryId)
  const targets = found.filter((each) => mayAbsorb(each, row._id, grants))
  return ok({ cases: await presentList(targets, now) })
}

/** What a case is merged into must be open at that very moment, and stay so until it has happened. */
export const checkMerging =
  (grants: readonly RoleGrant[]): NonNullable<Asked['check']> =>
  async (transaction, before, after) => {
    if (after.state !== 'merged') return null
    const isHeld =
      after.mergedInto !== null &&
      (await store.holdTarget(transaction, after.mergedInto, (row) => mayAbsorb(row, before._id, grants)))
    return isHeld ? null : { code: 'cannot_merge' }
  }
