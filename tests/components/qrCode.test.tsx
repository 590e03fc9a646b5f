/** @jest-environment jsdom */
import { render, screen } from '@testing-library/react'
import sharp from 'sharp'
import { QrCode } from '@/components/qrCode'
import { drawQrCode } from '@/components/qrCode/drawQrCode'

const MODULE = 4
const QUIET = 4 * MODULE

/** The picture as rows of dark and light pixels. */
const pixels = async (picture: string): Promise<boolean[][]> => {
  const [kind, content] = picture.split(',')
  expect(kind).toBe('data:image/gif;base64')
  const drawn = sharp(Buffer.from(content as string, 'base64'))
    .greyscale()
    .removeAlpha()
  const { data, info } = await drawn.raw().toBuffer({ resolveWithObject: true })
  expect(info.width).toBe(info.height)
  return Array.from({ length: info.height }, (_, y) =>
    Array.from(
      { length: info.width },
      (_, x) => (data[(y * info.width + x) * info.channels] as number) < 128,
    ),
  )
}

it('stands in a quiet zone of four modules on each side', async () => {
  const rows = await pixels(drawQrCode('https://example.org/desk/7K2M-Q9XA'))
  const inQuiet = (index: number) => index < QUIET || index >= rows.length - QUIET
  const dark = rows.flatMap((row, y) => row.filter((isDark, x) => isDark && (inQuiet(x) || inQuiet(y))))
  expect(dark).toEqual([])
})

it('has the marks by which a scanner finds it, and a size that the standard knows', async () => {
  const rows = await pixels(drawQrCode('7K2M-Q9XA'))
  expect((rows.length - 2 * QUIET) % (4 * MODULE)).toBe(MODULE)
  const modules = Array.from({ length: 8 }, (_, index) => rows[QUIET]?.[QUIET + index * MODULE])
  expect(modules).toEqual([true, true, true, true, true, true, true, false])
})

it('is another one for another text, and holds Chinese and long addresses', () => {
  expect(drawQrCode('a')).not.toBe(drawQrCode('b'))
  expect(drawQrCode('黄浦区')).not.toBe(drawQrCode('静安区'))
  expect(drawQrCode('x'.repeat(500)).length).toBeLessThan(60_000)
})

it('has a name for those who cannot see it', () => {
  const { container } = render(<QrCode text="7K2M-Q9XA" label="登录用的二维码" />)
  expect(screen.getByRole('img', { name: '登录用的二维码' })).toBeTruthy()
  expect(container.querySelector('img')?.src).toBe(drawQrCode('7K2M-Q9XA'))
})
