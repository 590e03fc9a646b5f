import type { Result } from '@contract/result'
import Taro from '@tarojs/taro'
import { newRequestId } from './requestId'
import type { CommonError } from './services'
import { forgetSession, readSession } from './session'

type UploadError = Extract<
  CommonError,
  { code: 'no_connection' | 'session_ended' | 'internal' | 'wechat_needed' }
>
export type UploadResult = Result<{ fileId: string }, UploadError>

interface UploadOptions {
  /** 0–100. Starts again when the upload does. */
  onProgress: (percent: number) => void
  /** Where the cloud expects it; what is shown as it is uploaded lies in `uploads`. */
  folder?: string
}

interface Upload {
  onProgress: (percent: number) => void
  localPath: string
  cloudPath: string
}

type Send = (upload: Upload) => Promise<UploadResult>

/** A photo of a megabyte on a network of the slowest kind; a larger one has as much more time. */
const LONGEST_TIME = 120_000
const MEGABYTE = 1_048_576
/** Before the second try. */
const PAUSE = 1000

const failed = (error: UploadError): UploadResult => ({ ok: false, error })
const CUT_OFF = failed({ code: 'no_connection' })
const defect = (requestId: string): UploadResult => failed({ code: 'internal', requestId })

/** WeChat's codes below -500000 come from the cloud itself; anything else never got there. */
const isCloudFailure = (code: unknown): boolean => typeof code === 'number' && code <= -500_000

const sendByWechat: Send = ({ localPath, cloudPath, onProgress }) =>
  new Promise((resolve) => {
    const task = Taro.cloud.uploadFile({
      cloudPath,
      filePath: localPath,
      success: ({ fileID }) => resolve({ ok: true, value: { fileId: fileID } }),
      fail: (error) => {
        const { errCode } = error as { errCode?: unknown }
        resolve(isCloudFailure(errCode) ? defect(String(errCode)) : CUT_OFF)
      },
    })
    task.onProgressUpdate(({ progress }) => onProgress(progress))
  })

/** Null: cut off on the way. `fetch` would tell nothing of how far an upload is. */
const post = ({ cloudPath, onProgress }: Upload, photo: Blob): Promise<XMLHttpRequest | null> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const token = readSession()?.token
    request.open('POST', `./storage/upload?path=${encodeURIComponent(cloudPath)}`)
    if (token) request.setRequestHeader('authorization', `Bearer ${token}`)
    request.timeout = LONGEST_TIME * Math.max(1, photo.size / MEGABYTE)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? (loaded / total) * 100 : 0)
    request.onload = () => resolve(request)
    request.onerror = () => resolve(null)
    request.ontimeout = () => resolve(null)
    request.send(photo)
  })

const sendByHttp: Send = async (upload) => {
  // The storage knows people of WeChat and of the cloud on one machine, no desks.
  if (readSession()?.kind === 'desk') return failed({ code: 'wechat_needed' })
  const request = await post(upload, await (await fetch(upload.localPath)).blob())
  if (!request) return CUT_OFF
  if (request.status === 401) {
    forgetSession()
    return failed({ code: 'session_ended' })
  }
  if (request.status !== 200) return defect(`upload-${request.status}`)
  const { fileID } = JSON.parse(request.responseText) as { fileID: string }
  return { ok: true, value: { fileId: fileID } }
}

/** Chosen here, once, so that each build contains one of the two. */
const send: Send = process.env.TARO_ENV === 'weapp' ? sendByWechat : sendByHttp

/** The month keeps folders small; nobody can guess the rest. */
const newCloudPath = (folder: string, localPath: string): string => {
  const month = new Date().toISOString().slice(0, 7)
  const ending = /\.(png|jpe?g|webp)$/i.exec(localPath)?.[1]?.toLowerCase() ?? 'jpg'
  return `${folder}/${month}/${newRequestId()}.${ending}`
}

/** Brings a picture on the phone to the cloud. A lost connection is tried once more, to the same place. */
export const uploadPhoto = async (
  localPath: string,
  { onProgress, folder = 'uploads' }: UploadOptions,
): Promise<UploadResult> => {
  const upload = { localPath, cloudPath: newCloudPath(folder, localPath), onProgress }
  const first = await send(upload)
  if (first.ok || first.error.code !== 'no_connection') return first
  await new Promise((resolve) => setTimeout(resolve, PAUSE))
  return send(upload)
}
