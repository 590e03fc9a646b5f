import { Worker } from 'node:worker_threads'
import type { LogLevel } from '../log'
import type { EventMessage, InstanceMessage, InstanceStart } from './workerMessages'

export type EventOutcome =
  | { kind: 'returned'; result: string }
  | { kind: 'threw'; message: string; stack: string }
  | { kind: 'died'; message: string }
  | { kind: 'timedOut' }

export interface InstanceOptions extends InstanceStart {
  workerFile: string
  environment: Record<string, string>
  /** `requestId` is that of the event being served, or `-` between events. */
  print(level: LogLevel, requestId: string, text: string): void
}

/** One running copy of a function. After `died` or `timedOut` it is gone and must be replaced. */
export interface FunctionInstance {
  /** Null when the code is loaded; otherwise why it could not be. */
  loaded: Promise<string | null>
  /** False once it is gone: a forgotten rejection can end it between two events. */
  isAlive(): boolean
  run(message: EventMessage, timeoutMilliseconds: number): Promise<EventOutcome>
  stop(): Promise<void>
}

/** An instance that has not loaded its code by now never will. */
const LOAD_MILLISECONDS = 60_000
/** CloudBase's default instance has 256 MB. */
const HEAP_MEGABYTES = 256

export function startInstance(options: InstanceOptions): FunctionInstance {
  const { workerFile, environment, entry, clockOffset, print } = options
  const start: InstanceStart = { entry, clockOffset }
  const worker = new Worker(workerFile, {
    env: environment,
    workerData: start,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  })
  worker.stdout.setEncoding('utf8').on('data', (text: string) => print('info', requestId, text.trimEnd()))
  worker.stderr.setEncoding('utf8').on('data', (text: string) => print('error', requestId, text.trimEnd()))

  let alive = true
  let requestId = '-'
  let finishLoading: (problem: string | null) => void = () => {}
  let finishEvent: ((outcome: EventOutcome) => void) | undefined
  const loaded = new Promise<string | null>((resolve) => {
    finishLoading = resolve
  })
  const loadTimer = setTimeout(() => die('the code did not load in time'), LOAD_MILLISECONDS)

  function settle(outcome: EventOutcome): void {
    const finish = finishEvent
    finishEvent = undefined
    requestId = '-'
    finish?.(outcome)
  }
  function die(message: string): void {
    alive = false
    clearTimeout(loadTimer)
    finishLoading(message)
    settle({ kind: 'died', message })
    void worker.terminate()
  }

  worker.on('error', (error) => die(String(error)))
  worker.on('exit', (code) => die(`the instance ended with code ${code}`))
  worker.on('messageerror', (error) => die(String(error)))
  worker.on('message', (message: InstanceMessage) => {
    if (message.kind === 'printed') return print(message.level, requestId, message.text)
    if (message.kind === 'loadFailed') {
      print('error', requestId, message.stack)
      return die(message.message)
    }
    if (message.kind !== 'ready') return settle(message)
    clearTimeout(loadTimer)
    finishLoading(null)
  })

  return {
    loaded,
    isAlive: () => alive,
    run: (message, timeoutMilliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => {
          settle({ kind: 'timedOut' })
          die('timed out')
        }, timeoutMilliseconds)
        finishEvent = (outcome) => {
          clearTimeout(timer)
          resolve(outcome)
        }
        requestId = message.requestId
        worker.postMessage(message)
      }),
    async stop() {
      clearTimeout(loadTimer)
      await worker.terminate()
    },
  }
}
