import type { attendance } from '../../contract/attendance'
import type { volunteerHours } from '../../contract/volunteerHours'
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

interface OfHours {
  organisationId: string
  claimId: string
  attendanceId: string
  annulmentId: string
}

export const volunteerHoursExamples = ({
  organisationId,
  claimId,
  attendanceId,
  annulmentId,
}: OfHours): Examples<typeof volunteerHours> => ({
  getMyHours: { year: 2026 },
  listMyEntries: {},
  claimHours: {
    organisationId,
    day: '2026-11-01',
    minutes: 90,
    what: '整理图书',
    photos: ['cloud://local.bucket/activityUploads/none.jpg'],
  },
  withdrawClaim: { claimId },
  listMyClaims: {},
  listClaims: { organisationId, state: 'proposed' },
  answerClaim: { claimId, answer: 'decline', reason: '照片看不清' },
  listMarkedHours: { placeCode: JINGAN },
  annulHours: { attendanceId, reason: '重复登记' },
  clearMarks: { attendanceId, reason: '看过，没有问题' },
  appealAnnulment: { annulmentId, words: '我当时在场' },
  decideAppeal: { annulmentId, decision: 'uphold', reason: '没有新的情况' },
  getAnnulment: { annulmentId },
  listAnnulments: { placeCode: JINGAN, state: 'appealed' },
  issueCertificate: { from: '2026-01-01', until: '2026-12-31', organisationId: null },
  listMyCertificates: {},
  getCertificateDocument: { checkCode: '0123-4567-89AB-CDEF' },
  withdrawCertificate: { checkCode: '0123-4567-89AB-CDEF' },
  verifyCertificate: { checkCode: '0123-4567-89AB-CDEF' },
  exportMyData: {},
})

export const attendanceExamples = ({
  activityId,
  attendanceId,
}: {
  activityId: string
  attendanceId: string
}): Examples<typeof attendance> => ({
  openCheckIn: { activityId },
  presentCode: {
    activityId,
    direction: 'in',
    digits: '012345',
    step: 59_800_000,
    shownAt: 1_794_000_000_000,
    position: null,
  },
  getMyPresence: { activityId },
  listRoster: { activityId },
  countPresent: { activityId },
  confirmPresence: { activityId, direction: 'in', at: null, people: [{ cardCode: '0123456789' }] },
  correctMinutes: { attendanceId, minutes: 15, reason: '提前离开' },
  excuseAbsence: { attendanceId, reason: '生病住院' },
  exportMyData: {},
})
