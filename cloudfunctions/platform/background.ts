import { randomUUID } from 'node:crypto'
import { now } from './clock'
import { type Forget, settleForgetting } from './forgetting'
import { noteProblem, noteTimerRun } from './health'
import { answerHttp, type HttpAnswer, type HttpRequest } from './httpEvent'
import { describeError, log } from './log'

/**
 * What a function does when nobody calls a method: its timer, the messages that WeChat pushes to it, and what other
 * programs ask for below its own address.
 */

/** Work done by the function's timer, once a minute. Never reachable by a person. */
export type Job = (now: number) => Promise<unknown>

/** A message as WeChat pushes it: `{ MsgType: 'event', Event: 'wxa_media_check', … }`. */
export type PushedMessage = Record<string, unknown>

export interface Background {
  everyMinute?: Job
  /** By `Event`. Which function gets which is set in the console, and in messagePush.json for one machine. */
  events?: Record<string, (message: PushedMessage, now: number) => Promise<unknown>>
  forget?: Forget
  /** Answers requests below the function's own address of HTTP access; the address itself is for methods. */
  http?: (request: HttpRequest, now: number) => Promise<HttpAnswer>
}

export async function runTimer(service: string, { everyMinute, forget }: Background): Promise<unknown> {
  const startedAt = now()
  const note = (outcome: string) =>
    noteTimerRun(service, { lastRunAt: startedAt, milliseconds: Math.max(0, now() - startedAt), outcome })
  // Apart: a job that keeps failing must not keep what somebody has asked to be deleted.
  const [done, forgotten] = await Promise.allSettled([
    everyMinute?.(startedAt),
    forget ? settleForgetting(service, forget) : 0,
  ])
  const failure = [done, forgotten].find((outcome) => outcome.status === 'rejected')
  if (failure) {
    log('error', 'timer', { service, error: describeError(failure.reason) })
    await note('failed')
    throw failure.reason
  }
  const value = done.status === 'fulfilled' ? (done.value ?? null) : null
  log('info', 'timer', { service, done: value, forgotten })
  await note('ok')
  return value
}

/** Null when this is no message that the function expects. A person's call can never be one: its source differs. */
export async function runPushed(
  service: string,
  { events }: Background,
  message: unknown,
): Promise<{ answer: unknown } | null> {
  if (typeof message !== 'object' || message === null) return null
  const { MsgType: type, Event: event } = message as PushedMessage
  if (type !== 'event' || typeof event !== 'string' || !events || !Object.hasOwn(events, event)) return null
  log('info', 'pushed', { service, event })
  await events[event]?.(message as PushedMessage, now())
  return { answer: 'success' }
}

/** Null when the function answers nothing but methods, or the request is for its own address. */
export async function runHttp(
  service: string,
  { http }: Background,
  request: HttpRequest,
): Promise<HttpAnswer | null> {
  if (!http || request.subPath === '') return null
  const startedAt = now()
  try {
    return await http(request, startedAt)
  } catch (error) {
    const trace = randomUUID()
    const method = `${request.method} ${request.subPath}`.slice(0, 60)
    log('error', 'defect', { trace, service, method, error: describeError(error) })
    const milliseconds = Math.max(0, now() - startedAt)
    await noteProblem({ at: startedAt, service, method, kind: 'defect', milliseconds, requestId: trace })
    return answerHttp(500, { error: { code: 'internal', requestId: trace } })
  }
}
