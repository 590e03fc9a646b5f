import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startLocalCloud } from '../../localcloud/localCloud'
import type { LogEntry } from '../../localcloud/log'
import { buildFunctions, buildProgram, makeTestFolder, type TestFunction } from './builtPrograms'

/** A local cloud in this process, with functions made for one test file. */
export interface TestCloud {
  origin: string
  folder: string
  printed: LogEntry[]
  /** A session for an openid made on the fly. */
  signIn(openid: string): Promise<string>
  /** Calls a function; answers the status and the whole body. */
  send(name: string, event: unknown, token?: string): Promise<{ status: number; body: Body }>
  /** Calls a function and answers what it returned. */
  call<T>(name: string, event: unknown, token?: string): Promise<T>
  control(action: string, body?: object): Promise<Body>
  stop(): Promise<void>
}

export interface Body {
  [key: string]: unknown
  error?: { code: string; message: string; requestId?: string }
}

export const CONTROL_TOKEN = 'only-for-tests'

interface TestCloudOptions {
  functions: Record<string, TestFunction>
  /** Files of the page by name. */
  site?: Record<string, string>
  people?: object[]
  /** Function names by WeChat event. */
  messagePush?: object
  runsTimers?: boolean
}

export async function startTestCloud({
  functions,
  site = {},
  people = [],
  messagePush,
  runsTimers = false,
}: TestCloudOptions): Promise<TestCloud> {
  const folder = makeTestFolder('cloud')
  buildProgram('localcloud/functions/functionWorker.ts', join(folder, 'program/functionWorker.js'))
  buildProgram('localcloud/adminProtocol/databaseWorker.ts', join(folder, 'program/databaseWorker.js'))
  buildFunctions(join(folder, 'functions'), functions)
  for (const [name, content] of Object.entries(site)) writeFileSync(join(folder, 'program', name), content)
  writeFileSync(join(folder, 'people.json'), JSON.stringify(people))
  if (messagePush) writeFileSync(join(folder, 'functions/messagePush.json'), JSON.stringify(messagePush))

  const printed: LogEntry[] = []
  const cloud = await startLocalCloud({
    port: 0,
    dataFolder: join(folder, 'data'),
    functionsFolder: join(folder, 'functions'),
    siteFolder: join(folder, 'program'),
    peopleFile: join(folder, 'people.json'),
    controlToken: CONTROL_TOKEN,
    instancesPerFunction: 4,
    runsTimers,
    programFolder: join(folder, 'program'),
    log: (entry) => printed.push(entry),
  })
  return {
    ...clientOf(cloud.origin),
    origin: cloud.origin,
    folder,
    printed,
    async stop() {
      await cloud.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function clientOf(origin: string): Pick<TestCloud, 'signIn' | 'send' | 'call' | 'control'> {
  const send: TestCloud['send'] = async (name, event, token) => {
    const headers = token === undefined ? undefined : { authorization: `Bearer ${token}` }
    const body = typeof event === 'string' ? event : JSON.stringify(event)
    const response = await fetch(`${origin}/call/${name}`, { method: 'POST', headers, body })
    return { status: response.status, body: (await response.json()) as Body }
  }
  const control: TestCloud['control'] = async (action, body) => {
    const response = await fetch(`${origin}/local/control/${action}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'x-localcloud-control': CONTROL_TOKEN },
      body: body && JSON.stringify(body),
    })
    const answer = (await response.json()) as Body
    if (response.status !== 200) throw new Error(`${action}: ${answer.error?.message}`)
    return answer
  }
  return {
    send,
    control,
    async call<T>(name: string, event: unknown, token?: string) {
      const { body } = await send(name, event, token)
      if (body.error) throw Object.assign(new Error(body.error.message), body.error)
      return body.result as T
    },
    signIn: async (openid) =>
      ((await control('sessions', { openids: [openid] })).tokens as string[])[0] as string,
  }
}
