import { existsSync, readFileSync } from 'node:fs'
import type { Invocation } from './callers'

/** Names this cloud answers to; nothing outside it knows them. */
export const ENVIRONMENT_ID = 'localcloud'
export const APP_ID = 'wx10ca1c10d0000000'

/** Values that `environment.json` in the data folder adds to every function. */
export function readOwnVariables(file: string): Record<string, string> {
  if (!existsSync(file)) return {}
  const variables: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof variables !== 'object' || variables === null || Array.isArray(variables))
    throw new Error(`${file}: must hold an object`)
  for (const [name, value] of Object.entries(variables))
    if (typeof value !== 'string') throw new Error(`${file}: ${name} must be text`)
  return variables as Record<string, string>
}

/**
 * What SCF sets for an instance, so that the SDK takes the same way as in production; nothing of this process's own
 * environment is passed on. Without TENCENTCLOUD_RUNENV each request would first ask a metadata server.
 */
export function instanceVariables(adminUrl: string, own: Record<string, string>): Record<string, string> {
  return {
    TZ: 'UTC',
    PATH: process.env.PATH ?? '',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'localcloud',
    TENCENTCLOUD_SECRETKEY: 'localcloud',
    SCF_NAMESPACE: ENVIRONMENT_ID,
    TCB_ENV: ENVIRONMENT_ID,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
    ...own,
  }
}

/** What changes with each event. The SDK reads a TCB_ or WX_ variable only if the list names it. */
export function eventVariables({ id, caller }: Invocation): Record<string, string> {
  const people: Record<string, string> = { WX_APPID: APP_ID }
  if (caller.openid !== undefined) people.WX_OPENID = caller.openid
  if (caller.clientIp !== undefined) people.WX_CLIENTIP = caller.clientIp
  return {
    ...people,
    WX_CONTEXT_KEYS: Object.keys(people).join(','),
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SESSIONTOKEN,TCB_SOURCE',
    TCB_SESSIONTOKEN: id,
    TCB_SOURCE: caller.source,
    TRIGGER_SRC: caller.source === 'wx_trigger' ? 'timer' : 'client',
  }
}
