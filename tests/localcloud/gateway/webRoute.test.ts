import { startTestCloud, type TestCloud } from '../testCloud'

const WEB = `
import cloud from 'wx-server-sdk'
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
export async function main(event, context) {
  const asked = event.queryStringParameters.do
  if (asked === 'throw') throw new Error('on purpose')
  if (asked === 'text') return '门前干净'
  if (asked === 'nothing') return
  if (asked === 'answer') return JSON.parse(event.body)
  return { event, own: cloud.getWXContext(), requestId: context.request_id }
}`

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ functions: { web: { code: WEB } } })
})
afterAll(() => cloud.stop())

const open = (path: string, options: RequestInit = {}) => fetch(`${cloud.origin}${path}`, options)
const answering = (response: unknown) =>
  open('/web/web?do=answer', { method: 'POST', body: JSON.stringify(response) })

interface Seen {
  event: { headers: Record<string, string>; requestContext: Record<string, unknown> }
  own: Record<string, unknown>
  requestId: string
}

describe('the request', () => {
  test('a function sees method, address, query, headers and body, and no person', async () => {
    const token = await cloud.signIn('resident-a')
    const headers = { Authorization: `Bearer ${token}`, 'X-Desk': 'one' }
    const response = await open('/web/web?a=1&a=2&b=%E6%A2%A7', {
      method: 'POST',
      body: '{"x":"门"}',
      headers,
    })
    const { event, own, requestId } = (await response.json()) as Seen
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'application/json; charset=utf-8',
    ])
    expect(event).toMatchObject({
      path: '/web/web',
      httpMethod: 'POST',
      queryStringParameters: { a: '2', b: '梧' },
      requestContext: { requestId, envId: 'localcloud', sourceIp: '127.0.0.1' },
      body: '{"x":"门"}',
      isBase64Encoded: false,
    })
    expect(event.headers).toMatchObject({ authorization: `Bearer ${token}`, 'x-desk': 'one' })
    expect(own).toMatchObject({ SOURCE: 'wx_http', CLIENTIP: '127.0.0.1' })
    expect(own).not.toHaveProperty('OPENID')
  })

  test('a function can be asked by GET, with an empty body', async () => {
    expect(await (await open('/web/web')).json()).toMatchObject({ event: { httpMethod: 'GET', body: '' } })
  })

  test('a body that looks like a timer’s event is only a body', async () => {
    const body = '{"Type":"Timer","TriggerName":"nightly"}'
    const { event } = (await (await open('/web/web', { method: 'POST', body })).json()) as Seen
    expect(event).not.toHaveProperty('Type')
  })

  test('what lies below a function goes to it, with the whole path as it was asked for', async () => {
    const { event } = (await (await open('/web/web/deeper/%E6%A2%A7.json?a=1')).json()) as Seen
    expect(event).toMatchObject({
      path: '/web/web/deeper/%E6%A2%A7.json',
      queryStringParameters: { a: '1' },
    })
  })

  test('a form arrives as the text that was sent', async () => {
    const form = new URLSearchParams({ description: '门前 有垃圾', 'attribute[size]': '大' })
    const response = await open('/web/web/requests.json', { method: 'POST', body: form })
    const { event } = (await response.json()) as Seen
    expect(event).toMatchObject({ httpMethod: 'POST', body: form.toString() })
    expect(event.headers['content-type']).toContain('application/x-www-form-urlencoded')
  })

  test.each(['/web/nothing', '/web/', '/web/__proto__', '/web/nothing/web', '/web//web'])(
    '%s is no function',
    async (path) => {
      const response = await open(path, { method: 'POST' })
      expect(response.status).toBe(404)
      expect(await response.json()).toMatchObject({ error: { code: 'not_found' } })
    },
  )

  test.each(['PUT', 'DELETE', 'OPTIONS'])('%s is not taken', async (method) => {
    expect((await open('/web/web', { method })).status).toBe(404)
  })

  test('a body of 100 KB is taken and a longer one is refused', async () => {
    const send = (bytes: number) => open('/web/web', { method: 'POST', body: 'x'.repeat(bytes) })
    expect((await send(102_400)).status).toBe(200)
    const refused = await send(102_401)
    expect(refused.status).toBe(413)
    expect(await refused.json()).toMatchObject({ error: { code: 'too_large' } })
  })
})

describe('the answer', () => {
  test('an integration response decides status, headers and body', async () => {
    const response = await answering({
      statusCode: 302,
      headers: { Location: '/#/desk', 'content-length': '999' },
      body: '<p>门</p>',
    })
    // Followed, it is the page, which this cloud does not have.
    expect([response.redirected, response.status]).toEqual([true, 404])
    const shown = await answering({
      statusCode: 418,
      headers: { 'content-type': 'text/html', 'X-Times': 2 },
      body: '<p>门</p>',
    })
    expect(shown.status).toBe(418)
    expect(shown.headers.get('content-type')).toBe('text/html')
    expect(shown.headers.get('x-times')).toBe('2')
    expect(await shown.text()).toBe('<p>门</p>')
  })

  test('a body in base64 arrives as bytes', async () => {
    const body = Buffer.from([0, 255, 137]).toString('base64')
    const response = await answering({ statusCode: 200, body, isBase64Encoded: true })
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 255, 137])
  })

  test('an object without a numeric statusCode is JSON, a text is plain, and nothing is null', async () => {
    expect(await (await answering({ statusCode: '200', ok: true })).json()).toEqual({
      statusCode: '200',
      ok: true,
    })
    const text = await open('/web/web?do=text')
    expect([text.headers.get('content-type'), await text.text()]).toEqual([
      'text/plain; charset=utf-8',
      '门前干净',
    ])
    expect(await (await open('/web/web?do=nothing')).json()).toBeNull()
  })

  test('a function that throws answers 500 with its request id, which finds its line in the log', async () => {
    const response = await open('/web/web?do=throw')
    expect(response.status).toBe(500)
    const { error } = (await response.json()) as { error: Record<string, string> }
    expect(error).toEqual({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: 'Error: on purpose',
      requestId: expect.any(String),
    })
    expect(cloud.printed.at(-1)?.text).toContain(`[web ${error.requestId}] Error: on purpose`)
  })

  test.each([
    { statusCode: 42 },
    { statusCode: 100 },
    { statusCode: 200, headers: { 'not a name': 'x' } },
    { statusCode: 200, headers: { 'x-split': 'a\r\nset-cookie: b' } },
  ])('%j is no response, and the caller is told', async (given) => {
    const response = await answering(given)
    expect(response.status).toBe(500)
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(await response.json()).toMatchObject({
      error: { message: expect.stringContaining('is no response') },
    })
  })
})
