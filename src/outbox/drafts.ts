import Taro from '@tarojs/taro'
import { storageOwner } from '@/cloud/session'

/** Reports that are being written, by their keys: pages show that there are some, the form knows what is in them. */

const prefix = () => `reportDraft.${storageOwner()}.`

/** A report begun from nothing; others are named after what came back from the outbox. */
export const NEW_DRAFT = 'new'

export const draftKey = (draftId: string): string => prefix() + draftId

export interface DraftHead {
  draftId: string
  /** 暴露垃圾, or 没写完的上报. */
  title: string
  savedAt: number
}

interface Kept {
  title?: string
  savedAt?: number
}

/** The latest first. */
export const listDrafts = (): DraftHead[] =>
  (Taro.getStorageInfoSync().keys ?? [])
    .filter((key) => key.startsWith(prefix()))
    .map((key) => {
      const { title = '没写完的上报', savedAt = 0 } = Taro.getStorageSync<Kept | ''>(key) || {}
      return { draftId: key.slice(prefix().length), title, savedAt }
    })
    .sort((one, other) => other.savedAt - one.savedAt)
