import { requestFailed, unsupported } from './failures'
import { typeRank } from './ordering'
import { indexedValues, reach } from './paths'
import { type Document, stringify, type Value } from './values'

/**
 * Index keys: text whose byte order is MongoDB's order of values, so that SQLite's plain indexes give exact equality,
 * ranges, ordering and uniqueness (missing = null; true and 1 stay apart). The first character names the type.
 */
export const maximumKeyBytes = 1024
const typeCharacters: Record<number, string> = {
  1: '1',
  2: '2',
  3: '3',
  4: '4',
  5: '5',
  8: '8',
  9: '9',
  11: 'B',
}
const nextCharacters: Record<string, string> = {
  1: '2',
  2: '3',
  3: '4',
  4: '5',
  5: '8',
  8: '9',
  9: 'A',
  B: 'C',
}

/** Stands in a row's own column when the path leads into an array; the items are kept in the elements table. */
export const arrayKey = '5'

export function keyOf(value: Value): string {
  switch (typeof value) {
    case 'string':
      return `3${escapeText(value)}`
    case 'number':
      return `2${numberKey(value)}`
    case 'boolean':
      return value ? '81' : '80'
  }
  if (value === null || value === undefined) return '1'
  if (value instanceof Date) return `9${numberKey(value.getTime())}`
  return `${typeCharacters[typeRank(value)]}${stringify({ value })}`
}

/** First key of the operand's type, and the first one after that type. Conditions never cross types. */
export function typeBounds(value: Value): [string, string] {
  const first = typeCharacters[typeRank(value)] as string
  return [first, nextCharacters[first] as string]
}

/** SQLite ends text at NUL in places, so it is folded into two characters that keep the order. */
function escapeText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these two characters are the subject.
  return /[\u0000\u0001]/.test(text)
    ? // biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
      text.replace(/[\u0000\u0001]/g, (found) => (found === '\u0000' ? '\u0001\u0001' : '\u0001\u0002'))
    : text
}

const numberBytes = new DataView(new ArrayBuffer(8))

/** The bits of a double, turned so that their unsigned order is the numeric one, in 16 hexadecimal digits. */
function numberKey(value: number): string {
  numberBytes.setFloat64(0, value === 0 ? 0 : value)
  let [high, low] = [numberBytes.getUint32(0), numberBytes.getUint32(4)]
  if (high >= 0x80000000) {
    high = ~high >>> 0
    low = ~low >>> 0
  } else high = (high | 0x80000000) >>> 0
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0')
}

/** Keys of one document for one path. More than one only where the path leads into an array. */
export interface PathKeys {
  /** For the row's own column. */
  own: string
  /** For the elements table; empty unless the path leads into an array. */
  elements: string[]
  /** An object or regular expression is among the values: equal or not is exact, their order is not. */
  hasUnordered: boolean
}

export function pathKeys(document: Document, path: string): PathKeys {
  const { ends, hasArray } = reach(document, path)
  const values = hasArray ? indexedValues(document, path) : ends
  const keys = values.map((value) => checkedKey(value, path))
  const hasUnordered = keys.some((key) => key[0] === '4' || key[0] === '5' || key[0] === 'B')
  if (hasArray) return { own: arrayKey, elements: [...new Set(keys)], hasUnordered }
  return { own: keys[0] ?? '1', elements: [], hasUnordered }
}

export function checkedKey(value: Value, path: string): string {
  const key = keyOf(value)
  if (key.length > maximumKeyBytes / 3 && Buffer.byteLength(key) > maximumKeyBytes)
    throw requestFailed(`the value of the indexed field '${path}' is larger than ${maximumKeyBytes} bytes`)
  if (typeof value === 'string' && /\p{Surrogate}/u.test(value))
    throw unsupported(`half a surrogate pair in the indexed field '${path}'`)
  return key
}
