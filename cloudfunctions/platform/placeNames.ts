import { placeName } from '../../contract/places/names'
import streets from '../../contract/places/streets.json'
import { isWithin } from '../../contract/places/within'

/** Names of places down to street and town, for what the cloud itself writes. Below them only `places` knows. */

const DISTRICT = 6
const STREET = 9

const streetsByDistrict: Record<string, string[][]> = streets

/** Name of a street or town, or '' when the code is none. */
export const streetName = (code: string): string =>
  streetsByDistrict[code.slice(0, DISTRICT)]?.find(([each]) => each === code.slice(0, STREET))?.[1] ?? ''

/** Whether the national table has this district, street or town. */
export const isKnownPlace = (code: string): boolean =>
  code.length === DISTRICT ? placeName(code) !== code : code.length === STREET && streetName(code) !== ''

/** `310106011` → 静安区石门二路街道 */
export const placeWords = (code: string): string => placeName(code.slice(0, DISTRICT)) + streetName(code)

/** Streets and towns of these places (cities and districts), each with its code. */
export const streetsWithin = (areas: readonly string[]): { code: string; name: string }[] =>
  Object.values(streetsByDistrict)
    .flat()
    .flatMap(([code, name]) =>
      code && name && areas.some((area) => isWithin(code, area)) ? [{ code, name }] : [],
    )
