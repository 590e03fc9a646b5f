import type { HotSpot } from '../../../contract/caseStatistics'
import type { Row } from '../../platform/database/collection'

/** All that was found at one time, strongest first: replaced as a whole. */
export interface HotSpotsRow extends Row {
  lookedAt: number
  hotSpots: HotSpot[]
}
