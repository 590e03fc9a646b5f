import type { PhotoKind } from '@contract/campaigns'
import Taro from '@tarojs/taro'

/** A picked photo that is not in the form yet, as this device keeps it. */
export interface KeptPhoto {
  /** Also the request id with which it is put into the form: however often that is tried, it is there once. */
  key: string
  kind: PhotoKind
  description: string
  /** The person is done with the description. */
  isDescribed: boolean
  /** Under which name this device keeps the file; null: only as long as the program runs. */
  kept: string | null
  /** Where it is in the cloud, once it is there. */
  fileId: string | null
}

export const readKeptPhotos = (key: string): KeptPhoto[] => Taro.getStorageSync<KeptPhoto[] | ''>(key) || []

const fieldsOf = ({ key, kind, description, isDescribed, kept, fileId }: KeptPhoto): KeptPhoto => ({
  key,
  kind,
  description,
  isDescribed,
  kept,
  fileId,
})

/** What can neither be opened again nor is in the cloud ends with the program. */
export const writeKeptPhotos = (key: string, photos: KeptPhoto[]): void => {
  const lasting = photos.filter(({ kept, fileId }) => kept !== null || fileId !== null).map(fieldsOf)
  try {
    if (lasting.length > 0) Taro.setStorageSync(key, lasting)
    else Taro.removeStorageSync(key)
  } catch {
    // The phone's storage is full: the photos go on as long as the program runs.
  }
}
