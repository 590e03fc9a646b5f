/** @jest-environment jsdom */

import Taro from '@tarojs/taro'
import {
  type DeskSession,
  forgetSession,
  keepSession,
  readSession,
  storageOwner,
  watchSession,
} from '@/cloud/session'

const local = { token: 'L', identity: { id: 'chen', name: '示例', description: '' } }
const desk: DeskSession = {
  kind: 'desk',
  token: 'D',
  expiresAt: Date.UTC(2026, 10, 21, 10),
  identity: { id: 'desk-AAAABBBB', name: '电脑登录', description: '' },
}

/** The program as it begins anew: in this tab, or in another one when the tab's storage is emptied before. */
const startAnew = () => {
  let session: unknown
  jest.isolateModules(() => {
    session = (require('@/cloud/session') as typeof import('@/cloud/session')).readSession()
  })
  return session
}

afterEach(() => {
  forgetSession()
  sessionStorage.clear()
})

it('keeps a local identity for every tab', () => {
  keepSession(local)
  expect(Taro.getStorageSync('session')).toEqual(local)
  expect(readSession()).toEqual(local)
  expect(storageOwner()).toBe('chen')
})

it('keeps the session of a desk in its tab only: a reload finds it, another tab does not', () => {
  keepSession(desk)
  expect(startAnew()).toEqual(desk)
  expect(JSON.stringify({ ...localStorage })).not.toContain('"D"')
  expect(Taro.getStorageSync('session')).toBe('')
  sessionStorage.clear()
  expect(startAnew()).toBeNull()
})

it('lets one session replace the other kind', () => {
  keepSession(local)
  keepSession(desk)
  expect(Taro.getStorageSync('session')).toBe('')
  expect(storageOwner()).toBe('desk-AAAABBBB')
  keepSession(local)
  expect(sessionStorage).toHaveLength(0)
  expect(readSession()).toEqual(local)
})

it('leaves nothing behind at a desk when the session ends, and touches nothing of others', () => {
  keepSession(desk)
  Taro.setStorageSync(`ballot.${storageOwner()}.C1`, ['a'])
  Taro.setStorageSync('ballot.chen.C1', ['b'])
  const told = jest.fn()
  const stop = watchSession(told)
  forgetSession()
  stop()
  expect(told).toHaveBeenCalledTimes(1)
  expect(readSession()).toBeNull()
  expect(Taro.getStorageSync('ballot.desk-AAAABBBB.C1')).toBe('')
  expect(Taro.getStorageSync('ballot.chen.C1')).toEqual(['b'])
})

it('works for as long as the page is open where the browser keeps nothing', () => {
  const blocked = jest.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError')
  })
  keepSession(desk)
  expect(readSession()).toEqual(desk)
  blocked.mockRestore()
})
