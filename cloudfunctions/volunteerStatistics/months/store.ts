import { collection, command } from '../../platform/database/collection'
import { withinPlace } from '../../platform/places'
import type { CountRow } from '../folding/rows'

/** Every query of months, one function each. */

const counts = collection<CountRow>('serviceCounts')

/** Where a page goes on: below these minutes, or after this id among the same. */
export interface After {
  minutes: number
  id: string
}

/** Organisations at a place and below that have held something, those with most minutes first. */
export function listOrganisations(
  placeCode: string,
  month: string,
  after: After | null,
  limit: number,
): Promise<CountRow[]> {
  const where = { kind: 'organisation', period: month, ...withinPlace(placeCode) }
  const further = after
    ? command.or([
        { ...where, minutes: command.and([command.gt(0), command.lt(after.minutes)]) },
        { ...where, minutes: after.minutes, _id: command.gt(after.id) },
      ])
    : { ...where, minutes: command.gt(0) }
  return counts.list(further, { orderBy: { minutes: 'desc', _id: 'asc' }, limit })
}

export const listCounts = (ids: string[]): Promise<CountRow[]> =>
  counts.list({ _id: command.in(ids) }, { limit: ids.length })
