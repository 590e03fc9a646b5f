import { CITIES } from './districts'

/**
 * Names of places by their code in the national division table, without a call to the cloud. The client carries
 * cities and districts only; streets and towns (streets.json) and what is below them it asks the service `places`.
 */

export interface District {
  /** Six digits. */
  code: string
  name: string
}

/** A city's districts in the order of their codes; empty for a city that this product does not serve. */
export function districtsOf(cityCode: string): District[] {
  return (CITY_BY_CODE.get(toCityCode(cityCode))?.districts ?? []).map(([code, name]) => ({ code, name }))
}

/**
 * Name of a district (6 digits) or of the city above it (2, 4 or 6 digits: `31`, `3100`, `310000`).
 * A code outside the table answers itself: a screen then shows something that can be looked up.
 */
export function placeName(code: string): string {
  return CITY_BY_CODE.get(toCityCode(code))?.name ?? DISTRICT_NAMES.get(code) ?? code
}

/** 市辖区 (`3101`) is a level without a name of its own: it stands for the city. */
function toCityCode(code: string): string {
  return /^\d{2}(0[01](00)?)?$/.test(code) ? `${code.slice(0, 2)}0000` : code
}

const CITY_BY_CODE = new Map(Object.entries(CITIES))

const DISTRICT_NAMES = new Map(Object.values(CITIES).flatMap(({ districts }) => districts))
