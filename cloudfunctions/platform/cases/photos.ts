import { createHash } from 'node:crypto'
import type { CasePhoto } from '../../../contract/cases/cases'
import { REPORT_UPLOADS } from '../../../contract/reporting'
import { deletePictures } from '../contents/pictures'
import { isUploadBelow } from '../photos'
import { keyedName } from '../secrets'
import type { CasePhotoRow } from './rows'

/**
 * Photos of cases. The uploads are drawn anew in two sizes and kept under names that follow from the upload and its
 * bytes: drawn twice, or by two at once, they are one set of files; a phone that exchanges its upload changes nothing.
 */

const FOLDER = 'casePhotos'

/** Draws and keeps all, or tells which cannot be read (its place in `uploads`). The uploads stay: see `removeUploads`. */
export async function keepCasePhotos(uploads: string[]): Promise<CasePhotoRow[] | { unreadable: number }> {
  const kept: CasePhotoRow[] = []
  // One after another: the pixels of several do not fit into the memory of a function.
  for (const upload of new Set(uploads)) {
    const photo = await keepCasePhoto(upload)
    if (photo === null) return { unreadable: uploads.indexOf(upload) }
    kept.push(photo)
  }
  return kept
}

async function keepCasePhoto(upload: string): Promise<CasePhotoRow | null> {
  const { loadUpload, drawForScreens, savePhoto } = await import('../drawnPhotos')
  const loaded = await loadUpload(upload, REPORT_UPLOADS)
  const drawn = 'refused' in loaded ? null : await drawForScreens(loaded.bytes)
  if ('refused' in loaded || drawn === null) return null
  const content = createHash('sha256').update(loaded.bytes).digest('hex')
  const name = (size: string) => keyedName('casePhoto', upload, content, size)
  const [list, page] = await Promise.all([
    savePhoto(FOLDER, name('list'), drawn.list),
    savePhoto(FOLDER, name('page'), drawn.page),
  ])
  return { photoId: name('photo'), list, page }
}

/** Once what was made of them is safely kept. Gone already is no failure. */
export const removeUploads = (uploads: string[]): Promise<void> =>
  deletePictures([...new Set(uploads)].filter((upload) => isUploadBelow(REPORT_UPLOADS, upload)))

export const filesOf = (photos: readonly CasePhotoRow[]): string[] =>
  photos.flatMap(({ list, page }) => [list, page])

/** `links` as `linkPhotos(filesOf(photos))` answers them; a photo that is gone is left out. */
export const presentCasePhotos = (photos: readonly CasePhotoRow[], links: Map<string, string>): CasePhoto[] =>
  photos.flatMap(({ photoId, list, page }) => {
    const listUrl = links.get(list)
    const pageUrl = links.get(page)
    return listUrl && pageUrl ? [{ photoId, listUrl, pageUrl }] : []
  })
