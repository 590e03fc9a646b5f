/** How WeChat makes pictures smaller. A canvas draws in a real browser only. */
type PreparePhoto = (localPath: string) => Promise<string | null>

const compressImage = jest.fn(async (_options: object) => ({ tempFilePath: 'wxfile://small.jpg' }))

const inWechat = (getImageInfo: () => Promise<{ width: number; height: number }>): PreparePhoto => {
  let prepare: PreparePhoto | undefined
  process.env.TARO_ENV = 'weapp'
  jest.isolateModules(() => {
    const taro = jest.requireActual<{ default: object }>('@tarojs/taro')
    Object.assign(taro.default, { compressImage, getImageInfo })
    prepare = jest.requireActual<{ preparePhoto: PreparePhoto }>(
      '@/components/photoPicker/preparePhoto',
    ).preparePhoto
  })
  process.env.TARO_ENV = 'h5'
  if (!prepare) throw new Error('the module was not loaded')
  return prepare
}

beforeEach(() => jest.clearAllMocks())

it.each([
  ['a wide picture to 1600 of width', 4000, 3000, { compressedWidth: 1600 }],
  ['a tall picture to 1600 of height', 3000, 4000, { compressedHeight: 1600 }],
  ['a small picture without making it grow', 800, 600, {}],
])('compresses %s', async (_name, width, height, side) => {
  const prepare = inWechat(async () => ({ width, height }))
  expect(await prepare('wxfile://a.jpg')).toBe('wxfile://small.jpg')
  expect(compressImage.mock.calls).toEqual([[{ src: 'wxfile://a.jpg', quality: 82, ...side }]])
})

it('says of a picture that cannot be opened that it cannot', async () => {
  const prepare = inWechat(() => Promise.reject(new Error('not an image')))
  expect(await prepare('wxfile://a.jpg')).toBeNull()
})
