import { cloud } from '../database/connection'
import { describeError, log } from '../log'

/** A picture that can stand in a document. */
export interface DocumentPicture {
  bytes: Buffer
  type: 'jpg' | 'png'
  /** Pixels. */
  width: number
  height: number
}

/** Null: it is gone, larger than `mostBytes`, or neither JPEG nor PNG. */
export async function loadPicture(file: string, mostBytes: number): Promise<DocumentPicture | null> {
  try {
    const downloaded = await cloud.downloadFile({ fileID: file })
    const { fileContent } = downloaded as unknown as { fileContent: Buffer }
    return fileContent.length > mostBytes ? null : asPicture(fileContent)
  } catch (error) {
    log('warn', 'picture not in document', { error: describeError(error) })
    return null
  }
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Where a PNG's first chunk (IHDR) says its size. */
const PNG_WIDTH = 16

/** Reads kind and size from the bytes themselves. */
export function asPicture(bytes: Buffer): DocumentPicture | null {
  if (bytes.length >= PNG_WIDTH + 8 && bytes.subarray(0, 8).equals(PNG_SIGNATURE))
    return {
      bytes,
      type: 'png',
      width: bytes.readUInt32BE(PNG_WIDTH),
      height: bytes.readUInt32BE(PNG_WIDTH + 4),
    }
  const size = jpegSize(bytes)
  return size && { bytes, type: 'jpg', ...size }
}

/** SOF markers hold the size; C4, C8 and CC in the same range are something else. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function jpegSize(bytes: Buffer): { width: number; height: number } | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  let at = 2
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    if (isFrame(bytes[at + 1] ?? 0))
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}
