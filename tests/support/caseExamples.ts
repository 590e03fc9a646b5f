import type { caseStatistics } from '../../contract/caseStatistics'
import type { casework } from '../../contract/casework'
import type { reporting } from '../../contract/reporting'
import { JINGAN } from './builders'
import { IN_SHIMEN, RUBBISH, reportInput, SHIMEN } from './cases'
import type { Examples } from './examples'

/** A valid input for every method about cases. */

export const reportingExamples = ({ caseId }: { caseId: string }): Examples<typeof reporting> => ({
  getCatalogue: {},
  suggestPlaces: { position: IN_SHIMEN, address: '石门二路' },
  findSimilar: { categoryId: RUBBISH, position: IN_SHIMEN },
  reportProblem: reportInput(),
  joinCase: { caseId },
  followCase: { caseId, isFollowing: true },
  listMyReports: {},
  getCase: { caseId },
  rateCase: { caseId, stars: 5, reasons: ['quick'], words: '', photos: [] },
  addRemark: { caseId, words: '示例说明', photos: [] },
  withdrawCase: { caseId },
  exportMyData: {},
  listNearby: { position: IN_SHIMEN },
  listCases: { placeCode: SHIMEN },
  getMapPart: { west: 121.4, south: 31.2, east: 121.5, north: 31.3, zoom: 12 },
})

export const caseworkExamples = ({
  caseId,
  organisationId,
}: {
  caseId: string
  organisationId: string
}): Examples<typeof casework> => {
  const desk = { placeCode: SHIMEN }
  // A version that is no longer the newest: whoever may do it is told so, and the case stays as it is.
  const act = { basedOn: 1, steps: [{ act: 'remind' as const, words: '请尽快处理' }] }
  return {
    listQueue: { ...desk, scope: 'desk' },
    countQueue: desk,
    findByNumber: { ...desk, number: '261121-00000' },
    listMine: { organisationId, order: 'deadline', of: 'department' },
    getCase: { caseId },
    listReceivers: { caseId },
    listMergeTargets: { caseId },
    listColleagues: { caseId },
    actOnCase: { caseId, ...act },
    actOnCases: { ...desk, cases: [{ caseId, basedOn: 1 }], steps: act.steps },
    revealReporterContact: { caseId, reason: '要约时间上门' },
  }
}

export const caseStatisticsExamples = (): Examples<typeof caseStatistics> => ({
  getSupervision: { placeCode: JINGAN, month: '2026-11' },
  getPublicStatistics: { placeCode: JINGAN, month: '2026-11' },
  listHotSpots: { placeCode: JINGAN },
  listOpenData: {},
})
