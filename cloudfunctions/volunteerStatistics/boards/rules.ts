import type { BoardKind } from '../../../contract/volunteerStatistics'
import { placeFields } from '../../platform/places'
import { countId } from '../folding/amounts'
import type { ScopeKind } from '../folding/rows'

/** Which rows a board consists of, and their ranks. Pure. */

const STREET = 9
const GRID = 15

/** The board of people in a team, a street or a grid; null: nothing that has one. */
export function boardOf(within: string, period: string): string | null {
  if (!/^\d{6,15}$/.test(within)) return countId('organisation', within, period)
  if (within.length === STREET) return countId('street', within, period)
  return within.length === GRID ? countId('grid', within, period) : null
}

export const scopeOfBoard: Record<Exclude<BoardKind, 'volunteers'>, ScopeKind> = {
  teams: 'organisation',
  grids: 'grid',
  streets: 'street',
}

/** The field of places that a board is of; null: it is of no place. */
export function areaOf(within: string): { field: keyof ReturnType<typeof placeFields>; code: string } | null {
  if (!/^\d{6}(\d{3}){0,2}$/.test(within)) return null
  const { cityCode, districtCode, streetCode, villageCode } = placeFields(within)
  if (villageCode) return { field: 'villageCode', code: villageCode }
  if (streetCode) return { field: 'streetCode', code: streetCode }
  if (districtCode) return { field: 'districtCode', code: districtCode }
  return { field: 'cityCode', code: cityCode }
}

/** Of minutes in descending order: the same minutes, the same rank; whoever follows is as many places down as stand above. */
export const ranksOf = (minutes: readonly number[]): number[] =>
  minutes.map((each) => minutes.indexOf(each) + 1)
