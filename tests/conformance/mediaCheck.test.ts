import { startTestCloud, type TestCloud } from '../localcloud/testCloud'

const CHECKER = `
import cloud from 'wx-server-sdk'
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
export async function main({ path, text, address, openid = 'resident-a' }) {
  let mediaUrl = address
  if (path) {
    const { fileID } = await cloud.uploadFile({ cloudPath: path, fileContent: Buffer.from(text) })
    mediaUrl = (await cloud.getTempFileURL({ fileList: [fileID] })).fileList[0].tempFileURL
  }
  try {
    return await cloud.openapi.security.mediaCheckAsync({ mediaUrl, mediaType: 2, version: 2, scene: 3, openid })
  } catch (error) {
    return { errCode: error.errCode }
  }
}`

const RECEIVER = `
import cloud from 'wx-server-sdk'
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
export async function main(event) {
  console.log('received ' + JSON.stringify({ event, own: cloud.getWXContext() }))
}`

interface Received {
  event: Record<string, unknown> & { trace_id: string }
  own: Record<string, unknown>
}

const functions = {
  checker: { code: CHECKER, config: { permissions: { openapi: ['security.mediaCheckAsync'] } } },
  receiver: { code: RECEIVER },
}
const messagePush = { wxa_media_check: 'receiver' }

const receivedBy = (cloud: TestCloud): Received[] =>
  cloud.printed.flatMap(({ text }) => {
    const told = /\] received (.*)$/s.exec(text)?.[1]
    return told === undefined ? [] : [JSON.parse(told) as Received]
  })

const begin = async (cloud: TestCloud, event: object): Promise<string> => {
  const { traceId } = await cloud.call<{ traceId: string }>('checker', event)
  return traceId
}

describe('with results that wait', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startTestCloud({ functions, messagePush })
  })
  afterAll(() => cloud.stop())
  beforeEach(() => cloud.printed.splice(0))

  test('the result comes as the message that WeChat sends, from nobody', async () => {
    const traceId = await begin(cloud, { path: 'photos/tree.jpg', text: 'a plane tree' })
    expect(receivedBy(cloud)).toEqual([])
    expect(await cloud.control('mediaResults', {})).toEqual({ sent: 1 })
    const [received] = receivedBy(cloud)
    expect(received?.event).toEqual({
      ToUserName: 'wx10ca1c10d0000000',
      FromUserName: 'resident-a',
      CreateTime: expect.any(Number),
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: 'wx10ca1c10d0000000',
      trace_id: traceId,
      version: 2,
      errcode: 0,
      errmsg: 'ok',
      result: { suggest: 'pass', label: 100 },
      detail: [{ strategy: 'content_model', errcode: 0, suggest: 'pass', label: 100, prob: 90 }],
    })
    expect(received?.own).toMatchObject({ SOURCE: 'other' })
    expect(received?.own).not.toHaveProperty('OPENID')
    expect(await cloud.control('mediaResults', {})).toEqual({ sent: 0 })
  })

  test('files are judged by their marks, and each result has its own id, oldest first', async () => {
    const begun = []
    for (const text of ['RISKY-EXAMPLE', 'x REVIEW-EXAMPLE x', '违规示例'])
      begun.push(await begin(cloud, { path: `photos/梧桐 ${begun.length}.jpg`, text }))
    expect(new Set(begun).size).toBe(3)
    expect(await cloud.control('mediaResults', {})).toEqual({ sent: 3 })
    expect(receivedBy(cloud).map(({ event }) => [event.trace_id, event.result])).toEqual([
      [begun[0], { suggest: 'risky', label: 21000 }],
      [begun[1], { suggest: 'review', label: 21000 }],
      [begun[2], { suggest: 'pass', label: 100 }],
    ])
  })

  test('a result is about the file as it was given, however late it comes', async () => {
    await begin(cloud, { path: 'photos/late.jpg', text: 'RISKY-EXAMPLE' })
    await cloud.control('clock', { offsetMilliseconds: 86_400_000 })
    await cloud.control('mediaResults', {})
    await cloud.control('clock', { offsetMilliseconds: 0 })
    expect(receivedBy(cloud)[0]?.event).toMatchObject({ errcode: 0, result: { suggest: 'risky' } })
  })

  test.each([
    () => 'https://example.org/a.jpg',
    () => `${cloud.origin}/files/photos/tree.jpg`,
    () => `${cloud.origin}/files/photos/tree.jpg?expires=9999999999&signature=invented`,
    () => `${cloud.origin}/local/health`,
    () => `${cloud.origin}/files/%E6%ZZ`,
    () => 'http://127.0.0.1:1/files/photos/tree.jpg',
  ])('an address that is no living link of this cloud is a result that says so', async (address) => {
    const traceId = await begin(cloud, { address: address() })
    await cloud.control('mediaResults', {})
    const [received] = receivedBy(cloud)
    expect(received?.event).toMatchObject({ trace_id: traceId, errcode: -1008, detail: [] })
    expect(received?.event).not.toHaveProperty('result')
  })

  test('two who send results at the same time send each once', async () => {
    const begun = await Promise.all(
      Array.from({ length: 8 }, (_, index) => begin(cloud, { path: `photos/${index}.jpg`, text: 'tree' })),
    )
    const answers = await Promise.all([1, 2, 3].map(() => cloud.control('mediaResults', {})))
    expect(answers.reduce((sum, { sent }) => sum + (sent as number), 0)).toBe(8)
    const ids = receivedBy(cloud).map(({ event }) => event.trace_id)
    expect(ids.toSorted()).toEqual(begun.toSorted())
  })

  test('a rule for the interface answers directly, and then no result comes', async () => {
    const apiName = 'security.mediaCheckAsync'
    await cloud.control('openapi', { apiName, rule: { fail: 45009 } })
    expect(await cloud.call('checker', { path: 'photos/a.jpg', text: 'tree' })).toEqual({ errCode: 45009 })
    await cloud.control('openapi', { apiName, rule: null })
    expect(await cloud.control('mediaResults', {})).toEqual({ sent: 0 })
  })

  test('a request that is refused has no result', async () => {
    const file = 'cloud://localcloud.6c6f-localcloud/photos/tree.jpg'
    expect(await cloud.call('checker', { address: file })).toEqual({ errCode: 40097 })
    expect(await cloud.call('checker', { path: 'photos/a.jpg', text: 'tree', openid: '12' })).toEqual({
      errCode: 40003,
    })
    expect(await cloud.control('mediaResults', {})).toEqual({ sent: 0 })
  })
})

test('where timers run by themselves a result comes by itself, once', async () => {
  const cloud = await startTestCloud({ functions, messagePush, runsTimers: true })
  const traceId = await begin(cloud, { path: 'photos/tree.jpg', text: 'REVIEW-EXAMPLE' })
  expect(receivedBy(cloud)).toEqual([])
  for (let tries = 0; receivedBy(cloud).length === 0 && tries < 200; tries++)
    await new Promise((resolve) => setTimeout(resolve, 50))
  expect(receivedBy(cloud).map(({ event }) => [event.trace_id, event.result])).toEqual([
    [traceId, { suggest: 'review', label: 21000 }],
  ])
  expect(await cloud.control('mediaResults', {})).toEqual({ sent: 0 })
  await cloud.stop()
})
