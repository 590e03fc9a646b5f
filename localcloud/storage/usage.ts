import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * What a data folder takes on the disk, for whoever runs the cloud.
 * Not simulated: what CloudBase bills (traffic, reads and writes, time of functions).
 */
export interface Usage {
  databaseBytes: number
  files: { count: number; bytes: number }
}

const KEPT_MILLISECONDS = 10_000
const AT_ONCE = 64

/** Answers the usage of a data folder, counted again when the last count is ten seconds old. */
export function createUsage(
  folders: { database: string; files: string },
  now: () => number = Date.now,
): () => Promise<Usage> {
  let counted: { at: number; usage: Promise<Usage> } | undefined
  return () => {
    if (!counted || now() - counted.at >= KEPT_MILLISECONDS) counted = { at: now(), usage: count(folders) }
    return counted.usage
  }
}

async function count({ database, files }: { database: string; files: string }): Promise<Usage> {
  const [{ bytes: databaseBytes }, stored] = await Promise.all([measure(database), measure(files)])
  return { databaseBytes, files: stored }
}

/** Files may go away while they are counted. */
async function measure(folder: string): Promise<{ count: number; bytes: number }> {
  const names = await readdir(folder).catch(() => [])
  const total = { count: 0, bytes: 0 }
  for (let start = 0; start < names.length; start += AT_ONCE) {
    const some = names.slice(start, start + AT_ONCE)
    for (const found of await Promise.all(some.map((name) => stat(join(folder, name)).catch(() => null)))) {
      if (!found?.isFile()) continue
      total.count++
      total.bytes += found.size
    }
  }
  return total
}
