import type { volunteerStatistics } from '../../contract/volunteerStatistics'
import type { Methods } from '../platform/serve'
import { getBoard } from './boards/boards'
import { getMonthCounts } from './months/monthCounts'
import { exportMyData } from './ownData'
import { excuseWeek, setWeeklyDuty } from './weeks/duties'
import { listUnitWeeks } from './weeks/listing'

export const methods: Methods<typeof volunteerStatistics> = {
  getBoard,
  setWeeklyDuty,
  excuseWeek,
  listUnitWeeks,
  getMonthCounts,
  exportMyData,
}
