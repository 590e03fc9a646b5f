import { Worker } from 'node:worker_threads'
import type { DatabaseSchema } from '../database/layout'
import type { AdminAction, AdminAnswer, DatabaseFaults, FromWorker, Statistics, ToWorker } from './messages'

export type { DatabaseSchema } from '../database/layout'
export type { AdminAction, AdminAnswer, DatabaseFaults } from './messages'

/** The admin protocol's endpoint and the database behind it, on a thread of their own. */
export interface AdminService {
  /** What the SDK needs in TCB_CONTEXT_CNFG. */
  url: string
  /** Moves `db.serverDate()` and `$$NOW`. */
  setClockOffset(milliseconds: number): Promise<void>
  statistics(): Promise<Statistics>
  setFaults(faults: DatabaseFaults): Promise<void>
  stop(): Promise<void>
}

export interface AdminServiceOptions {
  /** Where the database file lies. */
  folder: string
  schema: DatabaseSchema
  /** The bundled `databaseWorker.ts`. */
  workerFile: string
  /** Answers every action that does not begin with `database.`. */
  answerElsewhere(action: AdminAction): Promise<AdminAnswer>
  log(entry: { level: 'warn' | 'error'; text: string }): void
  /** 30 seconds, as production; tests shorten it. */
  transactionLifetimeMilliseconds?: number
}

type Request = ToWorker extends infer Message
  ? Message extends ToWorker
    ? Omit<Message, 'id'>
    : never
  : never

export async function startAdminService(options: AdminServiceOptions): Promise<AdminService> {
  const { folder, schema, transactionLifetimeMilliseconds = 30_000 } = options
  const worker = new Worker(options.workerFile, {
    workerData: { folder, schema, transactionLifetimeMilliseconds },
  })
  const waiting = new Map<number, { resolve(statistics?: Statistics): void; reject(error: Error): void }>()
  let lastId = 0
  let isReady = false
  let isStopping = false

  const ask = (request: Request): Promise<Statistics | undefined> =>
    new Promise((resolve, reject) => {
      const id = ++lastId
      waiting.set(id, { resolve, reject })
      worker.postMessage({ ...request, id })
    })

  const answer = async (id: number, action: AdminAction): Promise<void> => {
    const result = await options.answerElsewhere(action).catch((error: unknown): AdminAnswer => {
      options.log({ level: 'error', text: `${action.action} failed: ${String(error)}` })
      return { json: { code: 'SYS_ERR', message: String(error) } }
    })
    worker.postMessage({ kind: 'answer', id, answer: result } satisfies ToWorker)
  }

  const address = await new Promise<string>((resolve, reject) => {
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'ready') resolve(message.address)
      else if (message.kind === 'log') options.log({ level: message.level, text: message.text })
      else if (message.kind === 'action') void answer(message.id, message.action)
      else {
        waiting.get(message.id)?.resolve(message.statistics)
        waiting.delete(message.id)
      }
    })
    worker.on('error', (error) => {
      options.log({ level: 'error', text: `the database thread died: ${error.message}` })
      reject(error)
    })
    worker.on('exit', () => {
      const error = new Error('the database thread has ended')
      for (const { reject: refuse } of waiting.values()) refuse(error)
      waiting.clear()
      reject(error)
      if (isReady && !isStopping) endProcess(error)
    })
  })
  isReady = true

  return {
    url: address,
    setClockOffset: async (offset) => void (await ask({ kind: 'clock', offset })),
    statistics: async () => (await ask({ kind: 'statistics' })) ?? {},
    setFaults: async (faults) => void (await ask({ kind: 'faults', faults })),
    stop: async () => {
      if (isStopping) return
      isStopping = true
      await ask({ kind: 'stop' })
      await worker.terminate()
    },
  }
}

/** A cloud that has lost its database must not go on as if it had one: thrown where nobody catches it. */
function endProcess(error: Error): void {
  setImmediate(() => {
    throw error
  })
}
