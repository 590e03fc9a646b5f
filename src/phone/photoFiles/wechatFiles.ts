import Taro from '@tarojs/taro'
import type { PhotoFiles } from './index'

/** WeChat keeps up to 200 MB of saved files for a program; nothing else in this one saves any. */

const files = () => Taro.getFileSystemManager()

const save = (tempFilePath: string): Promise<string | null> =>
  new Promise((resolve) => {
    files().saveFile({
      tempFilePath,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: () => resolve(null),
    })
  })

const remove = (filePath: string): Promise<void> =>
  new Promise((resolve) => {
    files().removeSavedFile({ filePath, complete: () => resolve() })
  })

const bytesOf = (filePath: string): Promise<number> =>
  new Promise((resolve, reject) => {
    files().getFileInfo({ filePath, success: ({ size }) => resolve(size), fail: reject })
  })

export const wechatFiles: PhotoFiles = {
  // Saving moves the file: where it was picked it is no more.
  keep: async (_name, path) => {
    const kept = await save(path)
    return { kept, path: kept ?? path }
  },
  open: (kept) =>
    new Promise((resolve) => {
      files().access({ path: kept, success: () => resolve(kept), fail: () => resolve(null) })
    }),
  drop: async (kept) => {
    if (kept) await remove(kept)
  },
  // WeChat gives each person a storage of their own, so all of it is theirs.
  forget: () =>
    new Promise((resolve) => {
      files().getSavedFileList({
        success: ({ fileList }) =>
          void Promise.all(fileList.map(({ filePath }) => remove(filePath))).then(() => resolve()),
        fail: () => resolve(),
      })
    }),
  measure: async (path) => {
    try {
      const [{ width, height }, bytes] = await Promise.all([Taro.getImageInfo({ src: path }), bytesOf(path)])
      return { width, height, bytes }
    } catch {
      return null
    }
  },
}
