/** @jest-environment jsdom */
import Taro from '@tarojs/taro'
import { act, renderHook } from '@testing-library/react'
import { forgetSession, keepSession } from '@/cloud/session'
import { useCommentDraft } from '@/features/voting/commentDraft'

const photo = { fileId: 'cloud://a', previewUrl: 'blob:a' }

beforeEach(() =>
  act(() => keepSession({ token: 'chen', identity: { id: 'chen', name: '', description: '' } })),
)
afterEach(() => act(() => forgetSession()))

const aDraft = (campaignId: string) => {
  const { result } = renderHook(() => useCommentDraft(campaignId))
  return {
    result,
    revise: (part: Parameters<typeof result.current.revise>[0]) => act(() => result.current.revise(part)),
    requestId: () => {
      let made = ''
      act(() => {
        made = result.current.requestId()
      })
      return made
    },
  }
}

it('keeps the words on the phone and forgets them when sent', () => {
  const { result, revise } = aDraft('C1')
  revise({ text: '路面干净多了' })
  expect(Taro.getStorageSync('comment.chen.C1')).toMatchObject({ text: '路面干净多了' })
  act(() => result.current.clear())
  expect(result.current.draft.text).toBe('')
  expect(Taro.getStorageSync('comment.chen.C1')).toBe('')
})

it('sends the same words and photos with the same request id, and others with another', () => {
  const { revise, requestId } = aDraft('C2')
  revise({ text: '路面干净多了' })
  const first = requestId()
  expect(requestId()).toBe(first)
  revise({ photos: [photo] })
  const second = requestId()
  expect(second).not.toBe(first)
  expect(Taro.getStorageSync('comment.chen.C2')).toMatchObject({ requestId: null })
})

it('does not lose photos when the page is left and opened again', () => {
  aDraft('C3').revise({ text: '有照片', photos: [photo] })
  expect(aDraft('C3').result.current.draft.photos).toEqual([photo])
})
