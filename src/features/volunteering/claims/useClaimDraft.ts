import Taro from '@tarojs/taro'
import { useState } from 'react'
import { newRequestId } from '@/cloud/requestId'
import { storageOwner } from '@/cloud/session'

/** Hours that somebody is entering, kept on this phone with every key; photos come anew, since what shows them ends. */

export interface ClaimDraft {
  organisationId: string | null
  /** A day's first moment in the city. */
  day: number | null
  /** As typed: `1.5`. */
  hours: string
  what: string
  requestId: string
  /** 0: nothing has been typed yet. */
  savedAt: number
}

const emptyDraft = (organisationId: string | null): ClaimDraft => ({
  organisationId,
  day: null,
  hours: '',
  what: '',
  requestId: newRequestId(),
  savedAt: 0,
})

const keyOf = () => `claimDraft.${storageOwner()}.new`

export function useClaimDraft(organisationId: string | null) {
  const [draft, setDraft] = useState<ClaimDraft>(
    () => Taro.getStorageSync<ClaimDraft | ''>(keyOf()) || emptyDraft(organisationId),
  )
  /** Other words are another request. */
  const revise = (part: Partial<Omit<ClaimDraft, 'requestId' | 'savedAt'>>) => {
    const next = { ...draft, ...part, requestId: newRequestId(), savedAt: Date.now() }
    Taro.setStorageSync(keyOf(), next)
    setDraft(next)
  }
  const clear = () => {
    Taro.removeStorageSync(keyOf())
    setDraft(emptyDraft(organisationId))
  }
  return { draft, revise, clear }
}
