/** @jest-environment jsdom */
import type { Sheet } from '@contract/judging'
import Taro from '@tarojs/taro'
import { act, renderHook } from '@testing-library/react'
import { forgetSession, keepSession } from '@/cloud/session'
import { standingOf, useSheetDraft } from '@/features/judging/sheetDraft'

const POINTS = [60, 40]

const aSheet = (part: Partial<Sheet> = {}): Sheet => ({
  candidateId: 'a',
  scores: [5550, 3800],
  remark: '扎实',
  savedAt: 1,
  version: 1,
  ...part,
})

const become = (id: string) =>
  act(() => keepSession({ token: id, identity: { id, name: '', description: '' } }))

beforeEach(() => become('judge'))
afterEach(() => act(() => forgetSession()))

const aDraft = (candidateId: string, sheet: Sheet | null = null) =>
  renderHook((shown) => useSheetDraft('S1', candidateId, shown), { initialProps: sheet }).result

const requestIdOf = (result: ReturnType<typeof aDraft>): string => {
  let made = ''
  act(() => {
    made = result.current.requestId()
  })
  return made
}

it('keeps what is typed on the phone until it is saved', () => {
  const result = aDraft('a')
  act(() => result.current.revise({ texts: ['55.5'] }))
  expect(aDraft('a').current.draft).toMatchObject({ texts: ['55.5'], basedOn: 0 })
  expect(Taro.getStorageSync('sheet.judge.S1.a')).toMatchObject({ texts: ['55.5'] })
  act(() => result.current.clear())
  expect(Taro.getStorageSync('sheet.judge.S1.a')).toBe('')
  expect(result.current.stored).toBeNull()
})

it('keeps the sheets of entries and of people apart', () => {
  const result = aDraft('b')
  act(() => result.current.revise({ texts: ['1'] }))
  expect(aDraft('c').current.stored).toBeNull()
  become('other')
  expect(aDraft('b').current.stored).toBeNull()
})

it('begins from the saved sheet, and knows which one', () => {
  const result = aDraft('d', aSheet({ version: 3 }))
  expect(result.current.draft).toMatchObject({ texts: ['55.5', '38'], remark: '扎实', basedOn: 3 })
  act(() => result.current.revise({ remark: '很扎实' }))
  expect(result.current.stored).toMatchObject({ texts: ['55.5', '38'], remark: '很扎实', basedOn: 3 })
})

it('saves the same scores with the same request id, and others with another', () => {
  const result = aDraft('e')
  act(() => result.current.revise({ texts: ['50', '30'] }))
  const first = requestIdOf(result)
  expect(requestIdOf(result)).toBe(first)
  act(() => result.current.revise({ texts: ['51', '30'] }))
  expect(requestIdOf(result)).not.toBe(first)
})

it('can go on with what was typed here after the sheet was saved elsewhere', () => {
  const result = aDraft('f', aSheet({ version: 2 }))
  act(() => result.current.revise({ remark: '别的' }))
  const later = renderHook(() => useSheetDraft('S1', 'f', aSheet({ version: 5 }))).result
  expect(standingOf(later.current.stored, aSheet({ version: 5 }), POINTS)).toBe('overtaken')
  act(() => later.current.keepOwn())
  expect(later.current.stored).toMatchObject({ remark: '别的', basedOn: 5, requestId: null })
})

const typed = { texts: ['55.5', '38'], remark: '扎实 ', basedOn: 0, requestId: null, savedAt: 1 }

it.each([
  ['nothing typed and nothing saved', null, null, 'none'],
  ['nothing typed since it was saved', null, aSheet(), 'saved'],
  ['typed and never saved', typed, null, 'unsaved'],
  ['saved, though its answer was lost', typed, aSheet(), 'saved'],
  ['changed since it was saved', { ...typed, basedOn: 1, texts: ['55', '38'] }, aSheet(), 'unsaved'],
  ['saved from elsewhere meanwhile', { ...typed, texts: ['55', '38'] }, aSheet(), 'overtaken'],
] as const)('%s', (_, draft, sheet, standing) => {
  expect(standingOf(draft && { ...draft, texts: [...draft.texts] }, sheet, POINTS)).toBe(standing)
})
