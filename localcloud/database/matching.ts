import { Context } from 'mingo/core'
import * as expressionOperators from 'mingo/operators/expression'
import * as projectionOperators from 'mingo/operators/projection'
import * as queryOperators from 'mingo/operators/query'
import { Query } from 'mingo/query'
import { requestFailed } from './failures'
import { type GeoOperator, geoOperators, matchesGeo, readGeoCondition } from './geo/geoConditions'
import { compareValues, isSame, typeRank } from './ordering'
import { candidates, reach } from './paths'
import { type Document, isDocument, readRegExp, regExpOf, type Value } from './values'

/**
 * Conditions, by mingo, with its operators replaced where they differ from MongoDB: comparison (order of text, null,
 * nested arrays), `$elemMatch` on plain items, and geo, which it lacks. Conditions on several values of one path hold
 * when any value meets them.
 *
 * Not simulated: `$text`, `$jsonSchema`, `$where`, collations (all refused by name).
 */
type Test = (document: Document) => boolean
type Operator = (path: string, operand: Value) => Test

const anyOf =
  (test: (value: Value, operand: Value) => boolean): Operator =>
  (path, operand) =>
  (document) =>
    candidates(document, path).some((value) => test(value, operand))

const not =
  (operator: Operator): Operator =>
  (path, operand) => {
    const test = operator(path, operand)
    return (document) => !test(document)
  }

const ordered = (accepts: (order: number) => boolean): Operator =>
  anyOf((value, operand) => typeRank(value) === typeRank(operand) && accepts(compareValues(value, operand)))

const equal: Operator = (path, operand) =>
  operand instanceof RegExp
    ? (document) => candidates(document, path).some((value) => matchesRegExp(value, operand))
    : (document) => candidates(document, path).some((value) => isSame(value, operand))

const isIn: Operator = (path, operand) => {
  if (!Array.isArray(operand)) throw requestFailed(`$in needs an array at '${path}'`)
  const tests = operand.map((item) => equal(path, item))
  return (document) => tests.some((test) => test(document))
}

const matchesRegExp = (value: Value, pattern: RegExp): boolean =>
  typeof value === 'string' ? pattern.test(value) : value instanceof RegExp && isSame(value, pattern)

const elementMatch: Operator = (path, operand) => {
  if (!isDocument(operand)) throw requestFailed(`$elemMatch needs an object at '${path}'`)
  const isOnItems = Object.keys(operand).some((key) => key.startsWith('$') && !/^\$(and|or|nor)$/.test(key))
  const matches = isOnItems ? compile({ item: operand }) : compile(operand)
  const accepts = (item: Value) => (isOnItems ? matches({ item }) : isDocument(item) && matches(item))
  return (document) => reach(document, path).ends.some((end) => Array.isArray(end) && end.some(accepts))
}

const geo =
  (operator: GeoOperator): Operator =>
  (path, operand) => {
    const condition = readGeoCondition(operator, operand)
    return (document) => matchesGeo(condition, document, path)
  }

const replacedOperators = {
  $eq: equal,
  $ne: not(equal),
  $in: isIn,
  $nin: not(isIn),
  $gt: ordered((order) => order > 0),
  $gte: ordered((order) => order >= 0),
  $lt: ordered((order) => order < 0),
  $lte: ordered((order) => order <= 0),
  $elemMatch: elementMatch,
  ...Object.fromEntries(geoOperators.map((operator) => [operator, geo(operator)])),
}

/** `Query` and `Context` of mingo's parts: those of its main entry prefer mingo's own operators to ours. */
export const queryOperatorSet = { ...queryOperators, ...replacedOperators } as unknown as Parameters<
  Context['addQueryOps']
>[0]

export const matchingContext = Context.init({
  query: queryOperatorSet,
  expression: expressionOperators,
  projection: projectionOperators,
})

export function compile(query: Document): Test {
  const entries = Object.keys(query)
  if (entries.length === 0) return () => true
  const condition = normalizeRegExps(query) as Document
  try {
    const compiled = new Query(condition, { scriptEnabled: false, context: matchingContext })
    return (document) => compiled.test(document)
  } catch (error) {
    throw asFailure(error)
  }
}

/** mingo throws plain errors that name the operator. */
export function asFailure(error: unknown): Error {
  if (error instanceof Error && error.constructor.name !== 'MingoError') return error
  return requestFailed(error instanceof Error ? error.message : String(error))
}

/** `{$regex, $options}` to the one form mingo and we test. */
export function normalizeRegExps(value: Value): Value {
  if (Array.isArray(value)) return value.map(normalizeRegExps)
  if (!isDocument(value)) return value
  const result: Document = {}
  for (const [key, item] of Object.entries(value)) {
    if (key === '$options' && '$regex' in value) continue
    result[key] = key === '$regex' ? toRegExp(item, value.$options) : normalizeRegExps(item)
  }
  return result
}

function toRegExp(pattern: Value, options: Value): RegExp {
  if (pattern instanceof RegExp)
    return options === undefined ? pattern : regExpOf(pattern.source, String(options))
  if (isDocument(pattern)) return readRegExp(pattern)
  return regExpOf(String(pattern), options === undefined ? '' : String(options))
}
