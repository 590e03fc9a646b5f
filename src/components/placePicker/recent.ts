import type { NamedPlace } from '@contract/places'
import Taro from '@tarojs/taro'
import { storageOwner } from '@/cloud/session'

/** Places chosen last on this phone, the latest first. */
const KEPT = 5

const key = () => `places.${storageOwner()}.recent`

export const readRecent = (): NamedPlace[] => Taro.getStorageSync<NamedPlace[] | ''>(key()) || []

export const keepRecent = (place: NamedPlace): void => {
  const others = readRecent().filter(({ code }) => code !== place.code)
  Taro.setStorageSync(key(), [place, ...others].slice(0, KEPT))
}
