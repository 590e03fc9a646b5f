import { forgetSession, keepSession, readSession } from '@/cloud/session'
import { uploadPhoto } from '@/cloud/upload'

/** What the storage of the local cloud answers, one after the other; null is a connection that breaks. */
let answers: ({ status: number; body?: object } | null)[] = []
const sent: { address: string; authorization?: string; photo: Blob }[] = []

/** The part of the browser's class that uploading uses. */
class FakeRequest {
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {}
  onload = () => {}
  onerror = () => {}
  status = 0
  responseText = ''
  private address = ''
  private authorization: string | undefined
  open(_method: string, address: string) {
    this.address = address
  }
  setRequestHeader(_name: string, value: string) {
    this.authorization = value
  }
  send(photo: Blob) {
    sent.push({ address: this.address, authorization: this.authorization, photo })
    this.upload.onprogress?.({ loaded: 1, total: 4 })
    const answer = answers.shift()
    if (!answer) return this.onerror()
    this.status = answer.status
    this.responseText = JSON.stringify(answer.body ?? {})
    this.onload()
  }
}

const percents: number[] = []
const upload = async (localPath = 'blob:photo') => {
  const uploading = uploadPhoto(localPath, { onProgress: (percent) => percents.push(percent) })
  await jest.advanceTimersByTimeAsync(5000)
  return uploading
}

beforeEach(() => {
  jest.useFakeTimers()
  sent.length = 0
  percents.length = 0
  Object.assign(global, {
    XMLHttpRequest: FakeRequest,
    fetch: async () => new Response(new Blob(['picture'])),
  })
})
afterEach(() => {
  jest.useRealTimers()
  forgetSession()
})

it('brings the picture to a place that nobody can guess, as this person, and tells how far it is', async () => {
  keepSession({ token: 'T', identity: { id: 'a', name: '陈阿姨', description: '' } })
  answers = [{ status: 200, body: { fileID: 'cloud://a' } }]
  expect(await upload()).toEqual({ ok: true, value: { fileId: 'cloud://a' } })
  expect(sent[0]?.authorization).toBe('Bearer T')
  expect(decodeURIComponent(sent[0]?.address ?? '')).toMatch(
    /^\.\/storage\/upload\?path=uploads\/\d{4}-\d{2}\/[\w-]{20,}\.jpg$/,
  )
  expect(await sent[0]?.photo.text()).toBe('picture')
  expect(percents).toEqual([25])
})

it('tries a broken upload once more, at the same place', async () => {
  answers = [null, { status: 200, body: { fileID: 'cloud://a' } }]
  expect(await upload()).toEqual({ ok: true, value: { fileId: 'cloud://a' } })
  expect(new Set(sent.map(({ address }) => address)).size).toBe(1)
})

it('says that there is no connection when the second try breaks too', async () => {
  answers = [null, null, { status: 200, body: { fileID: 'cloud://a' } }]
  expect(await upload()).toEqual({ ok: false, error: { code: 'no_connection' } })
  expect(sent).toHaveLength(2)
})

it('does not insist when the cloud refuses, and forgets a session that has ended', async () => {
  keepSession({ token: 'T', identity: { id: 'a', name: '陈阿姨', description: '' } })
  answers = [{ status: 413 }]
  expect(await upload()).toEqual({ ok: false, error: { code: 'internal', requestId: 'upload-413' } })
  answers = [{ status: 401 }]
  expect(await upload()).toEqual({ ok: false, error: { code: 'session_ended' } })
  expect(readSession()).toBeNull()
  expect(sent).toHaveLength(2)
})

describe('in WeChat', () => {
  interface UploadOptions {
    cloudPath: string
    success: (answer: { fileID: string }) => void
    fail: (error: { errCode: number }) => void
  }
  const inWechat = (answer: (options: UploadOptions) => void) => {
    const uploadFile = jest.fn((options: UploadOptions) => {
      setTimeout(() => answer(options), 1)
      return { onProgressUpdate: (tell: (event: { progress: number }) => void) => tell({ progress: 40 }) }
    })
    let upload = uploadPhoto
    process.env.TARO_ENV = 'weapp'
    jest.isolateModules(() => {
      const taro = jest.requireActual<{ default: { cloud: object } }>('@tarojs/taro')
      Object.assign(taro.default.cloud, { uploadFile })
      upload = jest.requireActual<{ uploadPhoto: typeof uploadPhoto }>('@/cloud/upload').uploadPhoto
    })
    process.env.TARO_ENV = 'h5'
    const run = async () => {
      const uploading = upload('wxfile://tmp_1.png', { onProgress: (percent) => percents.push(percent) })
      await jest.advanceTimersByTimeAsync(5000)
      return uploading
    }
    return { run, uploadFile }
  }

  it('WeChat carries the picture, under the ending that it has', async () => {
    const { run, uploadFile } = inWechat(({ success }) => success({ fileID: 'cloud://b' }))
    expect(await run()).toEqual({ ok: true, value: { fileId: 'cloud://b' } })
    expect(uploadFile.mock.calls[0]?.[0].cloudPath).toMatch(/^uploads\/\d{4}-\d{2}\/[\w-]{20,}\.png$/)
    expect(percents).toEqual([40])
  })

  it('a lost connection is tried once more, and a refusal of the cloud is not', async () => {
    const lost = inWechat(({ fail }) => fail({ errCode: -1 }))
    expect(await lost.run()).toEqual({ ok: false, error: { code: 'no_connection' } })
    expect(lost.uploadFile).toHaveBeenCalledTimes(2)
    const refused = inWechat(({ fail }) => fail({ errCode: -503001 }))
    expect(await refused.run()).toEqual({ ok: false, error: { code: 'internal', requestId: '-503001' } })
    expect(refused.uploadFile).toHaveBeenCalledTimes(1)
  })
})
