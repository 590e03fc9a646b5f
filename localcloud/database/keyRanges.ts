import { keyOf, typeBounds } from './indexKeys'
import type { Value } from './values'

/** A stretch of index keys in one column. It never leaves the type of the value it was asked for. */
export interface KeyRange {
  column: string
  lower: Bound
  upper: Bound
}

interface Bound {
  key: string
  isIncluded: boolean
}

/** Undefined: the operator asks for no range. */
export function rangeOf(column: string, operator: string, operand: Value): KeyRange | undefined {
  const [first, next] = typeBounds(operand)
  const ofType = { lower: { key: first, isIncluded: true }, upper: { key: next, isIncluded: false } }
  const key = keyOf(operand)
  if (operator === '$gt') return { column, ...ofType, lower: { key, isIncluded: false } }
  if (operator === '$gte') return { column, ...ofType, lower: { key, isIncluded: true } }
  if (operator === '$lt') return { column, ...ofType, upper: { key, isIncluded: false } }
  if (operator === '$lte') return { column, ...ofType, upper: { key, isIncluded: true } }
  return undefined
}

/** Takes the lower key, then the upper one. */
export const rangeSql = (column: string, { lower, upper }: Pick<KeyRange, 'lower' | 'upper'>): string =>
  `${column} ${lower.isIncluded ? '>=' : '>'} ? AND ${column} ${upper.isIncluded ? '<=' : '<'} ?`

/** What lies in both. */
export const narrowest = (one: KeyRange, other: KeyRange): KeyRange => ({
  column: one.column,
  lower: stricter(one.lower, other.lower, 1),
  upper: stricter(one.upper, other.upper, -1),
})

/** `side`: 1 where the greater key is the stricter, -1 where the smaller one is. Keys are ordered by their bytes. */
function stricter(one: Bound, other: Bound, side: 1 | -1): Bound {
  const order = Buffer.compare(Buffer.from(one.key), Buffer.from(other.key)) * side
  if (order !== 0) return order > 0 ? one : other
  return one.isIncluded ? other : one
}
