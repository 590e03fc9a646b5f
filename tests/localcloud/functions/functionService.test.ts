import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createClock } from '../../../localcloud/clock'
import { readFunctions } from '../../../localcloud/functions/functionFolder'
import type { FunctionLine } from '../../../localcloud/functions/functionLog'
import { createFunctionService, type FunctionService } from '../../../localcloud/functions/functionService'
import type { LogEntry } from '../../../localcloud/log'
import { buildFunctions, buildProgram, makeTestFolder } from '../builtPrograms'

const folder = makeTestFolder('functions')
const clock = createClock()
const printed: LogEntry[] = []
const kept: Omit<FunctionLine, 'at'>[] = []
let service: FunctionService

const WHO = `
import { createRequire } from 'node:module'
import cloud from 'wx-server-sdk'
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
let served = 0
let serving = 0
export async function main(event) {
  const before = cloud.getWXContext()
  serving++
  const together = serving
  await new Promise((resolve) => setTimeout(resolve, event.wait ?? 0))
  serving--
  const after = cloud.getWXContext()
  return { before, after, together, served: ++served, now: Date.now(), text: Date(), made: +new Date() }
}`

const DATES = `
class Day extends Date { isDay() { return true } }
export const main = () => [
  new Date() instanceof Date,
  new Date().constructor === Date,
  new Date(5).getTime() === 5,
  new Date(2026, 0).getFullYear() === 2026,
  Date.UTC(1970, 0, 1) === 0,
  Date.parse('1970-01-01T00:00:01Z') === 1000,
  typeof Date() === 'string',
  new Day().isDay() && new Day() - Date.now() < 1000,
  new Day(7).getTime() === 7,
]`

const TROUBLE = `
export async function main(event) {
  if (event.do === 'throw') throw new RangeError('too far')
  if (event.do === 'loop') for (;;);
  if (event.do === 'hang') return new Promise(() => {})
  if (event.do === 'exit') process.exit(7)
  if (event.do === 'uncaught') { setTimeout(() => { throw new Error('later') }, 1); return new Promise(() => {}) }
  if (event.do === 'diesAfterwards') { setTimeout(() => { throw new Error('too late') }, 1); return 'fine' }
  if (event.do === 'large') return 'x'.repeat(1100000)
  if (event.do === 'circular') { const value = {}; value.self = value; return value }
  if (event.do === 'print') { console.error('seen %s', 'well'); return }
  if (event.do === 'environment') return process.env
  return event
}`

beforeAll(() => {
  buildProgram('localcloud/functions/functionWorker.ts', join(folder, 'functionWorker.js'))
  buildFunctions(join(folder, 'functions'), {
    who: { code: WHO },
    dates: { code: DATES },
    trouble: { code: TROUBLE, config: { timeout: 0.5 } },
    broken: { code: `throw new Error('no start')` },
  })
  service = createFunctionService({
    functions: readFunctions(join(folder, 'functions')),
    instancesPerFunction: 4,
    workerFile: join(folder, 'functionWorker.js'),
    adminUrl: 'http://127.0.0.1:9/admin',
    ownVariables: { CITY_SECRET: 'plane tree' },
    clock,
    log: (entry) => printed.push(entry),
    keepLine: (line) => kept.push(line),
  })
})

afterAll(async () => {
  await service.stop()
  rmSync(folder, { recursive: true, force: true })
})

const client = (openid?: string) => ({ openid, source: 'wx_client', clientIp: '127.0.0.1' })

async function run(name: string, event: unknown, openid?: string): Promise<unknown> {
  const answer = await service.invoke(name, JSON.stringify(event), client(openid))
  if ('error' in answer) throw Object.assign(new Error(answer.error.message), answer.error)
  return JSON.parse(answer.result)
}

interface Who {
  before: Record<string, unknown>
  after: Record<string, unknown>
  together: number
  now: number
  text: string
  made: number
}

describe('identity', () => {
  test('64 callers at a time, each several times, never see each other', async () => {
    const callSeveralTimes = async (caller: number) => {
      const openid = `caller_${caller}`
      for (let round = 0; round < 5; round++) {
        const { before, after, together } = (await run('who', { wait: (caller + round) % 3 }, openid)) as Who
        expect([before.OPENID, after.OPENID, together]).toEqual([openid, openid, 1])
      }
    }
    await Promise.all(Array.from({ length: 64 }, (_, caller) => callSeveralTimes(caller)))
  })

  test('someone not signed in has no openid, even right after someone who is', async () => {
    for (let round = 0; round < 8; round++) {
      await run('who', {}, 'resident_a')
      const { before } = (await run('who', {})) as Who
      expect(before).not.toHaveProperty('OPENID')
      expect(before.SOURCE).toBe('wx_client')
    }
  })

  test('nothing of one event stays in the environment of the next', async () => {
    await run('trouble', { do: 'environment' }, 'resident_a')
    const environment = (await run('trouble', { do: 'environment' })) as Record<string, string>
    expect(Object.values(environment).join()).not.toContain('resident_a')
  })

  test('an openid in the event changes nothing', async () => {
    const forged = { OPENID: 'mayor_x', openid: 'mayor_x', userInfo: { openId: 'mayor_x' } }
    const { before } = (await run('who', forged, 'resident_a')) as Who
    expect(before.OPENID).toBe('resident_a')
  })

  test('the event being served can be found by its token, and not afterwards', async () => {
    const environment = (await run('trouble', { do: 'environment' }, 'resident_a')) as Record<string, string>
    expect(environment.TCB_SESSIONTOKEN).toMatch(/^[0-9a-f-]{36}$/)
    expect(service.findInvocation(environment.TCB_SESSIONTOKEN)).toBeUndefined()
  })
})

describe('environment', () => {
  test('functions see their own variables and nothing of this process', async () => {
    process.env.OF_THIS_PROCESS = 'private'
    const environment = (await run('trouble', { do: 'environment' })) as Record<string, string>
    expect(environment.CITY_SECRET).toBe('plane tree')
    expect(environment).not.toHaveProperty('OF_THIS_PROCESS')
    delete process.env.OF_THIS_PROCESS
  })

  test('the clock of functions follows the cloud', async () => {
    const day = 86_400_000
    await clock.move(3 * day)
    const who = (await run('who', {})) as Who
    await clock.move(0)
    const expected = Date.now() + 3 * day
    for (const time of [who.now, who.made, Date.parse(who.text)])
      expect(Math.abs(time - expected)).toBeLessThan(5000)
  })
})

test('a date in a function is otherwise what it always is', async () => {
  await clock.move(-400 * 86_400_000)
  const checks = (await run('dates', {})) as boolean[]
  await clock.move(0)
  expect(checks).toEqual(checks.map(() => true))
})

describe('trouble', () => {
  test('what a function throws fails its event and is printed with its request id', async () => {
    await expect(run('trouble', { do: 'throw' })).rejects.toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: 'RangeError: too far',
    })
    expect(printed.at(-1)?.text).toMatch(/^\[trouble [0-9a-f-]{36}\] RangeError: too far\n/)
  })

  test.each(['loop', 'hang'])(
    'a function that does %s is killed after its timeout, and replaced',
    async (what) => {
      await expect(run('trouble', { do: what })).rejects.toMatchObject({
        code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
        message: 'Invoking task timed out after 0.5 seconds',
      })
      expect(await run('trouble', { still: 'here' })).toEqual({ still: 'here' })
    },
  )

  test.each(['exit', 'uncaught'])(
    'an instance that ends by %s takes only its own event along',
    async (what) => {
      const others = Array.from({ length: 12 }, (_, index) => run('trouble', { index }))
      await expect(run('trouble', { do: what })).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' })
      expect(await Promise.all(others)).toEqual(others.map((_, index) => ({ index })))
      expect(await run('trouble', { still: 'here' })).toEqual({ still: 'here' })
    },
  )

  test('an instance that dies between two events is not given another', async () => {
    expect(await run('trouble', { do: 'diesAfterwards' })).toBe('fine')
    while (!printed.some(({ text }) => text === '[trouble -] Error: too late'))
      await new Promise((resolve) => setTimeout(resolve, 10))
    expect(await run('trouble', { still: 'here' })).toEqual({ still: 'here' })
  })

  test('a function that cannot be loaded says why, each time', async () => {
    for (let round = 0; round < 2; round++)
      await expect(run('broken', {})).rejects.toMatchObject({
        code: 'FUNCTIONS_EXECUTE_FAIL',
        message: 'Error: no start',
      })
  })

  test('results over 1 MB or without a JSON form, and events over 1 MB, are refused', async () => {
    await expect(run('trouble', { do: 'large' })).rejects.toThrow('result size exceed limit (1MB)')
    await expect(run('trouble', { do: 'circular' })).rejects.toThrow('circular')
    await expect(run('trouble', { text: '门'.repeat(360_000) })).rejects.toMatchObject({
      code: 'EXCEED_MAX_PAYLOAD_SIZE',
    })
  })

  test('a function that does not exist is not found', async () => {
    await expect(run('nothing', {})).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' })
    await expect(run('__proto__', {})).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' })
  })

  test('what a function prints carries its name and request id', async () => {
    expect(await run('trouble', { do: 'print' })).toBeNull()
    expect(kept.at(-1)).toEqual({
      function: 'trouble',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      level: 'error',
      line: 'seen well',
    })
    expect(printed.at(-1)).toMatchObject({
      level: 'error',
      text: expect.stringMatching(/^\[trouble [0-9a-f-]{36}\] seen well$/),
    })
  })
})
