/**
 * Removes what a picture says beside what it shows: where and when it was taken, with which phone (EXIF, XMP, IPTC,
 * comments). The way up is kept, for without it photos lie on their side. Bytes that are no JPEG or PNG, and what is
 * damaged, stay as they are: nothing shows them that did not show them before.
 */

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export function withoutMetadata(bytes: Buffer): Buffer {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return cleanJpeg(bytes)
  return bytes.subarray(0, 8).equals(PNG_SIGNATURE) ? cleanPng(bytes) : bytes
}

const START_OF_SCAN = 0xda
const APP1 = 0xe1
/** Photoshop's and IPTC's, and comments. EXIF and XMP are both in APP1. Colour (APP2, APP14) stays. */
const TELLING = new Set([APP1, 0xed, 0xfe])

/** JPEG: two bytes of marker, two of length, content; from the start of the scan on there are only pixels. */
function cleanJpeg(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let orientation = 1
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] as number
    if (marker === START_OF_SCAN) {
      kept.push(bytes.subarray(at))
      return Buffer.concat([kept[0] as Buffer, onlyOrientation(orientation), ...kept.slice(1)])
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    const segment = bytes.subarray(at, end)
    if (!TELLING.has(marker)) kept.push(segment)
    else if (marker === APP1) orientation = readOrientation(segment) ?? orientation
    at = end
  }
  return bytes
}

const EXIF = Buffer.from('Exif\0\0', 'latin1')
const HEADER = 4 + EXIF.length
const ORIENTATION_TAG = 0x0112
const ENTRY_BYTES = 12

/** 2 to 8; undefined when it is ordinary, not there, or the segment is no EXIF. */
function readOrientation(segment: Buffer): number | undefined {
  if (!segment.subarray(4, HEADER).equals(EXIF)) return undefined
  const tiff = segment.subarray(HEADER)
  if (tiff.length < 8) return undefined
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const read16 = (offset: number) => (isLittle ? tiff.readUInt16LE(offset) : tiff.readUInt16BE(offset))
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (directory + 2 > tiff.length) return undefined
  for (let entry = 0; entry < read16(directory); entry++) {
    const offset = directory + 2 + entry * ENTRY_BYTES
    if (offset + ENTRY_BYTES > tiff.length) return undefined
    const value = read16(offset + 8)
    if (read16(offset) === ORIENTATION_TAG) return value >= 2 && value <= 8 ? value : undefined
  }
  return undefined
}

/** The smallest EXIF there is: one entry. Nothing for the ordinary way up. */
function onlyOrientation(orientation: number): Buffer {
  if (orientation === 1) return Buffer.alloc(0)
  const tiff = Buffer.alloc(26)
  tiff.write('MM', 0, 'latin1')
  tiff.writeUInt16BE(42, 2)
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(ORIENTATION_TAG, 10)
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  const head = Buffer.alloc(4)
  head.writeUInt16BE(0xff00 | APP1, 0)
  head.writeUInt16BE(2 + EXIF.length + tiff.length, 2)
  return Buffer.concat([head, EXIF, tiff])
}

const TELLING_CHUNKS = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'])

/** PNG: four bytes of length, four of name, content, four of checksum. */
function cleanPng(bytes: Buffer): Buffer {
  const kept: Buffer[] = [PNG_SIGNATURE]
  let at = PNG_SIGNATURE.length
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (!TELLING_CHUNKS.has(bytes.toString('latin1', at + 4, at + 8))) kept.push(bytes.subarray(at, end))
    at = end
  }
  return at === bytes.length ? Buffer.concat(kept) : bytes
}
