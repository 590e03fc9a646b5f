import type { activities } from '../../contract/activities'
import type { attendance } from '../../contract/attendance'
import type { volunteerHours } from '../../contract/volunteerHours'
import type { volunteerStatistics } from '../../contract/volunteerStatistics'
import type { volunteers } from '../../contract/volunteers'
import { aPlan } from './activities'
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
  answerMember: { membershipId, answer: 'decline', reason: '本队已满员' },
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

const NOVEMBER = { from: 1_793_500_000_000, until: 1_794_700_000_000 }

export const activitiesExamples = ({
  organisationId,
  activityId,
  seriesId,
  day,
  startsAt,
}: {
  organisationId: string
  activityId: string
  seriesId: string
  day: string
  startsAt: number
}): Examples<typeof activities> => {
  const plan = aPlan()
  const { theme, description, address, position, fenceMetres, roles, insurance, recurrence } = plan
  const details = { theme, description, address, position, fenceMetres, roles, insurance }
  return {
    createSeries: { organisationId, plan, photos: [] },
    reviseSeries: { seriesId, basedOn: 1, from: day, plan },
    endSeries: { seriesId, basedOn: 1, lastDay: day, reason: '改为每月一次' },
    reviseActivity: {
      seriesId,
      day,
      basedOn: 1,
      startsAt,
      minutes: 90,
      ...details,
      notice: '下雨，改到室内',
    },
    cancelActivity: { seriesId, day, reason: '台风预警' },
    previewDays: { recurrence, onHoliday: 'skip', startMinute: 540, from: day },
    listSeries: { organisationId },
    getSeries: { seriesId },
    listOccurrences: { seriesId, from: day },
    listActivities: { placeCode: JINGAN, ...NOVEMBER, kind: 'civilisation', hasSeats: true },
    listNearbyActivities: { position, ...NOVEMBER, kind: 'civilisation' },
    getActivity: { activityId },
    signUp: { activityId, roleId: 'guide', despiteClash: false },
    confirmSeat: { activityId },
    withdraw: { activityId },
    listMySignUps: { when: 'coming' },
    getAftermath: { activityId },
    addPhotos: { activityId, photos: ['cloud://local.bucket/activityUploads/none.jpg'], words: '街面干净了' },
    giveFeedback: { activityId, stars: 5, words: '组织得好' },
    listFeedback: { activityId },
    thank: { activityId, words: '谢谢大家' },
    exportMyData: {},
  }
}
