import { copyPictures, deletePictures } from '../platform/contents/pictures'

/** A campaign's picture is the program's own copy, so that no phone can put another one in its place. */

export async function keepCover(file: string | null): Promise<string | null | 'unreadable'> {
  if (file === null) return null
  const [copy] = await copyPictures([file])
  return copy ?? 'unreadable'
}

/** Of a campaign that came to nothing. */
export const dropCover = (copy: string | null): Promise<void> => deletePictures(copy === null ? [] : [copy])
