import Taro from '@tarojs/taro'

/** `camera`: taken now. A browser at a desk has none and offers its files instead. */
export type PhotoSource = 'any' | 'camera'

/**
 * Addresses of up to `count` pictures on this phone, in the order chosen; none when the person changes their mind.
 * `original`: with every pixel, for what will be printed. A browser gives nothing else.
 */
type ChoosePhotos = (
  count: number,
  size?: 'compressed' | 'original',
  source?: PhotoSource,
) => Promise<string[]>

const chooseInWechat: ChoosePhotos = async (count, size = 'compressed', source = 'any') => {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count,
      mediaType: ['image'],
      sourceType: source === 'camera' ? ['camera'] : ['album', 'camera'],
      sizeType: [size],
    })
    return tempFiles.map(({ tempFilePath }) => tempFilePath)
  } catch {
    return []
  }
}

/** Not Taro's way: it drops pictures that it cannot draw without a word. A phone offers its camera here by itself. */
const chooseOnWeb: ChoosePhotos = (count, _size, source) =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.multiple = count > 1
    if (source === 'camera') input.capture = 'environment'
    input.style.display = 'none'
    const settle = () => {
      const files = [...(input.files ?? [])].slice(0, count)
      input.remove()
      resolve(files.map((file) => URL.createObjectURL(file)))
    }
    input.addEventListener('change', settle)
    input.addEventListener('cancel', settle)
    document.body.append(input)
    input.click()
  })

export const choosePhotos: ChoosePhotos = process.env.TARO_ENV === 'weapp' ? chooseInWechat : chooseOnWeb
