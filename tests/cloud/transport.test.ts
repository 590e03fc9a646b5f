import { type DeskSession, forgetSession, keepSession, readSession } from '@/cloud/session'
import { deliver } from '@/cloud/transport'

const local = { token: 'L', identity: { id: 'chen', name: '示例', description: '' } }
const aDesk = (token = 'D'): DeskSession => ({
  kind: 'desk',
  token,
  expiresAt: 0,
  identity: { id: `desk-${token}`, name: '电脑登录', description: '' },
})

const sent: { address: string; authorization: string | undefined }[] = []
let answer: () => Promise<Response>

const buildFor = (origin: string) => Object.assign(globalThis, { HTTP_ORIGIN: origin })

beforeEach(() => {
  sent.length = 0
  answer = async () => new Response(JSON.stringify({ result: 'done' }))
  global.fetch = async (address, options) => {
    const headers = options?.headers as Record<string, string>
    sent.push({ address: String(address), authorization: headers.authorization })
    return answer()
  }
})
afterEach(() => {
  forgetSession()
  buildFor('.')
})

const send = () => deliver('accounts', { method: 'getMe', input: {} })

it.each([
  ['a local identity, by the local cloud’s own way', local, './call/accounts', 'Bearer L'],
  ['a desk, by HTTP access', aDesk(), './web/accounts', 'Bearer D'],
  ['nobody, by the local cloud’s own way', null, './call/accounts', undefined],
])('carries a call on one machine of %s', async (_, session, address, authorization) => {
  if (session) keepSession(session)
  expect(await send()).toEqual({ kind: 'answered', answer: 'done' })
  expect(sent).toEqual([{ address, authorization }])
})

it.each([
  ['a desk', aDesk(), 'Bearer D'],
  ['nobody', null, undefined],
])('carries a call of %s to the origin of a deployment', async (_, session, authorization) => {
  buildFor('https://city.example')
  if (session) keepSession(session)
  await send()
  expect(sent).toEqual([{ address: 'https://city.example/web/accounts', authorization }])
})

it('ends the session of a desk that the cloud no longer knows', async () => {
  keepSession(aDesk())
  answer = async () => new Response('{}', { status: 401 })
  expect(await send()).toEqual({ kind: 'sessionEnded' })
  expect(readSession()).toBeNull()
})

it('does not end a session that began while the answer to the one before was on its way', async () => {
  keepSession(aDesk())
  answer = async () => {
    keepSession(aDesk('E'))
    return new Response('{}', { status: 401 })
  }
  await send()
  expect(readSession()?.token).toBe('E')
})
