import type { AggregateSource } from '../aggregateSource'
import { requestFailed, unsupported } from '../failures'
import { searchAll } from '../find'
import type { Layout } from '../layout'
import { ownValue } from '../paths'
import { placeAt } from '../updatePlaces'
import { type Document, isDocument, type Value } from '../values'
import { nearestDistance } from './geoConditions'
import { readGeometry } from './geometry'

const known = new Set([
  'near',
  'distanceField',
  'spherical',
  'minDistance',
  'maxDistance',
  'query',
  'distanceMultiplier',
  'key',
  'includeLocs',
  'limit',
  'num',
  'uniqueDocs',
])

/**
 * The stage `$geoNear`: matching documents by growing distance, in metres, written to `distanceField`. `enough`: how many
 * the next stage takes.
 */
export function geoNearStage(
  source: AggregateSource,
  layout: Layout,
  value: Value,
  enough: number | undefined,
): Document[] {
  if (!isDocument(value)) throw requestFailed('$geoNear needs an object')
  const unknown = Object.keys(value).find((name) => !known.has(name))
  if (unknown) throw unsupported(`$geoNear with ${unknown}`)
  const { distanceField, minDistance, maxDistance, includeLocs } = value
  if (typeof distanceField !== 'string') throw requestFailed('$geoNear needs distanceField')
  const path = geoKey(layout, value.key)
  const near = {
    $nearSphere: { $geometry: value.near, $minDistance: minDistance, $maxDistance: maxDistance },
  }
  const query = { $and: [{ [path]: near }, isDocument(value.query) ? value.query : {}] }
  const asked = [value.limit, value.num, enough].filter((count) => typeof count === 'number')
  const limit = Math.min(searchAll({}).limit, ...asked)
  const [position] = readGeometry(value.near).points
  if (!position) throw requestFailed('$geoNear needs a Point in near')
  const multiplier = typeof value.distanceMultiplier === 'number' ? value.distanceMultiplier : 1
  const search = { ...searchAll(query), limit }
  return [...source.finder.find(source.session, layout, search)].map((found) => {
    const document = found.document()
    const distance = nearestDistance(document, path, position) * multiplier
    const location = ownValue(document, path)
    placeAt(document, distanceField, true).write(distance)
    if (typeof includeLocs === 'string') placeAt(document, includeLocs, true).write(location)
    return document
  })
}

function geoKey(layout: Layout, key: Value): string {
  const paths = [...layout.geo.keys()]
  if (typeof key === 'string') return key
  const [path] = paths
  if (path === undefined)
    throw requestFailed(`$geoNear requires a 2dsphere index, but ${layout.collection} has none`)
  if (paths.length > 1) throw requestFailed('$geoNear needs key when there is more than one 2dsphere index')
  return path
}
