import type { Position } from '../../contract/cases/cases'

const EARTH_RADIUS = 6_371_008
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Metres over the ground, by great circle: whole ones, since a phone knows its place no better. */
export function distanceBetween(from: Position, to: Position): number {
  const half = (a: number, b: number) => Math.sin(radians(b - a) / 2) ** 2
  const square =
    half(from.latitude, to.latitude) +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * half(from.longitude, to.longitude)
  return Math.round(2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(square))))
}
