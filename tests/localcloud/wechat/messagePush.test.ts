import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readMessagePush } from '../../../localcloud/wechat/messagePush'
import { startTestCloud, type TestCloud } from '../testCloud'

const RECEIVER = `
import cloud from 'wx-server-sdk'
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
export async function main(event) {
  if (event.fail) throw new Error('on purpose')
  return { event, own: cloud.getWXContext() }
}`

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({
    functions: { receiver: { code: RECEIVER } },
    messagePush: { user_info_modified: 'receiver', wxa_media_check: 'missing' },
  })
})
afterAll(() => cloud.stop())

const push = (message: unknown) => cloud.control('push', { message })

test('the configured function gets the message as its event, from nobody', async () => {
  const message = { MsgType: 'event', Event: 'user_info_modified', OpenID: 'resident-a', RevokeInfo: '301' }
  const { result } = await push(message)
  const { event, own } = result as { event: unknown; own: Record<string, unknown> }
  expect(event).toEqual(message)
  expect(own.SOURCE).toBe('other')
  expect(own).not.toHaveProperty('OPENID')
})

test('a function that fails is told with its request id', async () => {
  expect(await push({ MsgType: 'event', Event: 'user_info_modified', fail: true })).toEqual({
    error: {
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: 'Error: on purpose',
      requestId: expect.any(String),
    },
  })
})

test('a message for a function that is not there is refused, with a line that says so', async () => {
  const line = 'there is no function missing, which messagePush.json names for wxa_media_check'
  await expect(push({ MsgType: 'event', Event: 'wxa_media_check' })).rejects.toThrow(line)
  expect(cloud.printed.at(-1)).toEqual({ level: 'error', text: `a message is lost: ${line}` })
})

test('a message that no function takes is refused', async () => {
  for (const Event of ['user_authorization_revoke', '__proto__', 'toString'])
    await expect(push({ MsgType: 'event', Event })).rejects.toThrow('names no function')
})

test.each([undefined, null, 'text', {}, { MsgType: 'text', Event: 'x' }, { MsgType: 'event' }])(
  'what is not an event is refused: %j',
  async (message) => {
    await expect(push(message)).rejects.toThrow('MsgType')
  },
)

test('pushing and sending results need the token of the control', async () => {
  const body = JSON.stringify({ message: { MsgType: 'event', Event: 'user_info_modified' } })
  for (const action of ['push', 'mediaResults']) {
    const address = `${cloud.origin}/local/control/${action}`
    expect((await fetch(address, { method: 'POST', body })).status).toBe(403)
    const headers = { 'x-localcloud-control': 'guessed' }
    expect((await fetch(address, { method: 'POST', body, headers })).status).toBe(403)
  }
})

test('without a file no message is taken; a file of the wrong form is refused by name', () => {
  const file = join(cloud.folder, 'wrong.json')
  expect(readMessagePush(file).size).toBe(0)
  for (const content of ['[]', 'null', '{"user_info_modified":1}']) {
    writeFileSync(file, content)
    expect(() => readMessagePush(file)).toThrow('wrong.json')
  }
})
