import Taro from '@tarojs/taro'
import { requireConsent } from '@/privacy/consent'

/** Puts a picture where the person's pictures are. Null, or what went wrong and what to do, in words. */
type KeepPicture = (address: string, name: string) => Promise<string | null>

const isRefused = (error: unknown): boolean =>
  /auth (deny|denied)|authorize:fail/.test((error as { errMsg?: string }).errMsg ?? '')

const keepInAlbum: KeepPicture = async (address) => {
  if (!(await requireConsent())) return '没有同意隐私说明，图片没有保存。'
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: address })
    return null
  } catch (error) {
    if (/cancel/.test((error as { errMsg?: string }).errMsg ?? '')) return '图片没有保存。'
    return isRefused(error)
      ? '没有相册权限。请点右上角“…”，在设置里允许保存到相册，再试一次。'
      : '图片没有保存。请长按图片，再试一次。'
  }
}

const download: KeepPicture = async (address, name) => {
  const link = document.createElement('a')
  link.href = address
  link.download = `${name}.png`
  document.body.append(link)
  link.click()
  link.remove()
  return null
}

export const keepPicture: KeepPicture = process.env.TARO_ENV === 'weapp' ? keepInAlbum : download
