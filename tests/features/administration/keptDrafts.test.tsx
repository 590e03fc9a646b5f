/** @jest-environment jsdom */
import { planOf } from '@contract/campaignPresets'
import Taro from '@tarojs/taro'
import { act, renderHook } from '@testing-library/react'
import { forgetOwn } from '@/cloud/ownStorage'
import { newCampaign } from '@/features/administration/campaignDraft'
import { newCandidate } from '@/features/administration/candidateDraft'
import { useCampaignDraft, useCandidateDraft } from '@/features/administration/keptDrafts'

const first = newCampaign(planOf('sites', Date.parse('2026-08-01T12:00:00+08:00')))
const PICTURE = { fileId: 'cloud://some/picture.jpg', previewUrl: 'blob:here' }

const open = (name: string) => renderHook(() => useCampaignDraft(name, first))
const stored = () => (Taro.getStorageInfoSync().keys ?? []).filter((key) => key.startsWith('campaign.'))

afterEach(() => act(() => forgetOwn(stored()[0]?.split('.')[1] ?? '')))

it('is the first until something is typed, and kept from then on, for this name alone', () => {
  const { result } = open('new-310000')
  expect(result.current.draft).toEqual(first)
  expect(stored()).toEqual([])
  act(() => result.current.revise({ reason: '先写着' }))
  expect(result.current.draft).toMatchObject({ reason: '先写着', plan: first.plan })
  expect(result.current.draft.savedAt).toBeGreaterThan(0)
  expect(open('new-310000').result.current.draft.reason).toBe('先写着')
  expect(open('some-campaign').result.current.draft).toEqual(first)
})

it('sent again is the same request; once more is typed it is another', () => {
  const { result } = open('new-310000')
  let ids: string[] = []
  act(() => {
    ids = [result.current.requestId(), result.current.requestId()]
  })
  expect(ids[0]).toBe(ids[1])
  act(() => result.current.revise({ reason: '又改了' }))
  act(() => {
    ids = [...ids, result.current.requestId()]
  })
  expect(ids[2]).not.toBe(ids[0])
})

it('keeps a picture on the screen, and stores the rest without it', () => {
  const { result } = open('new-310000')
  act(() => result.current.revise({ cover: PICTURE }))
  expect(result.current.draft.cover).toEqual(PICTURE)
  expect(JSON.stringify(Taro.getStorageSync(stored()[0] ?? ''))).not.toContain('blob:')
})

it('is gone once it is dropped, and when its owner leaves the phone', () => {
  const { result } = open('new-310000')
  act(() => result.current.revise({ reason: '先写着' }))
  act(() => result.current.drop())
  expect(result.current.draft).toEqual(first)
  expect(stored()).toEqual([])
  act(() => result.current.revise({ reason: '又写' }))
  act(() => forgetOwn(stored()[0]?.split('.')[1] ?? ''))
  expect(stored()).toEqual([])
})

describe('a candidate that is being entered', () => {
  const nobody = newCandidate({ kind: 'cases', nomination: null })
  const enter = (campaignId: string) => renderHook(() => useCandidateDraft(campaignId, nobody))
  const keys = () => (Taro.getStorageInfoSync().keys ?? []).filter((key) => key.startsWith('candidate.'))

  it('is kept for its campaign alone, without its photos, until it is dropped', () => {
    const { result } = enter('one')
    const photo = { ...PICTURE, kind: null, description: '' }
    act(() => result.current.revise({ name: '先写着', photos: [photo] }))
    expect(enter('one').result.current.draft).toMatchObject({ name: '先写着', photos: [photo] })
    expect(enter('other').result.current.draft).toEqual(nobody)
    expect(Taro.getStorageSync(keys()[0] ?? '')).toMatchObject({ name: '先写着', photos: [] })
    act(() => result.current.drop())
    expect(result.current.draft).toEqual(nobody)
    expect(keys()).toEqual([])
  })

  it('is never taken for a campaign of the same name', () => {
    const { result } = enter('one')
    act(() => result.current.revise({ name: '先写着' }))
    expect(open('one').result.current.draft).toEqual(first)
    act(() => result.current.drop())
  })
})
