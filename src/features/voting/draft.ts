import Taro from '@tarojs/taro'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { whenForgotten } from '@/cloud/ownStorage'
import { newRequestId } from '@/cloud/requestId'
import { storageOwner, useSession } from '@/cloud/session'

/** A ballot being filled in. Kept on the phone, so that leaving the page loses nothing. */
export interface Draft {
  choices: string[]
  /** Of the first try to cast exactly these choices; null until tried. A retry after a lost answer carries it again. */
  requestId: string | null
}

const EMPTY: Draft = { choices: [], requestId: null }
const drafts = new Map<string, Draft>()
const listeners = new Set<() => void>()

whenForgotten(() => drafts.clear())

const keyOf = (campaignId: string) => `ballot.${storageOwner()}.${campaignId}`

const read = (key: string): Draft => {
  const held = drafts.get(key)
  if (held) return held
  const draft = Taro.getStorageSync<Draft | ''>(key) || EMPTY
  drafts.set(key, draft)
  return draft
}

const write = (key: string, draft: Draft): void => {
  drafts.set(key, draft)
  if (draft.choices.length > 0) Taro.setStorageSync(key, draft)
  else Taro.removeStorageSync(key)
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** A different ballot is a different request. */
const toggled = ({ choices }: Draft, candidateId: string): Draft => ({
  choices: choices.includes(candidateId)
    ? choices.filter((chosen) => chosen !== candidateId)
    : [...choices, candidateId],
  requestId: null,
})

export const useDraft = (campaignId: string) => {
  useSession()
  const key = keyOf(campaignId)
  const snapshot = useCallback(() => read(key), [key])
  const draft = useSyncExternalStore(subscribe, snapshot, snapshot)
  const actions = useMemo(
    () => ({
      toggle: (candidateId: string) => write(key, toggled(read(key), candidateId)),
      /** The id to cast this very ballot with, made on the first call. */
      requestId: (): string => {
        const current = read(key)
        const requestId = current.requestId ?? newRequestId()
        write(key, { ...current, requestId })
        return requestId
      },
      clear: () => write(key, EMPTY),
    }),
    [key],
  )
  return { choices: draft.choices, ...actions }
}
