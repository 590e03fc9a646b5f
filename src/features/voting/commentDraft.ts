import Taro from '@tarojs/taro'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { whenForgotten } from '@/cloud/ownStorage'
import { newRequestId } from '@/cloud/requestId'
import { storageOwner, useSession } from '@/cloud/session'
import type { PickedPhoto } from '@/components/photoPicker'

/** An opinion being written. Leaving the page loses nothing; leaving the program loses its photos only. */
export interface CommentDraft {
  text: string
  photos: PickedPhoto[]
  /** Of the first try to send exactly this; null until tried. A retry after a lost answer carries it again. */
  requestId: string | null
  savedAt: number
}

const EMPTY: CommentDraft = { text: '', photos: [], requestId: null, savedAt: 0 }
const drafts = new Map<string, CommentDraft>()
const listeners = new Set<() => void>()

const keyOf = (subjectId: string) => `comment.${storageOwner()}.${subjectId}`

whenForgotten((owner) => {
  for (const key of [...drafts.keys()]) if (key.split('.')[1] === owner) drafts.delete(key)
})

const read = (key: string): CommentDraft => {
  const held = drafts.get(key)
  if (held) return held
  const draft = { ...EMPTY, ...(Taro.getStorageSync<Partial<CommentDraft> | ''>(key) || {}) }
  drafts.set(key, draft)
  return draft
}

/** What stands in for a photo on the screen ends with the program, so photos are not stored. */
const keep = (key: string, { text, photos, requestId, savedAt }: CommentDraft): void => {
  if (text === '') Taro.removeStorageSync(key)
  else Taro.setStorageSync(key, { text, requestId: photos.length === 0 ? requestId : null, savedAt })
}

const write = (key: string, draft: CommentDraft): void => {
  drafts.set(key, draft)
  keep(key, draft)
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Of a campaign or a candidate, by its id. */
export const useCommentDraft = (subjectId: string) => {
  useSession()
  const key = keyOf(subjectId)
  const snapshot = useCallback(() => read(key), [key])
  const draft = useSyncExternalStore(subscribe, snapshot, snapshot)
  const actions = useMemo(
    () => ({
      /** Other words are another request. */
      revise: (part: Partial<Pick<CommentDraft, 'text' | 'photos'>>) =>
        write(key, { ...read(key), ...part, requestId: null, savedAt: Date.now() }),
      /** The id to send this very draft with, made on the first call. */
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
  return { draft, ...actions }
}
