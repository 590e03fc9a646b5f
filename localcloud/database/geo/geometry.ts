import { requestFailed, unsupported } from '../failures'
import { reach } from '../paths'
import { type Document, isDocument, type Value } from '../values'

/** Longitude, latitude, in degrees. */
export type Position = [longitude: number, latitude: number]

/** Any GeoJSON geometry, taken apart. A polygon is its rings: the outer one, then holes. */
export interface Geometry {
  points: Position[]
  lines: Position[][]
  polygons: Position[][][]
}

/** As MongoDB: metres. */
const earthRadius = 6378100

export function distanceBetween(
  [longitudeA, latitudeA]: Position,
  [longitudeB, latitudeB]: Position,
): number {
  const radians = Math.PI / 180
  const latitude = ((latitudeB - latitudeA) * radians) / 2
  const longitude = ((longitudeB - longitudeA) * radians) / 2
  const chord =
    Math.sin(latitude) ** 2 +
    Math.cos(latitudeA * radians) * Math.cos(latitudeB * radians) * Math.sin(longitude) ** 2
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)))
}

export const radiansToMetres = (radians: number): number => radians * earthRadius

function readPoint(value: Value): Position {
  const [longitude, latitude] = Array.isArray(value) ? value : []
  if (typeof longitude !== 'number' || typeof latitude !== 'number')
    throw requestFailed("Can't extract geo keys: a position must be [longitude, latitude]")
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90)
    throw requestFailed(
      `Can't extract geo keys: longitude/latitude is out of bounds, lng: ${longitude} lat: ${latitude}`,
    )
  return [longitude, latitude]
}

const listOf = <T>(value: Value, read: (item: Value) => T): T[] => {
  if (!Array.isArray(value)) throw requestFailed("Can't extract geo keys: coordinates must be an array")
  return value.map(read)
}

const readLine = (value: Value): Position[] => {
  const line = listOf(value, readPoint)
  if (line.length < 2) throw requestFailed("Can't extract geo keys: a line needs two positions")
  return line
}

function readRing(value: Value): Position[] {
  const ring = listOf(value, readPoint)
  const [first, last] = [ring[0], ring.at(-1)]
  if (ring.length < 4 || first?.[0] !== last?.[0] || first?.[1] !== last?.[1])
    throw requestFailed(
      'Loop is not closed: a ring of a polygon must have four positions, the last equal to the first',
    )
  return ring
}

const readRings = (value: Value): Position[][] => listOf(value, readRing)

export function readGeometry(value: Value): Geometry {
  if (!isDocument(value) || typeof value.type !== 'string')
    throw unsupported("anything but GeoJSON under a 2dsphere index (Can't extract geo keys)")
  const { type, coordinates } = value
  const geometry: Geometry = { points: [], lines: [], polygons: [] }
  if (type === 'Point') geometry.points.push(readPoint(coordinates))
  else if (type === 'MultiPoint') geometry.points = listOf(coordinates, readPoint)
  else if (type === 'LineString') geometry.lines.push(readLine(coordinates))
  else if (type === 'MultiLineString') geometry.lines = listOf(coordinates, readLine)
  else if (type === 'Polygon') geometry.polygons.push(readRings(coordinates))
  else if (type === 'MultiPolygon') geometry.polygons = listOf(coordinates, readRings)
  else throw unsupported(`the geometry type '${type}'`)
  return geometry
}

/** Every geometry at the path; an array of geometries counts as several. */
export function geometriesAt(document: Document, path: string): Geometry[] {
  return reach(document, path).ends.flatMap((end) => {
    if (end === null || end === undefined) return []
    return (Array.isArray(end) ? end : [end]).map(readGeometry)
  })
}

/** For the index: the position of a single point, 'shape' for anything else, null where there is nothing. */
export function readPosition(document: Document, path: string): Position | 'shape' | null {
  const geometries = geometriesAt(document, path)
  if (geometries.length === 0) return null
  const { points, lines, polygons } = geometries[0] as Geometry
  const isPoint =
    geometries.length === 1 && points.length === 1 && lines.length === 0 && polygons.length === 0
  return isPoint ? (points[0] as Position) : 'shape'
}
