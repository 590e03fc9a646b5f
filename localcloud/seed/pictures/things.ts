import { darker, lighter } from './colours'
import type { Scene } from './scene'
import { circle, ellipse, path, place, rect, repeat, stroke } from './shapes'
import { ground, put, type Spot } from './spot'

/** What stands on a pavement. Everything has its foot at (x, y); sizes are pixels at scale 1. */

const BIN_COLOURS = ['#2b5f9e', '#3c3f45', '#7a5338', '#b23a34'] as const

/** 可回收物 blue, 干垃圾 black, 湿垃圾 brown, 有害垃圾 red: the four bins of Shanghai. */
export function sortingBins({ ink }: Scene, spot: Spot & { count?: number }): string {
  const count = spot.count ?? 4
  return put(
    repeat(count, (index) => {
      const colour = ink(BIN_COLOURS[index % 4] ?? '#3c3f45')
      return place(
        ground(26) +
          path('M-22 -66 h44 l-4 66 h-36z', colour) +
          rect(-25, -76, 50, 11, darker(colour, 0.2), { radius: 4 }) +
          circle(0, -38, 10, lighter(colour, 0.78)) +
          circle(0, -38, 4.6, colour) +
          circle(-13, -1, 4, ink('#24272c')) +
          circle(13, -1, 4, ink('#24272c')),
        { x: index * 58 },
      )
    }),
    spot,
  )
}

export function litterBin({ ink }: Scene, spot: Spot): string {
  const half = (x: number, colour: string) =>
    rect(x, -64, 29, 60, ink(colour), { radius: 4 }) +
    rect(x + 5, -52, 19, 8, ink('#23272d'), { radius: 4 }) +
    circle(x + 14.5, -26, 6.5, ink('#f0eee6'))
  return put(
    ground(38) +
      half(-31, '#3f6f9b') +
      half(2, '#5b6168') +
      rect(-35, -72, 70, 9, ink('#7f8b8c'), { radius: 4 }),
    spot,
  )
}

export function planter({ dice, ink, mood }: Scene, spot: Spot & { width?: number }): string {
  const width = spot.width ?? 110
  const flower = dice.pick(['#d9586a', '#efb93f', '#e08bb0', '#f4efe4', '#a377b5', '#e5763f'])
  const [dark, middle] = mood.name === 'spring' ? (['#5c8f58', '#7fab68'] as const) : mood.leaves
  const blobs = repeat(width / 13, (index) =>
    circle(
      -width / 2 + 8 + index * 13,
      -40 - dice.between(0, 12),
      dice.between(9, 13),
      ink(index % 2 ? dark : middle),
    ),
  )
  const flowers = repeat(width / 9, () =>
    circle(
      dice.between(-width / 2 + 6, width / 2 - 6),
      -dice.between(38, 58),
      dice.between(3, 4.8),
      ink(flower),
    ),
  )
  const box = ink(dice.pick(['#8a7058', '#b9b3a6', '#6d5a48', '#a8623f']))
  return put(
    ground(width * 0.56) +
      blobs +
      flowers +
      path(`M${-width / 2} -36 h${width} l-5 36 h${10 - width}z`, box) +
      rect(-width / 2 - 3, -39, width + 6, 7, darker(box, 0.14), { radius: 2 }),
    spot,
  )
}

export function lamp({ ink, mood }: Scene, spot: Spot): string {
  const post = ink('#39443f')
  const glow = mood.isLit
    ? circle(0, -300, 46, '#ffe2a0', { opacity: 0.2 }) + circle(0, -300, 26, '#ffe9b8', { opacity: 0.4 })
    : ''
  return put(
    ground(18) +
      rect(-4, -290, 8, 290, post) +
      rect(-9, -22, 18, 22, post, { radius: 3 }) +
      glow +
      path('M-13 -318 h26 l-5 34 h-16z', mood.isLit ? '#fff0c4' : ink('#f1efe4')) +
      path('M-17 -318 q17 -20 34 0z', post),
    spot,
  )
}

export function bench({ ink }: Scene, spot: Spot): string {
  const wood = ink('#a9764c')
  return put(
    ground(80) +
      repeat(3, (index) => rect(-74, -66 + index * 11, 148, 7, wood, { radius: 3 })) +
      rect(-78, -32, 156, 9, darker(wood, 0.1), { radius: 3 }) +
      rect(-64, -24, 7, 24, ink('#3a4042')) +
      rect(57, -24, 7, 24, ink('#3a4042')),
    spot,
  )
}

/** A café table with two stools, inside its line. */
export function tableAndStools({ ink, dice }: Scene, spot: Spot): string {
  const wood = ink(dice.pick(['#a9764c', '#6d7f74', '#c9b79a']))
  const stool = (x: number) =>
    rect(x - 15, -36, 30, 6, wood, { radius: 3 }) +
    stroke(
      [
        [x - 10, -30],
        [x - 12, 0],
      ],
      darker(wood, 0.3),
      3.4,
    ) +
    stroke(
      [
        [x + 10, -30],
        [x + 12, 0],
      ],
      darker(wood, 0.3),
      3.4,
    )
  return put(
    ground(70) +
      stool(-52) +
      stool(52) +
      ellipse(0, -60, 34, 6, wood) +
      rect(-2.5, -58, 5, 56, darker(wood, 0.3)) +
      rect(-16, -4, 32, 5, darker(wood, 0.3), { radius: 2 }) +
      path('M-12 -64 h12 l-2 -12 h-8z', ink('#f3efe6')) +
      circle(14, -70, 6, ink('#7fab68')),
    spot,
  )
}
