import type { Position } from '@contract/cases/cases'
import { newRequestId } from '@/cloud/requestId'
import { preparePhoto } from '@/components/photoPicker/preparePhoto'
import { photoName } from '@/outbox'
import { photoFiles } from '@/phone/photoFiles'
import { readHead } from './readHead'
import { readTaken } from './taken'

/** A photo as a draft keeps it. */
export interface DraftPhoto {
  key: string
  /** Under which name this device keeps the file; null: only as long as the program runs. */
  kept: string | null
  takenAt: number | null
  position: Position | null
}

/** Reads what the camera wrote, makes the picture smaller and keeps it here; null when it cannot be opened. */
export const bringIn = async (picked: string): Promise<{ photo: DraftPhoto; path: string } | null> => {
  const head = await readHead(picked)
  const { position, at } = head ? await readTaken(head) : { position: null, at: null }
  const prepared = await preparePhoto(picked)
  if (prepared === null) return null
  const key = newRequestId()
  const { kept, path } = await photoFiles.keep(photoName(key), prepared)
  return { photo: { key, kept, takenAt: at, position }, path }
}
