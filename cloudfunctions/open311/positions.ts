import gcoord from 'gcoord'
import type { Position } from '../../contract/cases/cases'

/**
 * Open311 speaks WGS84, as satellites do; cases are kept in GCJ-02, as maps in China must be. Around Shanghai they lie
 * about 500 m apart. There and back again a point moves by less than a metre.
 */

type Pair = [longitude: number, latitude: number]

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

export function fromWgs84({ longitude, latitude }: Position): Position {
  const [east, north] = gcoord.transform<Pair>([longitude, latitude], gcoord.WGS84, gcoord.GCJ02)
  return { longitude: round(east), latitude: round(north) }
}

export function toWgs84({ longitude, latitude }: Position): Position {
  const [east, north] = gcoord.transform<Pair>([longitude, latitude], gcoord.GCJ02, gcoord.WGS84)
  return { longitude: round(east), latitude: round(north) }
}
