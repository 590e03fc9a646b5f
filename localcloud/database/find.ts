import { requestFailed } from './failures'
import { geoOperators } from './geo/geoConditions'
import { type Near, nearCondition, rings, sortByDistance } from './geo/near'
import { isLeadingPath, type Layout } from './layout'
import { compile } from './matching'
import { compareDocumentsBy, type Order } from './paths'
import { type Plan, planOrder, planQuery } from './pushdown'
import type { Row } from './rowStore'
import type { ScanGuard } from './scanGuard'
import type { Session } from './session'
import { type Document, isDocument, parseStored, type Value } from './values'

export interface Search {
  query: Document
  order: Order
  offset: number
  limit: number
}

/** A row that matches; `document` reads the text when asked. */
export interface Found {
  row: Row
  document(): Document
}

const everything = Number.MAX_SAFE_INTEGER
const firstChunk = 200

export const searchAll = (query: Document): Search => ({ query, order: [], offset: 0, limit: everything })

export class Finder {
  constructor(private readonly guard: ScanGuard) {}

  /** Unsorted rows come in the order of insertion; of equal ones the earlier inserted comes first. */
  *find(session: Session, layout: Layout, search: Search): Generator<Found> {
    const near = nearCondition(search.query)
    requireGeoIndexes(layout, search.query)
    if (near && search.order.length === 0) {
      yield* sliced(this.outwards(session, layout, search, near), search)
      return
    }
    const plan = planQuery(layout, search.query)
    const orderSql = planOrder(layout, search.order, plan)
    if (orderSql && !session.hasWritten(layout)) yield* this.inOrder(session, layout, search, plan, orderSql)
    else yield* sliced(this.compared(session, layout, search, plan, near), search)
  }

  count(session: Session, layout: Layout, query: Document): number {
    requireGeoIndexes(layout, query)
    const plan = planQuery(layout, query)
    if (plan.isExact && !session.hasWritten(layout)) return session.count(layout, plan.where, plan.parameters)
    let total = 0
    for (const _ of this.find(session, layout, searchAll(query))) total++
    return total
  }

  private *inOrder(
    session: Session,
    layout: Layout,
    search: Search,
    plan: Plan,
    order: string,
  ): Generator<Found> {
    if (plan.isExact) {
      const isCounted = search.limit === everything && !plan.isIndexed
      yield* isCounted
        ? this.rows(session, layout, search, plan, order)
        : map(session.select(layout, { ...plan, order, limit: search.limit, offset: search.offset }), toFound)
      return
    }
    const matches = compile(search.query)
    yield* sliced(filter(this.rows(session, layout, search, plan, order), matches), search)
  }

  /** Nearest first. As in production, what is asked for is looked for around the middle first: a crowd costs no more. */
  private outwards(session: Session, layout: Layout, search: Search, near: Near): Iterable<Found> {
    const enough = search.offset + search.limit
    let found: Found[] = []
    for (const query of enough < everything ? rings(search.query, near) : [search.query]) {
      const plan = planQuery(layout, query)
      found = [...this.compared(session, layout, { ...search, query }, plan, near)]
      if (found.length >= enough) break
    }
    return found
  }

  /** All matching rows, read and sorted here. */
  private compared(
    session: Session,
    layout: Layout,
    search: Search,
    plan: Plan,
    near: Near | undefined,
  ): Iterable<Found> {
    const matches = compile(search.query)
    const stored = this.rows(session, layout, search, plan, plan.isIndexed ? '+seq' : 'seq', plan.isIndexed)
    const own = session.written(layout).map(toFound)
    const found = [...filter(stored, matches), ...filter(own, matches)].sort(
      (left, right) => left.row.seq - right.row.seq,
    )
    if (search.order.length > 0) return sortBy(found, search.order)
    return near ? sortByDistance(found, near) : found
  }

  /** Candidates in growing portions, so that a reader who has enough costs little; none is left half-read. */
  private *rows(
    session: Session,
    layout: Layout,
    { query, order }: Search,
    plan: Plan,
    orderSql: string,
    readsAll = false,
  ): Generator<Found> {
    const isSorted = order[0] !== undefined && isLeadingPath(layout, order[0].path)
    const orderOfScan = isSorted ? [] : order
    const isScan = !plan.isIndexed
    for (let offset = 0, limit = readsAll ? everything : firstChunk; ; offset += limit, limit *= 8) {
      const rows = session.select(layout, { ...plan, order: orderSql, limit, offset })
      for (const [index, row] of rows.entries()) {
        if (isScan) this.guard.check(layout, query, orderOfScan, offset + index + 1)
        if (!session.isOverwritten(layout, row)) yield toFound(row)
      }
      if (rows.length < limit) return
    }
  }
}

const toFound = (row: Row): Found => {
  let document: Document | undefined
  return {
    row,
    document: () => {
      document ??= parseStored(row.text)
      return document
    },
  }
}

function* map<From, To>(items: Iterable<From>, change: (item: From) => To): Generator<To> {
  for (const item of items) yield change(item)
}

function* filter(items: Iterable<Found>, matches: (document: Document) => boolean): Generator<Found> {
  for (const item of items) if (matches(item.document())) yield item
}

function* sliced(items: Iterable<Found>, { offset, limit }: Search): Generator<Found> {
  let position = 0
  if (limit <= 0) return
  for (const item of items) {
    if (position >= offset) yield item
    position++
    if (position - offset >= limit) return
  }
}

function sortBy(found: Found[], order: Order): Found[] {
  const compare = compareDocumentsBy(order)
  return found.sort((left, right) => compare(left.document(), right.document()))
}

/** As production does for near; here for every geo condition, since a scan over shapes is never meant. */
function requireGeoIndexes(layout: Layout, query: Value, path = ''): void {
  if (Array.isArray(query)) for (const item of query) requireGeoIndexes(layout, item, path)
  if (!isDocument(query)) return
  for (const [key, value] of Object.entries(query)) {
    if ((geoOperators as readonly string[]).includes(key)) {
      if (!layout.geo.has(path))
        throw requestFailed(
          `unable to find index for ${key}: ${layout.collection} has no 2dsphere index on '${path}'`,
        )
    } else requireGeoIndexes(layout, value, key.startsWith('$') ? path : key)
  }
}
