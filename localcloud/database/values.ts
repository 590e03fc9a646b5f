import { requestFailed, unsupported } from './failures'

/**
 * Values as the engine works with them, and their three notations: canonical EJSON from the SDK, the relaxed EJSON
 * that is stored and sent back, and JavaScript.
 *
 * Not simulated: Decimal128, binary, timestamps, MinKey/MaxKey, code, NaN, integers beyond 2^53 (all refused by
 * name); ObjectId becomes its hex text; all numbers are doubles.
 */
export type Value = null | undefined | boolean | number | string | Date | RegExp | Value[] | Document
export interface Document {
  [field: string]: Value
}

type Json = null | boolean | number | string | Json[] | { [field: string]: Json }

/** A document may not carry field names beginning with `$`; a query, a change or a stage consists of them. */
type Purpose = 'document' | 'expression'

const maximumDepth = 100
const maximumDocumentBytes = 16 * 1024 * 1024

export const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof RegExp)

export function parseJson(text: unknown, what: string): Json {
  if (typeof text !== 'string') throw requestFailed(`${what} must be EJSON text`)
  try {
    return JSON.parse(text) as Json
  } catch {
    throw requestFailed(`${what} is not valid EJSON`)
  }
}

/** Reads EJSON. `now` (milliseconds) replaces `db.serverDate()`. */
export function parseExpression(text: unknown, what: string, now: number): Value {
  return decode(parseJson(text, what), 'expression', now, 0)
}

export function parseExpressionObject(text: unknown, what: string, now: number): Document {
  const value = parseExpression(text, what, now)
  if (!isDocument(value)) throw requestFailed(`${what} must be an object`)
  return value
}

export function parseDocument(text: unknown, what: string, now: number): Document {
  const value = decode(parseJson(text, what), 'document', now, 0)
  if (!isDocument(value)) throw requestFailed(`${what} must be an object`)
  return value
}

/** Text without a `$` key, the usual case, needs no second walk. */
export function parseStored(text: string): Document {
  const json: unknown = JSON.parse(text)
  return (text.includes('"$') ? decode(json as Json, 'document', 0, 0) : json) as Document
}

function decode(node: Json, purpose: Purpose, now: number, depth: number): Value {
  if (typeof node !== 'object' || node === null) return node
  if (depth > maximumDepth) throw requestFailed(`nesting deeper than ${maximumDepth} levels`)
  if (Array.isArray(node)) return node.map((item) => decode(item, purpose, now, depth + 1))
  const keys = Object.keys(node)
  const wrapper = keys[0]
  if (wrapper !== undefined && wrapper.charCodeAt(0) === 36 && keys.length === 1) {
    const read = wrappers.get(wrapper)
    if (read) return read(node[wrapper] as Json, now)
  }
  const result: Document = {}
  for (const key of keys) {
    checkName(key, purpose)
    result[key] = decode(node[key] as Json, purpose, now, depth + 1)
  }
  return result
}

/** `__proto__` and `constructor` would reach JavaScript's own objects, so they are refused as names. */
function checkName(name: string, purpose: Purpose): void {
  if (name === 'constructor' || name.includes('__proto__')) throw unsupported(`a field named ${name}`)
  if (purpose === 'expression') return
  if (name.startsWith('$'))
    throw requestFailed(`The dollar ($) prefixed field '${name}' is not valid for storage.`)
  if (name.includes('.')) throw unsupported(`a dot in a field name: '${name}'`)
}

const wrappers = new Map<string, (content: Json, now: number) => Value>([
  ['$numberInt', (content) => Number(content)],
  ['$numberLong', (content) => readLong(String(content))],
  ['$numberDouble', (content) => readDouble(String(content))],
  ['$date', (content) => readDate(content)],
  ['$oid', (content) => String(content)],
  ['$regularExpression', (content) => readRegExp(content)],
  ['$tcb_server_date', (content, now) => new Date(now + readOffset(content))],
  ...[
    '$numberDecimal',
    '$binary',
    '$timestamp',
    '$minKey',
    '$maxKey',
    '$symbol',
    '$code',
    '$undefined',
    '$uuid',
  ].map((name): [string, () => Value] => [
    name,
    () => {
      throw unsupported(`values of type ${name}`)
    },
  ]),
])

function readLong(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw unsupported(`the integer ${text}, which is beyond 2^53`)
  return number
}

function readDouble(text: string): number {
  const number = Number(text)
  if (Number.isNaN(number)) throw unsupported('NaN')
  return number === 0 ? 0 : number
}

function readDate(content: Json): Date {
  const milliseconds = isLong(content) ? Number(content.$numberLong) : content
  const date = new Date(typeof milliseconds === 'number' ? milliseconds : String(milliseconds))
  if (Number.isNaN(date.getTime())) throw requestFailed('a date is not valid')
  return date
}

const isLong = (content: Json): content is { $numberLong: Json } =>
  typeof content === 'object' && content !== null && '$numberLong' in content

function readOffset(content: Json): number {
  const { offset } = decode(content, 'expression', 0, 0) as Document
  if (typeof offset !== 'number') throw requestFailed('the offset of serverDate must be a number')
  return offset
}

/** MongoDB knows the options i, m, s, x; JavaScript's g, u and y would only disturb matching. */
export function readRegExp(content: Json | Value): RegExp {
  const { pattern, options } = content as { pattern: unknown; options: unknown }
  return regExpOf(String(pattern), String(options ?? ''))
}

export function regExpOf(pattern: string, options: string): RegExp {
  const flags = [...new Set(options)].filter((flag) => !'guydv'.includes(flag)).join('')
  if (/[^ims]/.test(flags)) throw unsupported(`the regular expression options '${flags}'`)
  try {
    return new RegExp(pattern, flags)
  } catch {
    throw requestFailed(`Regular expression is invalid: ${pattern}`)
  }
}

/** The text that is stored and sent: plain numbers, dates as `{"$date":milliseconds}`. */
export function stringify(value: Document): string {
  const text = JSON.stringify(storable(value))
  if (text.length > maximumDocumentBytes / 3 && Buffer.byteLength(text) > maximumDocumentBytes)
    throw requestFailed('the document is larger than 16 MB')
  return text
}

function storable(value: Value): Json {
  if (typeof value === 'number') return numberText(value)
  if (value === undefined) return null
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Date) return { $date: value.getTime() }
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } }
  if (Array.isArray(value)) return value.map(storable)
  const result: { [field: string]: Json } = {}
  for (const key of Object.keys(value)) if (value[key] !== undefined) result[key] = storable(value[key])
  return result
}

function numberText(value: number): Json {
  if (Number.isFinite(value)) return value
  return { $numberDouble: value > 0 ? 'Infinity' : value < 0 ? '-Infinity' : 'NaN' }
}

export function cloneValue(value: Value): Value {
  if (Array.isArray(value)) return value.map(cloneValue)
  if (!isDocument(value)) return value
  const clone: Document = {}
  for (const key of Object.keys(value)) clone[key] = cloneValue(value[key])
  return clone
}
