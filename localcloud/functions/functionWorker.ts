import { join } from 'node:path'
import { format } from 'node:util'
import { parentPort, workerData } from 'node:worker_threads'
import { type LoadedCode, loadCompiled } from './compiledCode'
import { shiftDate } from './shiftedDate'
import type { EventMessage, InstanceMessage, InstanceStart } from './workerMessages'

/**
 * One instance of a cloud function, in a thread of its own: private environment, module state that lives from one
 * event to the next, one event at a time, as on SCF.
 * Not simulated: memory sizes, /tmp limits, freezing between events, layers, runtimes other than this Node.
 */

type Main = (event: unknown, context: unknown) => unknown

const PRINTED_LENGTH = 8_000

const port = parentPort
if (!port) throw new Error('functionWorker runs as a worker thread only')
const say = (message: InstanceMessage): void => port.postMessage(message)

const { entry, clockOffset } = workerData as InstanceStart
const moveClock = shiftDate(clockOffset)

const levels = {
  debug: 'info',
  log: 'info',
  info: 'info',
  warn: 'warn',
  error: 'error',
  trace: 'info',
} as const
for (const [method, level] of Object.entries(levels) as [keyof typeof levels, 'info' | 'warn' | 'error'][])
  console[method] = (...values: unknown[]) =>
    say({ kind: 'printed', level, text: format(...values).slice(0, PRINTED_LENGTH) })

function describe(thrown: unknown): { message: string; stack: string } {
  if (thrown instanceof Error)
    return { message: `${thrown.name}: ${thrown.message}`, stack: thrown.stack ?? thrown.message }
  const text = format(thrown)
  return { message: text, stack: text }
}

interface Loaded extends Pick<LoadedCode, 'keep'> {
  main: Main
}

function load(): Loaded | undefined {
  try {
    // Beside this program, so that whatever builds it anew also clears it.
    const { exports, keep } = loadCompiled(entry, join(__dirname, 'compiled'))
    const { main } = exports as { main?: unknown }
    if (typeof main !== 'function') throw new Error('index.js exports no function named main')
    return { main: main as Main, keep }
  } catch (thrown) {
    say({ kind: 'loadFailed', ...describe(thrown) })
    return undefined
  }
}

let variables: string[] = []

function setEnvironment(environment: Record<string, string>): void {
  for (const name of variables) delete process.env[name]
  variables = Object.keys(environment)
  Object.assign(process.env, environment)
}

async function serveEvent(main: Main, message: EventMessage): Promise<void> {
  setEnvironment(message.environment)
  moveClock(message.clockOffset)
  try {
    const value = await main(JSON.parse(message.event), message.context)
    say({ kind: 'returned', result: JSON.stringify(value) ?? 'null' })
  } catch (thrown) {
    say({ kind: 'threw', ...describe(thrown) })
  }
}

const loaded = load()
if (loaded) {
  const { main, keep } = loaded
  // Kept after an event, when V8 has also compiled what events need.
  port.on('message', (message: EventMessage) => void serveEvent(main, message).then(keep))
  say({ kind: 'ready' })
}
