import type { Nomination } from '@contract/nominations'
import Taro from '@tarojs/taro'
import { DraftStore, SAVES_AFTER } from '@/features/nominations/draft/store'

/** The cloud is played here: each call waits until a test answers it. */
interface Call {
  method: string
  input: { version: number; name: string }
  requestId: string | undefined
  answer: (answer: object) => Promise<void>
}
const calls: Call[] = []
jest.mock('@/cloud/call', () => ({
  call: (_service: string, method: string, input: Call['input'], options?: { requestId: string }) =>
    new Promise((resolve) => {
      const answer = async (given: object) => {
        resolve(given)
        await jest.advanceTimersByTimeAsync(0)
      }
      calls.push({ method, input, requestId: options?.requestId, answer })
    }),
}))

const KEY = 'nomination.me.N1'
const SAVED_AT = 1_800_000_000_000

const nomination = (changes: Partial<Nomination> = {}): Nomination => ({
  nominationId: 'N1',
  campaignId: 'C1',
  campaignName: '示例',
  channel: 'self',
  state: 'draft',
  name: '',
  placeCode: '',
  departmentId: null,
  summary: '',
  coverUrl: null,
  savedAt: 1_700_000_000_000,
  submittedAt: null,
  values: {},
  photos: [],
  reviews: [],
  version: 1,
  mayEdit: true,
  maySubmit: true,
  mayWithdraw: true,
  ...changes,
})

const open = (changes: Partial<Nomination> = {}) => new DraftStore(KEY, 'N1', nomination(changes))
const saved = (version: number) => ({ ok: true, value: { version, savedAt: SAVED_AT } })
const failed = (code: string) => ({ ok: false, error: { code } })
const pause = () => jest.advanceTimersByTimeAsync(SAVES_AFTER)
const next = (): Call => {
  const call = calls.shift()
  if (!call) throw new Error('nothing was called')
  return call
}
const stored = () => Taro.getStorageSync(KEY)

beforeEach(() => {
  jest.useFakeTimers()
  calls.length = 0
  Taro.removeStorageSync(KEY)
})
afterEach(() => jest.useRealTimers())

it('keeps every key on the device at once, and sends after a pause', async () => {
  const draft = open()
  draft.type('name', '示')
  draft.type('name', '示例')
  expect(stored()).toMatchObject({ form: { name: '示例' }, version: 1 })
  expect(calls).toEqual([])
  await pause()
  const { input, answer } = next()
  expect(input).toMatchObject({ version: 1, name: '示例' })
  await answer(saved(2))
  expect(draft.read()).toMatchObject({ state: 'saved', version: 2, savedAt: SAVED_AT })
  expect(stored()).toBe('')
  expect(calls).toEqual([])
})

it('sends nothing when what was typed is taken back', async () => {
  const draft = open()
  draft.type('name', '甲')
  draft.type('name', '')
  await pause()
  expect(calls).toEqual([])
  expect(draft.read().state).toBe('saved')
})

it('sends one at a time, and then the newest words only', async () => {
  const draft = open()
  draft.type('name', '甲')
  await pause()
  const first = next()
  draft.type('name', '甲乙')
  await pause()
  draft.type('name', '甲乙丙')
  await pause()
  expect(calls).toEqual([])
  await first.answer(saved(2))
  const second = next()
  expect(second.input).toMatchObject({ version: 2, name: '甲乙丙' })
  expect(second.requestId).not.toBe(first.requestId)
  await second.answer(saved(3))
  expect(calls).toEqual([])
  expect(draft.read()).toMatchObject({ state: 'saved', version: 3 })
})

it('sends what got no answer again as the same request, before anything newer', async () => {
  const draft = open()
  draft.type('name', '甲')
  await pause()
  const lost = next()
  await lost.answer(failed('no_connection'))
  expect(draft.read().state).toBe('offline')
  draft.type('name', '甲乙')
  await pause()
  const again = next()
  expect([again.input, again.requestId]).toEqual([lost.input, lost.requestId])
  await again.answer(saved(2))
  const newer = next()
  expect(newer.input).toMatchObject({ version: 2, name: '甲乙' })
  await newer.answer(saved(3))
  expect(draft.read().state).toBe('saved')
})

it('finds after a restart what was typed, and what may have arrived', async () => {
  const before = open()
  before.type('name', '甲')
  await pause()
  const lost = next()
  before.type('summary', '一句话')
  before.forget()
  const after = open({ version: 2, name: '甲' })
  expect(after.read()).toMatchObject({ form: { name: '甲', summary: '一句话' }, version: 1 })
  await pause()
  const again = next()
  expect(again.requestId).toBe(lost.requestId)
  await again.answer(saved(2))
  expect(next().input).toMatchObject({ version: 2, name: '甲', summary: '一句话' })
})

it('merges what another device has changed elsewhere, and says so', async () => {
  const draft = open()
  draft.type('name', '甲')
  await pause()
  await next().answer(failed('changed_meanwhile'))
  await next().answer({ ok: true, value: nomination({ version: 5, summary: '另一台写的' }) })
  const merged = next()
  expect(merged.input).toMatchObject({ version: 5, name: '甲', summary: '另一台写的' })
  await merged.answer(saved(6))
  expect(draft.read()).toMatchObject({ state: 'saved', hasMerged: true, conflict: null })
})

describe('written differently on two devices', () => {
  const inConflict = async () => {
    const draft = open()
    draft.type('name', '本机')
    draft.type('summary', '只在本机')
    await pause()
    await next().answer(failed('changed_meanwhile'))
    await next().answer({ ok: true, value: nomination({ version: 5, name: '另一台' }) })
    return draft
  }

  it('saves nothing until somebody has chosen', async () => {
    const draft = await inConflict()
    expect(draft.read().conflict).toMatchObject({ parts: ['name'], theirs: { name: '另一台' } })
    draft.type('name', '本机又写')
    expect(draft.read().state).toBe('conflict')
    await pause()
    expect(calls).toEqual([])
    expect(await draft.flush()).toBe(false)
    expect(stored()).toMatchObject({ form: { name: '本机又写' }, version: 1 })
  })

  it('is saved at once where the other device has all that is chosen', async () => {
    const draft = open()
    draft.type('name', '本机')
    await pause()
    await next().answer(failed('changed_meanwhile'))
    await next().answer({ ok: true, value: nomination({ version: 5, name: '另一台', savedAt: SAVED_AT }) })
    expect(await draft.choose('theirs')).toBe(true)
    expect(calls).toEqual([])
    expect(draft.read()).toMatchObject({ state: 'saved', savedAt: SAVED_AT, form: { name: '另一台' } })
    expect(stored()).toBe('')
  })

  it.each([
    ['mine', '本机'],
    ['theirs', '另一台'],
  ] as const)('keeps %s where that was chosen, and the rest of both', async (whose, name) => {
    const draft = await inConflict()
    const chosen = draft.choose(whose)
    await jest.advanceTimersByTimeAsync(0)
    const { input, answer } = next()
    expect(input).toMatchObject({ version: 5, name, summary: '只在本机' })
    await answer(saved(6))
    expect(await chosen).toBe(true)
    expect(draft.read()).toMatchObject({ conflict: null, form: { name } })
  })
})

it('tells when not even the device can keep it', () => {
  const draft = open()
  jest.mocked(Taro.setStorageSync).mockImplementationOnce(() => {
    throw new Error('full')
  })
  draft.type('name', '甲')
  expect(draft.read()).toMatchObject({ isKept: false, form: { name: '甲' } })
})

it('is stale when it was handed in elsewhere, and shows the newer answer of the cloud once it is saved', async () => {
  const draft = open()
  draft.type('name', '甲')
  await pause()
  await next().answer(failed('nomination_not_editable'))
  expect(draft.read().state).toBe('stale')
  const other = open()
  await pause()
  await next().answer(saved(2))
  other.look(nomination({ version: 1, name: '旧' }))
  expect(other.read().form.name).toBe('甲')
  other.look(nomination({ version: 3, name: '新' }))
  expect(other.read().form.name).toBe('新')
})

it('leaves nothing on a device that another person uses', async () => {
  const draft = open()
  draft.type('name', '甲')
  await pause()
  const { answer } = next()
  Taro.removeStorageSync(KEY)
  draft.forget()
  await answer(failed('no_connection'))
  draft.type('name', '甲乙')
  expect(stored()).toBe('')
})
