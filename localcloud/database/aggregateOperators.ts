import { Context, evalExpr } from 'mingo/core'
import { Lazy } from 'mingo/lazy'
import * as accumulatorOperators from 'mingo/operators/accumulator'
import * as expressionOperators from 'mingo/operators/expression'
import * as pipelineOperators from 'mingo/operators/pipeline'
import * as projectionOperators from 'mingo/operators/projection'
import * as windowOperators from 'mingo/operators/window'
import { requestFailed, unsupported } from './failures'
import { queryOperatorSet } from './matching'
import { compareDocumentsBy, readOrder } from './paths'
import type { Document, Value } from './values'

/**
 * Aggregation operators that mingo 7.2.6 has wrong or not at all: the week operators are one off around New Year,
 * `$indexOfCP` is missing, the `$substr` family refuses the -1 that means "to the end", `$sort` tells null from
 * missing.
 */
type MingoOptions = Parameters<typeof evalExpr>[2]
type Expression = (document: Document, operand: unknown, options: MingoOptions) => unknown

const argumentsOf = (document: Document, operand: unknown, options: MingoOptions): Value[] => {
  const values = evalExpr(document, operand, options)
  return Array.isArray(values) ? (values as Value[]) : [values as Value]
}

const dayMilliseconds = 86_400_000

/** The day in question, as midnight in UTC; `{ date, timezone }` takes the day there. */
function dayOf(document: Document, operand: unknown, options: MingoOptions): Date | null {
  const text = evalExpr(document, { $dateToString: { ...dateOperand(operand), format: '%Y-%m-%d' } }, options)
  return typeof text === 'string' ? new Date(`${text}T00:00:00Z`) : null
}

const dateOperand = (operand: unknown): object =>
  typeof operand === 'object' && operand !== null && 'date' in operand
    ? operand
    : { date: Array.isArray(operand) ? operand[0] : operand }

const dayOfYear = (day: Date): number =>
  Math.round((day.getTime() - Date.UTC(day.getUTCFullYear(), 0, 1)) / dayMilliseconds)

/** Weeks begin on Sunday; days before the first Sunday are week 0. */
const weekOf = (day: Date): number => Math.floor((dayOfYear(day) + 7 - day.getUTCDay()) / 7)

/** The Thursday of the ISO week decides its year and number. */
const thursdayOf = (day: Date): Date =>
  new Date(day.getTime() + (4 - (day.getUTCDay() || 7)) * dayMilliseconds)

const onDay =
  (compute: (day: Date) => number): Expression =>
  (document, operand, options) => {
    const day = dayOf(document, operand, options)
    return day && compute(day)
  }

const indexOfCodePoint: Expression = (document, operand, options) => {
  const [text, searched, start = 0, end] = argumentsOf(document, operand, options)
  if (text === null || text === undefined) return null
  const points = [...String(text)]
  const wanted = [...String(searched)]
  const last = Math.min(typeof end === 'number' ? end : points.length, points.length) - wanted.length
  for (let index = Number(start); index <= last; index++)
    if (wanted.every((point, offset) => points[index + offset] === point)) return index
  return -1
}

const substringOfBytes: Expression = (document, operand, options) => {
  const [text, start, count] = argumentsOf(document, operand, options)
  if (typeof count !== 'number' || count >= 0)
    return expressionOperators.$substrBytes(document, operand, options)
  const length = Buffer.byteLength(String(text ?? '')) - Number(start)
  return length <= 0
    ? ''
    : expressionOperators.$substrBytes(document, [{ $literal: text }, start, length], options)
}

const substringOfCodePoints: Expression = (document, operand, options) => {
  const [text, start, count] = argumentsOf(document, operand, options)
  const points = [...String(text ?? '')]
  return points.slice(Number(start), Number(count) < 0 ? undefined : Number(start) + Number(count)).join('')
}

const refused = (name: string): (() => never) => {
  return () => {
    throw unsupported(`the aggregation stage ${name}`)
  }
}

const sort = (input: ReturnType<typeof Lazy>, operand: Value) => {
  const compare = compareDocumentsBy(readOrder(operand))
  return input.transform(((documents: Document[]) => Lazy([...documents].sort(compare))) as Parameters<
    typeof input.transform
  >[0])
}

const expressions = {
  $week: onDay(weekOf),
  $isoWeek: onDay((day) => Math.floor(dayOfYear(thursdayOf(day)) / 7) + 1),
  $isoWeekYear: onDay((day) => thursdayOf(day).getUTCFullYear()),
  $indexOfCP: indexOfCodePoint,
  $substr: substringOfBytes,
  $substrBytes: substringOfBytes,
  $substrCP: substringOfCodePoints,
}

const refusedStages = ['$out', '$merge', '$graphLookup', '$unionWith', '$geoNear']

type Operators = NonNullable<Parameters<typeof Context.init>[0]>

/** `lookup` joins with stored documents; it is made per request. */
export function aggregateContext(lookup: unknown): Context {
  return Context.init({
    query: queryOperatorSet,
    expression: { ...expressionOperators, ...expressions } as unknown as Operators['expression'],
    accumulator: accumulatorOperators as unknown as Operators['accumulator'],
    projection: projectionOperators,
    window: windowOperators as unknown as Operators['window'],
    pipeline: {
      ...pipelineOperators,
      $lookup: lookup,
      $sort: sort,
      ...Object.fromEntries(refusedStages.map((name) => [name, refused(name)])),
    } as unknown as Operators['pipeline'],
  })
}

/** mingo puts a value equal to a boundary into the bucket below it, so `$bucket` is written as groups. */
export function expandBucket(operand: Document): Document[] {
  const { groupBy, boundaries, output = { count: { $sum: 1 } } } = operand
  if (!Array.isArray(boundaries) || boundaries.length < 2)
    throw requestFailed('$bucket needs at least two boundaries')
  const branches = boundaries.slice(1).map((upper, position) => ({
    case: {
      $and: [
        { $gte: [groupBy, { $literal: boundaries[position] }] },
        { $lt: [groupBy, { $literal: upper }] },
      ],
    },
    // biome-ignore lint/suspicious/noThenProperty: the name is MongoDB's.
    then: { $literal: boundaries[position] },
  }))
  const others = 'default' in operand ? { default: { $literal: operand.default } } : {}
  return [
    { $group: { _id: { $switch: { branches, ...others } }, ...(output as Document) } },
    { $sort: { _id: 1 } },
  ]
}
