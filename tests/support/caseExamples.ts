import type { reporting } from '../../contract/reporting'
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
