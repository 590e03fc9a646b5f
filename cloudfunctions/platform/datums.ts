import gcoord from 'gcoord'
import type { Position } from '../../contract/cases/cases'
import type { Datum } from '../../contract/hotline'

/**
 * Cases are kept in GCJ-02, as maps in China must be; satellites and Open311 speak WGS84, 百度's maps BD-09. Around
 * Shanghai these lie some 500 m apart. There and back again a point moves by less than a metre. Pure.
 */

type Pair = [longitude: number, latitude: number]

const SYSTEMS = { gcj02: gcoord.GCJ02, wgs84: gcoord.WGS84, bd09: gcoord.BD09 } as const

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

export function toGcj02({ longitude, latitude }: Position, from: Datum): Position {
  const [east, north] = gcoord.transform<Pair>([longitude, latitude], SYSTEMS[from], gcoord.GCJ02)
  return { longitude: round(east), latitude: round(north) }
}

export function toWgs84({ longitude, latitude }: Position): Position {
  const [east, north] = gcoord.transform<Pair>([longitude, latitude], gcoord.GCJ02, gcoord.WGS84)
  return { longitude: round(east), latitude: round(north) }
}
