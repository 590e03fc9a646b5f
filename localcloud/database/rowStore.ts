import { isDeepStrictEqual } from 'node:util'
import type { Connection, SqlValue } from './connection'
import { duplicateKey } from './failures'
import { type IndexSchema, keyColumns, type Layout } from './layout'
import { ownValue } from './paths'
import { type RowValues, rowValues } from './rowValues'
import { type Document, stringify } from './values'

/** A stored document. `seq` is its place in the order of insertion, `id` the key of its `_id`, `text` its EJSON. */
export interface Row {
  seq: number
  id: string
  text: string
}

export function insertRow(connection: Connection, layout: Layout, id: string, document: Document): void {
  const values = rowValues(layout, document)
  const { insert } = statementsOf(layout)
  const { seq } = guardUnique(layout, document, 'Insert', () =>
    connection.run(insert, id, stringify(document), ...values.columns),
  )
  insertElements(connection, layout, seq, values)
}

/** `before`, if known, spares the indexes when none of their values has changed, as in most counting. */
export function replaceRow(
  connection: Connection,
  layout: Layout,
  seq: number,
  document: Document,
  before?: Document,
): void {
  const values = rowValues(layout, document)
  const text = stringify(document)
  if (before && isDeepStrictEqual(values, rowValues(layout, before))) {
    connection.run(statementsOf(layout).updateText, text, seq)
    return
  }
  guardUnique(layout, document, 'Update', () =>
    connection.run(statementsOf(layout).update, text, ...values.columns, seq),
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
  updateText: string
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
    updateText: `UPDATE ${layout.table} SET doc = ? WHERE seq = ?`,
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
