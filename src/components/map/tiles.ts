import type { Position } from '@contract/cases/cases'
import type gcoordType from 'gcoord'

/**
 * The ground of the map in a browser belongs to a deployment (docs/operations.md). Our positions are GCJ-02, as China's
 * maps are; tiles of OpenStreetMap or 天地图 are WGS-84, so positions are turned for them, or all pins would stand
 * about 500 m off.
 */
export interface Ground {
  url: string
  attribution: string
  toGround: (position: Position) => Position
  fromGround: (position: Position) => Position
}

const asItIs = (position: Position): Position => position

const plain: Ground = { url: '', attribution: '', toGround: asItIs, fromGround: asItIs }

type Gcoord = typeof gcoordType

const turned = (gcoord: Gcoord, from: 'GCJ02' | 'WGS84', to: 'GCJ02' | 'WGS84') => (position: Position) => {
  const [longitude, latitude] = gcoord.transform<[number, number]>(
    [position.longitude, position.latitude],
    gcoord[from],
    gcoord[to],
  )
  return { longitude, latitude }
}

export async function loadGround({ url, attribution, datum } = MAP_TILES): Promise<Ground> {
  if (url === '') return plain
  if (datum === 'gcj02') return { ...plain, url, attribution }
  const { default: gcoord } = await import('gcoord')
  return {
    url,
    attribution,
    toGround: turned(gcoord, 'GCJ02', 'WGS84'),
    fromGround: turned(gcoord, 'WGS84', 'GCJ02'),
  }
}
