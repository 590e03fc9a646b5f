import Database from 'libsql'

/**
 * What both reference servers keep, and how: one row per ballot under the key (campaign, voter), one counter per
 * candidate. `synchronous = FULL` with a write-ahead log syncs the log at every commit, so what was answered survives
 * the loss of power; `NORMAL` would be several times faster and could lose the last ballots.
 */
export interface BallotBox {
  begin(): void
  commit(): void
  rollBack(): void
  /** False: this voter has voted in this campaign. Counts the vote along with it. */
  insert(campaign: string, voter: string, candidate: string): boolean
  results(campaign: string): Record<string, number>
  /** Counted from the ballots themselves, for checking a round. */
  check(campaign: string): { stored: number; distinct: number; counted: number }
}

export function openBallotBox(file: string): BallotBox {
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec(`
    CREATE TABLE ballots (campaign TEXT, voter TEXT, candidate TEXT, PRIMARY KEY (campaign, voter)) WITHOUT ROWID;
    CREATE TABLE counters (campaign TEXT, candidate TEXT, votes INTEGER, PRIMARY KEY (campaign, candidate)) WITHOUT ROWID;
  `)
  const [begin, commit, rollBack] = ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'].map((sql) =>
    database.prepare(sql),
  )
  const insert = database.prepare('INSERT OR IGNORE INTO ballots VALUES (?, ?, ?)')
  const count = database.prepare(
    'INSERT INTO counters VALUES (?, ?, 1) ON CONFLICT (campaign, candidate) DO UPDATE SET votes = votes + 1',
  )
  const read = database.prepare('SELECT candidate, votes FROM counters WHERE campaign = ?')
  const check = database.prepare(`
    SELECT count(*) AS stored, count(DISTINCT voter) AS "distinct",
      (SELECT coalesce(sum(votes), 0) FROM counters WHERE campaign = ?) AS counted
    FROM ballots WHERE campaign = ?`)
  return {
    begin: () => void begin?.run(),
    commit: () => void commit?.run(),
    rollBack: () => void rollBack?.run(),
    insert(campaign, voter, candidate) {
      if (insert.run(campaign, voter, candidate).changes === 0) return false
      count.run(campaign, candidate)
      return true
    },
    results: (campaign) =>
      Object.fromEntries(
        (read.all(campaign) as { candidate: string; votes: number }[]).map((row) => [
          row.candidate,
          row.votes,
        ]),
      ),
    check: (campaign) =>
      check.get(campaign, campaign) as { stored: number; distinct: number; counted: number },
  }
}
