import type { EventOutcome, FunctionInstance } from './functionInstance'
import type { EventMessage } from './workerMessages'

/**
 * The instances of one function. Each serves one event at a time; when all are busy another is started, up to
 * `limit`, and after that events wait in order.
 * Not simulated: refusing calls above a quota, and ending instances that have been idle.
 */
export interface FunctionPool {
  run(message: EventMessage): Promise<EventOutcome>
  stop(): Promise<void>
}

export interface PoolOptions {
  limit: number
  timeoutMilliseconds: number
  startInstance(): FunctionInstance
}

interface Waiting {
  message: EventMessage
  finish(outcome: EventOutcome): void
}

export function createPool({ limit, timeoutMilliseconds, startInstance }: PoolOptions): FunctionPool {
  const instances = new Set<FunctionInstance>()
  const idle: FunctionInstance[] = []
  const queue: Waiting[] = []
  let starting = 0
  let stopped = false

  async function serve(instance: FunctionInstance, { message, finish }: Waiting): Promise<void> {
    const outcome = await instance.run(message, timeoutMilliseconds)
    if (outcome.kind === 'died' || outcome.kind === 'timedOut') instances.delete(instance)
    else release(instance)
    finish(outcome)
    grow()
  }

  function release(instance: FunctionInstance): void {
    const next = queue.shift()
    if (next) void serve(instance, next)
    else idle.push(instance)
  }

  async function addInstance(): Promise<void> {
    const instance = startInstance()
    instances.add(instance)
    starting++
    const problem = await instance.loaded
    starting--
    if (problem === null) return release(instance)
    instances.delete(instance)
    queue.shift()?.finish({ kind: 'died', message: problem })
    grow()
  }

  function grow(): void {
    if (!stopped && queue.length > starting && instances.size < limit) void addInstance()
  }

  function takeIdle(): FunctionInstance | undefined {
    for (let instance = idle.pop(); instance; instance = idle.pop()) {
      if (instance.isAlive()) return instance
      instances.delete(instance)
    }
    return undefined
  }

  return {
    run: (message) =>
      new Promise((finish) => {
        const instance = takeIdle()
        if (instance) return void serve(instance, { message, finish })
        queue.push({ message, finish })
        grow()
      }),
    async stop() {
      stopped = true
      for (const { finish } of queue.splice(0)) finish({ kind: 'died', message: 'the cloud is stopping' })
      await Promise.all([...instances].map((instance) => instance.stop()))
    },
  }
}
