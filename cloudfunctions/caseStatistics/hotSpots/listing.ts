import type { caseStatistics } from '../../../contract/caseStatistics'
import { isWithin } from '../../../contract/places/within'
import { ok } from '../../../contract/result'
import type { Methods } from '../../platform/serve'
import * as store from './store'

export const listHotSpots: Methods<typeof caseStatistics>['listHotSpots'] = async ({ input }) => {
  const found = await store.findHotSpots()
  const hotSpots = found?.hotSpots.filter(({ placeCode }) => isWithin(placeCode, input.placeCode)) ?? []
  return ok({ hotSpots, lookedAt: found?.lookedAt ?? null })
}
