import { requestFailed, unsupported } from '../failures'
import { type Document, isDocument, type Value } from '../values'
import { type Geometry, geometriesAt, type Position, radiansToMetres, readGeometry } from './geometry'
import { distanceTo, intersects, isWithin, isWithinCircle, positionsOf } from './relations'

/** A geo condition on one path, as a test of geometries and as the box outside which no point can meet it. */
export interface GeoCondition {
  matches(geometry: Geometry): boolean
  box: Box | undefined
  /** Set by near conditions: results are sorted by the distance to it. */
  near?: Position
}

export interface Box {
  south: number
  north: number
  west: number
  east: number
}

export const geoOperators = ['$geoWithin', '$geoIntersects', '$nearSphere', '$near'] as const
export type GeoOperator = (typeof geoOperators)[number]

export const isGeoOperator = (name: string): name is GeoOperator =>
  (geoOperators as readonly string[]).includes(name)

export function readGeoCondition(operator: GeoOperator, operand: Value): GeoCondition {
  if (!isDocument(operand)) throw requestFailed(`${operator} needs an object`)
  if (operator === '$geoWithin') return readWithin(operand)
  if (operator === '$geoIntersects') {
    const geometry = readGeometry(operand.$geometry)
    return { matches: (other) => intersects(other, geometry), box: boxAround(positionsOf(geometry)) }
  }
  return readNear(operator, operand)
}

function readWithin(operand: Document): GeoCondition {
  const unknown = Object.keys(operand).find((key) => key !== '$geometry' && key !== '$centerSphere')
  if (unknown) throw unsupported(`$geoWithin with ${unknown}`)
  if (operand.$centerSphere !== undefined) return readCircle(operand.$centerSphere)
  const geometry = readGeometry(operand.$geometry)
  if (geometry.polygons.length === 0) throw requestFailed('$geoWithin needs a Polygon or MultiPolygon')
  return { matches: (inner) => isWithin(inner, geometry), box: boxAround(positionsOf(geometry)) }
}

function readCircle(operand: Value): GeoCondition {
  const [coordinates, radians] = Array.isArray(operand) ? operand : []
  if (typeof radians !== 'number' || radians < 0)
    throw requestFailed('$centerSphere needs [[longitude, latitude], radius in radians]')
  const [centre] = readGeometry({ type: 'Point', coordinates }).points as [Position]
  const metres = radiansToMetres(radians)
  return { matches: (inner) => isWithinCircle(inner, centre, metres), box: boxOfCircle(centre, metres) }
}

function readNear(operator: string, operand: Document): GeoCondition {
  if (operand.$geometry === undefined) throw unsupported(`${operator} without $geometry`)
  const { points } = readGeometry(operand.$geometry)
  const near = points[0]
  if (points.length !== 1 || !near) throw requestFailed(`${operator} needs a Point`)
  const maximum = readDistance(operand.$maxDistance, '$maxDistance') ?? Number.POSITIVE_INFINITY
  const minimum = readDistance(operand.$minDistance, '$minDistance') ?? 0
  return {
    near,
    box: Number.isFinite(maximum) ? boxOfCircle(near, maximum) : undefined,
    matches: (geometry) => {
      const distance = distanceTo(geometry, near)
      return distance >= minimum && distance <= maximum
    },
  }
}

function readDistance(value: Value, name: string): number | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'number' || value < 0)
    throw requestFailed(`${name} must be a non-negative number of metres`)
  return value
}

export const matchesGeo = (condition: GeoCondition, document: Document, path: string): boolean =>
  geometriesAt(document, path).some((geometry) => condition.matches(geometry))

export const nearestDistance = (document: Document, path: string, near: Position): number =>
  Math.min(...geometriesAt(document, path).map((geometry) => distanceTo(geometry, near)))

const boxAround = (positions: Position[]): Box => ({
  south: Math.min(...positions.map(([, latitude]) => latitude)),
  north: Math.max(...positions.map(([, latitude]) => latitude)),
  west: Math.min(...positions.map(([longitude]) => longitude)),
  east: Math.max(...positions.map(([longitude]) => longitude)),
})

/** A little wider than the circle; the whole range of longitudes near the poles and across the 180th meridian. */
function boxOfCircle([longitude, latitude]: Position, metres: number): Box {
  const degrees = (metres / radiansToMetres(Math.PI / 180)) * 1.001 + 1e-9
  const [south, north] = [latitude - degrees, latitude + degrees]
  const whole = { south, north, west: -180, east: 180 }
  if (south <= -89 || north >= 89) return whole
  const width = degrees / Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180)
  const [west, east] = [longitude - width, longitude + width]
  return west < -180 || east > 180 ? whole : { south, north, west, east }
}
