import type { Position } from '@contract/cases/cases'
import { parse } from 'exifr/dist/mini.umd.js'
import { fromSatellites } from '@/phone/position'

/** What a camera wrote into a picture. Read on the phone only; the file that is sent has none of it. */
export interface Taken {
  /** GCJ-02. */
  position: Position | null
  at: number | null
}

const NOTHING: Taken = { position: null, at: null }

/** Numbers of the tags in EXIF 2.32. */
const DATE_TIME_ORIGINAL = 0x9003
const OFFSET_TIME_ORIGINAL = 0x9011
const GPS_PLACE = [1, 2, 3, 4]
const CITY_OFFSET = '+08:00'

/** `2026:11:20 10:11:12`, in the camera's own time; where it does not say which that is, the city's. */
const timeOf = (written: unknown, offset: unknown): number | null => {
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(String(written ?? ''))
  if (!parts) return null
  const [, year, month, day, clock] = parts
  const zone = /^[+-]\d\d:\d\d/.exec(String(offset ?? ''))?.[0] ?? CITY_OFFSET
  const at = Date.parse(`${year}-${month}-${day}T${clock}${zone}`)
  return Number.isNaN(at) ? null : at
}

const isDegree = (value: unknown, limit: number): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= limit

/** A camera without a fix writes zeros. */
const placeOf = ({ longitude, latitude }: Record<string, unknown>): Position | null =>
  isDegree(longitude, 180) && isDegree(latitude, 90) && (longitude !== 0 || latitude !== 0)
    ? fromSatellites({ longitude, latitude })
    : null

/** Of the first part of a file; what is broken or says nothing is nothing. */
export const readTaken = async (file: ArrayBuffer): Promise<Taken> => {
  try {
    const exif = [DATE_TIME_ORIGINAL, OFFSET_TIME_ORIGINAL]
    const found = (await parse(file, { ifd0: false, exif, gps: GPS_PLACE })) ?? {}
    return {
      position: placeOf(found),
      at: timeOf(found[String(DATE_TIME_ORIGINAL)], found[String(OFFSET_TIME_ORIGINAL)]),
    }
  } catch {
    return NOTHING
  }
}
