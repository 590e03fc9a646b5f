/** @jest-environment jsdom */

import Taro from '@tarojs/taro'
import { act, renderHook } from '@testing-library/react'
import { forgetSession, keepSession } from '@/cloud/session'
import { useDraft } from '@/features/voting/draft'

const signInAs = (id: string) =>
  act(() => keepSession({ token: id, identity: { id, name: id, description: '' } }))

beforeEach(() => signInAs('chen'))
afterEach(() => act(() => forgetSession()))

it('keeps the choices on the phone and forgets them when cleared', () => {
  const { result } = renderHook(() => useDraft('C1'))
  act(() => result.current.toggle('a'))
  act(() => result.current.toggle('b'))
  act(() => result.current.toggle('a'))
  expect(result.current.choices).toEqual(['b'])
  expect(Taro.getStorageSync('ballot.chen.C1')).toEqual({ choices: ['b'], requestId: null })
  act(() => result.current.clear())
  expect(Taro.getStorageSync('ballot.chen.C1')).toBe('')
})

it('casts the same ballot with the same request id, and a changed one with another', () => {
  const { result } = renderHook(() => useDraft('C2'))
  const requestId = () => {
    let made = ''
    act(() => {
      made = result.current.requestId()
    })
    return made
  }
  act(() => result.current.toggle('a'))
  const first = requestId()
  expect(requestId()).toBe(first)
  act(() => result.current.toggle('b'))
  expect(requestId()).not.toBe(first)
})

it('shows two pages the same draft', () => {
  const list = renderHook(() => useDraft('C3'))
  const ballot = renderHook(() => useDraft('C3'))
  act(() => list.result.current.toggle('a'))
  expect(ballot.result.current.choices).toEqual(['a'])
})

it('does not show one person what another has chosen', () => {
  const { result } = renderHook(() => useDraft('C4'))
  act(() => result.current.toggle('a'))
  signInAs('lin')
  expect(result.current.choices).toEqual([])
  signInAs('chen')
  expect(result.current.choices).toEqual(['a'])
})
