import type { caseStatistics } from '../../contract/caseStatistics'
import { CASE_DUE_SOON } from '../../contract/limits'
import { ok } from '../../contract/result'
import type { Methods } from '../platform/serve'
import { monthRowId, NOW } from './amounts'
import { listHotSpots } from './hotSpots/listing'
import { listOpenData } from './openData/listing'
import { presentDepartments, presentMonth, presentNow } from './presented'
import * as store from './store'

type StatisticsMethods = Methods<typeof caseStatistics>

/** Two queries at once. */
const getSupervision: StatisticsMethods['getSupervision'] = async ({ input: { placeCode, month }, now }) => {
  const [rows, { overdue, soon }] = await Promise.all([
    store.listCounts(placeCode, month),
    store.countDue(placeCode, now, now + CASE_DUE_SOON),
  ])
  return ok({
    now: presentNow(rows, { overdue, dueSoon: soon }),
    ...presentMonth(rows, month, now),
    departments: presentDepartments(rows),
  })
}

/** One query. */
const getPublicStatistics: StatisticsMethods['getPublicStatistics'] = async ({
  input: { placeCode, month },
  now,
}) => {
  const rows = await store.listPlaceCounts([monthRowId(month, placeCode), monthRowId(NOW, placeCode)])
  const { open } = presentNow(rows, { overdue: 0, dueSoon: 0 })
  return ok({ now: { open }, ...presentMonth(rows, month, now) })
}

export const methods: StatisticsMethods = {
  getSupervision,
  getPublicStatistics,
  listHotSpots,
  listOpenData,
}
