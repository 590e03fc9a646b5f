import Taro from '@tarojs/taro'
import { useState } from 'react'
import { newRequestId } from '@/cloud/requestId'
import { storageOwner } from '@/cloud/session'

/** What a leader is writing. Leaving the page or the program loses nothing but photos that were chosen. */

interface Kept<Draft> {
  draft: Draft
  /** Of the first try to send exactly this; null until tried. A retry after a lost answer carries it again. */
  requestId: string | null
  /** 0: nothing has been typed. */
  savedAt: number
}

export interface KeptDraft<Draft> extends Kept<Draft> {
  /** Other words are another request. */
  revise: (part: Partial<Draft>) => void
  /** Something that is sent with the draft has changed. */
  renew: () => void
  /** The id to send this very draft with. */
  takeRequestId: () => string
  drop: () => void
}

const readKept = <Draft>(key: string): Kept<Draft> | null =>
  Taro.getStorageSync<Kept<Draft> | ''>(key) || null

/** The draft under this name, or `first` until something is typed. */
export function useKeptDraft<Draft>(name: string, first: Draft): KeptDraft<Draft> {
  const key = `organising.${storageOwner()}.${name}`
  const [kept, setKept] = useState<Kept<Draft>>(
    () => readKept<Draft>(key) ?? { draft: first, requestId: null, savedAt: 0 },
  )
  const keep = (next: Kept<Draft>) => {
    setKept(next)
    Taro.setStorageSync(key, next)
  }
  return {
    ...kept,
    revise: (part) => keep({ draft: { ...kept.draft, ...part }, requestId: null, savedAt: Date.now() }),
    renew: () => setKept({ ...kept, requestId: null }),
    takeRequestId: () => {
      const requestId = kept.requestId ?? newRequestId()
      keep({ ...kept, requestId })
      return requestId
    },
    drop: () => {
      Taro.removeStorageSync(key)
      setKept({ draft: first, requestId: null, savedAt: 0 })
    },
  }
}
