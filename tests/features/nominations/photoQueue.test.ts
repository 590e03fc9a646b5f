import Taro from '@tarojs/taro'
import type { UploadResult } from '@/cloud/upload'
import { PhotoQueue } from '@/features/nominations/photos/queue'

/** Storage, cloud and files of the device are played here; each answers when a test says so. */
const uploads: {
  path: string
  onProgress: (percent: number) => void
  settle: (result: UploadResult) => void
}[] = []
jest.mock('@/cloud/upload', () => ({
  uploadPhoto: (path: string, { onProgress }: { onProgress: (percent: number) => void }) =>
    new Promise<UploadResult>((settle) => uploads.push({ path, onProgress, settle })),
}))
interface Adding {
  input: { file: string; description: string }
  requestId: string
  settle: (answer: object) => void
}
const addings: Adding[] = []
jest.mock('@/cloud/call', () => ({
  call: (_service: string, _method: string, input: Adding['input'], options: { requestId: string }) =>
    new Promise((settle) => addings.push({ input, requestId: options.requestId, settle })),
}))
const mockKept = new Map<string, string>()
const mockSize = { width: 2480, height: 3508, bytes: 1000 }
jest.mock('@/phone/photoFiles', () => ({
  photoFiles: {
    keep: async (name: string, path: string) => {
      mockKept.set(name, path)
      return { kept: name, path }
    },
    open: async (kept: string) => mockKept.get(kept) ?? null,
    drop: async (kept: string | null) => void (kept && mockKept.delete(kept)),
    measure: async (path: string) => (path === 'small' ? { ...mockSize, width: 100 } : mockSize),
  },
}))

const KEY = 'nominationPhotos.me.N1'
const RULE = { shortSide: 2480, longSide: 3425 }
const settled = () => new Promise((resolve) => setTimeout(resolve))
const OFFLINE = { ok: false, error: { code: 'no_connection' } } as const

const finishUpload = async (result: UploadResult = { ok: true, value: { fileId: 'cloud://a' } }) => {
  uploads.shift()?.settle(result)
  await settled()
}
const finishAdding = async (answer: object) => {
  addings.shift()?.settle(answer)
  await settled()
}
const inForm = (photoId: string) => ({ ok: true, value: { photo: { photoId }, version: 1 } })

async function queueWith(...paths: string[]): Promise<PhotoQueue> {
  const queue = new PhotoQueue(KEY, 'N1')
  void queue.add('group', paths, RULE)
  await settled()
  return queue
}
const keyAt = (queue: PhotoQueue, index = 0): string => queue.read().photos[index]?.key ?? ''
const describeAt = async (queue: PhotoQueue, index = 0) => {
  queue.describe(keyAt(queue, index), '合影')
  queue.finish(keyAt(queue, index))
  await settled()
}

beforeEach(() => {
  uploads.length = 0
  addings.length = 0
  mockKept.clear()
  Taro.removeStorageSync(KEY)
})

it('uploads one after the other, and tells how far each is', async () => {
  const queue = await queueWith('a', 'b')
  expect(uploads.map(({ path }) => path)).toEqual(['a'])
  uploads[0]?.onProgress(40)
  expect(queue.read().photos[0]).toMatchObject({ step: 'uploading', percent: 40 })
  await finishUpload()
  expect(uploads.map(({ path }) => path)).toEqual(['b'])
})

it('waits for the description, and is in the form afterwards', async () => {
  const queue = await queueWith('a')
  await finishUpload()
  expect(addings).toEqual([])
  await describeAt(queue)
  expect(addings[0]?.input).toMatchObject({ file: 'cloud://a', description: '合影' })
  await finishAdding(inForm('P1'))
  expect(queue.read()).toMatchObject({ photos: [], added: [{ photoId: 'P1' }] })
  expect(mockKept.size).toBe(0)
  expect(Taro.getStorageSync(KEY)).toBe('')
})

it('waits without a network, and goes on when there is one again', async () => {
  const queue = await queueWith('a', 'b')
  await finishUpload(OFFLINE)
  expect(queue.read()).toMatchObject({ isOffline: true, photos: [{ trouble: null }, { trouble: null }] })
  expect(uploads).toEqual([])
  void queue.goOn()
  expect(queue.read().isOffline).toBe(false)
  expect(uploads.map(({ path }) => path)).toEqual(['a'])
})

it('is put into the form with the same request id, however often that is tried, and not uploaded twice', async () => {
  const queue = await queueWith('a')
  await finishUpload()
  await describeAt(queue)
  const first = addings[0]?.requestId
  await finishAdding(OFFLINE)
  void queue.goOn()
  expect(addings[0]?.requestId).toBe(first)
  await finishAdding({ ok: false, error: { code: 'internal', requestId: 'x' } })
  expect(queue.read().photos[0]?.trouble).toMatchObject({ mayRetry: true })
  queue.retry(keyAt(queue))
  expect(addings[0]?.requestId).toBe(first)
  await finishAdding(inForm('P1'))
  expect(uploads).toEqual([])
  expect(queue.read().photos).toEqual([])
})

it('brings the file anew when the cloud could not open it', async () => {
  const queue = await queueWith('a')
  await finishUpload()
  await describeAt(queue)
  await finishAdding({ ok: false, error: { code: 'photo_unreadable' } })
  queue.retry(keyAt(queue))
  await settled()
  expect(uploads.map(({ path }) => path)).toEqual(['a'])
})

it('goes on with the others when one is refused', async () => {
  const queue = await queueWith('a', 'b')
  await finishUpload()
  await finishUpload({ ok: true, value: { fileId: 'cloud://b' } })
  await describeAt(queue, 0)
  await describeAt(queue, 1)
  await finishAdding({ ok: false, error: { code: 'photo_too_small', width: 9, height: 9, ...RULE } })
  expect(queue.read().photos[0]?.trouble?.sentence).toContain('9×9')
  await finishAdding(inForm('P2'))
  expect(queue.read()).toMatchObject({ added: [{ photoId: 'P2' }], photos: [{ kind: 'group' }] })
})

it('does not send what is too small', async () => {
  const queue = await queueWith('small')
  expect(uploads).toEqual([])
  expect(queue.read().photos[0]?.trouble?.sentence).toContain('需要至少 2480×3425')
})

it('goes on after a restart with what the device has kept, under the same request id', async () => {
  const before = await queueWith('a', 'b')
  await finishUpload()
  await describeAt(before)
  before.forget()
  const requestId = keyAt(before)
  uploads.length = 0
  const after = new PhotoQueue(KEY, 'N1')
  await settled()
  expect(after.read().photos.map(({ path }) => path)).toEqual(['a', 'b'])
  expect(addings[0]?.requestId).toBe(requestId)
})

it('says so when the device has not kept the file', async () => {
  const before = await queueWith('a')
  before.forget()
  mockKept.clear()
  const after = new PhotoQueue(KEY, 'N1')
  await settled()
  expect(after.read().photos[0]?.trouble).toMatchObject({ mayRetry: false })
})

it('takes back what is on its way', async () => {
  const queue = await queueWith('a')
  queue.drop(keyAt(queue))
  await finishUpload()
  expect(queue.read().photos).toEqual([])
  expect(addings).toEqual([])
  expect(mockKept.size).toBe(0)
})
