import Taro from '@tarojs/taro'

/** The beginning of a picked file, where cameras write; null when it cannot be read. */
type ReadHead = (path: string) => Promise<ArrayBuffer | null>

/** EXIF stands in one segment of at most 64 KB; a few others may come before it. */
const HEAD_BYTES = 262_144

const sizeOf = (filePath: string): Promise<number> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().getFileInfo({
      filePath,
      success: ({ size }) => resolve(size),
      fail: reject,
    })
  })

const readInWechat: ReadHead = async (filePath) => {
  try {
    const length = Math.min(HEAD_BYTES, await sizeOf(filePath))
    return await new Promise<ArrayBuffer | null>((resolve) => {
      Taro.getFileSystemManager().readFile({
        filePath,
        position: 0,
        length,
        success: ({ data }) => resolve(typeof data === 'string' ? null : data),
        fail: () => resolve(null),
      })
    })
  } catch {
    return null
  }
}

const readOnWeb: ReadHead = async (path) => {
  try {
    const blob = await (await fetch(path)).blob()
    return await blob.slice(0, HEAD_BYTES).arrayBuffer()
  } catch {
    return null
  }
}

/** Chosen here, once, so that each build contains one of the two. */
export const readHead: ReadHead = process.env.TARO_ENV === 'weapp' ? readInWechat : readOnWeb
