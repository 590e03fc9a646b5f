import path from 'node:path'
import Database from 'libsql'
import { candidateOf } from '../ballotLoader/series'
import { median } from '../report/numbers'

export interface SqliteCount {
  milliseconds: number
  votes: Record<string, number>
}

const REPEATS = 3

/** Counts the bench's made-up ballots, and the one that was cast by hand, with one GROUP BY over the whole table. */
export function countInSqlite(folder: string, ballots: number, candidateIds: readonly string[]): SqliteCount {
  const database = new Database(path.join(folder, `count-${ballots}.sqlite`))
  database.exec('CREATE TABLE ballots (campaign TEXT, voter TEXT, candidate TEXT)')
  const insert = database.prepare('INSERT INTO ballots VALUES (?, ?, ?)')
  database.exec('BEGIN')
  insert.run('campaign', 'VOTER-BY-HAND-000000000000', candidateIds[0] ?? '')
  for (let index = 0; index < ballots; index++) {
    const voter = `VOTER-${String(index).padStart(20, '0')}`
    insert.run('campaign', voter, candidateIds[candidateOf(index, candidateIds.length)] ?? '')
  }
  database.exec('COMMIT')
  const groupBy = database.prepare('SELECT candidate, count(*) AS votes FROM ballots GROUP BY candidate')
  const times: number[] = []
  let rows: { candidate: string; votes: number }[] = []
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const startedAt = performance.now()
    rows = groupBy.all() as typeof rows
    times.push(performance.now() - startedAt)
  }
  database.close()
  return {
    milliseconds: median(times),
    votes: Object.fromEntries(rows.map(({ candidate, votes }) => [candidate, votes])),
  }
}
