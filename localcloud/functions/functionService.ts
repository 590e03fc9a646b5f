import { randomUUID } from 'node:crypto'
import type { CloudClock } from '../clock'
import type { Log, LogLevel } from '../log'
import type { Caller, Invocation } from './callers'
import { ENVIRONMENT_ID, eventVariables, instanceVariables } from './environment'
import type { CloudFunction } from './functionFolder'
import { type EventOutcome, startInstance } from './functionInstance'
import type { FunctionLine } from './functionLog'
import { createPool, type FunctionPool } from './functionPool'

/**
 * Runs cloud functions.
 * Not simulated: quotas (requests per second, concurrency per environment), `event.userInfo` (read
 * `getWXContext()`), asynchronous calls, versions and aliases, billing.
 */
export interface FunctionService {
  has(name: string): boolean
  invoke(name: string, event: string, caller: Caller, requestId?: string): Promise<Answer>
  /** The event being served that a token belongs to; undefined once it is over. */
  findInvocation(token: string | undefined): Invocation | undefined
  mayCall(functionName: string, openApi: string): boolean
  stop(): Promise<void>
}

/** `result` is JSON text. */
export type Answer =
  | { requestId: string; result: string }
  | { requestId: string; error: { code: ErrorCode; message: string } }

type ErrorCode =
  | 'FUNCTIONS_EXECUTE_FAIL'
  | 'FUNCTIONS_TIME_LIMIT_EXCEEDED'
  | 'EXCEED_MAX_PAYLOAD_SIZE'
  | 'FUNCTION_NOT_FOUND'

export interface FunctionServiceOptions {
  functions: ReadonlyMap<string, CloudFunction>
  /** Most instances of one function at a time. */
  instancesPerFunction: number
  workerFile: string
  adminUrl: string
  ownVariables: Record<string, string>
  clock: CloudClock
  log: Log
  /** Each line a function prints, and each failure, is kept as well. */
  keepLine(line: Omit<FunctionLine, 'at'>): void
}

/** Events and results alike. WeChat's table of errors names this limit for results (-604001). */
export const PAYLOAD_BYTES = 1_048_576
const HEAP_MEGABYTES = 256

export function createFunctionService(options: FunctionServiceOptions): FunctionService {
  const { functions, clock } = options
  const invocations = new Map<string, Invocation>()
  const pools = new Map<string, FunctionPool>()
  const environment = instanceVariables(options.adminUrl, options.ownVariables)

  function print(name: string, level: LogLevel, requestId: string, text: string): void {
    options.log({ level, text: `[${name} ${requestId}] ${text}` })
    options.keepLine({ function: name, requestId, level, line: text })
  }

  function poolOf(deployed: CloudFunction): FunctionPool {
    const known = pools.get(deployed.name)
    if (known) return known
    const pool = createPool({
      limit: options.instancesPerFunction,
      timeoutMilliseconds: deployed.timeoutSeconds * 1000,
      startInstance: () =>
        startInstance({
          workerFile: options.workerFile,
          entry: deployed.entry,
          environment,
          clockOffset: clock.offset(),
          print: (level, requestId, text) => print(deployed.name, level, requestId, text),
        }),
    })
    pools.set(deployed.name, pool)
    return pool
  }

  async function run(deployed: CloudFunction, event: string, invocation: Invocation): Promise<Answer> {
    invocations.set(invocation.id, invocation)
    const outcome = await poolOf(deployed).run({
      event,
      environment: eventVariables(invocation),
      context: contextOf(deployed, invocation.id),
      clockOffset: clock.offset(),
      requestId: invocation.id,
    })
    invocations.delete(invocation.id)
    const answer = answerOf(outcome, deployed, invocation.id)
    if ('error' in answer)
      print(
        deployed.name,
        'error',
        invocation.id,
        outcome.kind === 'threw' ? outcome.stack : answer.error.message,
      )
    return answer
  }

  return {
    has: (name) => functions.has(name),
    findInvocation: (token) => (token === undefined ? undefined : invocations.get(token)),
    mayCall: (functionName, openApi) =>
      functions.get(functionName)?.openApiPermissions.includes(openApi) ?? false,
    async invoke(name, event, caller, id = randomUUID()) {
      const deployed = functions.get(name)
      if (!deployed) return refuse(id, 'FUNCTION_NOT_FOUND', `there is no function named ${name}`)
      if (isTooLarge(event)) return refuse(id, 'EXCEED_MAX_PAYLOAD_SIZE', 'the event is larger than 1 MB')
      return run(deployed, event, { id, functionName: name, caller })
    },
    async stop() {
      await Promise.all([...pools.values()].map((pool) => pool.stop()))
    },
  }
}

const refuse = (requestId: string, code: ErrorCode, message: string): Answer => ({
  requestId,
  error: { code, message },
})

/** A character takes at most three bytes of UTF-8 per UTF-16 unit, so short text needs no counting. */
const isTooLarge = (text: string): boolean =>
  text.length * 3 > PAYLOAD_BYTES && Buffer.byteLength(text) > PAYLOAD_BYTES

function answerOf(outcome: EventOutcome, deployed: CloudFunction, requestId: string): Answer {
  switch (outcome.kind) {
    case 'returned':
      return isTooLarge(outcome.result)
        ? refuse(requestId, 'FUNCTIONS_EXECUTE_FAIL', 'cloudfunction result size exceed limit (1MB)')
        : { requestId, result: outcome.result }
    case 'timedOut': {
      const message = `Invoking task timed out after ${deployed.timeoutSeconds} seconds`
      return refuse(requestId, 'FUNCTIONS_TIME_LIMIT_EXCEEDED', message)
    }
    default:
      return refuse(requestId, 'FUNCTIONS_EXECUTE_FAIL', outcome.message)
  }
}

/** The second argument of `main`, as SCF gives it. */
function contextOf(deployed: CloudFunction, requestId: string): Record<string, unknown> {
  return {
    request_id: requestId,
    function_name: deployed.name,
    function_version: '$LATEST',
    namespace: ENVIRONMENT_ID,
    memory_limit_in_mb: HEAP_MEGABYTES,
    time_limit_in_ms: deployed.timeoutSeconds * 1000,
  }
}
