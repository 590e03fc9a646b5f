import { call } from '@/cloud/call'
import { forgetSession, keepSession, readSession } from '@/cloud/session'

interface Sent {
  address: string
  authorization: string | undefined
  event: { method: string; requestId?: string }
}

const sent: Sent[] = []
let answers: (() => Promise<Response>)[] = []

const respond = (status: number, body: unknown) => async () =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
const answered = (result: unknown) => respond(200, { result })
const lost = () => Promise.reject(new TypeError('Failed to fetch'))

beforeEach(() => {
  jest.useFakeTimers()
  sent.length = 0
  global.fetch = jest.fn(async (address, options) => {
    const headers = options?.headers as Record<string, string>
    sent.push({
      address: String(address),
      authorization: headers.authorization,
      event: JSON.parse(String(options?.body)) as Sent['event'],
    })
    const answer = answers.shift()
    if (!answer) throw new Error('no more answers were expected')
    return answer()
  })
})
afterEach(() => {
  jest.useRealTimers()
  forgetSession()
})

const castBallot = async () => {
  const calling = call(
    'voting',
    'castBallot',
    { campaignId: 'C1', choices: ['a'] },
    { requestId: 'one-intention' },
  )
  await jest.advanceTimersByTimeAsync(10_000)
  return calling
}

it('tries a lost vote again with the request id of the first try', async () => {
  answers = [lost, lost, answered({ ok: true, value: { trackingCode: 'X' } })]
  expect(await castBallot()).toEqual({ ok: true, value: { trackingCode: 'X' } })
  expect(sent.map(({ event }) => event.requestId)).toEqual([
    'one-intention',
    'one-intention',
    'one-intention',
  ])
  expect(sent[0]?.address).toBe('./call/voting')
})

it('gives up after three tries and says that there is no connection', async () => {
  answers = [lost, lost, lost]
  expect(await castBallot()).toEqual({ ok: false, error: { code: 'no_connection' } })
  expect(sent).toHaveLength(3)
})

it('tries again when the cloud is busy', async () => {
  answers = [
    answered({ ok: false, error: { code: 'busy', requestId: 'r' } }),
    answered({ ok: true, value: {} }),
  ]
  expect(await castBallot()).toEqual({ ok: true, value: {} })
})

it('does not repeat what the cloud has decided', async () => {
  answers = [answered({ ok: false, error: { code: 'already_voted' } })]
  expect(await castBallot()).toEqual({ ok: false, error: { code: 'already_voted' } })
  expect(sent).toHaveLength(1)
})

it('hands on the number of a failure in the cloud', async () => {
  answers = [respond(200, { error: { code: 'FUNCTIONS_EXECUTE_FAIL', message: 'x', requestId: 'trace-7' } })]
  expect(await castBallot()).toEqual({ ok: false, error: { code: 'internal', requestId: 'trace-7' } })
})

it('sends the session, and forgets one that the cloud no longer knows', async () => {
  keepSession({ token: 'T', identity: { id: 'i', name: '示例', description: '' } })
  answers = [respond(401, { error: { code: 'unauthorized' } })]
  expect(await castBallot()).toEqual({ ok: false, error: { code: 'session_ended' } })
  expect(sent[0]?.authorization).toBe('Bearer T')
  expect(readSession()).toBeNull()
})
