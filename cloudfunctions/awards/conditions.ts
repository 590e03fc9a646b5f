import { UNIT_CONDITIONS, type UnitCondition } from '../../contract/awards'
import type { AwardUnitRow, StaffCheck, WinnerEntry } from './rows'
import { type Known, winnerInArea } from './rules'
import * as store from './store'

/**
 * The conditions of 优秀组织奖 and where the answer to each comes from: from the program where it has the facts, else from
 * evidence that staff have checked.
 */

/** What a source may look at. */
interface Asked {
  placeCode: string
  /** The published winners; null before. */
  winners: WinnerEntry[] | null
}

/** Answers a condition from what the program itself knows. Null: it does not know. */
type Source = (asked: Asked) => Promise<Known | null>

/**
 * The first three belong to the daily management of responsible units (告知书、上墙、培训), which this program does not hold.
 * Whoever brings that data in answers here; nothing else changes.
 */
const sources: Record<UnitCondition, Source> = {
  noticesDelivered: async () => null,
  noticesOnWall: async () => null,
  training: async () => null,
  winnerInArea: async ({ placeCode, winners }) => winnerInArea(placeCode, winners),
}

/** Conditions that the program answers once winners are published; until then nobody does. */
const BY_WINNERS: readonly UnitCondition[] = ['winnerInArea']

const NO_DATA = '本系统还没有这项数据，请凭证明材料核对'
const NOT_YET = '获评名单公布后，由系统判断'

export interface FoundCheck {
  condition: UnitCondition
  state: 'met' | 'notMet' | 'unknown'
  source: 'program' | 'evidence' | null
  note: string
  evidence: StaffCheck['evidence']
  checkedAt: number | null
  /** Nobody may answer it by hand. */
  isFixed: boolean
}

export type Unit = Pick<AwardUnitRow, 'placeCode' | 'checks'>

export async function checkOf(
  condition: UnitCondition,
  { placeCode, checks }: Unit,
  winners: WinnerEntry[] | null,
): Promise<FoundCheck> {
  const known = await sources[condition]({ placeCode, winners })
  const none = { condition, evidence: [], checkedAt: null }
  if (known) return { ...none, ...known, source: 'program', isFixed: true }
  if (winners === null && BY_WINNERS.includes(condition))
    return { ...none, state: 'unknown', source: null, note: NOT_YET, isFixed: true }
  const seen = checks[condition]
  if (seen) return { ...seen, condition, source: 'evidence', isFixed: false }
  return { ...none, state: 'unknown', source: null, note: NO_DATA, isFixed: false }
}

/** Every condition of a unit, in the order of the document. */
export const checksOf = (unit: Unit, winners: WinnerEntry[] | null): Promise<FoundCheck[]> =>
  Promise.all(UNIT_CONDITIONS.map((condition) => checkOf(condition, unit, winners)))

/** The winners that conditions may count on: before they are published nothing is decided. */
export async function publishedWinners(campaignId: string): Promise<WinnerEntry[] | null> {
  const winners = await store.findWinners(campaignId)
  return winners?.status === 'published' ? winners.entries : null
}
