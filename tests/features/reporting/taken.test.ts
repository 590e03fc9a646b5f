import sharp, { type Exif } from 'sharp'
import { readTaken } from '@/features/reporting/photos/taken'

/** Real JPEG files, as a camera writes them. */
const photo = async (exif: Exif | null): Promise<ArrayBuffer> => {
  const plain = sharp({ create: { width: 40, height: 30, channels: 3, background: '#888888' } })
  const bytes = await (exif ? plain.withExif(exif) : plain).jpeg().toBuffer()
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
}

const IN_JINGAN = {
  GPSLatitudeRef: 'N',
  GPSLatitude: '31/1 13/1 2400/100',
  GPSLongitudeRef: 'E',
  GPSLongitude: '121/1 28/1 3000/100',
}

it('reads where a photo was taken, as the maps here count degrees', async () => {
  const { position } = await readTaken(await photo({ IFD3: IN_JINGAN }))
  // WGS-84 31.22333, 121.475; GCJ-02 lies some hundred metres beside it.
  expect(position?.latitude).toBeCloseTo(31.2214, 3)
  expect(position?.longitude).toBeCloseTo(121.4795, 3)
})

it.each([
  [{ DateTimeOriginal: '2026:11:20 10:11:12' }, '2026-11-20T10:11:12+08:00'],
  [{ DateTimeOriginal: '2026:11:20 10:11:12', OffsetTimeOriginal: '+09:00' }, '2026-11-20T10:11:12+09:00'],
])('reads when it was taken: %j', async (written, at) => {
  expect((await readTaken(await photo({ IFD2: written }))).at).toBe(Date.parse(at))
})

it.each([
  ['without any of it', null],
  [
    'of a camera without a fix',
    { IFD3: { ...IN_JINGAN, GPSLatitude: '0/1 0/1 0/1', GPSLongitude: '0/1 0/1 0/1' } },
  ],
  ['with a time that is none', { IFD2: { DateTimeOriginal: '0000:00:00 00:00:00' } }],
] as const)('finds nothing in a photo %s', async (_name, exif) => {
  expect(await readTaken(await photo(exif))).toEqual({ position: null, at: null })
})

it('finds nothing in a file that is no photo', async () => {
  expect(await readTaken(new TextEncoder().encode('not a photo').buffer as ArrayBuffer)).toEqual({
    position: null,
    at: null,
  })
})
