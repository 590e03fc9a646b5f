import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { InferInput } from 'valibot'
import type { accounts } from '../../contract/accounts'
import type { activities } from '../../contract/activities'
import type { administration } from '../../contract/administration'
import type { attendance } from '../../contract/attendance'
import type { awards } from '../../contract/awards'
import type { caseRules } from '../../contract/caseRules'
import type { caseStatistics } from '../../contract/caseStatistics'
import type { casework } from '../../contract/casework'
import type { Defect, Refusal } from '../../contract/errors'
import type { hotline } from '../../contract/hotline'
import type { judging } from '../../contract/judging'
import type { messages } from '../../contract/messages'
import type { ErrorOf, Service, ValueOf } from '../../contract/method'
import type { moderation } from '../../contract/moderation'
import type { nominations } from '../../contract/nominations'
import type { open311 } from '../../contract/open311'
import type { places } from '../../contract/places'
import type { reporting } from '../../contract/reporting'
import type { Result } from '../../contract/result'
import type { volunteerHours } from '../../contract/volunteerHours'
import type { volunteerStatistics } from '../../contract/volunteerStatistics'
import type { volunteers } from '../../contract/volunteers'
import type { voting } from '../../contract/voting'

/** A local cloud of a test's own: real functions, real SDK, real database, in a folder that goes away. */

const top = path.resolve(__dirname, '../..')
export const ADMINISTRATOR_SECRET = 'only-for-tests-administrator'
export const RESULTS_TEMPLATE = 'results-published'
/** One of each term; other kinds of messages stay in the inbox. */
export const MESSAGE_TEMPLATES: Record<string, { templateId: string; term: string; fields: object }> = {
  resultsPublished: {
    templateId: RESULTS_TEMPLATE,
    term: 'once',
    fields: { thing1: 'title', thing2: 'line', time3: 'time' },
  },
  roleGranted: { templateId: 'role-granted', term: 'long', fields: { thing1: 'title', thing2: 'line' } },
  deskSignedIn: { templateId: 'desk-signed-in', term: 'long', fields: { thing1: 'line', time2: 'time' } },
}
export const CONTROL_TOKEN = 'only-for-tests-control'

export type Answer<S extends Service, M extends keyof S> = Result<
  ValueOf<S[M]>,
  ErrorOf<S[M]> | Refusal | Defect
>
/** Calls a method as one person. Without a request id each call is a new request. */
export type Client<S extends Service> = <M extends keyof S & string>(
  method: M,
  input: InferInput<S[M]['input']>,
  requestId?: string,
) => Promise<Answer<S, M>>

export interface Clients {
  accounts: Client<typeof accounts>
  administration: Client<typeof administration>
  awards: Client<typeof awards>
  judging: Client<typeof judging>
  messages: Client<typeof messages>
  moderation: Client<typeof moderation>
  nominations: Client<typeof nominations>
  places: Client<typeof places>
  caseRules: Client<typeof caseRules>
  caseStatistics: Client<typeof caseStatistics>
  casework: Client<typeof casework>
  hotline: Client<typeof hotline>
  open311: Client<typeof open311>
  reporting: Client<typeof reporting>
  volunteers: Client<typeof volunteers>
  volunteerStatistics: Client<typeof volunteerStatistics>
  volunteerHours: Client<typeof volunteerHours>
  attendance: Client<typeof attendance>
  activities: Client<typeof activities>
  voting: Client<typeof voting>
}

export interface Person extends Clients {
  openid: string
  token: string
}

export interface Cloud {
  url: string
  folder: string
  /** A person signed in under `openid`, or under a new one. */
  person(openid?: string): Promise<Person>
  people(openids: string[]): Promise<Person[]>
  nobody: Clients
  /** A browser at a desk, over HTTP access; without a token nobody is signed in. */
  desk(token?: string): Clients
  /** Sends anything at all to a function, as a client with this token would. */
  send(name: string, event: unknown, token?: string): Promise<{ status: number; body: unknown }>
  control(action: string, body: object): Promise<unknown>
  /** Moves the clock of functions, database and timers, from the real time. */
  setClock(offsetMilliseconds: number): Promise<void>
  runTimer(service?: keyof Clients): Promise<unknown>
  statistics(): Promise<Record<string, Record<string, number>>>
  messages(person: Person): Promise<{ templateId: string; page: string; values: Record<string, string> }[]>
  /** SIGKILL: no time to tidy up. */
  kill(): Promise<void>
  /** Starts again on the same folder and port. */
  restart(): Promise<void>
  stop(): Promise<void>
}

interface StartOptions {
  /** Folder of built functions, for tests of what happens without a guard. */
  functions?: string
  site?: string
  peopleFile?: string
  seedFrom?: string
}

export async function startCloud({
  functions = path.join(top, 'dist/cloudfunctions'),
  site,
  peopleFile,
}: StartOptions = {}): Promise<Cloud> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongzhi-test-'))
  writeEnvironment(folder)
  const options = ['--data', folder, '--functions', functions, '--control', CONTROL_TOKEN, '--no-timers']
  options.push('--site', site ?? emptySite(folder))
  if (peopleFile) options.push('--people', peopleFile)
  let running = await launch([...options, '--port', '0'])
  const url = running.url
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  const port = new URL(url).port

  const post = (route: string, body: unknown, headers: Record<string, string>) =>
    postJson(agent, `${url}${route}`, body, headers)
  const control = async (action: string, body: object) =>
    expectOk(action, await post(`/local/control/${action}`, body, { 'x-localcloud-control': CONTROL_TOKEN }))
  const get = async (route: string, headers: Record<string, string>) =>
    (await fetch(`${url}${route}`, { headers })).json()
  const send: Cloud['send'] = (name, event, token) =>
    post(`/call/${name}`, event, token ? { authorization: `Bearer ${token}` } : {})

  const sendAtDesk: Cloud['send'] = (name, event, token) =>
    post(`/web/${name}`, event, token ? { authorization: `Bearer ${token}` } : {})

  const people: Cloud['people'] = async (openids) => {
    const { tokens } = (await control('sessions', { openids })) as { tokens: string[] }
    return openids.map((openid, index) => {
      const token = tokens[index] as string
      return { openid, token, ...clients((name, event) => send(name, event, token)) }
    })
  }

  return {
    url,
    folder,
    people,
    person: async (openid = `oTest${randomUUID().replaceAll('-', '')}`) =>
      (await people([openid]))[0] as Person,
    nobody: clients((name, event) => send(name, event)),
    desk: (token) => clients((name, event) => sendAtDesk(name, event, token)),
    send,
    control,
    setClock: async (offsetMilliseconds) => void (await control('clock', { offsetMilliseconds })),
    runTimer: (service = 'voting') => control('timers', { function: service, trigger: 'everyMinute' }),
    statistics: async () =>
      (await get('/local/control/statistics', { 'x-localcloud-control': CONTROL_TOKEN })) as Record<
        string,
        Record<string, number>
      >,
    messages: async (person) => {
      const answer = await get('/local/messages', { authorization: `Bearer ${person.token}` })
      return (answer as { messages: { templateId: string; page: string; values: Record<string, string> }[] })
        .messages
    },
    kill: () => end(running.process, 'SIGKILL'),
    restart: async () => {
      running = await launch([...options, '--port', port])
    },
    stop: async () => {
      agent.destroy()
      await end(running.process, 'SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Send = (name: string, event: object) => Promise<{ status: number; body: unknown }>

function clients(send: Send): Clients {
  const client =
    <S extends Service>(name: string): Client<S> =>
    async (method, input, requestId = randomUUID()) => {
      const { status, body } = await send(name, { method, input, requestId })
      const { result } = body as { result?: Answer<S, typeof method> }
      if (status !== 200 || result === undefined)
        throw new Error(`${name}.${method} answered ${status}: ${JSON.stringify(body)}`)
      return result
    }
  return {
    accounts: client<typeof accounts>('accounts'),
    administration: client<typeof administration>('administration'),
    awards: client<typeof awards>('awards'),
    judging: client<typeof judging>('judging'),
    messages: client<typeof messages>('messages'),
    moderation: client<typeof moderation>('moderation'),
    nominations: client<typeof nominations>('nominations'),
    places: client<typeof places>('places'),
    caseRules: client<typeof caseRules>('caseRules'),
    caseStatistics: client<typeof caseStatistics>('caseStatistics'),
    casework: client<typeof casework>('casework'),
    hotline: client<typeof hotline>('hotline'),
    open311: client<typeof open311>('open311'),
    reporting: client<typeof reporting>('reporting'),
    volunteers: client<typeof volunteers>('volunteers'),
    volunteerStatistics: client<typeof volunteerStatistics>('volunteerStatistics'),
    volunteerHours: client<typeof volunteerHours>('volunteerHours'),
    attendance: client<typeof attendance>('attendance'),
    activities: client<typeof activities>('activities'),
    voting: client<typeof voting>('voting'),
  }
}

function writeEnvironment(folder: string): void {
  const environment = {
    GONGZHI_SECRET: 'only-for-tests-0123456789abcdef0123456789abcdef',
    ADMINISTRATOR_SECRET,
    MESSAGE_TEMPLATES: JSON.stringify(MESSAGE_TEMPLATES),
  }
  writeFileSync(path.join(folder, 'environment.json'), JSON.stringify(environment))
}

function emptySite(folder: string): string {
  const site = path.join(folder, 'site')
  if (!existsSync(site)) mkdirSync(site)
  writeFileSync(path.join(site, 'index.html'), '<!doctype html><title>site</title>')
  return site
}

const STARTS_WITHIN = 20_000

function launch(options: string[]): Promise<{ process: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [path.join(top, 'dist/localcloud/main.js'), ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  return new Promise((resolve, reject) => {
    const failed = (why: string) => reject(new Error(`the local cloud did not start (${why}):\n${said}`))
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      failed('too slow')
    }, STARTS_WITHIN)
    const listen = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-20_000)
      const url = /ready on (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1]
      if (!url) return
      clearTimeout(timer)
      resolve({ process: child, url })
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', (code) => {
      clearTimeout(timer)
      failed(`exit ${code}`)
    })
  })
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}

function postJson(
  agent: Agent,
  url: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<{ status: number; body: unknown }> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method: 'POST', agent, headers: { 'content-type': 'application/json', ...headers } },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const answer = Buffer.concat(chunks).toString()
          resolve({
            status: response.statusCode ?? 0,
            body: answer.startsWith('{') ? JSON.parse(answer) : answer,
          })
        })
      },
    )
    sent.on('error', reject)
    sent.end(text)
  })
}

function expectOk(action: string, { status, body }: { status: number; body: unknown }): unknown {
  if (status !== 200) throw new Error(`control ${action} answered ${status}: ${JSON.stringify(body)}`)
  return body
}
