import type { Position } from '../../../contract/cases/cases'
import { type GeoPoint, geoPoint } from './rows'

/**
 * Squares of the map by which cases are counted and, indoors, hidden: quadtree tiles of Web Mercator, named by their
 * digits from the coarsest to the finest, so that a prefix names the larger square around it. Level 16 is about 520 m
 * wide at Shanghai, level 12 about 8 km.
 */
export const CELL_LEVEL = 16

const LATITUDE_MAX = 85.05112878

function tileOf({ longitude, latitude }: Position, level: number): [x: number, y: number] {
  const size = 2 ** level
  const phi = (Math.max(-LATITUDE_MAX, Math.min(LATITUDE_MAX, latitude)) * Math.PI) / 180
  const x = Math.floor(((longitude + 180) / 360) * size)
  const y = Math.floor(((1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2) * size)
  return [Math.max(0, Math.min(size - 1, x)), Math.max(0, Math.min(size - 1, y))]
}

/** `132…`: one digit (0–3) for each level. */
export function cellOf(position: Position, level: number = CELL_LEVEL): string {
  const [x, y] = tileOf(position, level)
  return nameOf(x, y, level)
}

const nameOf = (x: number, y: number, level: number): string => {
  let digits = ''
  for (let bit = level - 1; bit >= 0; bit--) digits += ((x >> bit) & 1) + 2 * ((y >> bit) & 1)
  return digits
}

/** How wide and high a part of the map is, in squares of a level. Nothing where its sides are the wrong way round. */
function spanOf({ west, south, east, north }: Bounds, level: number) {
  const [left, top] = tileOf({ longitude: west, latitude: north }, level)
  const [right, bottom] = tileOf({ longitude: east, latitude: south }, level)
  return { left, top, width: Math.max(0, right - left + 1), height: Math.max(0, bottom - top + 1) }
}

export interface Bounds {
  west: number
  south: number
  east: number
  north: number
}

export const countCellsOver = (bounds: Bounds, level: number): number => {
  const { width, height } = spanOf(bounds, level)
  return width * height
}

/** The squares of a level that a part of the map touches. Ask first how many they are. */
export function cellsOver(bounds: Bounds, level: number): string[] {
  const { left, top, width, height } = spanOf(bounds, level)
  return Array.from({ length: width * height }, (_, index) =>
    nameOf(left + (index % width), top + Math.floor(index / width), level),
  )
}

/** The middle of a square. */
export function middleOf(cell: string): Position {
  const size = 2 ** cell.length
  let x = 0
  let y = 0
  for (const digit of cell) {
    x = x * 2 + (Number(digit) & 1)
    y = y * 2 + (Number(digit) >> 1)
  }
  const latitude = (Math.atan(Math.sinh(Math.PI * (1 - (2 * (y + 0.5)) / size))) * 180) / Math.PI
  return { longitude: ((x + 0.5) / size) * 360 - 180, latitude }
}

/** Where everyone sees it: itself, or indoors the middle of its square. */
export const publicPoint = (location: GeoPoint | null, isIndoor: boolean): GeoPoint | null => {
  if (location === null || !isIndoor) return location
  const [longitude, latitude] = location.coordinates
  return geoPoint(middleOf(cellOf({ longitude, latitude })))
}
