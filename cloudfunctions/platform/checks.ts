import * as v from 'valibot'
import type { FieldProblem, Refusal } from '../../contract/errors'
import { REQUEST_ID_LENGTH } from '../../contract/limits'
import type { MethodDeclaration } from '../../contract/method'
import type { Result } from '../../contract/result'
import { grantsFor, loadGrants, needsRole, type RoleGrant, type Scope, scopeInInput, scopeOf } from './access'
import type { Change } from './audit'
import { type Caller, isSignedIn } from './caller'
import { now } from './clock'
import { secondsToWait } from './pace'

/** Everything that is asked of a call before its work begins. */

/** One call, checked: the input is valid, the caller may do it. */
export interface Call<Input, Who extends Caller = Caller> {
  input: Input
  caller: Who
  /** Made by the client; empty for a method that only reads. */
  requestId: string
  now: number
  /** The caller's roles that allow this call; none where the method asks for no role. */
  grants: RoleGrant[]
  /** Staff methods that write say here what they found and what they left, for the audit trail. */
  note(change: Change): void
  changes: Change[]
}

export type RunAny = (call: Call<unknown>) => Promise<Result<unknown, { code: string }>>
export type Implementation =
  | RunAny
  | { placeOf: (input: unknown, requestId: string) => Promise<string | Scope | null>; run: RunAny }

/** The outcome of a check that stops a call. */
export class CallRefused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code)
  }
}

export function refuseUnknown(): never {
  throw new CallRefused({ code: 'unknown_method' })
}

interface Asked {
  service: string
  method: string
  declaration: MethodDeclaration
  implementation: Implementation
  caller: Caller
  input: unknown
  requestId: unknown
}

export interface Checked {
  call: Call<unknown>
  /** The place that a staff call is about; null when the method asks for no role. */
  placeCode: string | null
}

export async function check(asked: Asked): Promise<Checked> {
  const { declaration, caller } = asked
  const { access } = declaration
  if (access !== 'anyone' && !isSignedIn(caller)) throw new CallRefused({ code: 'not_signed_in' })
  if (declaration.wechatOnly && caller.kind === 'desk') throw new CallRefused({ code: 'wechat_needed' })
  const time = now()
  keepPace(declaration, `${asked.service}.${asked.method}`, caller, time)
  const held = needsRole(access) ? await loadGrants(caller.accountId as string, time) : []
  // Whoever holds the role nowhere learns nothing about the input either.
  if (needsRole(access) && !held.some(({ role }) => access.roles.includes(role)))
    throw new CallRefused({ code: 'not_allowed' })
  const input = valid(declaration, asked.input)
  const requestId = validRequestId(declaration, asked.requestId)
  const { grants, placeCode } = await allow(asked, held, input, requestId)
  const changes: Change[] = []
  const note = (change: Change) => void changes.push(change)
  return { call: { input, caller, requestId, now: time, grants, note, changes }, placeCode }
}

async function allow(
  { declaration, implementation }: Asked,
  held: RoleGrant[],
  input: unknown,
  requestId: string,
) {
  const { access } = declaration
  if (!needsRole(access)) return { grants: [], placeCode: null }
  const scope =
    access.at === 'record' && typeof implementation !== 'function'
      ? scopeOf(await implementation.placeOf(input, requestId))
      : scopeInInput(access, input)
  const grants = grantsFor(access, held, scope)
  if (grants.length === 0 || scope === null) throw new CallRefused({ code: 'not_allowed' })
  return { grants, placeCode: scope.placeCode }
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
