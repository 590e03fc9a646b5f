import { type CasesNow, HOT_SPOT_DAYS, type HotSpot } from '@contract/caseStatistics'
import { CATEGORY_GROUPS } from '@contract/cases/categories'
import type { CaseFilters } from './caseView'

/** Words of how cases go, and where each number leads. Pure. */

interface StandingTile {
  name: string
  number: number
  /** Of the list that it leads to. */
  filters: Partial<CaseFilters>
}

export const standingTiles = (now: CasesNow): StandingTile[] => [
  { name: '正在办理', number: now.open, filters: {} },
  { name: '已超期', number: now.overdue, filters: { only: 'overdue' } },
  { name: '8 小时内到期', number: now.dueSoon, filters: { only: 'dueSoon' } },
  { name: '挂账', number: now.suspended, filters: { state: 'suspended' } },
  { name: '督办中', number: now.supervised, filters: { state: 'supervised' } },
]

const usualWords = (usual: number): string =>
  usual < 0.1 ? `平时 ${HOT_SPOT_DAYS} 天几乎没有` : `平时 ${HOT_SPOT_DAYS} 天约 ${usual.toFixed(1)} 件`

/** `最近 7 天 9 件，平时 7 天约 1.0 件，其中热线 3 件` */
export const hotSpotWords = ({ observed, usual, fromHotline }: HotSpot): string =>
  `最近 ${HOT_SPOT_DAYS} 天 ${observed} 件，${usualWords(usual)}${fromHotline > 0 ? `，其中热线 ${fromHotline} 件` : ''}`

export const hotSpotName = ({ group }: HotSpot): string => CATEGORY_GROUPS[group]
