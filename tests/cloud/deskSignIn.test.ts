/** @jest-environment jsdom */

import { deviceWords } from '@/cloud/deskDevice'
import { type DeskSignInState, POLL_TIME, signOutAtDesk, startDeskSignIn } from '@/cloud/deskSignIn'
import { forgetSession, readSession } from '@/cloud/session'

const STARTED = {
  ok: true,
  value: { code: '79NMATQ8', secret: 'a-long-secret-of-the-browser', expiresAt: 0 },
}
const WAITING = { ok: true, value: { state: 'waiting' } }
const SIGNED_IN = { ok: true, value: { state: 'signedIn', token: 'TOKEN', expiresAt: 99 } }
const fails = (code: string) => ({ ok: false, error: { code } })

let answers: Record<string, unknown[]>
const asked: string[] = []
const states: DeskSignInState[] = []
const statuses = () => states.map(({ status }) => status)

/** The last answer to a method is given again and again; null is a lost connection. */
const answerTo = (method: string): unknown => {
  const list = answers[method] ?? []
  return list.length > 1 ? list.shift() : list[0]
}

beforeEach(() => {
  jest.useFakeTimers()
  asked.length = 0
  states.length = 0
  answers = { startDeskSignIn: [STARTED], finishDeskSignIn: [WAITING] }
  global.fetch = (async (_address: string, { body }: { body: string }) => {
    const { method } = JSON.parse(body) as { method: string }
    asked.push(method)
    const result = answerTo(method)
    if (result === null) throw new TypeError('Failed to fetch')
    return { ok: true, status: 200, json: async () => ({ result }) }
  }) as unknown as typeof fetch
})
afterEach(() => {
  jest.useRealTimers()
  forgetSession()
})

const start = () => startDeskSignIn((state) => states.push(state))
const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds)

it('shows the code, asks on until the phone has confirmed, and keeps the session', async () => {
  answers.finishDeskSignIn = [WAITING, WAITING, SIGNED_IN]
  start()
  await pass(3 * POLL_TIME)
  expect(states[1]).toMatchObject({ status: 'waiting', code: '79NMATQ8' })
  expect(statuses().at(-1)).toBe('signedIn')
  expect(readSession()).toMatchObject({ kind: 'desk', token: 'TOKEN', expiresAt: 99 })
  await pass(10 * POLL_TIME)
  expect(asked).toHaveLength(4)
})

it.each([
  ['sign_in_expired', 'expired'],
  ['sign_in_refused', 'refused'],
])('ends at %s as %s, without a session', async (code, status) => {
  answers.finishDeskSignIn = [fails(code)]
  start()
  await pass(5 * POLL_TIME)
  expect(statuses().at(-1)).toBe(status)
  expect(readSession()).toBeNull()
  expect(asked).toHaveLength(2)
})

it('says when it is cut off, asks less often then, and goes on by itself', async () => {
  answers.finishDeskSignIn = [null]
  start()
  await pass(60_000)
  expect(states.at(-1)).toMatchObject({ status: 'waiting', isCutOff: true })
  // Every two seconds would be 30 rounds; each round tries three times.
  expect(asked.length).toBeLessThan(25)
  answers.finishDeskSignIn = [SIGNED_IN]
  await pass(20_000)
  expect(statuses().at(-1)).toBe('signedIn')
})

it('expires by itself when the cloud is not heard of again', async () => {
  answers.finishDeskSignIn = [null]
  start()
  await pass(220_000)
  expect(statuses().at(-1)).toBe('expired')
})

it('asks nothing more once the page is left', async () => {
  const stop = start()
  await pass(POLL_TIME + 10)
  stop()
  const before = asked.length
  await pass(10 * POLL_TIME)
  expect(asked).toHaveLength(before)
})

it('ends the session in the cloud when signing out, and forgets it in any case', async () => {
  answers.finishDeskSignIn = [SIGNED_IN]
  start()
  await pass(POLL_TIME + 10)
  answers.listDevices = [
    {
      ok: true,
      value: {
        devices: [
          { deviceId: 'other', isThis: false },
          { deviceId: 'own', isThis: true },
        ],
      },
    },
  ]
  answers.endDevice = [null]
  const leaving = signOutAtDesk()
  await pass(10_000)
  await leaving
  expect(asked).toContain('endDevice')
  expect(readSession()).toBeNull()
})

it.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36',
    'Chrome · Windows',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0',
    'Edge · Windows',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Safari/605.1.15',
    'Safari · macOS',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0', 'Firefox · Linux'],
  ['', '浏览器 · 其他系统'],
])('calls a browser by what a person knows: %s', (userAgent, words) => {
  expect(deviceWords(userAgent)).toBe(words)
})
