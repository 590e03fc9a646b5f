import type { MessageKind, MessageTemplate } from '@contract/messages'
import type TaroApi from '@tarojs/taro'
import type * as agreementModule from '@/messages/agreement'

/** As built for WeChat: the build decides once, so the module is loaded anew under its name. */
const inWechat = () => {
  process.env.TARO_ENV = 'weapp'
  let loaded: { askToSend: typeof agreementModule.askToSend; taro: typeof TaroApi } | null = null
  jest.isolateModules(() => {
    const { askToSend } = jest.requireActual<typeof agreementModule>('@/messages/agreement')
    const { default: taro } = jest.requireActual<{ default: typeof TaroApi }>('@tarojs/taro')
    loaded = { askToSend, taro }
  })
  if (!loaded) throw new Error('the module was not loaded')
  return loaded as { askToSend: typeof agreementModule.askToSend; taro: typeof TaroApi }
}

const template = (kind: MessageKind, term: MessageTemplate['term'] = 'once'): MessageTemplate => ({
  kind,
  templateId: `template-${kind}`,
  term,
  isAgreed: false,
})

/** The person answers WeChat's dialogue; the cloud takes every agreement. */
const aPerson = (answers: Record<string, string>) => {
  const { askToSend, taro } = inWechat()
  const asking = jest.mocked(taro.requestSubscribeMessage)
  const calling = taro.cloud.callFunction as unknown as jest.Mock
  asking.mockReset()
  calling.mockReset()
  asking.mockResolvedValue(answers as never)
  calling.mockResolvedValue({ result: { ok: true, value: { isAgreed: true } } })
  const agreed = () => calling.mock.calls.map(([{ data }]) => (data as { input: object }).input)
  return { askToSend, asking, calling, agreed }
}

afterEach(() => {
  process.env.TARO_ENV = 'h5'
})

it('opens WeChat’s dialogue in the tap itself, before anything is awaited', () => {
  const { askToSend, asking } = aPerson({})
  void askToSend([template('resultsPublished')])
  expect(asking).toHaveBeenCalledTimes(1)
})

it('tells the cloud only what was accepted', async () => {
  const { askToSend, agreed } = aPerson({
    'template-contentReleased': 'accept',
    'template-contentHidden': 'reject',
  })
  expect(await askToSend([template('contentReleased'), template('contentHidden')])).toBeNull()
  expect(agreed()).toEqual([{ kind: 'contentReleased', templateId: 'template-contentReleased' }])
})

it('tells the cloud nothing when all is refused, and says so', async () => {
  const { askToSend, agreed } = aPerson({ 'template-resultsPublished': 'reject' })
  expect(await askToSend([template('resultsPublished')])).toContain('没有同意')
  expect(agreed()).toEqual([])
})

it('takes a dialogue that WeChat would not open for a refusal', async () => {
  const { askToSend, asking } = aPerson({})
  asking.mockRejectedValue({ errMsg: 'requestSubscribeMessage:fail' })
  expect(await askToSend([template('resultsPublished')])).toContain('没有同意')
})

it('asks for no more than WeChat takes at once, and mixes no terms', () => {
  const { askToSend, asking } = aPerson({})
  void askToSend([
    template('resultsPublished'),
    template('roleGranted', 'long'),
    template('contentReleased'),
    template('contentHidden'),
    template('roleEnded'),
  ])
  expect(asking.mock.calls[0]?.[0].tmplIds).toEqual([
    'template-resultsPublished',
    'template-contentReleased',
    'template-contentHidden',
  ])
})

it('passes on why the cloud did not keep an agreement', async () => {
  const { askToSend, calling } = aPerson({ 'template-resultsPublished': 'accept' })
  calling.mockResolvedValue({ result: { ok: false, error: { code: 'template_not_found' } } })
  expect(await askToSend([template('resultsPublished')])).toBe('这种通知现在不能订阅。请稍后再试。')
})
