import { startTestCloud, type TestCloud } from '../localcloud/testCloud'

const CALLER = `
import cloud from 'wx-server-sdk'
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
export async function main(event) {
  try {
    const { result } = await cloud.callFunction({ name: event.name, data: event.data })
    return { own: cloud.getWXContext(), result }
  } catch (error) {
    return { own: cloud.getWXContext(), errCode: error.errCode, code: error.code, errMsg: error.errMsg ?? String(error) }
  }
}`

const CALLED = `
import cloud from 'wx-server-sdk'
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
export async function main(event) {
  await new Promise((resolve) => setTimeout(resolve, event.wait ?? 0))
  if (event.fail) throw new Error('on purpose')
  return { own: cloud.getWXContext(), event }
}`

interface Context {
  OPENID?: string
  SOURCE: string
  APPID: string
  ENV: string
}
interface Called {
  own: Context
  result: { own: Context; event: unknown }
}

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({
    functions: {
      caller: {
        code: CALLER,
        config: { triggers: [{ name: 'nightly', type: 'timer', config: '0 0 2 * * * *' }] },
      },
      called: { code: CALLED },
    },
  })
})
afterAll(() => cloud.stop())

test('a called function sees the same person, and that a function called it', async () => {
  const token = await cloud.signIn('resident-a')
  const { own, result } = await cloud.call<Called>('caller', { name: 'called', data: { n: 1 } }, token)
  expect(own).toMatchObject({
    OPENID: 'resident-a',
    SOURCE: 'wx_client',
    ENV: 'localcloud',
    CLIENTIP: '127.0.0.1',
  })
  expect(result).toMatchObject({ own: { OPENID: 'resident-a', SOURCE: 'wx_client,scf' }, event: { n: 1 } })
})

test('each further call makes the source longer', async () => {
  const token = await cloud.signIn('resident-a')
  const data = { name: 'called', data: {} }
  const { result } = await cloud.call<{ result: Called }>('caller', { name: 'caller', data }, token)
  expect(result.result.own).toMatchObject({ OPENID: 'resident-a', SOURCE: 'wx_client,scf,scf' })
})

test('a called function of someone not signed in has no openid', async () => {
  const { result } = await cloud.call<Called>('caller', { name: 'called', data: {} })
  expect(result.own).not.toHaveProperty('OPENID')
})

test('64 callers at a time reach called functions as themselves', async () => {
  const openids = Array.from({ length: 64 }, (_, index) => `resident-${index}`)
  const tokens = (await cloud.control('sessions', { openids })).tokens as string[]
  const answers = await Promise.all(
    tokens.map((token, index) =>
      cloud.call<Called>('caller', { name: 'called', data: { index, wait: index % 5 } }, token),
    ),
  )
  const seen = answers.map(({ own, result }) => [own.OPENID, result.own.OPENID, result.event])
  expect(seen).toEqual(openids.map((openid, index) => [openid, openid, { index, wait: index % 5 }]))
})

test('a called function that throws, or does not exist, is an error with its code', async () => {
  const failed = await cloud.call('caller', { name: 'called', data: { fail: true } })
  expect(failed).toMatchObject({
    code: 'FUNCTIONS_EXECUTE_FAIL',
    errMsg: expect.stringContaining('on purpose'),
  })
  const missing = await cloud.call('caller', { name: 'nothing', data: {} })
  expect(missing).toMatchObject({ code: 'FUNCTION_NOT_FOUND', errMsg: expect.stringContaining('nothing') })
})

test('a timer runs without a person, as wx_trigger', async () => {
  const { result } = await cloud.control('timers', { function: 'caller', trigger: 'nightly' })
  const { own } = result as { own: Context }
  expect(own.SOURCE).toBe('wx_trigger')
  expect(own).not.toHaveProperty('OPENID')
})
