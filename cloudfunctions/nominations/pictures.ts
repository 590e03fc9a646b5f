import { randomUUID } from 'node:crypto'
import { NOMINATION_UPLOADS, type PhotoRule } from '../../contract/campaigns'
import { drawForPrint, loadUpload, type PhotoRefusal, refusal, savePhoto } from '../platform/drawnPhotos'
import type { PhotoRow } from './rows'
import { isLargeEnough } from './rules'

type Kept = Pick<PhotoRow, 'width' | 'height' | 'original' | 'page' | 'list'>

/** Loads, checks, draws and keeps; the upload itself stays where it is. */
export async function keepPhoto(
  nominationId: string,
  upload: string,
  rule: Pick<PhotoRule, 'shortSide' | 'longSide'>,
): Promise<Kept | PhotoRefusal> {
  const loaded = await loadUpload(upload, NOMINATION_UPLOADS)
  if ('refused' in loaded) return loaded
  const { bytes, size } = loaded
  if (!isLargeEnough(size, rule)) return refusal('tooSmall', size)
  const drawn = await drawForPrint(bytes)
  if (drawn === null) return refusal('unreadable')
  const save = (each: Buffer) => savePhoto(`nominations/${nominationId}`, randomUUID(), each)
  const [original, page, list] = await Promise.all([save(drawn.original), save(drawn.page), save(drawn.list)])
  return { ...size, original, page, list }
}
