import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Takes a data folder for this process alone; answers how to give it back. */
export function lockDataFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const lock = join(folder, 'lock')
  const own = `${process.pid} ${startOf(process.pid)}`
  const mine = `${lock}.${process.pid}`
  writeFileSync(mine, own)
  try {
    if (!claim(mine, lock)) {
      const owner = readFileSync(lock, 'utf8')
      if (isRunning(owner)) throw new Error(`${folder} is in use by process ${owner.split(' ')[0]}`)
      rmSync(lock)
      if (!claim(mine, lock)) throw new Error(`${folder} was just taken by another process`)
    }
  } finally {
    rmSync(mine)
  }
  return () => rmSync(lock, { force: true })
}

/** A hard link appears at once and with its content, or not at all. */
function claim(mine: string, lock: string): boolean {
  try {
    linkSync(mine, lock)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function isRunning(owner: string): boolean {
  const [pid = '', start = ''] = owner.split(' ')
  if (!/^\d+$/.test(pid)) return false
  try {
    process.kill(Number(pid), 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return startOf(Number(pid)) === start
}

/** When a process started, so that a number used again is not taken for its former owner; empty where unknown. */
function startOf(pid: number): string {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')
    return fields?.[19] ?? ''
  } catch {
    return ''
  }
}
