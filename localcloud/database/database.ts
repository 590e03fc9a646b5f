import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Catalog } from './catalog'
import { Connection } from './connection'
import { collectionMissing } from './failures'
import { Finder } from './find'
import { GroupCommit } from './groupCommit'
import type { DatabaseSchema, Layout } from './layout'
import { PlainSession } from './plainSession'
import { ScanGuard } from './scanGuard'
import type { Session } from './session'
import { Transactions } from './transactions'

/**
 * A document database in one SQLite file: every acknowledged write is on the disk (WAL, synchronous = FULL).
 *
 * Not simulated: replication and its read preferences, quotas and rate limits, MongoDB's limit on the memory of a
 * sort, security rules (the admin protocol has none), and change streams (`watch`).
 */
export interface DatabaseOptions {
  folder: string
  schema: DatabaseSchema
  transactionLifetimeMilliseconds: number
  warn(text: string): void
}

export class DocumentDatabase {
  readonly finder: Finder
  readonly plain: Session
  readonly transactions: Transactions
  private readonly connection: Connection
  private readonly catalog: Catalog
  private readonly commits: GroupCommit
  private uncommitted: string[] = []

  constructor(options: DatabaseOptions) {
    mkdirSync(options.folder, { recursive: true })
    const file = join(options.folder, 'documents.sqlite')
    this.connection = new Connection(file)
    this.catalog = new Catalog(this.connection, options.schema)
    this.commits = new GroupCommit(this.connection, () => this.forgetUncommitted())
    this.transactions = new Transactions(
      file,
      this.connection,
      this.commits,
      options.transactionLifetimeMilliseconds,
    )
    this.plain = new PlainSession(this.connection, this.transactions.locks)
    this.finder = new Finder(new ScanGuard(options.warn))
  }

  find(collection: string): Layout | undefined {
    return this.catalog.find(collection)
  }

  layout(collection: string): Layout {
    const layout = this.catalog.find(collection)
    if (!layout) throw collectionMissing(collection)
    return layout
  }

  /** Resolves when the write is durable. */
  write<T>(run: (session: Session) => T): Promise<T> {
    return this.commits.enqueue(() => run(this.plain))
  }

  async addCollection(name: string): Promise<void> {
    await this.commits.enqueue(() => {
      if (this.catalog.add(name)) this.uncommitted.push(name)
    })
    this.uncommitted = []
  }

  close(): void {
    this.commits.flush()
    this.transactions.close()
    this.connection.close()
  }

  private forgetUncommitted(): void {
    for (const name of this.uncommitted) this.catalog.forget(name)
    this.uncommitted = []
  }
}
