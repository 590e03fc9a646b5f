import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import { newRequestId } from '@/cloud/requestId'
import { storageOwner } from '@/cloud/session'
import { EMPTY_PROFILE, type ProfileForm } from './profileForm'

interface Kept {
  form: ProfileForm
  /** Kept with what was typed, so that a page that was closed while sending sends the same request again. */
  requestId: string
  savedAt: number
}

const keyOf = (): string => `volunteerProfile.${storageOwner()}.draft`

const read = (): Kept | null => Taro.getStorageSync<Kept | ''>(keyOf()) || null

export const hasProfileDraft = (): boolean => read() !== null

/** A profile as it is written, kept on this device with every key, until it is handed in or given up. */
export const useProfileDraft = (first: ProfileForm) => {
  const [draft, setDraft] = useState<Kept>(() => {
    const kept = read()
    return kept
      ? { ...kept, form: { ...EMPTY_PROFILE, ...kept.form } }
      : { form: first, requestId: newRequestId(), savedAt: 0 }
  })
  const [isKept, setKept] = useState(true)
  const latest = useRef(draft)
  const revise = (part: Partial<ProfileForm>) => {
    const form = { ...latest.current.form, ...part }
    latest.current = { form, requestId: newRequestId(), savedAt: Date.now() }
    setDraft(latest.current)
    try {
      Taro.setStorageSync(keyOf(), latest.current)
      setKept(true)
    } catch {
      // The phone's storage is full: the person is told to stay.
      setKept(false)
    }
  }
  /** After a refusal another try is another request. */
  const renewRequest = () => {
    latest.current = { ...latest.current, requestId: newRequestId() }
    setDraft(latest.current)
  }
  const clear = () => Taro.removeStorageSync(keyOf())
  return { draft, isKept, revise, renewRequest, clear }
}
