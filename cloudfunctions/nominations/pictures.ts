import { randomUUID } from 'node:crypto'
import sharp, { type Sharp } from 'sharp'
import { NOMINATION_UPLOADS, type PhotoRule } from '../../contract/campaigns'
import { PHOTO_BYTES_MAX, PHOTO_PIXELS_MAX } from '../../contract/limits'
import { cloud } from '../platform/database/connection'
import { describeError, log } from '../platform/log'
import type { PhotoRow } from './rows'
import { isLargeEnough } from './rules'

/**
 * Photos as files: what is read of one is read from its bytes, never from its name or from what a phone says. Nothing
 * of the uploaded file is shown: all three that are kept are drawn anew, upright, without place, time and camera.
 */

const FORMATS = new Set(['jpeg', 'png', 'webp'])
/** Longest sides: of a page on a phone of three pixels per point, and of a list row. */
const PAGE_SIDE = 1600
const LIST_SIDE = 480
/** For print: differences to the uploaded one cannot be seen. The smaller ones are for screens. */
const PRINT_QUALITY = 92
const SCREEN_QUALITY = 80

type Kept = Pick<PhotoRow, 'width' | 'height' | 'original' | 'page' | 'list'>

export interface PhotoRefusal {
  refused: 'unreadable' | 'tooLarge' | 'tooSmall'
  width: number
  height: number
}

const refusal = (refused: PhotoRefusal['refused'], width = 0, height = 0): PhotoRefusal => ({
  refused,
  width,
  height,
})

/** Only what its owner has uploaded for this, whose address nobody else has ever been given. */
const isUpload = (file: string): boolean =>
  new RegExp(`^cloud://[^/]+/${NOMINATION_UPLOADS}/[\\w./-]+$`).test(file)

/** Loads, checks, draws and keeps; the upload itself stays where it is. */
export async function keepPhoto(
  nominationId: string,
  upload: string,
  rule: Pick<PhotoRule, 'shortSide' | 'longSide'>,
): Promise<Kept | PhotoRefusal> {
  const bytes = isUpload(upload) ? await load(upload) : null
  if (bytes === null) return refusal('unreadable')
  if (bytes.length > PHOTO_BYTES_MAX) return refusal('tooLarge')
  const size = await readSize(bytes)
  if (size === null) return refusal('unreadable')
  const { width, height } = size
  if (width * height > PHOTO_PIXELS_MAX) return refusal('tooLarge', width, height)
  if (!isLargeEnough(size, rule)) return refusal('tooSmall', width, height)
  const drawn = await draw(bytes)
  if (drawn === null) return refusal('unreadable')
  const [original, page, list] = await Promise.all(drawn.map((each) => save(nominationId, each)))
  return { width, height, original, page, list } as Kept
}

async function load(file: string): Promise<Buffer | null> {
  try {
    const downloaded = await cloud.downloadFile({ fileID: file })
    return (downloaded as unknown as { fileContent: Buffer }).fileContent
  } catch (error) {
    log('warn', 'photo not loaded', { error: describeError(error) })
    return null
  }
}

/** Pixels as it is to be seen, whichever way the camera was held. Null: none of the formats, or no picture. */
export async function readSize(bytes: Buffer): Promise<{ width: number; height: number } | null> {
  try {
    const { format, autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata()
    return FORMATS.has(format ?? '') ? autoOrient : null
  } catch {
    return null
  }
}

/** Original, page and list. Null: the file breaks off or is damaged. */
export async function draw(bytes: Buffer): Promise<[Buffer, Buffer, Buffer] | null> {
  try {
    const original = await jpeg(sharp(bytes).autoOrient(), PRINT_QUALITY)
    const page = await jpeg(within(original, PAGE_SIDE), SCREEN_QUALITY)
    return [original, page, await jpeg(within(page, LIST_SIDE), SCREEN_QUALITY)]
  } catch (error) {
    log('info', 'photo not read', { error: describeError(error) })
    return null
  }
}

const within = (bytes: Buffer, side: number): Sharp =>
  sharp(bytes).resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })

/** What is transparent becomes white; metadata is left out, which is sharp's way unless it is asked otherwise. */
const jpeg = (picture: Sharp, quality: number): Promise<Buffer> =>
  picture.flatten({ background: 'white' }).jpeg({ quality }).toBuffer()

/** Nobody can guess the name of one from another's. */
const save = async (nominationId: string, bytes: Buffer): Promise<string> =>
  (
    await cloud.uploadFile({
      cloudPath: `nominations/${nominationId}/${randomUUID()}.jpg`,
      fileContent: bytes,
    })
  ).fileID
