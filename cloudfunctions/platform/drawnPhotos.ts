import sharp, { type Sharp } from 'sharp'
import { PHOTO_BYTES_MAX, PHOTO_PIXELS_MAX } from '../../contract/limits'
import { cloud } from './database/connection'
import { describeError, log } from './log'
import { isUploadBelow } from './photos'

/**
 * Photos as files: what is read of one is read from its bytes, never from its name or from what a phone says. Nothing
 * of the uploaded file is shown: what is kept is drawn anew, upright, without place, time and camera.
 *
 * This file brings a native library with it. Import it only where a picture is read: `await import('…/drawnPhotos')`.
 */

const FORMATS = new Set(['jpeg', 'png', 'webp'])
/** Longest sides: of a page on a phone of three pixels per point, and of a list row. */
export const PAGE_SIDE = 1600
export const LIST_SIDE = 480
/** For print: differences to the uploaded one cannot be seen. The smaller ones are for screens. */
const PRINT_QUALITY = 92
const SCREEN_QUALITY = 80

export interface Size {
  width: number
  height: number
}

export interface PhotoRefusal extends Size {
  refused: 'unreadable' | 'tooLarge' | 'tooSmall'
}

export const refusal = (
  refused: PhotoRefusal['refused'],
  { width, height }: Size = { width: 0, height: 0 },
) => ({
  refused,
  width,
  height,
})

/** The bytes of an upload that can be drawn, and how large it is as it is to be seen. */
export async function loadUpload(
  upload: string,
  folder: string,
): Promise<{ bytes: Buffer; size: Size } | PhotoRefusal> {
  const bytes = isUploadBelow(folder, upload) ? await load(upload) : null
  if (bytes === null) return refusal('unreadable')
  if (bytes.length > PHOTO_BYTES_MAX) return refusal('tooLarge')
  const size = await readSize(bytes)
  if (size === null) return refusal('unreadable')
  return size.width * size.height > PHOTO_PIXELS_MAX ? refusal('tooLarge', size) : { bytes, size }
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
async function readSize(bytes: Buffer): Promise<Size | null> {
  try {
    const { format, autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata()
    return FORMATS.has(format ?? '') ? autoOrient : null
  } catch {
    return null
  }
}

interface Drawn {
  original: Buffer
  page: Buffer
  list: Buffer
}

/** Null: the file breaks off or is damaged. */
const draw = async <D>(drawing: () => Promise<D>): Promise<D | null> => {
  try {
    return await drawing()
  } catch (error) {
    log('info', 'photo not read', { error: describeError(error) })
    return null
  }
}

/** For print, page and list. */
export const drawForPrint = (bytes: Buffer): Promise<Drawn | null> =>
  draw(async () => {
    const original = await jpeg(sharp(bytes).autoOrient(), PRINT_QUALITY)
    const page = await jpeg(within(sharp(original), PAGE_SIDE), SCREEN_QUALITY)
    return { original, page, list: await jpeg(within(sharp(page), LIST_SIDE), SCREEN_QUALITY) }
  })

/** Page and list: a JPEG is decoded no larger than is needed. */
export const drawForScreens = (bytes: Buffer): Promise<Omit<Drawn, 'original'> | null> =>
  draw(async () => {
    const page = await jpeg(within(sharp(bytes).autoOrient(), PAGE_SIDE), SCREEN_QUALITY)
    return { page, list: await jpeg(within(sharp(page), LIST_SIDE), SCREEN_QUALITY) }
  })

const within = (picture: Sharp, side: number): Sharp =>
  picture.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })

/** What is transparent becomes white; metadata is left out, which is sharp's way unless it is asked otherwise. */
const jpeg = (picture: Sharp, quality: number): Promise<Buffer> =>
  picture.flatten({ background: 'white' }).jpeg({ quality }).toBuffer()

/** Keeps a drawn photo. `name` must not be guessable from another's. */
export const savePhoto = async (folder: string, name: string, bytes: Buffer): Promise<string> =>
  (await cloud.uploadFile({ cloudPath: `${folder}/${name}.jpg`, fileContent: bytes })).fileID
