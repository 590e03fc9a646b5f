import Taro from '@tarojs/taro'

/** A smaller JPEG of the picture, by its address; null when it cannot be opened. */
type PreparePhoto = (localPath: string) => Promise<string | null>

/** Large enough to read a sign in the picture, small enough for a slow network. Pixels of the longer side. */
const LONGEST_SIDE = 1600
const QUALITY = 0.82

const prepareInWechat: PreparePhoto = async (localPath) => {
  try {
    const { width, height } = await Taro.getImageInfo({ src: localPath })
    // One side is enough: WeChat keeps the ratio. A small picture must not grow.
    const side = width >= height ? 'compressedWidth' : 'compressedHeight'
    const { tempFilePath } = await Taro.compressImage({
      src: localPath,
      quality: QUALITY * 100,
      ...(Math.max(width, height) > LONGEST_SIDE ? { [side]: LONGEST_SIDE } : {}),
    })
    return tempFilePath
  } catch {
    return null
  }
}

const load = (address: string): Promise<HTMLImageElement> =>
  new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = reject
    image.src = address
  })

/** Drawn anew, the picture also loses what the camera wrote into it: the place, the time, the phone. */
const draw = (image: HTMLImageElement): Promise<Blob | null> => {
  const { naturalWidth: width, naturalHeight: height } = image
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
}

const prepareOnWeb: PreparePhoto = async (localPath) => {
  try {
    const drawn = await draw(await load(localPath))
    return drawn ? URL.createObjectURL(drawn) : null
  } catch {
    return null
  } finally {
    URL.revokeObjectURL(localPath)
  }
}

export const preparePhoto: PreparePhoto = process.env.TARO_ENV === 'weapp' ? prepareInWechat : prepareOnWeb
