import type { Connection, SqlValue } from './connection'
import { transactionConflict } from './failures'
import type { IndexSchema, Layout } from './layout'
import { type Locks, lockNames } from './locks'
import {
  deleteRow,
  duplicateKeyOf,
  insertRow,
  type Row,
  replaceRow,
  rowById,
  rowByUniqueKeys,
} from './rowStore'
import { uniqueKeys } from './rowValues'
import { countRows, type Selection, type Session, selectRows } from './session'
import { type Document, parseStored, stringify } from './values'

/** One document as the transaction sees it; `document` undefined: removed. */
interface Written {
  /** The committed row it replaces, if any. */
  seq: number | undefined
  row: Row
  document: Document | undefined
}

/** New rows come after all stored ones, in the order of their insertion. */
const firstNewSeq = 2 ** 52

/**
 * A transaction's view: a snapshot of the committed state and, over it, its own writes, kept in memory until the
 * commit. The first to write a document wins; another transaction that touches it gets a conflict at once.
 */
export class TransactionSession implements Session {
  private readonly overlay = new Map<Layout, Map<string, Written>>()
  private nextSeq = firstNewSeq

  constructor(
    private readonly id: string,
    private readonly snapshot: Connection,
    private readonly current: Connection,
    private readonly locks: Locks,
  ) {}

  select(layout: Layout, selection: Selection): Row[] {
    return selectRows(this.snapshot, layout, selection)
  }

  isOverwritten(layout: Layout, row: Row): boolean {
    return this.overlay.get(layout)?.has(row.id) ?? false
  }

  count(layout: Layout, where: string, parameters: SqlValue[]): number {
    return countRows(this.snapshot, layout, where, parameters)
  }

  written(layout: Layout): Row[] {
    return [...(this.overlay.get(layout)?.values() ?? [])]
      .filter(({ document }) => document)
      .map(({ row }) => row)
  }

  hasWritten(layout: Layout): boolean {
    return this.overlay.has(layout)
  }

  insert(layout: Layout, id: string, document: Document): void {
    this.acquire(layout, id, document)
    const existing = this.overlay.get(layout)?.get(id)
    const [stored, seen] = [rowById(this.current, layout, id), rowById(this.snapshot, layout, id)]
    if (existing ? existing.document : stored) {
      if (!existing && !seen) throw transactionConflict()
      throw duplicateKeyOf(layout, undefined, document, 'Insert')
    }
    this.checkUnique(layout, id, document, 'Insert')
    const row = { seq: this.nextSeq++, id, text: stringify(document) }
    this.remember(layout, { seq: existing?.seq, row, document })
  }

  replace(layout: Layout, row: Row, before: Document, document: Document): void {
    this.acquire(layout, row.id, before, document)
    this.checkUnchanged(layout, row)
    this.checkUnique(layout, row.id, document, 'Update')
    this.remember(layout, {
      seq: this.committedSeq(layout, row),
      row: { ...row, text: stringify(document) },
      document,
    })
  }

  remove(layout: Layout, row: Row, before: Document): void {
    this.acquire(layout, row.id, before)
    this.checkUnchanged(layout, row)
    this.remember(layout, { seq: this.committedSeq(layout, row), row, document: undefined })
  }

  /** Writes everything into the committed state, removals first so that they free unique values. */
  apply(): void {
    for (const [layout, written] of this.overlay) {
      const all = [...written.values()]
      for (const { seq, document } of all)
        if (seq !== undefined && document === undefined) deleteRow(this.current, layout, seq)
      for (const { seq, document } of all)
        if (seq !== undefined && document) replaceRow(this.current, layout, seq, document)
      for (const { seq, row, document } of all)
        if (seq === undefined && document) insertRow(this.current, layout, row.id, document)
    }
  }

  private acquire(layout: Layout, id: string, ...documents: Document[]): void {
    const names = lockNames(layout, id, ...documents)
    const taken = names.filter((name) => this.locks.holderOf([name]) !== this.id)
    if (this.locks.holderOf(taken) !== undefined) throw transactionConflict()
    this.locks.take(names, this.id)
  }

  /** Someone else may have changed the row since the snapshot. */
  private checkUnchanged(layout: Layout, row: Row): void {
    if (this.overlay.get(layout)?.has(row.id)) return
    if (rowById(this.current, layout, row.id)?.text !== row.text) throw transactionConflict()
  }

  private checkUnique(layout: Layout, id: string, document: Document, operation: 'Insert' | 'Update'): void {
    for (const index of layout.indexes) {
      if (!index.unique) continue
      const keys = uniqueKeys(index, document)
      if (this.ownHolder(layout, index, keys, id)) throw duplicateKeyOf(layout, index, document, operation)
      const committed = rowByUniqueKeys(this.current, layout, index, keys)
      if (!committed || committed.id === id || this.overlay.get(layout)?.has(committed.id)) continue
      if (!rowByUniqueKeys(this.snapshot, layout, index, keys)) throw transactionConflict()
      throw duplicateKeyOf(layout, index, document, operation)
    }
  }

  private ownHolder(layout: Layout, index: IndexSchema, keys: string[], id: string): boolean {
    return this.written(layout).some(
      (row) =>
        row.id !== id &&
        uniqueKeys(index, parseStored(row.text)).every((key, position) => key === keys[position]),
    )
  }

  private committedSeq(layout: Layout, row: Row): number | undefined {
    const written = this.overlay.get(layout)?.get(row.id)
    return written ? written.seq : row.seq
  }

  private remember(layout: Layout, written: Written): void {
    const rows = this.overlay.get(layout)
    if (rows) rows.set(written.row.id, written)
    else this.overlay.set(layout, new Map([[written.row.id, written]]))
  }
}
