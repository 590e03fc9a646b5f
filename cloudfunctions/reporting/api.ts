import type { reporting } from '../../contract/reporting'
import type { Methods } from '../platform/serve'
import { findSimilar, getCatalogue, suggestPlaces } from './beforeReport'
import { exportMyData } from './ownData'
import { getMapPart } from './publicView/mapParts'
import { listNearby } from './publicView/nearby'
import { listCases } from './publicView/publicLists'
import { getCase, listMyReports } from './reading'
import { addRemark, rateCase, withdrawCase } from './reporterSteps'
import { reportProblem } from './reports'
import { followCase, joinCase } from './watching'

/** Reporting's methods, as the contract declares them. */
export const methods: Methods<typeof reporting> = {
  getCatalogue,
  suggestPlaces,
  findSimilar,
  reportProblem,
  joinCase,
  followCase,
  listMyReports,
  getCase,
  rateCase,
  addRemark,
  withdrawCase,
  exportMyData,
  listNearby,
  listCases,
  getMapPart,
}
