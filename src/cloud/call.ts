import type { CloudAnswer, CommonError, Input, Method, MethodName, ServiceName } from './services'
import { type CloudEvent, deliver } from './transport'
import { noteWritten } from './written'

/** Before the second and the third try. A person waits this long without wondering. */
const PAUSES = [400, 1500]

type Options<S extends ServiceName, M extends MethodName<S>> = Method<S, M>['writes'] extends true
  ? [options: { requestId: string }]
  : []

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

interface Outcome {
  answer: unknown
  isWorthRetrying: boolean
}

const failed = (error: CommonError) => ({ ok: false, error })

const tryOnce = async (service: string, event: CloudEvent): Promise<Outcome> => {
  const delivery = await deliver(service, event)
  if (delivery.kind === 'lost') return { answer: failed({ code: 'no_connection' }), isWorthRetrying: true }
  if (delivery.kind === 'sessionEnded')
    return { answer: failed({ code: 'session_ended' }), isWorthRetrying: false }
  if (delivery.kind === 'failed')
    return { answer: failed({ code: 'internal', requestId: delivery.requestId }), isWorthRetrying: false }
  const { error } = (delivery.answer ?? {}) as { error?: { code?: string } }
  return { answer: delivery.answer, isWorthRetrying: error?.code === 'busy' }
}

/**
 * Calls a method of the cloud. A lost connection and a busy cloud are tried again, three times in all: safe for
 * a method that writes too, since each try carries the same request id.
 */
export const call = async <S extends ServiceName, M extends MethodName<S>>(
  service: S,
  method: M,
  input: Input<S, M>,
  ...[options]: Options<S, M>
): Promise<CloudAnswer<S, M>> => {
  const event: CloudEvent = { method, input: input as object, ...options }
  let outcome = await tryOnce(service, event)
  for (const pause of PAUSES) {
    if (!outcome.isWorthRetrying) break
    await wait(pause)
    outcome = await tryOnce(service, event)
  }
  if (options) noteWritten()
  // The contract is the cloud's promise; it was checked there and is not checked twice.
  return outcome.answer as CloudAnswer<S, M>
}
