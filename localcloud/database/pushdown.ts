import type { SqlValue } from './connection'
import { requestFailed } from './failures'
import { type Box, isGeoOperator, readGeoCondition } from './geo/geoConditions'
import { keyOf } from './indexKeys'
import { type KeyRange, narrowest, rangeOf, rangeSql } from './keyRanges'
import { type GeoPath, isLeadingPath, type KeyedPath, type Layout } from './layout'
import type { Order } from './paths'
import { type Document, isDocument, type Value } from './values'

/** The part of a query that SQLite can answer from indexes. The rows it selects contain all that match. */
export interface Plan {
  /** Empty: every row. */
  where: string
  parameters: SqlValue[]
  /** The selected rows are precisely those that match, so none needs to be read and tested. */
  isExact: boolean
  /** An index narrows the rows down, here and in production. */
  isIndexed: boolean
  /** Ordering by `seq` must not tempt SQLite into reading the whole table instead of an index. */
  hasRange: boolean
}

interface Clause {
  sql: string
  parameters: SqlValue[]
  isExact: boolean
  isIndexed: boolean
  hasRange: boolean
  /** Set where the clause is nothing but this range of keys. */
  range?: KeyRange
}

const nothing: Clause = { sql: '', parameters: [], isExact: false, isIndexed: false, hasRange: false }

export function planQuery(layout: Layout, query: Document): Plan {
  const { sql, ...clause } = conjunction(layout, query)
  // Without an index production reads every document, so localcloud does too, and counts them.
  if (!clause.isIndexed)
    return { ...clause, where: '', parameters: [], isExact: Object.keys(query).length === 0 }
  return { ...clause, where: sql }
}

function conjunction(layout: Layout, query: Document): Clause {
  return joinAnd(
    Object.entries(query).flatMap(([key, operand]) => {
      if (key === '$and') return documentsOf(operand, key).map((part) => conjunction(layout, part))
      if (key === '$or') return [disjunction(layout, documentsOf(operand, key))]
      if (key.startsWith('$')) return [nothing]
      return pathClauses(layout, key, operand)
    }),
  )
}

function documentsOf(operand: Value, operator: string): Document[] {
  if (!Array.isArray(operand) || operand.length === 0 || !operand.every(isDocument))
    throw requestFailed(`${operator} must be a nonempty array of objects`)
  return operand
}

function joinAnd(clauses: Clause[]): Clause {
  const useful = mergeRanges(clauses.filter(({ sql }) => sql !== ''))
  return {
    sql: useful.map(({ sql }) => sql).join(' AND '),
    parameters: useful.flatMap(({ parameters }) => parameters),
    isExact: clauses.every(({ isExact }) => isExact),
    isIndexed: clauses.some(({ isIndexed }) => isIndexed),
    hasRange: clauses.some(({ hasRange }) => hasRange),
  }
}

/** One pair of bounds per column: SQLite uses one of each, and of several takes whichever stands first. */
function mergeRanges(clauses: Clause[]): Clause[] {
  const merged = new Map<string, Clause>()
  const others: Clause[] = []
  for (const clause of clauses) {
    if (!clause.range) {
      others.push(clause)
      continue
    }
    const { column } = clause.range
    const known = merged.get(column)
    const range = known?.range ? narrowest(known.range, clause.range) : clause.range
    const parameters = [range.lower.key, range.upper.key]
    merged.set(column, { ...clause, range, sql: rangeSql(column, range), parameters })
  }
  return [...others, ...merged.values()]
}

/** An index helps only if it helps every branch. */
function disjunction(layout: Layout, branches: Document[]): Clause {
  const clauses = branches.map((branch) => conjunction(layout, branch))
  if (!clauses.every(({ isIndexed, sql }) => isIndexed && sql !== '')) return nothing
  return {
    sql: `(${clauses.map(({ sql }) => `(${sql})`).join(' OR ')})`,
    parameters: clauses.flatMap(({ parameters }) => parameters),
    isExact: clauses.every(({ isExact }) => isExact),
    isIndexed: true,
    hasRange: true,
  }
}

function pathClauses(layout: Layout, path: string, condition: Value): Clause[] {
  const operators =
    isDocument(condition) && Object.keys(condition)[0]?.startsWith('$') ? condition : { $eq: condition }
  return Object.entries(operators).map(([operator, operand]) => {
    const geo = layout.geo.get(path)
    if (geo && isGeoOperator(operator)) return geoClause(geo, readGeoCondition(operator, operand).box)
    const keyed = layout.keyed.get(path)
    const clause = keyed && keyClause(layout, keyed, operator, operand)
    return clause ? { ...clause, isIndexed: isLeadingPath(layout, path) } : nothing
  })
}

type Comparison = Omit<Clause, 'isIndexed'>

function keyClause(
  layout: Layout,
  keyed: KeyedPath,
  operator: string,
  operand: Value,
): Comparison | undefined {
  if (operator === '$in') {
    if (!Array.isArray(operand) || !operand.every((item) => isComparable(keyed, item))) return undefined
    const keys = JSON.stringify(operand.map(keyOf))
    return onKeys(layout, keyed, 'IN (SELECT value FROM json_each(?))', [keys], false)
  }
  if (!isComparable(keyed, operand)) return undefined
  if (operator === '$eq') return onKeys(layout, keyed, '= ?', [keyOf(operand)], false)
  // Nulls equal missing fields in ranges too; rare enough to leave to the test of each row.
  if (operand === null || operand === undefined) return undefined
  const range = rangeOf(keyed.column, operator, operand)
  if (!range) return undefined
  const comparison = onKeys(layout, keyed, range, [range.lower.key, range.upper.key], true)
  return keyed.isMultikey ? comparison : { ...comparison, range }
}

/** Values whose keys stand for them. A missing item inside an array has no key of its own. */
const isComparable = (keyed: KeyedPath, operand: Value): boolean =>
  operand === null || operand === undefined
    ? !keyed.isMultikey
    : typeof operand !== 'object' || operand instanceof Date

function onKeys(
  layout: Layout,
  keyed: KeyedPath,
  comparison: string | KeyRange,
  parameters: SqlValue[],
  hasRange: boolean,
): Comparison {
  const on = (column: string) =>
    typeof comparison === 'string' ? `${column} ${comparison}` : rangeSql(column, comparison)
  const own = on(keyed.column)
  if (!keyed.isMultikey) return { sql: own, parameters, isExact: true, hasRange }
  const elements = `SELECT seq FROM ${layout.elementsTable} WHERE path = '${keyed.path}' AND ${on('key')}`
  return {
    sql: `((${own}) OR seq IN (${elements}))`,
    parameters: [...parameters, ...parameters],
    isExact: false,
    hasRange: true,
  }
}

function geoClause(geo: GeoPath, box: Box | undefined): Clause {
  const clause = { ...nothing, isIndexed: true, hasRange: true }
  if (geo.hasShapes) return clause
  if (!box) return { ...clause, sql: `${geo.latitude} IS NOT NULL` }
  return {
    ...clause,
    sql: `${geo.latitude} BETWEEN ? AND ? AND ${geo.longitude} BETWEEN ? AND ?`,
    parameters: [box.south, box.north, box.west, box.east],
  }
}

/** The ORDER BY that is exactly the order asked for, ties in insertion order; undefined if rows must be compared. */
export function planOrder(layout: Layout, order: Order, plan: Plan): string | undefined {
  const terms: string[] = []
  for (const { path, direction } of order) {
    const keyed = layout.keyed.get(path)
    if (!keyed || keyed.isMultikey || keyed.isUnordered) return undefined
    terms.push(direction === -1 ? `${keyed.column} DESC` : keyed.column)
  }
  const leading = order[0]
  if (leading && !plan.isIndexed && !isLeadingPath(layout, leading.path)) return undefined
  terms.push(plan.hasRange || order.length > 0 ? '+seq' : 'seq')
  return terms.join(', ')
}
