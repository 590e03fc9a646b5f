import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startTestCloud, type TestCloud } from '../testCloud'

const TALKER = `
import cloud from 'wx-server-sdk'
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
export async function main({ say, fail }, context) {
  if (say) console.warn(say)
  if (fail) throw new Error(fail)
  return context.request_id
}`

let cloud: TestCloud
let token: string
beforeAll(async () => {
  cloud = await startTestCloud({ functions: { talker: { code: TALKER } } })
  token = await cloud.signIn('resident-a')
})
afterAll(() => cloud.stop())

const get = async (path: string, session?: string) => {
  const headers = session === undefined ? undefined : { authorization: `Bearer ${session}` }
  const response = await fetch(`${cloud.origin}${path}`, { headers })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
const search = async (query: Record<string, string>) => {
  const { body } = await get(`/local/logs?${new URLSearchParams(query)}`, token)
  return body.lines as Record<string, unknown>[]
}

test.each(['/local/storage', '/local/logs'])('%s is for those who have signed in', async (path) => {
  expect((await get(path)).status).toBe(401)
  expect((await get(path, 'forged')).status).toBe(401)
})

test('storage tells what database and files take', async () => {
  const body = 'x'.repeat(1_234)
  await fetch(`${cloud.origin}/storage/upload?path=photos/a.jpg`, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${token}` },
  })
  const { body: usage } = await get('/local/storage', token)
  expect(usage).toEqual({ databaseBytes: expect.any(Number), files: { count: 1, bytes: 1_234 } })
  expect(usage.databaseBytes).toBeGreaterThan(4_096)
})

test('what a function printed is found by its request id and by its words, right after the call', async () => {
  const requestId = await cloud.call<string>('talker', { say: '梧桐 "一"' })
  const line = {
    at: expect.any(Number),
    function: 'talker',
    requestId,
    level: 'warn',
    line: '梧桐 "一"',
  }
  expect(await search({ requestId })).toEqual([line])
  expect(await search({ contains: '桐 "一' })).toEqual([line])
  expect(await search({ requestId, contains: 'oak' })).toEqual([])
  expect(await search({ requestId: 'another' })).toEqual([])
})

test('what a function threw is kept with its stack', async () => {
  const { body } = await cloud.send('talker', { fail: 'a fallen branch' })
  const requestId = String(body.error?.requestId)
  expect(await search({ requestId })).toMatchObject([
    { level: 'error', line: expect.stringMatching(/^Error: a fallen branch\n +at /) },
  ])
})

test('a hundred calls at a time lose no line and mix none', async () => {
  const numbers = Array.from({ length: 100 }, (_, index) => index)
  const ids = await Promise.all(
    numbers.map((index) => cloud.call<string>('talker', { say: `leaf-${index}.` })),
  )
  for (const index of [0, 17, 99])
    expect(await search({ contains: `leaf-${index}.` })).toMatchObject([{ requestId: ids[index] }])
  expect(await search({ contains: 'leaf-' })).toHaveLength(100)
  const file = readFileSync(join(cloud.folder, 'data/logs/functions.jsonl'), 'utf8')
  expect(file.match(/leaf-/g)).toHaveLength(100)
})
