import type { Nomination, NominationPhoto } from '@contract/nominations'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { usePhotoQueue } from './usePhotoQueue'

/** Photos in the form, as far as this page knows, and those on their way there. */
export const usePhotos = ({ nominationId, photos }: Nomination) => {
  const { view, queue } = usePhotoQueue(nominationId)
  const [removed, setRemoved] = useState<string[]>([])
  const known = new Map<string, NominationPhoto>()
  for (const photo of [...photos, ...view.added]) known.set(photo.photoId, photo)
  for (const photoId of removed) known.delete(photoId)
  /** Answers what went wrong, in words, or null. */
  const remove = async (photoId: string): Promise<string | null> => {
    const input = { nominationId, photoId }
    const answer = await call('nominations', 'removePhoto', input, { requestId: newRequestId() })
    if (!answer.ok) return errorText(answer.error)
    setRemoved((before) => [...before, photoId])
    return null
  }
  return { inForm: [...known.values()], onTheWay: view.photos, isOffline: view.isOffline, queue, remove }
}

export type Photos = ReturnType<typeof usePhotos>
