import type { Connection, SqlValue } from './connection'
import type { Layout } from './layout'
import { type Row, toRow } from './rowStore'
import type { Document } from './values'

/** What reads and writes go through: the committed state, or a transaction's view of it. */
export interface Session {
  /** Rows of the underlying state; those that `isOverwritten` are not to be used. */
  select(layout: Layout, selection: Selection): Row[]
  count(layout: Layout, where: string, parameters: SqlValue[]): number
  isOverwritten(layout: Layout, row: Row): boolean
  /** Rows written in this transaction and not yet committed, oldest first; empty outside of one. */
  written(layout: Layout): Row[]
  /** True when this transaction wrote to the collection, so `select` alone is not the whole answer. */
  hasWritten(layout: Layout): boolean
  insert(layout: Layout, id: string, document: Document): void
  replace(layout: Layout, row: Row, before: Document, document: Document): void
  remove(layout: Layout, row: Row, before: Document): void
}

export interface Selection {
  where: string
  parameters: SqlValue[]
  order: string
  limit: number
  offset: number
}

export function selectRows(
  connection: Connection,
  layout: Layout,
  { where, parameters, order, limit, offset }: Selection,
): Row[] {
  const condition = where === '' ? '' : `WHERE ${where}`
  const sql = `SELECT seq, id, doc FROM ${layout.table} ${condition} ORDER BY ${order} LIMIT ? OFFSET ?`
  return connection.rows(sql, ...parameters, limit, offset).map(toRow)
}

export function countRows(
  connection: Connection,
  layout: Layout,
  where: string,
  parameters: SqlValue[],
): number {
  const condition = where === '' ? '' : `WHERE ${where}`
  const [counted] = connection.rows(`SELECT count(*) FROM ${layout.table} ${condition}`, ...parameters)
  return Number(counted?.[0])
}
