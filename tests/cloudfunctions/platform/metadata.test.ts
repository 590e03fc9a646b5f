import fc from 'fast-check'
import sharp from 'sharp'
import { withoutMetadata } from '../../../cloudfunctions/platform/contents/metadata'

/** Pictures as phones make them, with what they tell. */

const MAKER = 'MakerOfThisPhone'
const WRITER = 'WhoWroteThis'

const plain = () => sharp({ create: { width: 8, height: 4, channels: 3, background: '#0b6b43' } })

const photo = (format: 'jpeg' | 'png') =>
  plain()
    .withExif({
      IFD0: { Make: MAKER, Artist: WRITER },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 0/1' },
    })
    .toFormat(format)
    .toBuffer()

const pixelsOf = (picture: Buffer) => sharp(picture).raw().toBuffer()

test.each(['jpeg', 'png'] as const)(
  'a %s keeps its pixels and loses who, where and with what',
  async (format) => {
    const before = await photo(format)
    expect((await sharp(before).metadata()).exif).toBeDefined()
    expect(before.includes(MAKER)).toBe(true)
    const after = withoutMetadata(before)
    for (const word of [MAKER, WRITER, 'GPS']) expect(after.includes(word)).toBe(false)
    expect((await sharp(after).metadata()).exif).toBeUndefined()
    expect(await pixelsOf(after)).toEqual(await pixelsOf(before))
  },
)

test.each([3, 6, 8])(
  'a photo taken with the phone turned (%i) stays the right way up',
  async (orientation) => {
    const rotated = plain()
      .withExif({ IFD0: { Make: MAKER } })
      .withMetadata({ orientation })
    const before = await rotated.jpeg().toBuffer()
    expect((await sharp(before).metadata()).orientation).toBe(orientation)
    const after = withoutMetadata(before)
    expect((await sharp(after).metadata()).orientation).toBe(orientation)
    expect(after.includes(MAKER)).toBe(false)
  },
)

test('a comment and a place in XMP go too', async () => {
  const jpeg = await plain().jpeg().toBuffer()
  const segment = (marker: number, text: string) => {
    const head = Buffer.from([0xff, marker, 0, 0])
    head.writeUInt16BE(2 + text.length, 2)
    return Buffer.concat([head, Buffer.from(text)])
  }
  const telling = Buffer.concat([
    jpeg.subarray(0, 2),
    segment(0xfe, 'a comment of mine'),
    segment(0xe1, 'http://ns.adobe.com/xap/1.0/ my place'),
    jpeg.subarray(2),
  ])
  expect(withoutMetadata(telling)).toEqual(jpeg)
})

test('what is no picture, and what is damaged anywhere, comes back without a failure', async () => {
  const whole = await photo('jpeg')
  const cuts = fc.nat({ max: whole.length })
  fc.assert(fc.property(cuts, (cut) => withoutMetadata(whole.subarray(0, cut)).length <= whole.length + 64))
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
      const marked = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1]), Buffer.from(noise)])
      return withoutMetadata(marked) instanceof Buffer
    }),
  )
  expect(withoutMetadata(Buffer.from('text'))).toEqual(Buffer.from('text'))
})
