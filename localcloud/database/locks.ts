import type { Layout } from './layout'
import { uniqueKeys } from './rowValues'
import type { Document } from './values'

/** Thrown by a plain write that meets what an open transaction has written: it runs again when that one has ended. */
export class WaitForTransaction extends Error {
  constructor(readonly transactionId: string) {
    super(`waits for the transaction ${transactionId}`)
  }
}

/** What open transactions have written: documents, and values of unique indexes. */
export class Locks {
  private readonly holders = new Map<string, string>()

  holderOf(names: string[]): string | undefined {
    if (this.holders.size === 0) return undefined
    for (const name of names) {
      const holder = this.holders.get(name)
      if (holder !== undefined) return holder
    }
    return undefined
  }

  get isEmpty(): boolean {
    return this.holders.size === 0
  }

  take(names: string[], transactionId: string): void {
    for (const name of names) this.holders.set(name, transactionId)
  }

  release(transactionId: string): void {
    for (const [name, holder] of this.holders) if (holder === transactionId) this.holders.delete(name)
  }
}

export function lockNames(layout: Layout, id: string, ...documents: Document[]): string[] {
  const names = [`${layout.table} ${id}`]
  for (const index of layout.indexes)
    if (index.unique)
      for (const document of documents)
        names.push(`${layout.table} ${index.name} ${JSON.stringify(uniqueKeys(index, document))}`)
  return names
}
