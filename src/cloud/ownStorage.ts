import Taro from '@tarojs/taro'

/** What a person leaves on the phone stands under keys with their `storageOwner()` in the middle: `ballot.<owner>.<id>`. */

const listeners = new Set<(owner: string) => void>()

/** For those who hold in memory what they have stored. */
export const whenForgotten = (listener: (owner: string) => void): void => {
  listeners.add(listener)
}

export const forgetOwn = (owner: string): void => {
  const keys = Taro.getStorageInfoSync().keys ?? []
  for (const key of keys) if (key.split('.')[1] === owner) Taro.removeStorageSync(key)
  for (const listener of listeners) listener(owner)
}
