import { useEffect, useRef, useState } from 'react'
import { errorText } from '@/cloud/errorText'
import { uploadPhoto } from '@/cloud/upload'
import { preparePhoto } from './preparePhoto'

export interface PickedPhoto {
  /** Where it is in the cloud. */
  fileId: string
  /** What can be shown at once, without asking the cloud. */
  previewUrl: string
}

/** A picture that is not in the cloud yet. */
export interface PendingPhoto {
  key: number
  /** Null until it has been made smaller. */
  previewUrl: string | null
  percent: number
  /** What went wrong; null while it is on its way. */
  trouble: string | null
  mayRetry: boolean
}

const UNREADABLE = '这张照片打不开。请换一张，或者重新拍。'
const BROKEN = '这张照片没有传上去。请再试一次。'

const waiting = (key: number): PendingPhoto => ({
  key,
  previewUrl: null,
  percent: 0,
  trouble: null,
  mayRetry: false,
})

/** Brings pictures to the cloud one after the other, so that they keep their order and a slow network carries one. */
export const useUploads = (
  value: PickedPhoto[],
  onChange: (value: PickedPhoto[]) => void,
  folder?: string,
) => {
  const [pending, setPending] = useState<PendingPhoto[]>([])
  const latest = useRef({ value, onChange, isThere: true, nextKey: 0, dropped: new Set<number>() })
  const queue = useRef(Promise.resolve())
  latest.current.value = value
  latest.current.onChange = onChange
  useEffect(() => {
    const { current } = latest
    current.isThere = true
    return () => {
      current.isThere = false
    }
  }, [])

  const drop = (key: number) => {
    latest.current.dropped.add(key)
    setPending((before) => before.filter((photo) => photo.key !== key))
  }
  const revise = (key: number, part: Partial<PendingPhoto>) =>
    setPending((before) => before.map((photo) => (photo.key === key ? { ...photo, ...part } : photo)))
  const isWanted = (key: number) => latest.current.isThere && !latest.current.dropped.has(key)

  const keep = (key: number, photo: PickedPhoto) => {
    drop(key)
    // The next one may be in before the page is drawn again.
    latest.current.value = [...latest.current.value, photo]
    latest.current.onChange(latest.current.value)
  }

  const send = async (key: number, previewUrl: string) => {
    if (!isWanted(key)) return
    const answer = await uploadPhoto(previewUrl, {
      onProgress: (percent) => revise(key, { percent }),
      ...(folder ? { folder } : {}),
    })
    if (!isWanted(key)) return
    if (answer.ok) keep(key, { fileId: answer.value.fileId, previewUrl })
    else revise(key, { trouble: errorText(answer.error), mayRetry: true })
  }

  const bring = async (key: number, localPath: string) => {
    const previewUrl = await preparePhoto(localPath)
    revise(key, { previewUrl, trouble: previewUrl ? null : UNREADABLE })
    if (previewUrl) await send(key, previewUrl)
  }

  /** One that breaks does not hold up those behind it. */
  const enqueue = (key: number, work: () => Promise<void>) => {
    queue.current = queue.current.then(work).catch(() => revise(key, { trouble: BROKEN, mayRetry: true }))
  }

  return {
    pending,
    isBusy: pending.some(({ trouble }) => trouble === null),
    drop,
    add: (localPaths: string[]) => {
      for (const localPath of localPaths) {
        const key = latest.current.nextKey++
        setPending((before) => [...before, waiting(key)])
        enqueue(key, () => bring(key, localPath))
      }
    },
    retry: ({ key, previewUrl }: PendingPhoto) => {
      if (!previewUrl) return
      revise(key, { trouble: null, percent: 0 })
      enqueue(key, () => send(key, previewUrl))
    },
  }
}
