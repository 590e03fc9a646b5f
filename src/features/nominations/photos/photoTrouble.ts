import type { PhotoRule } from '@contract/campaigns'
import { PHOTO_BYTES_MAX } from '@contract/limits'
import { errorText } from '@/cloud/errorText'
import type { CloudError } from '@/cloud/services'

/** What is wrong with a picked photo, and whether the same one may be tried again. */
export interface PhotoTrouble {
  sentence: string
  mayRetry: boolean
  /** The file in the cloud cannot be opened: it must be brought there anew. */
  isFileBad?: boolean
}

interface Size {
  width: number
  height: number
}

const MEGABYTE = 1_048_576

/** Whichever way a photo is turned. */
export const isTooSmall = (
  { width, height }: Size,
  { shortSide, longSide }: Pick<PhotoRule, 'shortSide' | 'longSide'>,
) => Math.min(width, height) < shortSide || Math.max(width, height) < longSide

const tooSmall = (
  { width, height }: Size,
  { shortSide, longSide }: Pick<PhotoRule, 'shortSide' | 'longSide'>,
) => `这张照片 ${width}×${height}，需要至少 ${shortSide}×${longSide}。请换一张，选的时候勾“原图”。`

/** Told before a person waits for an upload in vain; the cloud looks by itself again. */
export const troubleOfPicked = (
  size: (Size & { bytes: number }) | null,
  rule: Pick<PhotoRule, 'shortSide' | 'longSide'>,
): PhotoTrouble | null => {
  if (size === null) return { sentence: '这张照片打不开。请换一张，或者重新拍。', mayRetry: false }
  if (size.bytes > PHOTO_BYTES_MAX)
    return { sentence: `这张照片超过 ${PHOTO_BYTES_MAX / MEGABYTE} MB。请换一张。`, mayRetry: false }
  return isTooSmall(size, rule) ? { sentence: tooSmall(size, rule), mayRetry: false } : null
}

const FINAL: CloudError['code'][] = ['photo_too_small', 'photo_too_large', 'nomination_not_editable']

export const troubleOf = (error: CloudError): PhotoTrouble => ({
  sentence: error.code === 'photo_too_small' ? tooSmall(error, error) : errorText(error),
  mayRetry: !FINAL.includes(error.code),
  isFileBad: error.code === 'photo_unreadable',
})
