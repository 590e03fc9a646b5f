import { distanceBetween, type Geometry, type Position } from './geometry'

/**
 * How geometries lie to each other. Not simulated: edges are straight in longitude and latitude, where MongoDB draws
 * great circles (metres apart for edges of some kilometres), and shapes across the 180th meridian. The distance to
 * a line or polygon is taken to its nearest corner, 0 inside.
 */
export function isWithin(inner: Geometry, outer: Geometry): boolean {
  const corners = positionsOf(inner)
  if (corners.length === 0) return false
  if (!corners.every((corner) => outer.polygons.some((polygon) => contains(polygon, corner)))) return false
  const edges = edgesOf(inner)
  return !edges.some((edge) =>
    outer.polygons.some((polygon) => ringEdges(polygon).some((border) => crossesProperly(edge, border))),
  )
}

export function isWithinCircle(inner: Geometry, centre: Position, metres: number): boolean {
  const corners = positionsOf(inner)
  return corners.length > 0 && corners.every((corner) => distanceBetween(centre, corner) <= metres)
}

export function intersects(left: Geometry, right: Geometry): boolean {
  if (positionsOf(left).some((position) => covers(right, position))) return true
  if (positionsOf(right).some((position) => covers(left, position))) return true
  const borders = edgesOf(right)
  return edgesOf(left).some((edge) => borders.some((border) => touches(edge, border)))
}

export function distanceTo(geometry: Geometry, position: Position): number {
  if (geometry.polygons.some((polygon) => contains(polygon, position))) return 0
  return Math.min(...positionsOf(geometry).map((corner) => distanceBetween(position, corner)))
}

export const positionsOf = ({ points, lines, polygons }: Geometry): Position[] => [
  ...points,
  ...lines.flat(),
  ...polygons.flat(2),
]

type Edge = [from: Position, to: Position]

const edgesOf = ({ lines, polygons }: Geometry): Edge[] => [
  ...lines.flatMap(lineEdges),
  ...polygons.flatMap(ringEdges),
]

const lineEdges = (line: Position[]): Edge[] =>
  line.slice(1).map((to, index): Edge => [line[index] as Position, to])

const ringEdges = (rings: Position[][]): Edge[] => rings.flatMap(lineEdges)

const covers = (geometry: Geometry, position: Position): boolean =>
  geometry.polygons.some((polygon) => contains(polygon, position)) ||
  geometry.points.some((point) => point[0] === position[0] && point[1] === position[1]) ||
  geometry.lines.some((line) => lineEdges(line).some((edge) => isOn(edge, position)))

/** Inside the outer ring and not inside a hole; borders belong to the polygon. */
function contains(rings: Position[][], position: Position): boolean {
  if (ringEdges(rings).some((edge) => isOn(edge, position))) return true
  let isInside = false
  for (const [from, to] of ringEdges(rings)) {
    const isSpanning = from[1] > position[1] !== to[1] > position[1]
    if (
      isSpanning &&
      position[0] < ((to[0] - from[0]) * (position[1] - from[1])) / (to[1] - from[1]) + from[0]
    )
      isInside = !isInside
  }
  return isInside
}

/** Twice the signed area of the triangle: positive when `position` lies left of the edge. */
const side = ([from, to]: Edge, position: Position): number =>
  (to[0] - from[0]) * (position[1] - from[1]) - (to[1] - from[1]) * (position[0] - from[0])

const isOn = (edge: Edge, position: Position): boolean =>
  side(edge, position) === 0 &&
  position[0] >= Math.min(edge[0][0], edge[1][0]) &&
  position[0] <= Math.max(edge[0][0], edge[1][0]) &&
  position[1] >= Math.min(edge[0][1], edge[1][1]) &&
  position[1] <= Math.max(edge[0][1], edge[1][1])

const crossesProperly = (edge: Edge, other: Edge): boolean =>
  side(edge, other[0]) * side(edge, other[1]) < 0 && side(other, edge[0]) * side(other, edge[1]) < 0

const touches = (edge: Edge, other: Edge): boolean =>
  crossesProperly(edge, other) ||
  isOn(edge, other[0]) ||
  isOn(edge, other[1]) ||
  isOn(other, edge[0]) ||
  isOn(other, edge[1])
