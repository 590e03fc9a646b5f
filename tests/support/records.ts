import { anActivity } from './activities'
import {
  aCampaign,
  accountIdOf,
  aStaffMember,
  campaignInput,
  expectValue,
  JINGAN,
  someJudging,
} from './builders'
import { caseStatisticsExamples, caseworkExamples, reportingExamples } from './caseExamples'
import { act, aReport } from './cases'
import type { Cloud, Person } from './cloud'
import {
  accountsExamples,
  administrationExamples,
  awardsExamples,
  caseRulesExamples,
  hotlineExamples,
  judgingExamples,
  messagesExamples,
  moderationExamples,
  nominationsExamples,
  open311Examples,
  placesExamples,
  votingExamples,
} from './examples'
import { recordsOfHours } from './hourRecords'
import { aNominatingCampaign, aNomination, shortForm } from './nominations'
import {
  activitiesExamples,
  attendanceExamples,
  volunteerHoursExamples,
  volunteerStatisticsExamples,
  volunteersExamples,
} from './volunteeringExamples'
import { aRequestToJoin } from './volunteers'

/** One record of each kind, all of them in one district, and a valid call for every method about them. */

export interface Records {
  organisationId: string
  /** Valid inputs by service and method. */
  examples: Record<string, Record<string, unknown>>
}

const VILLAGE = '310106011002'

export async function aRecordOfEach(cloud: Cloud, administrator: Person): Promise<Records> {
  const { campaignId, candidateIds } = await aCampaign(administrator, {
    candidates: 2,
    cityCode: JINGAN,
    experts: { ...someJudging(), winners: 1 },
  })
  const { sessionId } = expectValue(
    await administrator.judging('createSession', {
      campaignId,
      kind: 'experts',
      name: '示例擂台演讲',
      startsAt: Date.now(),
    }),
  )
  const { unit } = expectValue(
    await administrator.awards('addAwardUnit', { campaignId, name: '示例街道办事处', placeCode: JINGAN }),
  )
  const citizen = await cloud.person()
  const { contentId } = expectValue(
    await citizen.voting('writeComment', { campaignId, text: '待审示例：办得很好', pictures: [] }),
  )
  const reviewer = await aStaffMember(cloud, administrator, 'reviewer', JINGAN)
  const grantId = await grantIdOf(administrator, await accountIdOf(reviewer))
  const { organisation } = expectValue(
    await administrator.places('registerOrganisation', {
      placeCode: JINGAN,
      kind: 'association',
      name: '示例街区自律会',
    }),
  )
  const { gridCode } = expectValue(
    await administrator.places('addGrid', { villageCode: VILLAGE, name: '示例网格' }),
  )
  const nominating = await aNominatingCampaign(administrator, shortForm(), { cityCode: JINGAN })
  const { nominationId } = await aNomination(citizen, nominating)
  const { caseId } = await aReport(cloud, citizen)
  const given = await aReport(cloud, citizen)
  const { organisationId } = organisation
  await act(
    administrator,
    given.caseId,
    { act: 'accept' },
    { act: 'file' },
    { act: 'dispatch', departmentId: organisationId, words: '' },
  )
  const { membershipId } = await aRequestToJoin(cloud, administrator, organisationId)
  const ofHours = await recordsOfHours(cloud, administrator, organisationId)
  const activity = await anActivity(administrator, organisationId)
  const { activityId } = activity
  const { key } = expectValue(
    await administrator.open311('createKey', { placeCode: JINGAN, name: '示例街道平台' }),
  )
  const { importId } = expectValue(
    await administrator.hotline('startImport', {
      placeCode: JINGAN,
      name: '十一月工单.xlsx',
      rows: 2,
      datum: 'gcj02',
    }),
  )
  const voting = votingExamples({ campaignId, candidateId: candidateIds[0] as string })
  return {
    organisationId: organisation.organisationId,
    examples: {
      accounts: accountsExamples(),
      administration: administrationExamples({ grantId }),
      awards: awardsExamples({ campaignId, unitId: unit.unitId }),
      caseRules: caseRulesExamples({ organisationId: organisation.organisationId }),
      caseStatistics: caseStatisticsExamples(),
      casework: caseworkExamples({ caseId: given.caseId, organisationId }),
      hotline: hotlineExamples({ importId }),
      judging: judgingExamples({ campaignId, candidateId: candidateIds[0] as string, sessionId }),
      messages: messagesExamples(),
      moderation: moderationExamples({ contentId }),
      nominations: nominationsExamples({ campaignId: nominating, nominationId }),
      open311: open311Examples({ keyId: key.keyId }),
      places: placesExamples({ organisationId: organisation.organisationId, gridCode }),
      reporting: reportingExamples({ caseId }),
      activities: activitiesExamples({ organisationId, ...activity }),
      attendance: attendanceExamples({ activityId, attendanceId: ofHours.attendanceId }),
      volunteerHours: volunteerHoursExamples({ organisationId, ...ofHours }),
      volunteerStatistics: volunteerStatisticsExamples({ organisationId }),
      volunteers: volunteersExamples({ organisationId, membershipId }),
      voting: { ...voting, createCampaign: campaignInput(Date.now(), { cityCode: JINGAN }) },
    },
  }
}

async function grantIdOf(administrator: Person, accountId: string): Promise<string> {
  const { staff } = expectValue(await administrator.administration('listStaff', { placeCode: JINGAN }))
  return staff.find((member) => member.accountId === accountId)?.grantId as string
}
