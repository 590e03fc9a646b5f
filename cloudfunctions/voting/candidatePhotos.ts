import type { PhotoKind } from '../../contract/campaigns'
import { copyPictures, deletePictures } from '../platform/contents/pictures'

/** A candidate's pictures are the program's own copies, so that no phone can put others in their place. */

interface ShownPictures {
  cover: string | null
  photos: { file: string; kind: PhotoKind; description: string }[]
}

interface KeptPictures extends ShownPictures {
  /** Every copy once: the cover may be one of the photos. */
  copies: string[]
}

export async function keepPictures({ cover, photos }: ShownPictures): Promise<KeptPictures | 'unreadable'> {
  const files = [...new Set([...(cover === null ? [] : [cover]), ...photos.map(({ file }) => file)])]
  const answers = await copyPictures(files, 'candidates')
  const copies = answers.filter((copy) => copy !== null)
  if (copies.length < files.length) {
    await deletePictures(copies)
    return 'unreadable'
  }
  const copyOf = new Map(files.map((file, index) => [file, copies[index] ?? file]))
  return {
    cover: cover === null ? null : (copyOf.get(cover) ?? null),
    photos: photos.map((photo) => ({ ...photo, file: copyOf.get(photo.file) ?? photo.file })),
    copies,
  }
}
