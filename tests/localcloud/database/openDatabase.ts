import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DocumentDatabase } from '../../../localcloud/database/database'
import type { Search } from '../../../localcloud/database/find'
import type { IndexSchema } from '../../../localcloud/database/layout'
import type { Document } from '../../../localcloud/database/values'
import { insertDocuments, modifyDocuments, removeDocuments } from '../../../localcloud/database/writes'

/** A database of one collection, driven below the protocol. */
export interface TestDatabase {
  database: DocumentDatabase
  insert(documents: Document[]): Promise<unknown>
  modify(query: Document, change: Document): Promise<{ updated: number }>
  remove(query: Document): Promise<number>
  find(search: Partial<Search>): Document[]
  count(query: Document): number
  close(): void
}

export function openDatabase(indexes: IndexSchema[]): TestDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'database-'))
  const database = new DocumentDatabase({
    folder,
    schema: { collections: [{ name: 'rows', indexes }] },
    transactionLifetimeMilliseconds: 30_000,
    warn: () => undefined,
  })
  const layout = database.layout('rows')
  const { finder, plain } = database
  return {
    database,
    insert: (documents) => database.write((session) => insertDocuments(session, layout, documents)),
    modify: (query, change) =>
      database.write((session) =>
        modifyDocuments(finder, session, layout, { query, change, multi: true, merge: true, upsert: false }),
      ),
    remove: (query) => database.write((session) => removeDocuments(finder, session, layout, query, true)),
    find: ({ query = {}, order = [], offset = 0, limit = 1000 }) =>
      [...finder.find(plain, layout, { query, order, offset, limit })].map((found) => found.document()),
    count: (query) => finder.count(plain, layout, query),
    close: () => {
      database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const indexOn = (...paths: string[]): IndexSchema => ({
  name: `by_${paths.join('_').replaceAll('.', '_')}`,
  unique: false,
  fields: paths.map((path, position) => ({ path, order: position % 2 === 0 ? 1 : -1 })),
})
