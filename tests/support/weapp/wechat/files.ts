import type { Answering } from './answer'
import { ApiFailed } from './answer'

/**
 * Files, pictures and the position of the phone. There is a camera with one picture in it; who is asked for the position
 * refuses, as the program must bear. Not simulated: what the pictures show, and the limit of 200 MB.
 */

const PICTURE = 'wxfile://tmp/picture.jpg'
const SIZE = { width: 1200, height: 900 }
/** The beginning of a JPEG file that says nothing of place or time. */
const BYTES = [0xff, 0xd8, 0xff, 0xd9]

export function fileApis(answering: Answering) {
  const saved = new Set<string>()
  const manager = {
    getFileInfo: answering('getFileInfo', { size: BYTES.length }),
    readFile: answering('readFile', () => ({ data: new Uint8Array(BYTES).buffer })),
    saveFile: answering('saveFile', ({ tempFilePath }) => {
      const savedFilePath = `wxfile://store/${saved.size}-${String(tempFilePath).split('/').at(-1)}`
      saved.add(savedFilePath)
      return { savedFilePath }
    }),
    access: answering('access', ({ path }) => {
      if (saved.has(String(path))) return {}
      throw new ApiFailed(`access:fail no such file or directory ${path}`)
    }),
    removeSavedFile: answering('removeSavedFile', ({ filePath }) => void saved.delete(String(filePath))),
    getSavedFileList: answering('getSavedFileList', () => ({
      fileList: [...saved].map((filePath) => ({ filePath })),
    })),
  }
  return {
    getFileSystemManager: () => manager,
    chooseMedia: answering('chooseMedia', { tempFiles: [{ tempFilePath: PICTURE }] }),
    getImageInfo: answering('getImageInfo', { ...SIZE, path: PICTURE }),
    compressImage: answering('compressImage', { tempFilePath: 'wxfile://tmp/small.jpg' }),
    getLocation: answering('getLocation', () => {
      throw new ApiFailed('getLocation:fail auth deny')
    }),
    chooseLocation: answering('chooseLocation', () => {
      throw new ApiFailed('chooseLocation:fail cancel')
    }),
    openSetting: answering('openSetting', { authSetting: {} }),
  }
}
