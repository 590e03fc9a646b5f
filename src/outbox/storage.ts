import Taro from '@tarojs/taro'
import type { Outgoing } from './outgoing'

/** One entry for each thing that waits, so that two tabs of one browser do not overwrite each other's. */
export interface OutgoingStorage {
  /** The oldest first. */
  list(): Outgoing[]
  has(requestId: string): boolean
  /** Whether it is kept. */
  write(outgoing: Outgoing): boolean
  remove(requestId: string): void
}

const oldestFirst = (one: Outgoing, other: Outgoing): number => one.queuedAt - other.queuedAt

export const storageOf = (owner: string): OutgoingStorage => {
  const prefix = `outbox.${owner}.`
  const read = (key: string) => Taro.getStorageSync<Outgoing | ''>(key)
  return {
    list: () =>
      (Taro.getStorageInfoSync().keys ?? [])
        .filter((key) => key.startsWith(prefix))
        .map(read)
        .filter((found) => found !== '')
        .sort(oldestFirst),
    has: (requestId) => read(prefix + requestId) !== '',
    write: (outgoing) => {
      try {
        Taro.setStorageSync(prefix + outgoing.requestId, outgoing)
        return true
      } catch {
        // The phone's storage is full: it goes on as long as the program runs.
        return false
      }
    },
    remove: (requestId) => Taro.removeStorageSync(prefix + requestId),
  }
}
