import { loadPhoto, storePhoto, unstoreAll, unstorePhoto } from './browserStore'
import { wechatFiles } from './wechatFiles'

/** Picked photos on this device until they are in the cloud: large, so they do not fit beside the other things kept. */
export interface PhotoFiles {
  /**
   * Keeps a picked photo. `kept`: under which name it can be opened again, also when the program was closed meanwhile;
   * null where the device keeps nothing. `path`: where it is now.
   */
  keep(name: string, path: string): Promise<{ kept: string | null; path: string }>
  /** Null: it is not there any more. */
  open(kept: string): Promise<string | null>
  drop(kept: string | null, path: string | null): Promise<void>
  /** Of one person, by the beginning of the names. */
  forget(prefix: string): Promise<void>
  /** Pixels and bytes. Null: this is no picture that can be opened here. */
  measure(path: string): Promise<{ width: number; height: number; bytes: number } | null>
}

const loadPicture = (path: string): Promise<HTMLImageElement> =>
  new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = reject
    image.src = path
  })

const webFiles: PhotoFiles = {
  keep: async (name, path) => {
    const blob = await (await fetch(path)).blob()
    return { kept: (await storePhoto(name, blob)) ? name : null, path }
  },
  open: async (kept) => {
    const blob = await loadPhoto(kept)
    return blob && URL.createObjectURL(blob)
  },
  drop: async (kept, path) => {
    if (path) URL.revokeObjectURL(path)
    if (kept) await unstorePhoto(kept)
  },
  forget: unstoreAll,
  measure: async (path) => {
    try {
      const [{ naturalWidth: width, naturalHeight: height }, answer] = await Promise.all([
        loadPicture(path),
        fetch(path),
      ])
      return { width, height, bytes: (await answer.blob()).size }
    } catch {
      return null
    }
  },
}

/** Chosen here, once, so that each build contains one of the two. */
export const photoFiles: PhotoFiles = process.env.TARO_ENV === 'weapp' ? wechatFiles : webFiles
