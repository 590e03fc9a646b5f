import type { Connection, SqlValue } from './connection'
import type { Layout } from './layout'
import { type Locks, lockNames, WaitForTransaction } from './locks'
import { deleteRow, insertRow, type Row, replaceRow } from './rowStore'
import { countRows, type Selection, type Session, selectRows } from './session'
import type { Document } from './values'

/** Reads and writes the committed state. Writes wait for transactions that hold what they touch. */
export class PlainSession implements Session {
  constructor(
    private readonly connection: Connection,
    private readonly locks: Locks,
  ) {}

  select(layout: Layout, selection: Selection): Row[] {
    return selectRows(this.connection, layout, selection)
  }

  count(layout: Layout, where: string, parameters: SqlValue[]): number {
    return countRows(this.connection, layout, where, parameters)
  }

  isOverwritten(): boolean {
    return false
  }

  written(): Row[] {
    return []
  }

  hasWritten(): boolean {
    return false
  }

  insert(layout: Layout, id: string, document: Document): void {
    this.waitFor(layout, id, document)
    insertRow(this.connection, layout, id, document)
  }

  replace(layout: Layout, row: Row, before: Document, document: Document): void {
    this.waitFor(layout, row.id, before, document)
    replaceRow(this.connection, layout, row.seq, document, before)
  }

  remove(layout: Layout, row: Row, before: Document): void {
    this.waitFor(layout, row.id, before)
    deleteRow(this.connection, layout, row.seq)
  }

  private waitFor(layout: Layout, id: string, ...documents: Document[]): void {
    if (this.locks.isEmpty) return
    const holder = this.locks.holderOf(lockNames(layout, id, ...documents))
    if (holder !== undefined) throw new WaitForTransaction(holder)
  }
}
