import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'

/** Consent before the first private API: the phone number, pictures, the position, and the clipboard, which WeChat counts as private too. */

const AGREED_KEY = 'privacyAgreed'
/** WeChat asks which button was pressed, by its id. */
export const AGREE_BUTTON_ID = 'privacyAgree'

type Settle = (isAgreed: boolean) => void

let pending: Settle | null = null
const listeners = new Set<() => void>()

const setPending = (settle: Settle | null): void => {
  pending = settle
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

const isPending = () => pending !== null

/** Whether the consent sheet is to be shown. */
export const useConsentRequest = (): boolean => useSyncExternalStore(subscribe, isPending, isPending)

export const answerConsent = (isAgreed: boolean): void => {
  const settle = pending
  setPending(null)
  settle?.(isAgreed)
}

const listenInWechat = () => {
  Taro.onNeedPrivacyAuthorization((resolve) => {
    setPending((isAgreed) =>
      resolve(isAgreed ? { event: 'agree', buttonId: AGREE_BUTTON_ID } : { event: 'disagree' }),
    )
  })
}

/** WeChat calls for the sheet by itself, whenever a private API is used for the first time. */
export const startConsent: () => void = process.env.TARO_ENV === 'weapp' ? listenInWechat : () => undefined

const askInWechat = () =>
  new Promise<boolean>((resolve) => {
    Taro.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) })
  })

const askOnWeb = () => {
  if (Taro.getStorageSync<boolean | ''>(AGREED_KEY) === true) return Promise.resolve(true)
  return new Promise<boolean>((resolve) => {
    setPending((isAgreed) => {
      if (isAgreed) Taro.setStorageSync(AGREED_KEY, true)
      resolve(isAgreed)
    })
  })
}

/** True when the person has agreed, now or before. */
export const requireConsent: () => Promise<boolean> =
  process.env.TARO_ENV === 'weapp' ? askInWechat : askOnWeb
