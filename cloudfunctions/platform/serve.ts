import { randomUUID } from 'node:crypto'
import type { Defect, Refusal } from '../../contract/errors'
import { SLOW_CALL } from '../../contract/limits'
import type { ErrorOf, InputOf, MethodDeclaration, Service, ValueOf } from '../../contract/method'
import type { Result } from '../../contract/result'
import type { RoleGrant, Scope } from './access'
import { recordAsked, recordDone } from './audit'
import { type Background, runHttp, runPushed, runTimer } from './background'
import { type Caller, originOf, readCaller, type SignedInCaller, type WechatCaller } from './caller'
import { type Call, CallRefused, type Checked, check, type Implementation, refuseUnknown } from './checks'
import { now } from './clock'
import { isTransactionConflict, isUnavailable } from './database/errors'
import { callerAtDesk } from './desk'
import { noteProblem } from './health'
import { answerHttp, type HttpEvent, readHttpEvent } from './httpEvent'
import { describeError, log } from './log'

type CallerOf<M extends MethodDeclaration> = M['access'] extends 'anyone'
  ? Caller
  : M['wechatOnly'] extends true
    ? WechatCaller
    : SignedInCaller

type Run<M extends MethodDeclaration> = (
  call: Call<InputOf<M>, CallerOf<M>>,
) => Promise<Result<ValueOf<M>, ErrorOf<M>>>

/**
 * What a service must provide for each method of its contract. A method whose place stands in a record also says
 * how to find that place; null (no such record) is answered like a place where the caller has no role. By the request's
 * id (empty for reading) a record that has left the caller meanwhile can say where it was when the request was carried out.
 */
export type Methods<S extends Service> = {
  [Name in keyof S]: S[Name]['access'] extends { at: 'record' }
    ? {
        placeOf: (input: InputOf<S[Name]>, requestId: string) => Promise<string | Scope | null>
        run: Run<S[Name]>
      }
    : Run<S[Name]>
}

interface Served {
  name: string
  contract: Service
  methods: Record<string, unknown>
}

type Answer = Result<unknown, { code: string }>

/** Makes a cloud function of a contract, its methods, and what it does when nobody calls. */
export function serve<S extends Service>(
  name: string,
  contract: S,
  methods: Methods<S>,
  background: Background,
) {
  const served: Served = { name, contract, methods }
  return async (event: unknown): Promise<unknown> => {
    const caller = readCaller()
    if (caller.kind === 'timer') return runTimer(name, background)
    if (caller.kind === 'other') {
      const http = readHttpEvent(event)
      if (http) return (await runHttp(name, background, http.request)) ?? answerDesk(served, caller, http)
      const pushed = await runPushed(name, background, event)
      if (pushed) return pushed.answer
    }
    return answerSafely(served, caller, event)
  }
}

async function answerDesk(served: Served, caller: Caller, http: HttpEvent): Promise<unknown> {
  if (http.method !== 'POST') return answerHttp(http.method === 'OPTIONS' ? 204 : 405, {})
  const known = await callerAtDesk(caller, http, now())
  if (!known) return answerHttp(401, {})
  return answerHttp(200, { result: await answerSafely(served, known, http.body) })
}

interface CallEvent {
  method: unknown
  input: unknown
  requestId: unknown
}

function readEvent(event: unknown): CallEvent {
  const fields = typeof event === 'object' && event !== null ? (event as Record<string, unknown>) : {}
  return { method: fields.method, input: fields.input, requestId: fields.requestId }
}

async function answerSafely({ name, contract, methods }: Served, caller: Caller, event: unknown) {
  const trace = randomUUID()
  const { method, input, requestId } = readEvent(event)
  const named = { service: name, method: String(method).slice(0, 60) }
  const startedAt = now()
  const took = () => Math.max(0, now() - startedAt)
  try {
    if (typeof method !== 'string' || !Object.hasOwn(contract, method)) return refuseUnknown()
    const declaration = contract[method] as MethodDeclaration
    const implementation = methods[method] as Implementation
    const checked = await check({ ...named, declaration, implementation, caller, input, requestId })
    const answer = await run(named, declaration, checked, implementation)
    if (took() > SLOW_CALL) await noteSlow({ ...named, trace, milliseconds: took() })
    return answer
  } catch (error) {
    if (!(error instanceof CallRefused)) return defect(error, { ...named, trace, milliseconds: took() })
    log('info', 'refused', { trace, ...named, code: error.refusal.code })
    return { ok: false, error: error.refusal } satisfies { ok: false; error: Refusal }
  }
}

interface Named {
  service: string
  method: string
}

async function run(
  named: Named,
  { writes, unrecorded = [] }: MethodDeclaration,
  { call, placeCode }: Checked,
  implementation: Implementation,
): Promise<Answer> {
  const work = typeof implementation === 'function' ? implementation : implementation.run
  if (placeCode === null || !writes) return work(call)
  const act = {
    ...named,
    accountId: call.caller.accountId as string,
    name: (call.grants[0] as RoleGrant).name,
    requestId: call.requestId,
    placeCode,
    from: originOf(call.caller),
    input: recordedInput(call.input, unrecorded),
  }
  await recordAsked(act, call.now)
  const result = await work(call)
  await recordDone(act, now(), result.ok ? 'ok' : result.error.code, call.changes.at(-1) ?? null)
  return result
}

const recordedInput = (input: unknown, unrecorded: readonly string[]): unknown =>
  Object.fromEntries(
    Object.entries(input as object).map(([field, value]) => [
      field,
      unrecorded.includes(field) ? '…' : value,
    ]),
  )

interface Trouble extends Named {
  trace: string
  milliseconds: number
}

async function noteSlow({ trace, ...trouble }: Trouble): Promise<void> {
  log('warn', 'slow', { trace, ...trouble })
  await noteProblem({ ...trouble, at: now(), kind: 'slow', requestId: trace })
}

async function defect(error: unknown, { trace, ...trouble }: Trouble): Promise<{ ok: false; error: Defect }> {
  const isBusy = isTransactionConflict(error) || isUnavailable(error)
  log('error', isBusy ? 'busy' : 'defect', { trace, ...trouble, error: describeError(error) })
  await noteProblem({ ...trouble, at: now(), kind: isBusy ? 'busy' : 'defect', requestId: trace })
  return { ok: false, error: { code: isBusy ? 'busy' : 'internal', requestId: trace } }
}
