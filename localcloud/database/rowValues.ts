import type { SqlValue } from './connection'
import { unsupported } from './failures'
import { readPosition } from './geo/geometry'
import { checkedKey, pathKeys } from './indexKeys'
import { type IndexSchema, keyColumns, type Layout } from './layout'
import type { Document, Value } from './values'

/** What the index columns of a row hold. */
export interface RowValues {
  columns: SqlValue[]
  elements: Array<[path: string, key: string]>
}

export function idKey(id: Value): string {
  if (typeof id !== 'string' && typeof id !== 'number')
    throw unsupported('an _id that is neither text nor a number')
  return checkedKey(id, '_id')
}

/** Computes the index columns and remembers, in memory, what kinds of values the paths have met. */
export function rowValues(layout: Layout, document: Document): RowValues {
  const columns: SqlValue[] = []
  const elements: Array<[string, string]> = []
  for (const keyed of keyColumns(layout)) {
    const keys = pathKeys(document, keyed.path)
    columns.push(keys.own)
    for (const key of keys.elements) elements.push([keyed.path, key])
    if (keys.elements.length > 0) keyed.isMultikey = true
    if (keys.hasUnordered) keyed.isUnordered = true
  }
  for (const geo of layout.geo.values()) {
    const position = readPosition(document, geo.path)
    if (position === 'shape') geo.hasShapes = true
    columns.push(...(Array.isArray(position) ? [position[1], position[0]] : [null, null]))
  }
  refuseArraysInUniqueIndexes(layout, elements)
  return { columns, elements }
}

function refuseArraysInUniqueIndexes(layout: Layout, elements: Array<[string, string]>): void {
  if (elements.length === 0) return
  for (const index of layout.indexes)
    if (index.unique && index.fields.some(({ path }) => elements.some(([array]) => array === path)))
      throw unsupported(`an array in the unique index ${index.name} of ${layout.collection}`)
}

export const uniqueKeys = (index: IndexSchema, document: Document): string[] =>
  index.fields.map(({ path }) => pathKeys(document, path).own)
