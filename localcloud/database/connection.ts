import Database from 'libsql'

export type SqlValue = string | number | null

/**
 * One SQLite connection with its prepared statements.
 *
 * All connections of the process must live on one thread: SQLite 3.45 can corrupt its WAL when two connections work at
 * the very same instant, which synchronous calls on one thread exclude.
 */
export class Connection {
  private readonly database: Database.Database
  private readonly statements = new Map<string, Database.Statement<unknown[]>>()

  constructor(file: string) {
    this.database = new Database(file)
    this.execute('PRAGMA journal_mode = WAL')
    this.execute('PRAGMA synchronous = FULL')
    // Fewer, larger checkpoints: 64 MB of log, where SQLite’s own choice is 4 MB. Its gain is not shown.
    this.execute('PRAGMA wal_autocheckpoint = 16000')
    this.execute('PRAGMA temp_store = MEMORY')
    this.execute('PRAGMA cache_size = -65536')
  }

  execute(sql: string): void {
    this.database.exec(sql)
  }

  /** Always to the end: a half-read statement would hold an old snapshot. (`get` of libsql 0.5 may miss a row.) */
  rows(sql: string, ...parameters: SqlValue[]): SqlValue[][] {
    return this.statement(sql, true).all(parameters) as SqlValue[][]
  }

  run(sql: string, ...parameters: SqlValue[]): { changes: number; seq: number } {
    const { changes, lastInsertRowid } = this.statement(sql, false).run(parameters)
    return { changes, seq: Number(lastInsertRowid) }
  }

  close(): void {
    this.statements.clear()
    this.database.close()
  }

  private statement(sql: string, answersRows: boolean): Database.Statement<unknown[]> {
    const known = this.statements.get(sql)
    if (known) return known
    const statement = this.database.prepare<unknown[]>(sql)
    if (answersRows) statement.raw()
    if (this.statements.size >= maximumStatements) this.statements.clear()
    this.statements.set(sql, statement)
    return statement
  }
}

/** Shapes of queries are few; a caller making them up without end must not fill the memory. */
const maximumStatements = 400
