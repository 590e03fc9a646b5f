import { randomUUID } from 'node:crypto'
import * as v from 'valibot'
import type { Defect, FieldProblem, Refusal } from '../../contract/errors'
import { REQUEST_ID_LENGTH } from '../../contract/limits'
import type { ErrorOf, InputOf, MethodDeclaration, Service, ValueOf } from '../../contract/method'
import type { Result } from '../../contract/result'
import { loadGrants, mayAct, needsRole, placeInInput } from './access'
import { recordAsked, recordDone } from './audit'
import { type Caller, isSignedIn, readCaller, type SignedInCaller } from './caller'
import { now } from './clock'
import { isTransactionConflict, isUnavailable } from './database/errors'
import { describeError, log } from './log'
import { secondsToWait } from './pace'

/** One call, checked: the input is valid, the caller may do it. */
export interface Call<Input, Who extends Caller = Caller> {
  input: Input
  caller: Who
  /** Made by the client; empty for a method that only reads. */
  requestId: string
  now: number
}

type CallOf<M extends MethodDeclaration> = Call<
  InputOf<M>,
  M['access'] extends 'anyone' ? Caller : SignedInCaller
>
type Run<M extends MethodDeclaration> = (call: CallOf<M>) => Promise<Result<ValueOf<M>, ErrorOf<M>>>

/**
 * What a service must provide for each method of its contract. A method whose place stands in a record also says
 * how to find that place; null (no such record) is answered like a place where the caller has no role.
 */
export type Methods<S extends Service> = {
  [Name in keyof S]: S[Name]['access'] extends { at: 'record' }
    ? { placeOf: (input: InputOf<S[Name]>) => Promise<string | null>; run: Run<S[Name]> }
    : Run<S[Name]>
}

/** Work done by the function's timer, once a minute. Never reachable by a person. */
export type Job = (now: number) => Promise<unknown>

interface Served {
  name: string
  contract: Service
  methods: Record<string, unknown>
  job: Job | null
}

type Answer = Result<unknown, { code: string }>

/** The outcome of a check that stops a call. */
class CallRefused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code)
  }
}

/** Makes a cloud function of a contract and its methods. */
export function serve<S extends Service>(name: string, contract: S, methods: Methods<S>, job: Job | null) {
  const served: Served = { name, contract, methods, job }
  return async (event: unknown): Promise<unknown> => {
    const caller = readCaller()
    if (caller.kind === 'timer') return runJob(served)
    const trace = randomUUID()
    const { method, input, requestId } = readEvent(event)
    try {
      return await answer(served, caller, method, input, requestId)
    } catch (error) {
      if (error instanceof CallRefused) {
        log('info', 'refused', {
          trace,
          service: name,
          method: String(method).slice(0, 60),
          code: error.refusal.code,
        })
        return { ok: false, error: error.refusal }
      }
      return { ok: false, error: defect(error, trace, name, String(method)) }
    }
  }
}

function readEvent(event: unknown): { method: unknown; input: unknown; requestId: unknown } {
  const fields = typeof event === 'object' && event !== null ? (event as Record<string, unknown>) : {}
  return { method: fields.method, input: fields.input, requestId: fields.requestId }
}

async function answer(
  served: Served,
  caller: Caller,
  method: unknown,
  input: unknown,
  requestId: unknown,
): Promise<Answer> {
  if (typeof method !== 'string' || !Object.hasOwn(served.contract, method))
    throw new CallRefused({ code: 'unknown_method' })
  const declaration = served.contract[method] as MethodDeclaration
  if (declaration.access !== 'anyone' && !(isSignedIn(caller) && caller.kind === 'person')) {
    throw new CallRefused({ code: 'not_signed_in' })
  }
  const time = now()
  keepPace(declaration, `${served.name}.${method}`, caller, time)
  const grants = needsRole(declaration.access) ? await loadGrants(caller.accountId as string, time) : []
  // Whoever holds the role nowhere learns nothing about the input either.
  if (
    needsRole(declaration.access) &&
    !grants.some((grant) => (declaration.access as { roles: readonly string[] }).roles.includes(grant.role))
  ) {
    throw new CallRefused({ code: 'not_allowed' })
  }
  const call = {
    input: valid(declaration, input),
    caller,
    requestId: validRequestId(declaration, requestId),
    now: time,
  }
  const implementation = served.methods[method] as Runnable
  if (needsRole(declaration.access)) {
    const place =
      declaration.access.at === 'record'
        ? await placeOfRecord(implementation, call.input)
        : placeInInput(declaration.access, call.input)
    if (!mayAct(declaration.access, grants, place)) throw new CallRefused({ code: 'not_allowed' })
  }
  const run = typeof implementation === 'function' ? implementation : implementation.run
  return needsRole(declaration.access) && declaration.writes
    ? runAudited(served.name, method, call, run)
    : run(call)
}

type RunAny = (call: Call<unknown>) => Promise<Answer>
type Runnable = RunAny | { placeOf: (input: unknown) => Promise<string | null>; run: RunAny }

const placeOfRecord = (implementation: Runnable, input: unknown): Promise<string | null> =>
  typeof implementation === 'function' ? Promise.resolve(null) : implementation.placeOf(input)

async function runAudited(
  service: string,
  method: string,
  call: Call<unknown>,
  run: RunAny,
): Promise<Answer> {
  const act = {
    accountId: call.caller.accountId as string,
    service,
    method,
    requestId: call.requestId,
    input: call.input,
    at: call.now,
  }
  await recordAsked(act)
  const result = await run(call)
  await recordDone({ ...act, at: now() }, result.ok ? 'ok' : result.error.code)
  return result
}

function keepPace(declaration: MethodDeclaration, method: string, caller: Caller, time: number): void {
  if (!declaration.pace) return
  const key = `${method} ${caller.accountId ?? caller.requestAddress ?? 'unknown'}`
  const retryAfterSeconds = secondsToWait(key, declaration.pace, time)
  if (retryAfterSeconds > 0) throw new CallRefused({ code: 'too_many_requests', retryAfterSeconds })
}

function valid(declaration: MethodDeclaration, input: unknown): unknown {
  const checked = v.safeParse(declaration.input, input ?? {})
  if (checked.success) return checked.output
  throw new CallRefused({ code: 'invalid_input', fields: checked.issues.map(describeIssue) })
}

const PROBLEMS_SHOWN_LENGTH = 200

function describeIssue(issue: v.BaseIssue<unknown>): FieldProblem {
  const path = v.getDotPath(issue) ?? ''
  // Schema messages of ours are Chinese sentences; what the library says itself (a wrong type) is put in our words.
  const message = /[\u4e00-\u9fff]/.test(issue.message) ? issue.message : '内容不正确，请检查后再提交'
  return { path: path.slice(0, PROBLEMS_SHOWN_LENGTH), message }
}

function validRequestId(declaration: MethodDeclaration, requestId: unknown): string {
  if (!declaration.writes) return ''
  const { min, max } = REQUEST_ID_LENGTH
  if (
    typeof requestId === 'string' &&
    requestId.length >= min &&
    requestId.length <= max &&
    /^[\w-]+$/.test(requestId)
  )
    return requestId
  throw new CallRefused({
    code: 'invalid_input',
    fields: [{ path: 'requestId', message: '请求缺少编号，请更新小程序后再试' }],
  })
}

function defect(error: unknown, trace: string, service: string, method: string): Defect {
  const isBusy = isTransactionConflict(error) || isUnavailable(error)
  log('error', isBusy ? 'busy' : 'defect', {
    trace,
    service,
    method: method.slice(0, 60),
    error: describeError(error),
  })
  return { code: isBusy ? 'busy' : 'internal', requestId: trace }
}

async function runJob({ name, job }: Served): Promise<unknown> {
  if (!job) return null
  try {
    const done = await job(now())
    log('info', 'timer', { service: name, done })
    return done
  } catch (error) {
    log('error', 'timer', { service: name, error: describeError(error) })
    throw error
  }
}
