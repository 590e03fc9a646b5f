import { Aggregator } from 'mingo/aggregator'
import { Lazy } from 'mingo/lazy'
import { $lookup as mingoLookup } from 'mingo/operators/pipeline'
import { aggregateContext, expandBucket } from './aggregateOperators'
import type { AggregateSource } from './aggregateSource'
import { collectionMissing, requestFailed } from './failures'
import { type Search, searchAll } from './find'
import { geoNearStage } from './geo/geoNearStage'
import type { Layout } from './layout'
import { asFailure, normalizeRegExps } from './matching'
import { candidates, readOrder } from './paths'
import { type Document, isDocument, type Value } from './values'

/**
 * Aggregation: leading `$match`, `$sort`, `$skip`, `$limit` go to the index, the rest to mingo.
 *
 * Not simulated: `$out`, `$merge`, `$graphLookup`, `$unionWith`, `$where` and functions (refused by name), limits on
 * the memory of a stage and on the number of results.
 */
export interface Stage {
  name: string
  value: Value
}

export function aggregate(source: AggregateSource, layout: Layout, stages: Stage[]): Document[] {
  const limit = stages[1]?.name === '$limit' ? countOf(stages[1].value, '$limit') : undefined
  const near =
    stages[0]?.name === '$geoNear' ? geoNearStage(source, layout, stages[0].value, limit) : undefined
  if (near) return runRest(source, near, stages.slice(1))
  const { search, rest } = takeLeading(stages)
  const [only] = rest
  if (rest.length === 1 && only?.name === '$count' && search.order.length === 0 && isWhole(search))
    return countOnly(source, layout, search.query, only.value)
  return runRest(source, documentsOf(source, layout, search), rest)
}

const isWhole = ({ offset, limit }: Search): boolean => offset === 0 && limit === searchAll({}).limit

function* documentsOf(
  { finder, session }: AggregateSource,
  layout: Layout,
  search: Search,
): Generator<Document> {
  for (const found of finder.find(session, layout, search)) yield found.document()
}

function countOnly(source: AggregateSource, layout: Layout, query: Document, name: Value): Document[] {
  if (typeof name !== 'string' || name === '') throw requestFailed('$count needs the name of a field')
  const total = source.finder.count(source.session, layout, query)
  return total === 0 ? [] : [{ [name]: total }]
}

/** `$match`, then `$sort`, `$skip`, `$limit`, each at most once and in this order, are one search. */
function takeLeading(stages: Stage[]): { search: Search; rest: Stage[] } {
  const search = searchAll({})
  let position = 0
  const take = (name: string): Value =>
    stages[position]?.name === name ? stages[position++]?.value : undefined
  const match = take('$match')
  if (match !== undefined) search.query = matchQuery(match)
  const sort = take('$sort')
  if (sort !== undefined) search.order = readOrder(sort)
  const skip = take('$skip')
  if (skip !== undefined) search.offset = countOf(skip, '$skip')
  const limit = take('$limit')
  if (limit !== undefined) search.limit = countOf(limit, '$limit')
  return { search, rest: stages.slice(position) }
}

function matchQuery(value: Value): Document {
  if (!isDocument(value)) throw requestFailed('$match needs an object')
  if (/"\$near(Sphere)?":/.test(JSON.stringify(value)))
    throw requestFailed('$geoNear, $near, and $nearSphere are not allowed in $match; use the stage $geoNear')
  return value
}

function countOf(value: Value, name: string): number {
  if (!Number.isInteger(value) || (value as number) < (name === '$limit' ? 1 : 0))
    throw requestFailed(`${name} needs a ${name === '$limit' ? 'positive' : 'non-negative'} integer`)
  return value as number
}

function runRest(source: AggregateSource, documents: Iterable<Document>, rest: Stage[]): Document[] {
  if (rest.length === 0) return [...documents]
  for (const { name, value } of rest) if (name === '$match') matchQuery(value)
  const pipeline = rest.flatMap(({ name, value }) => {
    const operand = bindNow(normalizeRegExps(value), source.now)
    return name === '$bucket' && isDocument(operand) ? expandBucket(operand) : [{ [name]: operand }]
  })
  try {
    const aggregator = new Aggregator(pipeline, {
      context: aggregateContext(lookupIn(source)),
      scriptEnabled: false,
      collectionResolver: (name) => [...documentsOf(source, layoutOf(source, name), searchAll({}))],
    })
    return aggregator.run<Document>(documents)
  } catch (error) {
    throw asFailure(error)
  }
}

/** mingo would take `$$NOW` from the machine's clock. */
function bindNow(value: Value, now: number): Value {
  if (value === '$$NOW') return new Date(now)
  if (Array.isArray(value)) return value.map((item) => bindNow(item, now))
  if (!isDocument(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, bindNow(item, now)]))
}

function layoutOf(source: AggregateSource, name: string): Layout {
  const layout = source.find(name)
  if (!layout) throw collectionMissing(name)
  return layout
}

type LookupParameters = Parameters<typeof mingoLookup>

/** Joins by the index on the foreign field: only documents that some input can join are read. */
function lookupIn(source: AggregateSource) {
  return (input: LookupParameters[0], stage: LookupParameters[1], options: LookupParameters[2]) => {
    const { from, localField, foreignField } = stage
    if (typeof from !== 'string') throw requestFailed('$lookup needs the name of a collection in from')
    const layout = layoutOf(source, from)
    const isByField = localField !== undefined && foreignField !== undefined
    const inputs = input.collect() as Document[]
    const query = isByField ? foreignQuery(inputs, localField, foreignField) : {}
    const joined = [...documentsOf(source, layout, searchAll(query))]
    return mingoLookup(Lazy(inputs), { ...stage, from: joined }, options)
  }
}

function foreignQuery(inputs: Document[], localField: string, foreignField: string): Document {
  const values = inputs.flatMap((document) => candidates(document, localField))
  const keys = new Map(values.map((value) => [JSON.stringify(value ?? null), value ?? null]))
  return { [foreignField]: { $in: [...keys.values()] } }
}
