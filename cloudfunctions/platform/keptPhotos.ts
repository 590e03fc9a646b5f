import { createHash } from 'node:crypto'
import { deletePictures } from './contents/pictures'
import { isUploadBelow } from './photos'
import { keyedName } from './secrets'

/**
 * Photos that are kept for screens. The uploads are drawn anew in two sizes and kept under names that follow from the
 * upload and its bytes: drawn twice, or by two at once, they are one set of files; a phone that exchanges its upload
 * changes nothing.
 */

/** Two files of one photo, by their ids in cloud storage. */
export interface KeptPhoto {
  photoId: string
  /** About 480 and 1600 pixels wide. */
  list: string
  page: string
}

/** Where phones put them, where they are kept, and what their names are made with. */
export interface PhotoPlace {
  uploads: string
  folder: string
  purpose: string
}

/** Draws and keeps all, or tells which cannot be read (its place in `uploads`). The uploads stay: see `removeUploads`. */
export async function keepPhotos(
  place: PhotoPlace,
  uploads: string[],
): Promise<KeptPhoto[] | { unreadable: number }> {
  const kept: KeptPhoto[] = []
  // One after another: the pixels of several do not fit into the memory of a function.
  for (const upload of new Set(uploads)) {
    const photo = await keepPhoto(place, upload)
    if (photo === null) return { unreadable: uploads.indexOf(upload) }
    kept.push(photo)
  }
  return kept
}

async function keepPhoto(
  { uploads, folder, purpose }: PhotoPlace,
  upload: string,
): Promise<KeptPhoto | null> {
  const { loadUpload, drawForScreens, savePhoto } = await import('./drawnPhotos')
  const loaded = await loadUpload(upload, uploads)
  const drawn = 'refused' in loaded ? null : await drawForScreens(loaded.bytes)
  if ('refused' in loaded || drawn === null) return null
  const content = createHash('sha256').update(loaded.bytes).digest('hex')
  const name = (size: string) => keyedName(purpose, upload, content, size)
  const [list, page] = await Promise.all([
    savePhoto(folder, name('list'), drawn.list),
    savePhoto(folder, name('page'), drawn.page),
  ])
  return { photoId: name('photo'), list, page }
}

/** Once what was made of them is safely kept. Gone already is no failure. */
export const removeUploads = (place: PhotoPlace, uploads: string[]): Promise<void> =>
  deletePictures([...new Set(uploads)].filter((upload) => isUploadBelow(place.uploads, upload)))

export const filesOf = (photos: readonly KeptPhoto[]): string[] =>
  photos.flatMap(({ list, page }) => [list, page])

/** `links` as `linkPhotos(filesOf(photos))` answers them; a photo that is gone is left out. */
export const presentPhotos = (
  photos: readonly KeptPhoto[],
  links: Map<string, string>,
): { photoId: string; listUrl: string; pageUrl: string }[] =>
  photos.flatMap(({ photoId, list, page }) => {
    const listUrl = links.get(list)
    const pageUrl = links.get(page)
    return listUrl && pageUrl ? [{ photoId, listUrl, pageUrl }] : []
  })
