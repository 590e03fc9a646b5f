import { request } from 'node:http'
import { startTestCloud, type TestCloud } from '../testCloud'

const ECHO = `
import cloud from 'wx-server-sdk'
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
export async function main(event) {
  if (event.fail) throw new Error('on purpose')
  return { event, openid: cloud.getWXContext().OPENID ?? null, polluted: {}.polluted ?? null }
}`

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({
    functions: { echo: { code: ECHO } },
    site: { 'index.html': '<title>共治</title>', 'app.0a1b2c3d.js': 'run()', '.hidden': 'secret' },
    people: [
      {
        id: 'citizen',
        openid: 'oCitizen',
        name: '市民',
        description: '住在黄浦',
        group: '市民',
        phone: '13800000001',
      },
    ],
  })
})
afterAll(() => cloud.stop())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${cloud.origin}${path}`, { headers })
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${cloud.origin}${path}`, { method: 'POST', body, headers })

/** Sends a path as it is; `fetch` would tidy it up. */
const rawStatus = (path: string, headers: Record<string, string> = {}) =>
  new Promise<number>((resolve, reject) => {
    const sent = request(cloud.origin, { path, headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sent.on('error', reject).end()
  })

describe('calls', () => {
  test('a call answers what the function returned', async () => {
    const token = await cloud.signIn('resident-a')
    expect(await cloud.send('echo', { n: 1 }, token)).toEqual({
      status: 200,
      body: { result: { event: { n: 1 }, openid: 'resident-a', polluted: null } },
    })
  })

  test('a function that fails is an error with a request id', async () => {
    expect(await cloud.send('echo', { fail: true })).toEqual({
      status: 200,
      body: {
        error: {
          code: 'FUNCTIONS_EXECUTE_FAIL',
          message: 'Error: on purpose',
          requestId: expect.any(String),
        },
      },
    })
  })

  test.each(['x', '', 'resident-a.zz.zz', 'undefined'])('the session "%s" is refused', async (token) => {
    const { status, body } = await cloud.send('echo', {}, token)
    expect([status, body.error?.code]).toEqual([401, 'not_signed_in'])
  })

  test('who calls cannot be said by the event, a header or another scheme', async () => {
    const token = await cloud.signIn('resident-a')
    const headers = { authorization: `Bearer ${token}`, 'x-wx-openid': 'mayor', openid: 'mayor' }
    const body = JSON.stringify({ openid: 'mayor', OPENID: 'mayor', userInfo: { openId: 'mayor' } })
    expect(await (await post('/call/echo', body, headers)).json()).toMatchObject({
      result: { openid: 'resident-a' },
    })
    expect((await post('/call/echo', '{}', { authorization: 'Basic bWF5b3I6eA==' })).status).toBe(401)
  })

  test.each(['{', '[]', '"text"', '12', 'null', '\u0000'])('the body %j is refused', async (body) => {
    expect((await cloud.send('echo', body)).status).toBe(400)
  })

  test('names and keys of the prototype are only names and keys', async () => {
    expect((await cloud.send('__proto__', {})).status).toBe(404)
    const { body } = await cloud.send('echo', '{"__proto__":{"polluted":true}}')
    expect(body).toMatchObject({ result: { polluted: null } })
  })

  test('a body over 1 MB is refused, with its length given or not', async () => {
    const large = `{"text":"${'x'.repeat(1_100_000)}"}`
    expect((await post('/call/echo', large)).status).toBe(413)
    const body = new Blob([large]).stream()
    const streamed = await fetch(`${cloud.origin}/call/echo`, {
      method: 'POST',
      body,
      duplex: 'half',
    } as RequestInit)
    expect(streamed.status).toBe(413)
  })
})

describe('local', () => {
  test('identities are listed without openid and phone', async () => {
    expect(await (await get('/local/identities')).json()).toEqual({
      identities: [{ id: 'citizen', name: '市民', description: '住在黄浦', group: '市民' }],
    })
  })

  test('signing in as an identity makes one its person', async () => {
    const { token } = (await (await post('/local/sign-in', '{"identityId":"citizen"}')).json()) as {
      token: string
    }
    expect(await cloud.call('echo', {}, token)).toMatchObject({ openid: 'oCitizen' })
    expect((await post('/local/sign-in', '{"identityId":"mayor"}')).status).toBe(404)
    expect((await post('/local/sign-in', '{"openid":"oCitizen"}')).status).toBe(404)
  })

  test('phone codes and messages are for those who have signed in', async () => {
    expect((await post('/local/phone-code', '')).status).toBe(401)
    expect((await get('/local/messages')).status).toBe(401)
  })

  test('control needs its token', async () => {
    const wrong = [{}, { 'x-localcloud-control': '' }, { 'x-localcloud-control': 'only-for-testz' }]
    for (const headers of wrong as Record<string, string>[]) {
      expect((await post('/local/control/sessions', '{"openids":["mayor"]}', headers)).status).toBe(403)
      expect((await get('/local/control/statistics', headers)).status).toBe(403)
    }
  })

  test('openids that the SDK would turn into numbers are refused', async () => {
    await expect(cloud.control('sessions', { openids: ['12345678901234567890'] })).rejects.toThrow(
      'at least one letter',
    )
    await expect(cloud.control('sessions', { openids: ['a.b'] })).rejects.toThrow('at least one letter')
  })
})

describe('site', () => {
  test('the page is asked for anew, files with a hash in their name are kept', async () => {
    const page = await get('/')
    expect([await page.text(), page.headers.get('cache-control')]).toEqual([
      '<title>共治</title>',
      'no-cache',
    ])
    const script = await get('/app.0a1b2c3d.js')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const again = await get('/', { 'if-none-match': page.headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
  })

  test.each([
    '/../data/secret',
    '/..%2fdata%2fsecret',
    '/%2e%2e/data/secret',
    '/.hidden',
    '/x\\..\\..\\data',
    '/index.html%00.js',
    '/nothing.js',
    '/local/nothing',
    '/call/echo',
  ])('%s leads nowhere', async (path) => {
    expect(await rawStatus(path)).toBe(404)
  })

  test('nothing is said to pages of other names, and nothing may be framed by them', async () => {
    expect(await rawStatus('/', { host: 'evil.example' })).toBe(421)
    const page = await get('/', { origin: 'https://evil.example' })
    expect(page.headers.get('access-control-allow-origin')).toBeNull()
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
  })
})
