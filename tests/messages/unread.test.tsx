/** @jest-environment jsdom */
import Taro from '@tarojs/taro'
import { act, renderHook } from '@testing-library/react'
import { forgetSession, keepSession } from '@/cloud/session'
import { keepUnread, refreshUnread, unreadWords, useUnread } from '@/messages/unread'

const answers: ((unread: number | null) => void)[] = []
const setTabBarBadge = jest.mocked(Taro.setTabBarBadge)
const removeTabBarBadge = jest.mocked(Taro.removeTabBarBadge)

/** Answers the calls one by one, in the order of the test; null: the cloud fails. */
const fetchUnread = () =>
  new Promise<unknown>((resolve) => {
    answers.push((unread) =>
      resolve({
        ok: unread !== null,
        status: unread === null ? 500 : 200,
        json: async () => (unread === null ? { error: {} } : { result: { ok: true, value: { unread } } }),
      }),
    )
  })

const signInAs = (id: string) => keepSession({ token: id, identity: { id, name: id, description: '' } })
/** The answer is read in several steps; timers may be stopped meanwhile. */
const answer = (index: number, unread: number | null) =>
  act(async () => {
    answers[index]?.(unread)
    for (let step = 0; step < 20; step++) await Promise.resolve()
  })

let people = 0

/** Somebody new each time: a count that was never answered is still on its way for whom it was asked. */
beforeEach(() => {
  people += 1
  answers.length = 0
  jest.clearAllMocks()
  Object.assign(globalThis, { fetch: jest.fn(fetchUnread) })
  act(() => signInAs(`person${people}`))
})
afterEach(() => act(() => forgetSession()))

it('is the same number everywhere, and stands on the tab', async () => {
  const row = renderHook(useUnread)
  await answer(0, 3)
  const card = renderHook(useUnread)
  expect([row.result.current, card.result.current]).toEqual([3, 3])
  expect(setTabBarBadge).toHaveBeenLastCalledWith({ index: 4, text: '3' })
  act(() => keepUnread(0))
  expect([row.result.current, card.result.current]).toEqual([0, 0])
  expect(removeTabBarBadge).toHaveBeenLastCalledWith({ index: 4 })
})

it('is not overwritten by a count that was asked for before the messages were read', async () => {
  const { result } = renderHook(useUnread)
  act(() => keepUnread(0))
  await answer(0, 5)
  expect(result.current).toBe(0)
})

it('stays as it was when counting fails, and says nothing', async () => {
  const { result } = renderHook(useUnread)
  await answer(0, 2)
  const refreshed = refreshUnread()
  await answer(1, null)
  await act(() => refreshed)
  expect(result.current).toBe(2)
  expect(Taro.showToast).not.toHaveBeenCalled()
})

it('is nobody else’s', async () => {
  const { result } = renderHook(useUnread)
  await answer(0, 4)
  act(() => signInAs('lin'))
  expect(result.current).toBe(0)
})

it('is counted anew every minute while the page is there', async () => {
  jest.useFakeTimers()
  const { unmount } = renderHook(useUnread)
  await answer(0, 1)
  act(() => jest.advanceTimersByTime(60_000))
  expect(answers).toHaveLength(2)
  await answer(1, 1)
  unmount()
  act(() => jest.advanceTimersByTime(180_000))
  expect(answers).toHaveLength(2)
  jest.useRealTimers()
})

it('is asked for once by two who are shown together', () => {
  renderHook(useUnread)
  renderHook(useUnread)
  expect(answers).toHaveLength(1)
})

it('ends in a plus where counting stopped', () => {
  expect([unreadWords(1), unreadWords(99), unreadWords(100)]).toEqual(['1', '99', '99+'])
})
