import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildFunctions, buildProgram, makeTestFolder } from './builtPrograms'

const folder = makeTestFolder('main')
const CONTROL = { 'x-localcloud-control': 'only-for-tests' }
const started: ChildProcess[] = []

beforeAll(() => {
  buildProgram('localcloud/main.ts', join(folder, 'main.js'))
  buildProgram('localcloud/functions/functionWorker.ts', join(folder, 'functionWorker.js'))
  buildProgram('localcloud/adminProtocol/databaseWorker.ts', join(folder, 'databaseWorker.js'))
  buildFunctions(join(folder, 'functions'), {
    zone: { code: 'export const main = () => new Date(0).getHours()' },
    talker: { code: "export const main = () => console.log('a plane tree')" },
  })
})
afterAll(() => {
  for (const process of started) process.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

interface Run {
  process: ChildProcess
  /** What it printed until it was ready or ended. */
  said: string
  origin: string
  ended: Promise<number | null>
}

function start(...options: string[]): Promise<Run> {
  const own = ['--port', '0', '--data', join(folder, 'data'), '--functions', join(folder, 'functions')]
  const child = spawn(process.execPath, [join(folder, 'main.js'), ...own, ...options], {
    env: { ...process.env, TZ: 'America/New_York' },
  })
  started.push(child)
  let said = ''
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return new Promise((resolve) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const origin = /^localcloud ready on (http:\S+)$/m.exec(said)?.[1]
      if (origin) resolve({ process: child, said, origin, ended })
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('close', () => resolve({ process: child, said, origin: '', ended }))
  })
}

const openSession = async (origin: string): Promise<string> => {
  const body = JSON.stringify({ openids: ['resident-a'] })
  const response = await fetch(`${origin}/local/control/sessions`, { method: 'POST', headers: CONTROL, body })
  return ((await response.json()) as { tokens: string[] }).tokens[0] as string
}

test('it prints one line when ready, keeps sessions over kill -9, and tidies up on SIGTERM', async () => {
  const first = await start('--control', 'only-for-tests')
  expect(first.said).toBe(`localcloud ready on ${first.origin}\n`)
  const token = await openSession(first.origin)
  first.process.kill('SIGKILL')
  await first.ended

  const second = await start()
  const headers = { authorization: `Bearer ${token}` }
  expect((await fetch(`${second.origin}/local/messages`, { headers })).status).toBe(200)
  expect((await fetch(`${second.origin}/local/control/statistics`, { headers: CONTROL })).status).toBe(403)
  const called = await fetch(`${second.origin}/call/zone`, { method: 'POST' })
  expect(await called.json()).toEqual({ result: 0 })

  const third = await start()
  expect(third.said).toContain(`is in use by process ${second.process.pid}`)
  expect(await third.ended).toBe(1)

  second.process.kill('SIGTERM')
  expect(await second.ended).toBe(0)
  expect(existsSync(join(folder, 'data/lock'))).toBe(false)
})

test('what functions print is kept without being shown, and nothing of it is lost on SIGTERM', async () => {
  const run = await start()
  let shown = ''
  run.process.stdout?.on('data', (chunk: Buffer) => {
    shown += chunk.toString()
  })
  await fetch(`${run.origin}/call/talker`, { method: 'POST' })
  run.process.kill('SIGTERM')
  expect(await run.ended).toBe(0)
  expect(shown).toBe('')
  expect(readFileSync(join(folder, 'data/logs/functions.jsonl'), 'utf8')).toContain('"line":"a plane tree"')
})

test.each([
  [['--port', 'x'], '--port must be a whole number'],
  [['--workers', '0'], '--workers must be a whole number'],
  [['--functions', '/nowhere'], '/nowhere'],
  [['--people', '/nowhere.json'], '/nowhere.json'],
  [['--unknown'], '--unknown'],
])('with %j it ends and says why', async (options, reason) => {
  const { said, ended } = await start(...options)
  expect(await ended).toBe(1)
  expect(said).toContain(reason)
  expect(existsSync(join(folder, 'data/lock'))).toBe(false)
})
