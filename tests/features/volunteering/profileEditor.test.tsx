/** @jest-environment jsdom */
import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { forgetOwn } from '@/cloud/ownStorage'
import { storageOwner } from '@/cloud/session'
import { ProfileEditor } from '@/features/volunteering/components/profile/profileEditor'
import { EMPTY_PROFILE, type ProfileForm } from '@/features/volunteering/profile/profileForm'

interface Asked {
  method: string
  input: Record<string, unknown>
  requestId?: string
}

let asked: Asked[] = []
let refusal: string | null = null

const answerTo = ({ method }: Asked): object => {
  if (method === 'getPlaces') return { ok: true, value: { places: [] } }
  return refusal ? { ok: false, error: { code: refusal } } : { ok: true, value: {} }
}

const sent = () => asked.filter(({ method }) => method === 'register')

beforeEach(() => {
  asked = []
  refusal = null
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'setImmediate'] })
  jest.setSystemTime(Date.parse('2026-11-21T12:00:00+08:00'))
  global.fetch = jest.fn(async (_address, options) => {
    const event = JSON.parse(String(options?.body)) as Asked
    asked.push(event)
    return { ok: true, status: 200, json: async () => ({ result: answerTo(event) }) } as Response
  })
})
afterEach(() => {
  forgetOwn(storageOwner())
  jest.useRealTimers()
})

/** Two presses closer than this are one. */
const DOUBLE_TAP_TIME = 350

const press = async (name: string) => {
  await act(async () => screen.getByRole('button', { name }).click())
  jest.setSystemTime(Date.now() + DOUBLE_TAP_TIME)
}

const open = async () => {
  const onDone = jest.fn(async () => undefined)
  const doing = { onDone, onLookAnew: jest.fn(async () => undefined), onGiveUp: jest.fn() }
  await act(async () => void render(<ProfileEditor volunteer={null} {...doing} />))
  return doing
}

/** As the phone keeps it of somebody who was here before. */
const begun = (form: Partial<ProfileForm>) =>
  Taro.setStorageSync(`volunteerProfile.${storageOwner()}.draft`, {
    form: { ...EMPTY_PROFILE, ...form },
    requestId: 'a-request-that-was-kept',
    savedAt: Date.now(),
  })

const grown: Partial<ProfileForm> = { name: '陈示例', bornIn: '1990-05', place: '310106011' }

it('asks about a guardian only those who need one', async () => {
  begun({ bornIn: '2012-05' })
  await open()
  expect(screen.getByRole('textbox', { name: '监护人姓名' })).toBeTruthy()
  cleanup()
  begun(grown)
  await open()
  expect(screen.queryByRole('textbox', { name: '监护人姓名' })).toBeNull()
})

it('keeps what is typed when the page is left, and is rid of it once it is registered', async () => {
  await open()
  fireEvent.change(screen.getByRole('textbox', { name: '姓名' }), { target: { value: '陈示例' } })
  cleanup()
  await open()
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: '姓名' }).value).toBe('陈示例')
  cleanup()
  begun(grown)
  const { onDone } = await open()
  await press('注册')
  expect(sent()[0]).toMatchObject({
    input: { name: '陈示例', guardian: null },
    requestId: 'a-request-that-was-kept',
  })
  expect(onDone).toHaveBeenCalled()
  expect(Taro.getStorageSync(`volunteerProfile.${storageOwner()}.draft`)).toBe('')
})

it('sends nothing while something is missing, and says at its place what the cloud refuses', async () => {
  await open()
  await press('注册')
  expect(sent()).toEqual([])
  expect(screen.getByText('还差 3 处')).toBeTruthy()
  expect(Taro.pageScrollTo).toHaveBeenCalledWith({ scrollTop: 0, duration: 0 })
  cleanup()
  begun(grown)
  refusal = 'place_not_found'
  const { onDone } = await open()
  await press('注册')
  await press('注册')
  expect(onDone).not.toHaveBeenCalled()
  expect(screen.getByRole('button', { name: /^所在地区，.*，/ })).toBeTruthy()
  expect(new Set(sent().map(({ requestId }) => requestId)).size).toBe(2)
})
