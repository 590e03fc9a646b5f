import { useEffect, useState } from 'react'
import { photoFiles } from '@/phone/photoFiles'
import type { DraftPhoto } from './bringIn'

/** Where photos are now, of those picked since the program was opened: they need no looking up. */
const known = new Map<string, string>()

export const rememberPath = (key: string, path: string): void => void known.set(key, path)

export const pathsOf = (photos: Pick<DraftPhoto, 'key'>[]): Record<string, string> =>
  Object.fromEntries(
    photos.flatMap(({ key }) => {
      const path = known.get(key)
      return path === undefined ? [] : [[key, path]]
    }),
  )

/** Forgets a photo and its file. */
export const dropPhoto = ({ key, kept }: DraftPhoto): void => {
  void photoFiles.drop(kept, known.get(key) ?? null)
  known.delete(key)
}

const find = async ({ key, kept }: DraftPhoto): Promise<void> => {
  if (known.has(key) || kept === null) return
  const path = await photoFiles.open(kept)
  if (path !== null) known.set(key, path)
}

/** Addresses to show photos by; missing until found, or when the device has lost them. */
export const usePhotoPaths = (photos: DraftPhoto[]): Record<string, string> => {
  const [, setFound] = useState(0)
  const keys = photos.map(({ key }) => key).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: other photos are other files
  useEffect(() => {
    void Promise.all(photos.map(find)).then(() => setFound((turn) => turn + 1))
  }, [keys])
  return pathsOf(photos)
}
