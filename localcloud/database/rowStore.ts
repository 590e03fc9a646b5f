import type { Connection, SqlValue } from './connection'
import { duplicateKey, unsupported } from './failures'
import { readPosition } from './geo/geometry'
import { checkedKey, pathKeys } from './indexKeys'
import { type IndexSchema, keyColumns, type Layout } from './layout'
import { ownValue } from './paths'
import { type Document, stringify, type Value } from './values'

/** A stored document. `seq` is its place in the order of insertion, `id` the key of its `_id`, `text` its EJSON. */
export interface Row {
  seq: number
  id: string
  text: string
}

/** What the index columns of a row hold. */
interface RowValues {
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

export function insertRow(connection: Connection, layout: Layout, id: string, document: Document): void {
  const values = rowValues(layout, document)
  const { insert } = statementsOf(layout)
  const { seq } = guardUnique(layout, document, 'Insert', () =>
    connection.run(insert, id, stringify(document), ...values.columns),
  )
  insertElements(connection, layout, seq, values)
}

export function replaceRow(connection: Connection, layout: Layout, seq: number, document: Document): void {
  const values = rowValues(layout, document)
  guardUnique(layout, document, 'Update', () =>
    connection.run(statementsOf(layout).update, stringify(document), ...values.columns, seq),
  )
  if (hasElements(layout)) connection.run(statementsOf(layout).deleteElements, seq)
  insertElements(connection, layout, seq, values)
}

export function deleteRow(connection: Connection, layout: Layout, seq: number): void {
  connection.run(statementsOf(layout).delete, seq)
  if (hasElements(layout)) connection.run(statementsOf(layout).deleteElements, seq)
}

/** Writes array items and, each time, the flags: they must be durable with the first row that needs them. */
export function insertElements(connection: Connection, layout: Layout, seq: number, values: RowValues): void {
  for (const [path, key] of values.elements)
    connection.run(
      `INSERT OR IGNORE INTO ${layout.elementsTable} (path, key, seq) VALUES (?, ?, ?)`,
      path,
      key,
      seq,
    )
  for (const keyed of layout.keyed.values())
    if (keyed.isMultikey || keyed.isUnordered)
      connection.run(
        `UPDATE metaPaths SET isMultikey = ?1, isUnordered = ?2 WHERE tableName = ?3 AND path = ?4 AND kind = 'key'
         AND (isMultikey < ?1 OR isUnordered < ?2)`,
        Number(keyed.isMultikey),
        Number(keyed.isUnordered),
        layout.table,
        keyed.path,
      )
  for (const geo of layout.geo.values())
    if (geo.hasShapes)
      connection.run(
        `UPDATE metaPaths SET isMultikey = 1 WHERE tableName = ? AND path = ? AND kind = 'geo' AND isMultikey = 0`,
        layout.table,
        geo.path,
      )
}

const hasElements = (layout: Layout): boolean =>
  [...layout.keyed.values()].some(({ isMultikey }) => isMultikey)

export function rowById(connection: Connection, layout: Layout, id: string): Row | undefined {
  const [found] = connection.rows(statementsOf(layout).byId, id)
  return found && toRow(found)
}

export const toRow = ([seq, id, text]: SqlValue[]): Row => ({
  seq: Number(seq),
  id: String(id),
  text: String(text),
})

/** The row holding the same keys in a unique index. */
export function rowByUniqueKeys(
  connection: Connection,
  layout: Layout,
  index: IndexSchema,
  keys: string[],
): Row | undefined {
  const conditions = index.fields.map(({ path }) => `${layout.keyed.get(path)?.column} = ?`).join(' AND ')
  const [found] = connection.rows(`SELECT seq, id, doc FROM ${layout.table} WHERE ${conditions}`, ...keys)
  return found && toRow(found)
}

interface Statements {
  insert: string
  update: string
  delete: string
  deleteElements: string
  byId: string
}
const statementTexts = new WeakMap<Layout, Statements>()

function statementsOf(layout: Layout): Statements {
  const known = statementTexts.get(layout)
  if (known) return known
  const columns = keyColumns(layout).map(({ column }) => column)
  for (const { latitude, longitude } of layout.geo.values()) columns.push(latitude, longitude)
  const statements = {
    insert: `INSERT INTO ${layout.table} (${['id', 'doc', ...columns].join(', ')}) VALUES (${['?', '?', ...columns.map(() => '?')].join(', ')})`,
    update: `UPDATE ${layout.table} SET ${['doc', ...columns].map((column) => `${column} = ?`).join(', ')} WHERE seq = ?`,
    delete: `DELETE FROM ${layout.table} WHERE seq = ?`,
    deleteElements: `DELETE FROM ${layout.elementsTable} WHERE seq = ?`,
    byId: `SELECT seq, id, doc FROM ${layout.table} WHERE id = ?`,
  }
  statementTexts.set(layout, statements)
  return statements
}

/** SQLite names the columns of the violated index; the caller is told its declared name. */
function guardUnique<T>(
  layout: Layout,
  document: Document,
  operation: 'Insert' | 'Update',
  write: () => T,
): T {
  try {
    return write()
  } catch (error) {
    const columns = /UNIQUE constraint failed: (.+)/.exec(String(error))?.[1]?.split(', ')
    if (!columns) throw error
    const names = columns.map((column) => column.replace(`${layout.table}.`, ''))
    const index = layout.indexes.find(
      ({ unique, fields }) =>
        unique &&
        fields.length === names.length &&
        fields.every(({ path }) => names.includes(layout.keyed.get(path)?.column ?? '')),
    )
    throw duplicateKeyOf(
      layout,
      names[0] === 'id' && names.length === 1 ? undefined : index,
      document,
      operation,
    )
  }
}

/** `index` undefined stands for the one on `_id`. */
export function duplicateKeyOf(
  layout: Layout,
  index: IndexSchema | undefined,
  document: Document,
  operation: 'Insert' | 'Update',
) {
  const paths = index ? index.fields.map(({ path }) => path) : ['_id']
  const shown = paths.map((path) => `: ${JSON.stringify(ownValue(document, path) ?? null)}`).join(', ')
  return duplicateKey(operation, layout.collection, index?.name ?? '_id_', `{ ${shown} }`)
}

export const uniqueKeys = (index: IndexSchema, document: Document): string[] =>
  index.fields.map(({ path }) => pathKeys(document, path).own)
