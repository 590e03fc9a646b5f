import Taro from '@tarojs/taro'
import { storageOwner } from '@/cloud/session'
import type { OpenedCode } from './openedCode'

/** Keys that this phone was given, so that a code opened at home works where there is no network. */

const prefix = () => `checkInKey.${storageOwner()}.`

export const readKept = (activityId: string): OpenedCode | null =>
  Taro.getStorageSync<OpenedCode | ''>(prefix() + activityId) || null

export const keep = (activityId: string, opened: OpenedCode): void => {
  try {
    Taro.setStorageSync(prefix() + activityId, opened)
  } catch {
    // The phone's storage is full: it lasts as long as the page.
  }
}

/** A key is of no use once the last check-out is over. */
export const dropEnded = (now: number): void => {
  for (const key of Taro.getStorageInfoSync().keys ?? []) {
    if (!key.startsWith(prefix())) continue
    const kept = Taro.getStorageSync<OpenedCode | ''>(key)
    if (kept && kept.closesAt < now) Taro.removeStorageSync(key)
  }
}
