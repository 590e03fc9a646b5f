import { darker, lighter } from './colours'
import type { Scene } from './scene'
import { ellipse, polygon, rect, repeat, stroke } from './shapes'

/** A clean pavement with its slabs and the yellow guiding tiles, from `top` to `bottom`. */
export function pavement(scene: Scene, top: number, bottom: number): string {
  const { width, ink, dice, mood } = scene
  const stone = ink(dice.pick(['#d8d2c5', '#cfcdc6', '#d9cdbb', '#c8ccca']))
  const seam = darker(stone, 0.1)
  const rows = 4
  const height = bottom - top
  const seams = repeat(rows, (row) => {
    const y = top + height * (row / rows) ** 1.25
    const tall = top + height * ((row + 1) / rows) ** 1.25 - y
    const step = 64 + row * 22
    return (
      rect(0, y, width, 1.4, seam) +
      repeat(width / step + 2, (index) =>
        stroke(
          [
            [index * step - (row % 2) * step * 0.5, y],
            [index * step - (row % 2) * step * 0.5 - 7, y + tall],
          ],
          seam,
          1.3,
        ),
      )
    )
  })
  const guide =
    rect(0, top + height * 0.5, width, height * 0.11, ink('#d9b65c'), { opacity: 0.8 }) +
    repeat(width / 26, (index) =>
      rect(index * 26 + 4, top + height * 0.53, 18, height * 0.05, ink('#c9a244'), { opacity: 0.6 }),
    )
  const wet = mood.isWet
    ? repeat(7, () =>
        ellipse(
          dice.between(0, width),
          dice.between(top + 20, bottom),
          dice.between(50, 120),
          dice.between(5, 9),
          '#eef6f7',
          { opacity: 0.45 },
        ),
      )
    : ''
  return (
    rect(0, top, width, height, stone) +
    seams +
    guide +
    rect(0, top, width, 7, '#1c2436', { opacity: 0.12 }) +
    wet
  )
}

/** Kerb and road. */
export function road(scene: Scene, top: number): string {
  const { width, height, ink, mood, dice } = scene
  const asphalt = ink('#767d82')
  const marking = ink('#eeece3')
  const wet = mood.isWet
    ? repeat(6, () =>
        ellipse(
          dice.between(0, width),
          dice.between(top + 30, height - 10),
          dice.between(80, 190),
          dice.between(6, 12),
          lighter(asphalt, 0.5),
          { opacity: 0.5 },
        ),
      )
    : ''
  return (
    rect(0, top, width, height - top, asphalt) +
    rect(0, top, width, 9, ink('#bdb9ae')) +
    rect(0, top + 9, width, 7, ink('#97948b')) +
    wet +
    rect(0, top + (height - top) * 0.42, width, 5, marking, { opacity: 0.75 }) +
    repeat(width / 170 + 1, (index) =>
      polygon(
        [
          [index * 170 + 30, height - 26],
          [index * 170 + 120, height - 26],
          [index * 170 + 112, height - 14],
          [index * 170 + 20, height - 14],
        ],
        marking,
        { opacity: 0.75 },
      ),
    )
  )
}

/** White lines in which bicycles stand. */
export const bicycleBay = ({ ink }: Scene, x: number, y: number, width: number) =>
  polygon(
    [
      [x, y - 30],
      [x + width, y - 30],
      [x + width + 16, y + 10],
      [x - 16, y + 10],
    ],
    'none',
    { stroke: ink('#f4f1e6'), strokeWidth: 4 },
  )

/** Water with calm ripples. */
export function water(scene: Scene, top: number, bottom: number): string {
  const { width, ink, mood, dice } = scene
  const colour = ink(mood.isLit ? '#4f6c8c' : '#7fa9ad')
  return (
    rect(0, top, width, bottom - top, colour) +
    rect(0, top, width, (bottom - top) * 0.45, mood.sky[1], { opacity: 0.3 }) +
    repeat(46, () => {
      const y = dice.between(top + 6, bottom)
      const length = 20 + ((y - top) / (bottom - top)) * 90
      return rect(dice.between(-20, width), y, length, 2.2, lighter(colour, 0.5), { opacity: 0.4, radius: 1 })
    })
  )
}

/** A railing along the water. */
export function railing({ width, ink }: Scene, y: number, height: number): string {
  const iron = ink('#57656b')
  return (
    repeat(width / 26 + 1, (index) => rect(index * 26, y - height, 3, height, iron)) +
    repeat(width / 208 + 1, (index) =>
      rect(index * 208 - 4, y - height - 8, 11, height + 8, iron, { radius: 3 }),
    ) +
    rect(0, y - height - 2, width, 6, iron) +
    rect(0, y - 10, width, 4, iron)
  )
}
