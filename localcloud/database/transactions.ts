import { Connection } from './connection'
import { requestFailed, transactionGone } from './failures'
import type { GroupCommit } from './groupCommit'
import { Locks } from './locks'
import { TransactionSession } from './transactionSession'
import { newId } from './writes'

interface OpenTransaction {
  timer: NodeJS.Timeout
  /** Opened at the first operation: only then the snapshot is taken. */
  opened: { session: TransactionSession; snapshot: Connection } | undefined
  isCommitting: boolean
}

/**
 * Transactions: snapshot at the first operation, first writer wins, gone after a conflict, an error or their lifetime.
 * Not simulated: the limit on the number of operations in one transaction.
 */
export class Transactions {
  readonly locks = new Locks()
  private readonly open = new Map<string, OpenTransaction>()
  private readonly idle: Connection[] = []

  constructor(
    private readonly file: string,
    private readonly current: Connection,
    private readonly commits: GroupCommit,
    private readonly lifetimeMilliseconds: number,
  ) {}

  start(): string {
    const id = newId()
    const timer = setTimeout(() => this.end(id), this.lifetimeMilliseconds)
    timer.unref()
    this.open.set(id, { timer, opened: undefined, isCommitting: false })
    return id
  }

  /** Runs one operation; an error ends the transaction, as in production. */
  run<T>(id: string, operation: (session: TransactionSession) => T): T {
    const session = this.sessionOf(id)
    try {
      return operation(session)
    } catch (error) {
      this.end(id)
      throw error
    }
  }

  async commit(id: string): Promise<void> {
    const transaction = this.find(id)
    transaction.isCommitting = true
    clearTimeout(transaction.timer)
    try {
      await this.commits.enqueue(() => transaction.opened?.session.apply())
    } finally {
      this.end(id)
    }
  }

  abort(id: string): void {
    this.find(id)
    this.end(id)
  }

  close(): void {
    for (const id of [...this.open.keys()]) this.end(id)
    for (const connection of this.idle.splice(0)) connection.close()
  }

  private find(id: string): OpenTransaction {
    const transaction = this.open.get(id)
    if (!transaction || transaction.isCommitting) throw transactionGone()
    return transaction
  }

  private sessionOf(id: string): TransactionSession {
    const transaction = this.find(id)
    transaction.opened ??= this.openSnapshot(id)
    return transaction.opened.session
  }

  private openSnapshot(id: string): { session: TransactionSession; snapshot: Connection } {
    const snapshot = this.idle.pop() ?? new Connection(this.file)
    snapshot.execute('BEGIN')
    // BEGIN alone takes no snapshot; the first read does.
    if (snapshot.rows('SELECT count(*) FROM metaCollections').length === 0) throw requestFailed('no snapshot')
    return { session: new TransactionSession(id, snapshot, this.current, this.locks), snapshot }
  }

  private end(id: string): void {
    const transaction = this.open.get(id)
    if (!transaction) return
    clearTimeout(transaction.timer)
    this.open.delete(id)
    if (transaction.opened) {
      transaction.opened.snapshot.execute('ROLLBACK')
      this.idle.push(transaction.opened.snapshot)
    }
    this.locks.release(id)
    this.commits.wake(id)
  }
}
