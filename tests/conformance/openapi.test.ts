import { startTestCloud, type TestCloud } from '../localcloud/testCloud'

const OPEN = `
import cloud from 'wx-server-sdk'
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
export async function main({ api, data, name, openData }) {
  if (openData) return cloud.getOpenData({ list: ['id'] }).catch((error) => ({ errMsg: error.errMsg ?? String(error) }))
  if (name) return (await cloud.callFunction({ name, data: { api, data } })).result
  try {
    let call = cloud.openapi
    for (const part of api.split('.')) call = call[part]
    return await call(data)
  } catch (error) {
    return { errCode: error.errCode, errMsg: error.errMsg ?? String(error) }
  }
}`

const ALL = [
  'phonenumber.getPhoneNumber',
  'subscribeMessage.send',
  'security.msgSecCheck',
  'security.mediaCheckAsync',
  'riskControl.getUserRiskRank',
  'wxacode.getUnlimited',
]

let cloud: TestCloud
let token: string
beforeAll(async () => {
  cloud = await startTestCloud({
    functions: {
      open: { code: OPEN, config: { permissions: { openapi: ALL } } },
      closed: { code: OPEN, config: { permissions: { openapi: ['security.msgSecCheck'] } } },
      unconfigured: { code: OPEN },
    },
    people: [
      { id: 'a', openid: 'resident-a', name: '甲', description: '', group: '居民', phone: '13800000001' },
    ],
  })
  token = await cloud.signIn('resident-a')
})
afterAll(() => cloud.stop())

const ask = (api: string, data: object, name = 'open') =>
  cloud.call<Record<string, unknown>>(name, { api, data }, token)

async function phoneCode(): Promise<string> {
  const headers = { authorization: `Bearer ${token}` }
  const response = await fetch(`${cloud.origin}/local/phone-code`, { method: 'POST', headers })
  return ((await response.json()) as { code: string }).code
}

test('a phone code becomes the number once', async () => {
  const code = await phoneCode()
  expect(await ask('phonenumber.getPhoneNumber', { code })).toMatchObject({
    errCode: 0,
    phoneInfo: { purePhoneNumber: '13800000001', phoneNumber: '13800000001', countryCode: '86' },
  })
  expect(await ask('phonenumber.getPhoneNumber', { code })).toMatchObject({ errCode: 40029 })
})

test('a phone number can be changed, and a code is over after five minutes', async () => {
  await cloud.control('phone', { openid: 'resident-a', number: '13800000002' })
  expect(await ask('phonenumber.getPhoneNumber', { code: await phoneCode() })).toMatchObject({
    phoneInfo: { purePhoneNumber: '13800000002' },
  })
  const code = await phoneCode()
  await cloud.control('clock', { offsetMilliseconds: 300_001 })
  const late = await ask('phonenumber.getPhoneNumber', { code })
  await cloud.control('clock', { offsetMilliseconds: 0 })
  expect(late).toMatchObject({ errCode: 40029 })
})

test('a subscribe message lies in its person’s box, and in no other', async () => {
  const data = { thing1: { value: '绿色上海 选树' }, date2: { value: '2026年11月21日' } }
  const sent = await ask('subscribeMessage.send', {
    touser: 'resident-a',
    templateId: 't1',
    page: 'pages/home',
    data,
  })
  expect(sent).toMatchObject({ errCode: 0 })
  const boxOf = async (openid: string) => {
    const headers = { authorization: `Bearer ${await cloud.signIn(openid)}` }
    return (await fetch(`${cloud.origin}/local/messages`, { headers })).json()
  }
  expect(await boxOf('resident-a')).toEqual({
    messages: [
      {
        id: expect.any(String),
        templateId: 't1',
        page: 'pages/home',
        values: { thing1: '绿色上海 选树', date2: '2026年11月21日' },
        sentAt: expect.any(Number),
      },
    ],
  })
  expect(await boxOf('resident-b')).toEqual({ messages: [] })
})

test('text is passed, sent to review or refused by its marks', async () => {
  const check = async (content: string) =>
    (await ask('security.msgSecCheck', { content, version: 2, scene: 2, openid: 'resident-a' })).result
  expect(await check('门前干净')).toEqual({ suggest: 'pass', label: 100 })
  expect(await check('一条待审示例')).toEqual({ suggest: 'review', label: 21000 })
  expect(await check('一条违规示例')).toEqual({ suggest: 'risky', label: 21000 })
})

test('pictures are checked by public address only', async () => {
  const check = (mediaUrl: string) =>
    ask('security.mediaCheckAsync', { mediaUrl, mediaType: 2, version: 2, scene: 1, openid: 'resident-a' })
  expect(await check('https://example.org/a.jpg')).toMatchObject({ errCode: 0, traceId: expect.any(String) })
  expect(await check('cloud://localcloud.6c6f-localcloud/a.jpg')).toMatchObject({ errCode: 40097 })
})

test('everyone’s risk rank is 0, and the address of the client must be given', async () => {
  const data = { appid: 'wx10ca1c10d0000000', openid: 'resident-a', scene: 1, clientIp: '127.0.0.1' }
  expect(await ask('riskControl.getUserRiskRank', data)).toMatchObject({ errCode: 0, riskRank: 0 })
  expect(await ask('riskControl.getUserRiskRank', { ...data, clientIp: undefined })).toMatchObject({
    errCode: 40097,
  })
})

test('control gives people a risk rank, or takes WeChat’s answer about them away', async () => {
  const rank = (openid: string) =>
    ask('riskControl.getUserRiskRank', {
      appid: 'wx10ca1c10d0000000',
      openid,
      scene: 1,
      clientIp: '127.0.0.1',
    })
  await cloud.control('riskRanks', { openids: ['resident-a', 'resident-b'], rank: 3 })
  await cloud.control('riskRanks', { openids: ['resident-b'], rank: null })
  expect(await rank('resident-a')).toMatchObject({ errCode: 0, riskRank: 3 })
  expect(await rank('resident-b')).toMatchObject({ errCode: -1 })
  expect(await rank('resident-c')).toMatchObject({ errCode: 0, riskRank: 0 })
})

test('a rule replaces an answer until it is taken back', async () => {
  const data = { appid: 'wx10ca1c10d0000000', openid: 'resident-d', scene: 1, clientIp: '127.0.0.1' }
  const apiName = 'riskControl.getUserRiskRank'
  await cloud.control('openapi', { apiName, rule: { answer: { errcode: 0, risk_rank: 4 } } })
  expect(await ask(apiName, data)).toMatchObject({ errCode: 0, riskRank: 4 })
  await cloud.control('openapi', { apiName, rule: { fail: 43101, message: 'user refuse to accept the msg' } })
  expect(await ask(apiName, data)).toMatchObject({
    errCode: 43101,
    errMsg: expect.stringContaining('user refuse'),
  })
  await cloud.control('openapi', { apiName, rule: null })
  expect(await ask(apiName, data)).toMatchObject({ errCode: 0, riskRank: 0 })
})

test('an interface without a stand-in is an error that names it', async () => {
  expect(await ask('wxacode.getUnlimited', { scene: 'a=1' })).toMatchObject({
    errCode: -604100,
    errMsg: expect.stringContaining('wxacode.getUnlimited'),
  })
})

test('what WeChat keeps to itself is refused by name', async () => {
  expect(await cloud.call('open', { openData: true }, token)).toEqual({
    errMsg: expect.stringContaining('localcloud does not support wx.openApi'),
  })
})

test.each(['closed', 'unconfigured'])(
  'the function "%s", which does not declare an interface, may not call it',
  async (name) => {
    const sent = await ask('subscribeMessage.send', { touser: 'resident-a', templateId: 't', data: {} }, name)
    expect(sent).toMatchObject({ errCode: -604101 })
  },
)

test('a function called by a function has no open interfaces', async () => {
  const data = { content: 'x', version: 2, scene: 2, openid: 'resident-a' }
  const answer = await cloud.call('open', { name: 'closed', api: 'security.msgSecCheck', data }, token)
  expect(answer).toMatchObject({ errCode: -604104 })
})
