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
  const worker = startWorker(options)
  let alive = true
  let requestId = '-'
  let finishLoading: (problem: string | null) => void = () => {}
  let finishEvent: ((outcome: EventOutcome) => void) | undefined
  const loaded = new Promise<string | null>((resolve) => {
    finishLoading = resolve
  })
  const loadTimer = setTimeout(
    () => end({ kind: 'died', message: 'the code did not load in time' }),
    LOAD_MILLISECONDS,
  )
  const print = (level: LogLevel, text: string): void => options.print(level, requestId, text)

  function settle(outcome: EventOutcome): void {
    const finish = finishEvent
    finishEvent = undefined
    requestId = '-'
    finish?.(outcome)
  }
  function end(outcome: EventOutcome & { kind: 'died' | 'timedOut' }): void {
    alive = false
    clearTimeout(loadTimer)
    finishLoading(outcome.kind === 'died' ? outcome.message : outcome.kind)
    settle(outcome)
    void worker.terminate()
  }
  function receive(message: InstanceMessage): void {
    switch (message.kind) {
      case 'printed':
        print(message.level, message.text)
        break
      case 'loadFailed':
        print('error', message.stack)
        end({ kind: 'died', message: message.message })
        break
      case 'ready':
        clearTimeout(loadTimer)
        finishLoading(null)
        break
      default:
        settle(message)
    }
  }
  function die(message: string): void {
    // Nobody waits for an answer, so only this line tells.
    if (alive && !finishEvent) print('error', message)
    end({ kind: 'died', message })
  }

  worker.on('message', receive)
  // Before `exit`, and not before `error`, every message has been received: a finished event stays finished.
  let reason: string | undefined
  worker.on('error', (error) => {
    reason = String(error)
  })
  worker.on('exit', (code) => die(reason ?? `the instance ended with code ${code}`))
  worker.stdout.setEncoding('utf8').on('data', (text: string) => print('info', text.trimEnd()))
  worker.stderr.setEncoding('utf8').on('data', (text: string) => print('error', text.trimEnd()))

  return {
    loaded,
    isAlive: () => alive,
    run: (message, timeoutMilliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => end({ kind: 'timedOut' }), timeoutMilliseconds)
        finishEvent = (outcome) => {
          clearTimeout(timer)
          resolve(outcome)
        }
        requestId = message.requestId
        worker.postMessage(message)
      }),
    async stop() {
      alive = false
      clearTimeout(loadTimer)
      await worker.terminate()
    },
  }
}

/** What a function writes past `console` is caught as well. */
function startWorker({ workerFile, environment, entry, clockOffset }: InstanceOptions): Worker {
  const start: InstanceStart = { entry, clockOffset }
  return new Worker(workerFile, {
    env: environment,
    workerData: start,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  })
}
