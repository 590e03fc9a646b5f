import { type Document, isDocument, type Value } from './values'

/**
 * MongoDB's order of values across types: null (and missing) < numbers < text < objects < arrays < booleans < dates <
 * regular expressions. Text is ordered by its UTF-8 bytes, as MongoDB and SQLite do; JavaScript's own order differs
 * above U+FFFF.
 */
export function typeRank(value: Value): number {
  if (value === null || value === undefined) return 1
  if (typeof value === 'number') return 2
  if (typeof value === 'string') return 3
  if (typeof value === 'boolean') return 8
  if (Array.isArray(value)) return 5
  if (value instanceof Date) return 9
  if (value instanceof RegExp) return 11
  return 4
}

export function compareValues(left: Value, right: Value): number {
  const rank = typeRank(left)
  const difference = rank - typeRank(right)
  if (difference !== 0 || rank === 1) return Math.sign(difference)
  if (rank === 3) return compareText(left as string, right as string)
  if (rank === 5) return compareArrays(left as Value[], right as Value[])
  if (rank === 11) return compareText(String(left), String(right))
  if (isDocument(left)) return compareDocuments(left, right as Document)
  const [a, b] = [Number(left), Number(right)]
  return a < b ? -1 : a > b ? 1 : 0
}

export const isSame = (left: Value, right: Value): boolean => compareValues(left, right) === 0

export function compareText(left: string, right: string): number {
  const length = Math.min(left.length, right.length)
  for (let index = 0; index < length; index++) {
    const [a, b] = [left.charCodeAt(index), right.charCodeAt(index)]
    if (a !== b) return byteRank(a) < byteRank(b) ? -1 : 1
  }
  return Math.sign(left.length - right.length)
}

/** Surrogates stand for code points above U+FFFF, so in bytes they come after U+E000…U+FFFF. */
const byteRank = (unit: number): number =>
  unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800

function compareArrays(left: Value[], right: Value[]): number {
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const order = compareValues(left[index], right[index])
    if (order !== 0) return order
  }
  return Math.sign(left.length - right.length)
}

/** Field by field in their written order: type, then name, then value. */
function compareDocuments(left: Document, right: Document): number {
  const [leftNames, rightNames] = [Object.keys(left), Object.keys(right)]
  for (let index = 0; index < Math.min(leftNames.length, rightNames.length); index++) {
    const [a, b] = [leftNames[index] as string, rightNames[index] as string]
    const order =
      Math.sign(typeRank(left[a]) - typeRank(right[b])) ||
      compareText(a, b) ||
      compareValues(left[a], right[b])
    if (order !== 0) return order
  }
  return Math.sign(leftNames.length - rightNames.length)
}
