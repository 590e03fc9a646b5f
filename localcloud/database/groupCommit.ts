import type { Connection } from './connection'
import { WaitForTransaction } from './locks'

interface Write {
  run(): unknown
  succeed(value: unknown): void
  fail(error: unknown): void
}

/**
 * The writes that arrive in one turn of the event loop share one BEGIN and one durable COMMIT, each in a savepoint of
 * its own; their callers are answered after the COMMIT.
 */
export class GroupCommit {
  private queue: Write[] = []
  private isScheduled = false
  private readonly waiting = new Map<string, Write[]>()

  constructor(
    private readonly connection: Connection,
    private readonly onFailedCommit: () => void,
  ) {}

  enqueue<T>(run: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.queue.push({ run, succeed: (value) => resolve(value as T), fail: reject })
      this.schedule()
    })
  }

  /** Writes that waited for this transaction run again. */
  wake(transactionId: string): void {
    const writes = this.waiting.get(transactionId)
    if (!writes) return
    this.waiting.delete(transactionId)
    this.queue.push(...writes)
    this.schedule()
  }

  /** Runs everything that is queued, at once. */
  flush(): void {
    this.isScheduled = false
    const writes = this.queue
    this.queue = []
    if (writes.length === 0) return
    const answers: Array<() => void> = []
    try {
      this.connection.run('BEGIN IMMEDIATE')
      for (const write of writes) this.runInSavepoint(write, answers)
      this.connection.run('COMMIT')
    } catch (error) {
      this.rollBack(writes, error)
      return
    }
    for (const answer of answers) answer()
  }

  private schedule(): void {
    if (this.isScheduled) return
    this.isScheduled = true
    setImmediate(() => this.flush())
  }

  private runInSavepoint(write: Write, answers: Array<() => void>): void {
    this.connection.run('SAVEPOINT oneWrite')
    try {
      const value = write.run()
      this.connection.run('RELEASE oneWrite')
      answers.push(() => write.succeed(value))
    } catch (error) {
      this.connection.run('ROLLBACK TO oneWrite')
      this.connection.run('RELEASE oneWrite')
      if (error instanceof WaitForTransaction) this.park(write, error.transactionId)
      else answers.push(() => write.fail(error))
    }
  }

  private park(write: Write, transactionId: string): void {
    const parked = this.waiting.get(transactionId)
    if (parked) parked.push(write)
    else this.waiting.set(transactionId, [write])
  }

  private rollBack(writes: Write[], error: unknown): void {
    try {
      this.connection.execute('ROLLBACK')
    } catch {
      // SQLite has rolled back by itself, as it does when the disk is full.
    }
    this.onFailedCommit()
    const parked = new Set([...this.waiting.values()].flat())
    for (const write of writes) if (!parked.has(write)) write.fail(error)
  }
}
