import type { volunteerStatistics } from '../../contract/volunteerStatistics'
import type { volunteers } from '../../contract/volunteers'
import { JINGAN } from './builders'
import type { Examples } from './examples'
import { someDetails } from './volunteers'

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

export const volunteersExamples = ({
  organisationId,
  membershipId,
}: {
  organisationId: string
  membershipId: string
}): Examples<typeof volunteers> => ({
  getMyVolunteer: {},
  register: someDetails(),
  revise: { ...someDetails(), basedOn: 1 },
  renewCard: {},
  listTeams: { placeCode: JINGAN, kind: 'law', search: '示例' },
  getTeam: { organisationId },
  describeTeam: { organisationId, basedOn: 1, kind: 'law', joining: 'request', gridCodes: [] },
  askToJoin: { organisationId, words: '我住得近' },
  leaveTeam: { organisationId },
  listMembers: { organisationId, state: 'asked' },
  answerMember: { membershipId, answer: 'accept', reason: null },
  assignGrid: { membershipId, gridCode: null },
  exportMyData: {},
})
