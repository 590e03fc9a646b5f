/** @jest-environment jsdom */
import { useDidHide } from '@tarojs/taro'
import { act, renderHook } from '@testing-library/react'
import { useWatched } from '@/cloud/useWatched'

const PAUSE = 4000

/** How the page is told that it is hidden; jest's stand-in for Taro only remembers it. */
const hidePage = () => {
  const [hide] = jest.mocked(useDidHide).mock.lastCall ?? []
  act(() => hide?.())
}

const setTab = (state: 'visible' | 'hidden') => {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
}

const pass = (milliseconds: number) => act(() => jest.advanceTimersByTimeAsync(milliseconds))

const watch = (ask: () => Promise<boolean>, isOn = true) =>
  renderHook(({ on }) => useWatched(ask, { pause: PAUSE, isOn: on }), { initialProps: { on: isOn } })

beforeEach(() => jest.useFakeTimers())
afterEach(() => {
  setTab('visible')
  jest.useRealTimers()
})

it('asks again after each answer, and never two questions at once', async () => {
  let answer: (came: boolean) => void = () => undefined
  const ask = jest.fn(() => new Promise<boolean>((resolve) => (answer = resolve)))
  watch(ask)
  await pass(PAUSE * 3)
  expect(ask).toHaveBeenCalledTimes(1)
  await act(async () => answer(true))
  await pass(PAUSE)
  expect(ask).toHaveBeenCalledTimes(2)
})

it('asks nothing while the page is hidden', async () => {
  const ask = jest.fn(async () => true)
  watch(ask)
  hidePage()
  await pass(PAUSE * 10)
  expect(ask).not.toHaveBeenCalled()
})

it('asks nothing while the tab is in the background, and goes on when it is back', async () => {
  const ask = jest.fn(async () => true)
  watch(ask)
  setTab('hidden')
  await pass(PAUSE * 10)
  expect(ask).not.toHaveBeenCalled()
  setTab('visible')
  await pass(PAUSE)
  expect(ask).toHaveBeenCalledTimes(1)
})

it('stops when there is nothing more to wait for, and when the page is left', async () => {
  const ask = jest.fn(async () => true)
  const { rerender, unmount } = watch(ask)
  rerender({ on: false })
  await pass(PAUSE * 10)
  expect(ask).not.toHaveBeenCalled()
  rerender({ on: true })
  unmount()
  await pass(PAUSE * 10)
  expect(ask).not.toHaveBeenCalled()
})

it('says when it does not come through, and waits longer each time', async () => {
  const ask = jest.fn(async () => false)
  const { result } = watch(ask)
  expect(result.current).toBe(true)
  await pass(PAUSE)
  expect(result.current).toBe(false)
  await pass(PAUSE)
  expect(ask).toHaveBeenCalledTimes(1)
  await pass(PAUSE)
  expect(ask).toHaveBeenCalledTimes(2)
  ask.mockImplementation(async () => true)
  await pass(PAUSE * 4)
  expect(result.current).toBe(true)
})
