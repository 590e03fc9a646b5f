import { isWithin } from '../../contract/places/within'

/** A place and all above it, each in a field of its own, so that an index finds what lies in any of them. */
export interface PlaceFields {
  cityCode: string
  districtCode: string | null
  streetCode: string | null
  villageCode: string | null
}

const PROVINCE = 2
const DISTRICT = 6
const STREET = 9
const VILLAGE = 12

const upTo = (code: string, length: number): string | null =>
  code.length >= length ? code.slice(0, length) : null

/** `310106011` → 310000, 310106, 310106011, null. */
export function placeFields(code: string): PlaceFields {
  const cityCode = `${code.slice(0, PROVINCE)}0000`
  return {
    cityCode,
    districtCode: code === cityCode ? null : upTo(code, DISTRICT),
    streetCode: upTo(code, STREET),
    villageCode: upTo(code, VILLAGE),
  }
}

/** The condition that a row with `PlaceFields` lies in `area`. */
export function withinPlace(area: string): Partial<PlaceFields> {
  if (area.length >= VILLAGE) return { villageCode: area.slice(0, VILLAGE) }
  if (area.length >= STREET) return { streetCode: area.slice(0, STREET) }
  return isWithin(`${area.slice(0, PROVINCE)}9999`, area) ? { cityCode: area } : { districtCode: area }
}

/** The deployment's top places: a city, or one district of it. From PLACES, comma-separated; Shanghai by default. */
export const topPlaces = (): string[] =>
  (process.env.PLACES ?? '310000').split(',').map((code) => code.trim())
