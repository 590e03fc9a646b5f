import Taro from '@tarojs/taro'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { whenForgotten } from '@/cloud/ownStorage'
import { newRequestId } from '@/cloud/requestId'
import { storageOwner, useSession } from '@/cloud/session'
import type { CampaignDraft } from './campaignDraft'

/** Campaigns being written. Leaving the page or the program loses nothing but a picture that was chosen. */

const drafts = new Map<string, CampaignDraft>()
const listeners = new Set<() => void>()

const keyOf = (name: string) => `campaign.${storageOwner()}.${name}`

whenForgotten((owner) => {
  for (const key of [...drafts.keys()]) if (key.split('.')[1] === owner) drafts.delete(key)
})

const read = (key: string): CampaignDraft | null => {
  const held = drafts.get(key)
  if (held) return held
  const stored = Taro.getStorageSync<CampaignDraft | ''>(key) || null
  if (stored) drafts.set(key, stored)
  return stored
}

const tell = () => {
  for (const listener of listeners) listener()
}

/** What stands in for a picture on the screen ends with the program, so pictures are not stored. */
const storable = (draft: CampaignDraft): CampaignDraft => {
  const isPicked = draft.cover !== null && draft.cover !== 'keep'
  return isPicked ? { ...draft, cover: draft.base ? 'keep' : null, requestId: null } : draft
}

const write = (key: string, draft: CampaignDraft): void => {
  drafts.set(key, draft)
  Taro.setStorageSync(key, storable(draft))
  tell()
}

const drop = (key: string): void => {
  drafts.delete(key)
  Taro.removeStorageSync(key)
  tell()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** The draft under this name, or `first` until something is typed. */
export const useCampaignDraft = (name: string, first: CampaignDraft) => {
  useSession()
  const key = keyOf(name)
  const snapshot = useCallback(() => read(key), [key])
  const draft = useSyncExternalStore(subscribe, snapshot, snapshot) ?? first
  const actions = useMemo(
    () => ({
      /** Other words are another request. */
      revise: (part: Partial<Omit<CampaignDraft, 'requestId' | 'savedAt'>>) =>
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
    [key, first],
  )
  return { draft, ...actions }
}
