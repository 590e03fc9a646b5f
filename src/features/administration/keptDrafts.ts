import Taro from '@tarojs/taro'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { whenForgotten } from '@/cloud/ownStorage'
import { newRequestId } from '@/cloud/requestId'
import { storageOwner, useSession } from '@/cloud/session'
import type { CampaignDraft } from './campaignDraft'
import type { CandidateDraft } from './candidateDraft'

/** What staff are writing. Leaving the page or the program loses nothing but a picture that was chosen. */

interface Kept {
  /** Of the first try to send exactly this; null until tried. A retry after a lost answer carries it again. */
  requestId: string | null
  /** 0: nothing has been typed yet. */
  savedAt: number
}

/** `storable`: without pictures, because what stands in for one on the screen ends with the program. */
function keepDrafts<Draft extends Kept>(prefix: string, storable: (draft: Draft) => Draft) {
  const drafts = new Map<string, Draft>()
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }

  whenForgotten((owner) => {
    for (const key of [...drafts.keys()]) if (key.split('.')[1] === owner) drafts.delete(key)
  })

  return {
    keyOf: (name: string) => `${prefix}.${storageOwner()}.${name}`,
    read: (key: string): Draft | null => {
      const held = drafts.get(key)
      if (held) return held
      const stored = Taro.getStorageSync<Draft | ''>(key) || null
      if (stored) drafts.set(key, stored)
      return stored
    },
    write: (key: string, draft: Draft): void => {
      drafts.set(key, draft)
      Taro.setStorageSync(key, storable(draft))
      tell()
    },
    drop: (key: string): void => {
      drafts.delete(key)
      Taro.removeStorageSync(key)
      tell()
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

/** The draft under this name, or `first` until something is typed. */
const useDraftOf = <Draft extends Kept>(
  { keyOf, read, write, drop, subscribe }: ReturnType<typeof keepDrafts<Draft>>,
  name: string,
  first: Draft,
) => {
  useSession()
  const key = keyOf(name)
  const snapshot = useCallback(() => read(key), [key, read])
  const draft = useSyncExternalStore(subscribe, snapshot, snapshot) ?? first
  const actions = useMemo(
    () => ({
      /** Other words are another request. */
      revise: (part: Partial<Omit<Draft, 'requestId' | 'savedAt'>>) =>
        write(key, { ...(read(key) ?? first), ...part, requestId: null, savedAt: Date.now() }),
      /** The id to send this very draft with, made on the first call. */
      requestId: (): string => {
        const current = read(key) ?? first
        const requestId = current.requestId ?? newRequestId()
        write(key, { ...current, requestId })
        return requestId
      },
      drop: () => drop(key),
    }),
    [key, first, read, write, drop],
  )
  return { draft, ...actions }
}

const campaigns = keepDrafts<CampaignDraft>('campaign', (draft) => {
  const isPicked = draft.cover !== null && draft.cover !== 'keep'
  return isPicked ? { ...draft, cover: draft.base ? 'keep' : null, requestId: null } : draft
})

export const useCampaignDraft = (name: string, first: CampaignDraft) => useDraftOf(campaigns, name, first)

const candidates = keepDrafts<CandidateDraft>('candidate', (draft) =>
  draft.photos.length > 0 ? { ...draft, photos: [], requestId: null } : draft,
)

/** One for each campaign. */
export const useCandidateDraft = (campaignId: string, first: CandidateDraft) =>
  useDraftOf(candidates, campaignId, first)
