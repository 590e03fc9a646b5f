import { requestFailed } from '../failures'
import type { Found } from '../find'
import { type Document, isDocument } from '../values'
import { nearestDistance, readGeoCondition } from './geoConditions'
import type { Position } from './geometry'

/** What a query asks for around a position. */
export interface Near {
  path: string
  position: Position
  operator: '$near' | '$nearSphere'
  operand: Document
}

const nearOperators = ['$near', '$nearSphere'] as const

/** MongoDB allows one near condition, not inside `$or`, `$nor` or `$not`. */
export function nearCondition(query: Document): Near | undefined {
  const near = conditionsOf(query).flatMap(([path, condition]) => {
    const operator = nearOperators.find((name) => name in condition)
    const operand = operator && condition[operator]
    if (!operator || !isDocument(operand)) return []
    const { near: position } = readGeoCondition(operator, operand)
    return position ? [{ path, position, operator, operand }] : []
  })
  const mentions = JSON.stringify(query).split(/"\$near(?:Sphere)?":/).length - 1
  if (mentions > near.length || near.length > 1)
    throw requestFailed('geo $near must be a top-level expression, and only one is allowed')
  return near[0]
}

const conditionsOf = (query: Document): Array<[string, Document]> =>
  Object.entries(query).flatMap(([key, condition]): Array<[string, Document]> => {
    if (key === '$and' && Array.isArray(condition)) return condition.filter(isDocument).flatMap(conditionsOf)
    return isDocument(condition) && !key.startsWith('$') ? [[key, condition]] : []
  })

export function sortByDistance(found: Found[], { path, position }: Near): Found[] {
  const distances = new Map(found.map((item) => [item, nearestDistance(item.document(), path, position)]))
  return found.sort((left, right) => (distances.get(left) ?? 0) - (distances.get(right) ?? 0))
}

const FIRST_RING = 250
/** Each ring has about six times the area of the one before, so that looking again costs little beside the last look. */
const GROWTH = 2.5
/** Half the way around the earth. */
const FARTHEST = 20_040_000

/** The query for growing distances, in the end as it was asked. */
export function* rings(query: Document, { path, operator, operand }: Near): Generator<Document> {
  const farthest = typeof operand.$maxDistance === 'number' ? operand.$maxDistance : FARTHEST
  const nearest = typeof operand.$minDistance === 'number' ? operand.$minDistance : 0
  for (let radius = FIRST_RING; radius < farthest; radius *= GROWTH) {
    if (radius <= nearest) continue
    const within = { [path]: { [operator]: { ...operand, $maxDistance: radius } } }
    yield { $and: [within, query] }
  }
  yield query
}
