import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { accounts } from '../../contract/accounts'
import type { administration } from '../../contract/administration'
import type { InputOf, Service, ValueOf } from '../../contract/method'
import type { Result } from '../../contract/result'
import type { voting } from '../../contract/voting'
import { benchFolder, functionsFolder, siteFolder } from '../build'
import { type Program, startProgram } from '../programs'

/** A local cloud with the real functions, in a folder of its own, and a city administrator signed in. */
export interface City {
  url: string
  program: Program
  /** Calls a method as the administrator; throws when the answer is not `ok`. */
  voting: Ask<typeof voting>
  /** The same as another administrator, for what needs two. */
  seconding: Ask<typeof voting>
  callFunction(name: string, event: object, token?: string): Promise<unknown>
  /** Signs people in under these openids. */
  signIn(openids: string[]): Promise<string[]>
  moveClock(offsetMilliseconds: number): Promise<void>
  /** Runs `everyMinute` of voting or another function once; null when it was stopped for taking longer than it may. */
  runTimer(service?: string): Promise<{ folded: number } | null>
  /** Admin actions since the start, by name and collection. */
  countActions(): Promise<Record<string, Record<string, number>>>
}

type Ask<S extends Service> = <M extends keyof S & string>(
  method: M,
  input: InputOf<S[M]>,
) => Promise<ValueOf<S[M]>>

export const CITY_CODE = '310000'
const CONTROL_TOKEN = 'the-bench-is-in-control'
const ADMINISTRATOR_SECRET = 'the-bench-administers-this-city'

interface CityOptions {
  /** Whether the tally's timer runs by itself, as it does for people; off where the bench runs it. */
  hasTimers: boolean
  nodeOptions?: string[]
}

export async function startCity(folder: string, options: CityOptions): Promise<City> {
  mkdirSync(folder, { recursive: true })
  const environment = {
    GONGZHI_SECRET: 'only-for-the-bench-0123456789abcdef0123456789',
    ADMINISTRATOR_SECRET,
  }
  writeFileSync(path.join(folder, 'environment.json'), JSON.stringify(environment))
  const program = await startProgram(
    path.join(benchFolder, 'localcloud/main.js'),
    Object.entries({
      '--port': '0',
      '--data': folder,
      '--functions': functionsFolder,
      '--site': siteFolder,
      '--control': CONTROL_TOKEN,
    })
      .flat()
      .concat(options.hasTimers ? [] : ['--no-timers']),
    options.nodeOptions,
  )
  const { url } = program
  const control = (route: string, body?: object) =>
    askJson(`${url}/local/control/${route}`, { 'x-localcloud-control': CONTROL_TOKEN }, body)
  const signIn: City['signIn'] = async (openids) =>
    ((await control('sessions', { openids })) as { tokens: string[] }).tokens
  const callFunction: City['callFunction'] = async (name, event, token) => {
    const answer = await askJson(
      `${url}/call/${name}`,
      token ? { authorization: `Bearer ${token}` } : {},
      event,
    )
    const { result, error } = answer as { result?: unknown; error?: unknown }
    if (error !== undefined) throw new Error(`${name} failed: ${JSON.stringify(error)}`)
    return result
  }
  const [administrator, second] = await signIn(['oBenchAdministrator', 'oBenchSecond'])
  const asking =
    <S extends Service>(name: string, token = administrator): Ask<S> =>
    async (method, input) => {
      const event = { method, input, requestId: randomUUID() }
      const answer = (await callFunction(name, event, token)) as Result<
        ValueOf<S[typeof method]>,
        { code: string }
      >
      if (!answer.ok) throw new Error(`${name}.${method} answered ${JSON.stringify(answer.error)}`)
      return answer.value
    }
  await asking<typeof administration>('administration')('claimAdministration', {
    cityCode: CITY_CODE,
    secret: ADMINISTRATOR_SECRET,
  })
  const { accountId } = await asking<typeof accounts>('accounts', second)('getMe', {})
  await asking<typeof administration>('administration')('grantRole', {
    accountId,
    name: '性能测试',
    role: 'administrator',
    placeCode: CITY_CODE,
    organisationId: null,
    endsAt: null,
  })
  return {
    url,
    program,
    voting: asking<typeof voting>('voting'),
    seconding: asking<typeof voting>('voting', second),
    callFunction,
    signIn,
    moveClock: async (offsetMilliseconds) => void (await control('clock', { offsetMilliseconds })),
    runTimer: async (service = 'voting') => {
      const answer = await control('timers', { function: service, trigger: 'everyMinute' })
      return (answer as { result?: { folded: number } }).result ?? null
    },
    countActions: async () => (await control('statistics')) as Record<string, Record<string, number>>,
  }
}

/** POST with a body, GET without. */
async function askJson(url: string, headers: Record<string, string>, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    method: body ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json', ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 500)}`)
  return JSON.parse(text) as unknown
}
