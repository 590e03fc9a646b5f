import { Context, evalExpr } from 'mingo/core'
import { $substrBytes as mingoSubstrBytes } from 'mingo/operators/expression'
import { unsupported } from './failures'
import { matchingContext } from './matching'
import type { Document, Value } from './values'

/**
 * Expression operators that mingo 7.2.6 has wrong or not at all: `$week` is one off, `$indexOfCP` is missing, the
 * `$substr` family refuses the -1 that means "to the end".
 */
type MingoOptions = Parameters<typeof evalExpr>[2]
type Expression = (document: Document, operand: unknown, options: MingoOptions) => unknown

const argumentsOf = (document: Document, operand: unknown, options: MingoOptions): Value[] => {
  const values = evalExpr(document, operand, options)
  return Array.isArray(values) ? (values as Value[]) : [values as Value]
}

const dayMilliseconds = 86_400_000

/** Weeks begin on Sunday; days before the first Sunday are week 0. */
const week: Expression = (document, operand, options) => {
  const [value] = argumentsOf(document, operand, options)
  if (value === null || value === undefined) return null
  if (!(value instanceof Date)) throw unsupported('$week of anything but a date in UTC')
  const dayOfYear = Math.floor((value.getTime() - Date.UTC(value.getUTCFullYear(), 0, 1)) / dayMilliseconds)
  return Math.floor((dayOfYear + 7 - value.getUTCDay()) / 7)
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
  if (typeof count !== 'number' || count >= 0) return mingoSubstrBytes(document, operand, options)
  const length = Buffer.byteLength(String(text ?? '')) - Number(start)
  return length <= 0 ? '' : mingoSubstrBytes(document, { $literal: [text, start, length] }, options)
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

const expressions = {
  $week: week,
  $indexOfCP: indexOfCodePoint,
  $substr: substringOfBytes,
  $substrBytes: substringOfBytes,
  $substrCP: substringOfCodePoints,
}

type ExpressionOperators = Parameters<Context['addExpressionOps']>[0]
type PipelineOperators = Parameters<Context['addPipelineOps']>[0]

/** `lookup` joins with stored documents; it is made per request. */
export function aggregateContext(lookup: unknown): Context {
  return Context.from(
    matchingContext,
    Context.init({
      expression: expressions as unknown as ExpressionOperators,
      pipeline: {
        $lookup: lookup,
        ...Object.fromEntries(
          ['$out', '$merge', '$graphLookup', '$unionWith'].map((name) => [name, refused(name)]),
        ),
      } as unknown as PipelineOperators,
    }),
  )
}
