import { execFileSync } from 'node:child_process'
import { arch, availableParallelism, cpus, platform, release, totalmem } from 'node:os'
import Database from 'libsql'

/** What figures must be read with. */
export interface MachineFacts {
  processor: string
  cores: number
  memoryGigabytes: number
  system: string
  node: string
  sqlite: string
  /** Of the source measured; `+` when there were uncommitted changes. Null outside a checkout. */
  commit: string | null
}

export function readMachineFacts(): MachineFacts {
  const { version } = new Database(':memory:').prepare('SELECT sqlite_version() AS version').get() as {
    version: string
  }
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()} ${arch()}`,
    node: process.version,
    sqlite: version,
    commit: readCommit(),
  }
}

function readCommit(): string | null {
  const ask = (...words: string[]) => execFileSync('git', words, { stdio: 'pipe' }).toString().trim()
  try {
    return ask('rev-parse', '--short', 'HEAD') + (ask('status', '--porcelain') === '' ? '' : '+')
  } catch {
    return null
  }
}
