import { readdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import type { Cloud } from './cloud'

/** What somebody with the disk in hand could do: reads and changes stored rows past every rule. */

type Stored = Record<string, unknown>

/** Runs with the cloud stopped, and starts it again on the same data. */
async function withDatabase<T>(cloud: Cloud, work: (database: Database.Database) => T): Promise<T> {
  await cloud.kill()
  const folder = path.join(cloud.folder, 'database')
  const file = readdirSync(folder).find((name) => name.endsWith('.sqlite')) as string
  const database = new Database(path.join(folder, file))
  try {
    return work(database)
  } finally {
    database.close()
    await cloud.restart()
  }
}

function tableOf(database: Database.Database, collection: string): string {
  const found = database.prepare('SELECT number FROM metaCollections WHERE name = ?').get(collection)
  return `c${(found as { number: number }).number}`
}

/** Changes the one row with this `_id`, or removes it when `change` answers null. */
export const changeStored = (
  cloud: Cloud,
  collection: string,
  id: string,
  change: (row: Stored) => Stored | null,
): Promise<void> =>
  withDatabase(cloud, (database) => {
    const table = tableOf(database, collection)
    const rows = database.prepare(`SELECT seq, doc FROM ${table}`).all() as { seq: number; doc: string }[]
    const found = rows.find(({ doc }) => (JSON.parse(doc) as Stored)._id === id)
    if (!found) throw new Error(`${collection} holds no ${id}`)
    const changed = change(JSON.parse(found.doc) as Stored)
    if (changed)
      database.prepare(`UPDATE ${table} SET doc = ? WHERE seq = ?`).run(JSON.stringify(changed), found.seq)
    else database.prepare(`DELETE FROM ${table} WHERE seq = ?`).run(found.seq)
  })
