import sharp from 'sharp'
import {
  describePicture,
  drawPicture,
  PICTURE_BYTES_MAX,
  type PictureKind,
} from '../../../localcloud/seed/pictures/drawPicture'
import { PROBLEMS, type Problem } from '../../../localcloud/seed/pictures/problemThings'
import { SETTINGS } from '../../../localcloud/seed/pictures/scene'

const KINDS: PictureKind[] = ['group', 'working', 'street']

describe('drawn pictures', () => {
  test.each([...KINDS, 'cover' as const])(
    'the same request for a %s picture gives the same bytes',
    async (kind) => {
      const request = { seed: '愚园路/1', kind }
      expect((await drawPicture(request)).equals(await drawPicture(request))).toBe(true)
    },
  )

  test('pictures of all kinds and settings are JPEGs of the promised size, small enough to load on a phone', async () => {
    for (const setting of SETTINGS) {
      for (const kind of KINDS) {
        const picture = await drawPicture({ seed: `${setting}/${kind}`, kind, setting })
        expect(await sharp(picture).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 900 })
        expect(picture.length).toBeLessThanOrEqual(PICTURE_BYTES_MAX)
        expect(picture.length).toBeGreaterThan(15_000)
      }
    }
  })

  test('a problem and the same spot put right differ in the problem alone, and say what they show', async () => {
    for (const problem of Object.keys(PROBLEMS) as Problem[]) {
      const request = { seed: `${problem}/1`, kind: 'problem' as const, problem }
      const [before, after] = await Promise.all([
        drawPicture(request),
        drawPicture({ ...request, isFixed: true }),
      ])
      const { channels } = await sharp(before)
        .composite([{ input: after, blend: 'difference' }])
        .toBuffer()
        .then((difference) => sharp(difference).stats())
      const mean = channels.reduce((sum, channel) => sum + channel.mean, 0) / channels.length
      expect(mean).toBeGreaterThan(0.5)
      expect(mean).toBeLessThan(25)
      expect(describePicture(request)).toContain(PROBLEMS[problem])
    }
  })

  test('a cover is wide', async () => {
    const picture = await drawPicture({ seed: 'campaign', kind: 'cover' })
    expect(await sharp(picture).metadata()).toMatchObject({ format: 'jpeg', width: 1500, height: 700 })
    expect(picture.length).toBeLessThanOrEqual(PICTURE_BYTES_MAX)
  })

  test('other seeds give other pictures', async () => {
    const pictures = await Promise.all(
      Array.from({ length: 8 }, (_, index) => drawPicture({ seed: `place/${index}`, kind: 'street' })),
    )
    expect(new Set(pictures.map((picture) => picture.toString('base64'))).size).toBe(8)
  })

  test('the description says that it is an example and fits the contract', () => {
    for (const kind of [...KINDS, 'cover' as const]) {
      for (let index = 0; index < 40; index++) {
        const words = describePicture({ seed: `place${index}/${index}`, kind })
        expect(words).toContain('示例插画')
        expect(words.length).toBeLessThanOrEqual(60)
      }
    }
  })

  test('a working picture is described by what its people do', () => {
    const words = Array.from({ length: 30 }, (_, index) =>
      describePicture({ seed: `a/${index}`, kind: 'working' }),
    )
    expect(new Set(words.map((line) => line.split('正在')[1])).size).toBeGreaterThan(8)
  })
})
