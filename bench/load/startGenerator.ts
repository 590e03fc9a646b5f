import { fork } from 'node:child_process'
import { folderOf } from '../../config/folders'
import type { LoadOrder, LoadOutcome } from './order'

export interface Generator {
  run(order: LoadOrder): Promise<LoadOutcome>
  stop(): void
}

/** Starts the load generator in a process of its own; one order at a time. */
export function startGenerator(): Generator {
  const child = fork(folderOf('dist/bench/generator.js'), [], { serialization: 'advanced' })
  return {
    run: (order) =>
      new Promise((resolve, reject) => {
        const fail = (code: number | null) => reject(new Error(`the load generator ended with code ${code}`))
        child.once('exit', fail)
        child.once('message', (outcome) => {
          child.off('exit', fail)
          resolve(outcome as LoadOutcome)
        })
        child.send(order)
      }),
    stop: () => child.disconnect(),
  }
}
