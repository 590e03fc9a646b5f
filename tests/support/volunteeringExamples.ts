import type { volunteerStatistics } from '../../contract/volunteerStatistics'
import { JINGAN } from './builders'
import type { Examples } from './examples'

/** A valid input for every method of volunteering. */

export const volunteerStatisticsExamples = ({
  organisationId,
}: {
  organisationId: string
}): Examples<typeof volunteerStatistics> => ({
  getBoard: { kind: 'teams', within: JINGAN, period: 'week', at: '2026-W47' },
  setWeeklyDuty: { organisationId, since: '2026-W40' },
  excuseWeek: { organisationId, week: '2026-W41', reason: '全员参加培训' },
  listUnitWeeks: { placeCode: JINGAN, until: '2026-W47', weeks: 8, onlyMissed: false },
  getMonthCounts: { placeCode: JINGAN, month: '2026-11' },
  exportMyData: {},
})
