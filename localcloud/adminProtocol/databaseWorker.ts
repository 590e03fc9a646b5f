import { parentPort, workerData } from 'node:worker_threads'
import { DocumentDatabase } from '../database/database'
import { startAdminServer } from './adminServer'
import { createDatabaseActions } from './databaseActions'
import { Faults } from './faults'
import type { AdminAction, AdminAnswer, FromWorker, Statistics, ToWorker, WorkerOptions } from './messages'

/** Entry of the database's thread: the admin server and every SQLite connection live here. */
async function main(): Promise<void> {
  const port = parentPort
  if (!port) throw new Error('databaseWorker runs only as a worker thread')
  const options = workerData as WorkerOptions
  const tell = (message: FromWorker) => port.postMessage(message)

  let clockOffset = 0
  const now = () => Date.now() + clockOffset
  const database = new DocumentDatabase({
    ...options,
    warn: (text) => tell({ kind: 'log', level: 'warn', text }),
  })
  const statistics: Statistics = Object.create(null)
  const faults = new Faults()

  const elsewhere = new Map<number, (answer: AdminAnswer) => void>()
  let lastId = 0
  const server = await startAdminServer({
    answerDatabase: createDatabaseActions(database, now),
    answerElsewhere: (action: AdminAction) =>
      new Promise<AdminAnswer>((resolve) => {
        const id = ++lastId
        elsewhere.set(id, resolve)
        tell({ kind: 'action', id, action })
      }),
    statistics,
    faults,
    logError: (text) => tell({ kind: 'log', level: 'error', text }),
  })

  port.on('message', (message: ToWorker) => {
    if (message.kind === 'answer') {
      elsewhere.get(message.id)?.(message.answer)
      elsewhere.delete(message.id)
      return
    }
    if (message.kind === 'clock') clockOffset = message.offset
    if (message.kind === 'faults') faults.set(message.faults)
    if (message.kind === 'stop') {
      server.close()
      database.close()
    }
    tell({ kind: 'done', id: message.id, ...(message.kind === 'statistics' ? { statistics } : {}) })
  })
  tell({ kind: 'ready', address: server.address })
}

main().catch((error: unknown) => {
  // Thrown outside of the promise, so that the main thread gets it as the worker's error.
  setImmediate(() => {
    throw error
  })
})
