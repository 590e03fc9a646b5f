import { inflateRawSync } from 'node:zlib'

/** The words of a docx, paragraph by paragraph, as somebody would read them. */
export function documentText(bytes: Buffer): string[] {
  const xml = fileInZip(bytes, 'word/document.xml').toString('utf8')
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  )
}

const DIRECTORY_ENTRY = 0x02014b50

/** One file of a zip archive, found by its directory at the end. */
export function fileInZip(bytes: Buffer, wanted: string): Buffer {
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0 && bytes.readUInt32LE(at) === DIRECTORY_ENTRY; ) {
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ]
    if (bytes.toString('utf8', at + 46, at + 46 + name) === wanted) {
      const head = bytes.readUInt32LE(at + 42)
      const start = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28)
      const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20))
      return bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)
    }
    at += 46 + name + extra + comment
  }
  throw new Error(`${wanted} is not in the archive`)
}
