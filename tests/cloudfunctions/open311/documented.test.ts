import { readFileSync } from 'node:fs'
import path from 'node:path'
import { aCityAdministrator, SHANGHAI } from '../../support/builders'
import { type Cloud, startCloud } from '../../support/cloud'
import { aKey, geoReportAt } from './georeport'

/** The examples of docs/open311.md, in their order: each is sent, and its answer has the shape that stands there. */

const text = readFileSync(path.join(__dirname, '../../../docs/open311.md'), 'utf8')
const examples = [...text.matchAll(/```http\n([\s\S]*?)```\s+```json\n([\s\S]*?)```/g)].map(
  ([, request = '', answer = '']) => ({ request, answer: JSON.parse(answer) as unknown }),
)

let cloud: Cloud
/** What `<name>` stands for. */
const known: Record<string, string> = {}

beforeAll(async () => {
  cloud = await startCloud()
  known.api_key = await aKey(await aCityAdministrator(cloud), SHANGHAI)
})
afterAll(() => cloud?.stop())

async function send(request: string): Promise<unknown> {
  const [head = '', body = ''] = request
    .replace(/<(\w+)>/g, (_, name: string) => known[name] ?? name)
    .split('\n\n')
  const [first = '', ...lines] = head.trim().split('\n')
  const [method = '', address = ''] = first.split(' ')
  const headers = Object.fromEntries(lines.map((line) => line.split(': ') as [string, string]))
  const response = await fetch(geoReportAt(cloud).endpoint + address, {
    method,
    headers,
    ...(method === 'POST' ? { body: body.trim() } : {}),
  })
  return response.json()
}

const kindOf = (value: unknown): string =>
  Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value

/** Names and kinds of what a value holds, however deep. Of a list its first element; what may be null may be. */
function expectShape(actual: unknown, documented: unknown, at: string): void {
  if (documented === null || actual === null) return
  expect(`${at}: ${kindOf(actual)}`).toBe(`${at}: ${kindOf(documented)}`)
  if (Array.isArray(actual) && Array.isArray(documented)) {
    if (actual.length > 0 && documented.length > 0) expectShape(actual[0], documented[0], `${at}[0]`)
    return
  }
  if (typeof actual !== 'object' || typeof documented !== 'object') return
  expect(`${at}: ${Object.keys(actual).sort()}`).toBe(`${at}: ${Object.keys(documented).sort()}`)
  for (const [name, value] of Object.entries(documented))
    expectShape((actual as Record<string, unknown>)[name], value, `${at}.${name}`)
}

test('every example of the page answers with what stands there', async () => {
  expect(examples.length).toBeGreaterThan(6)
  for (const { request, answer } of examples) {
    const actual = await send(request)
    expectShape(actual, answer, request.split('\n')[0] ?? '')
    const [first] = Array.isArray(actual) ? (actual as Record<string, unknown>[]) : []
    for (const name of ['service_code', 'service_request_id'])
      if (!(name in known) && typeof first?.[name] === 'string') known[name] = first[name]
  }
  expect(known.service_request_id).toMatch(/^\d{6}-\d{5}$/)
})
