import { type DeskSessionRow, isSessionAlive } from '../../../cloudfunctions/platform/desk'
import { answerHttp, readHttpEvent } from '../../../cloudfunctions/platform/httpEvent'
import { DESK_IDLE_TIME, DESK_SESSION_TIME } from '../../../contract/limits'

const TOKEN = '0123456789ABCDEFGHJKMNPQRS'
const event = (changes: object = {}) => ({
  httpMethod: 'post',
  headers: { Authorization: `Bearer ${TOKEN}` },
  body: '{"method":"getMe"}',
  requestContext: { sourceIp: '203.0.113.7' },
  ...changes,
})

describe('an event of HTTP access', () => {
  test('says method, token, address and body', () => {
    expect(readHttpEvent(event())).toMatchObject({
      method: 'POST',
      token: TOKEN,
      requestAddress: '203.0.113.7',
      body: { method: 'getMe' },
    })
  })

  test.each([
    ['/web/open311/requests/a.json', 'requests/a.json'],
    ['/requests/a.json', 'requests/a.json'],
    ['/web/open311', ''],
    ['/web/open311/', ''],
    ['/', ''],
    [undefined, ''],
  ])('for %s is below the function’s own address: “%s”', (path, subPath) => {
    expect(readHttpEvent(event({ path }))?.request.subPath).toBe(subPath)
  })

  test('keeps query, headers in small letters, and the body as it was sent', () => {
    const changes = { queryStringParameters: { page: 2 }, headers: { 'Idempotency-Key': 'a' }, body: 'a=1' }
    expect(readHttpEvent(event(changes))?.request).toMatchObject({
      query: { page: '2' },
      headers: { 'idempotency-key': 'a' },
      body: 'a=1',
    })
  })

  test('may carry its body in base64', () => {
    const body = Buffer.from('{"input":"门"}').toString('base64')
    expect(readHttpEvent(event({ body, isBase64Encoded: true }))?.body).toEqual({ input: '门' })
  })

  test.each([[null], ['text'], [{}], [{ httpMethod: 'POST' }], [{ httpMethod: 7, headers: {} }]])(
    'is not %j',
    (other) => {
      expect(readHttpEvent(other)).toBeNull()
    },
  )

  test.each([
    ['no header', {}],
    ['another scheme', { authorization: `Basic ${TOKEN}` }],
    ['a short token', { authorization: 'Bearer short' }],
    ['an endless token', { authorization: `Bearer ${'A'.repeat(201)}` }],
    ['a token with blanks', { authorization: `Bearer ${TOKEN} ${TOKEN}` }],
    ['no text', { authorization: { $ne: null } }],
  ])('has no token with %s', (_title, headers) => {
    expect(readHttpEvent(event({ headers }))?.token).toBeNull()
  })

  test.each([[undefined], [7], ['{"half'], [{ method: 'getMe' }]])(
    'with the body %j asks nothing',
    (body) => {
      expect(readHttpEvent(event({ body }))?.body).toEqual({})
    },
  )

  test.each([[undefined], [null], [{}], [{ sourceIp: 7 }], [{ sourceIp: '' }]])(
    'in the context %j has no address, and none is believed from a header',
    (requestContext) => {
      const headers = { 'x-forwarded-for': '203.0.113.8' }
      expect(readHttpEvent(event({ headers, requestContext }))?.requestAddress).toBeNull()
    },
  )
})

describe('the answer', () => {
  afterEach(() => void delete process.env.DESK_ORIGIN)

  test('lets no other origin in unless the deployment names it, and is never kept by a browser', () => {
    expect(answerHttp(200, {}).headers).not.toHaveProperty('access-control-allow-origin')
    expect(answerHttp(200, {}).headers['cache-control']).toBe('no-store')
    process.env.DESK_ORIGIN = 'https://desk.example'
    expect(answerHttp(200, {}).headers['access-control-allow-origin']).toBe('https://desk.example')
  })
})

describe('a session', () => {
  const NOW = 1_800_000_000_000
  const session = (changes: Partial<DeskSessionRow> = {}): DeskSessionRow => ({
    _id: 'session',
    accountId: 'account',
    device: 'Chrome · Windows',
    requestAddress: '',
    signedInAt: NOW,
    lastUsedAt: NOW,
    expiresAt: NOW + DESK_SESSION_TIME,
    endedAt: null,
    ...changes,
  })
  test.each([
    ['just opened', session(), NOW, true],
    ['ended', session({ endedAt: NOW }), NOW, false],
    ['a moment before it is idle', session(), NOW + DESK_IDLE_TIME - 1, true],
    ['idle', session(), NOW + DESK_IDLE_TIME, false],
    [
      'used to its last moment',
      session({ lastUsedAt: NOW + DESK_SESSION_TIME }),
      NOW + DESK_SESSION_TIME - 1,
      true,
    ],
    ['used beyond it', session({ lastUsedAt: NOW + DESK_SESSION_TIME }), NOW + DESK_SESSION_TIME, false],
  ])('%s', (_title, row, now, expected) => {
    expect(isSessionAlive(row, now)).toBe(expected)
  })
})
