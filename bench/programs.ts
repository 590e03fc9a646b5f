import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Starting and ending the programs that are measured. Each announces itself with `ready on http://…`. */
export interface Program {
  url: string
  /** From starting the process to its announcement. */
  startMilliseconds: number
  /**
   * Processor time of all its threads since its start, in milliseconds; NaN where the system does not tell (only
   * Linux does). Other programs on the same machine change it little, unlike a rate.
   */
  cpuMilliseconds(): number
  stop(): Promise<void>
}

const STARTS_WITHIN = 30_000
const ENDS_WITHIN = 20_000

export function startProgram(file: string, options: string[], nodeOptions: string[] = []): Promise<Program> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [...nodeOptions, file, ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  let said = ''
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${file} did not start (${why}):\n${said}`))
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      fail('too slow')
    }, STARTS_WITHIN)
    child.once('exit', (code) => {
      clearTimeout(timer)
      fail(`exit code ${code}`)
    })
    const listen = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-10_000)
      const url = /ready on (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1]
      if (!url) return
      clearTimeout(timer)
      resolve({
        url,
        startMilliseconds: performance.now() - startedAt,
        cpuMilliseconds: () => readCpuMilliseconds(child.pid),
        stop: () => end(child),
      })
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
  })
}

/** The kernel counts in hundredths of a second, whatever its own clock. */
const TICK_MILLISECONDS = 10

function readCpuMilliseconds(pid: number | undefined): number {
  try {
    const [user, system] = (readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1] ?? '')
      .split(' ')
      .slice(11, 13)
    return (Number(user) + Number(system)) * TICK_MILLISECONDS
  } catch {
    return Number.NaN
  }
}

const running = new Set<ChildProcess>()

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN)
    child.once('exit', () => {
      clearTimeout(timer)
      resolve()
    })
    child.kill('SIGTERM')
  })
}

/** However the bench ends, nothing that it started goes on. */
export function endEverything(): void {
  for (const child of running) child.kill('SIGKILL')
}
