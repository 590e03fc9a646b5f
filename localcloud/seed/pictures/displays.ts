import { mix } from './colours'
import type { Scene } from './scene'
import { ellipse, path, polygon, rect, repeat, stroke } from './shapes'

/** A shop window with its goods. */
export function display(
  scene: Scene,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
) {
  const { dice, ink, mood } = scene
  const glass = mood.isLit ? '#ffdf9c' : ink('#b9d3d6')
  const inside = mood.isLit ? mix('#f0b566', '#5a3d2b', 0.2) : ink('#6f8a8c')
  const goods = dice.pick([shelves, plants, lamps, clothes])
  return (
    rect(x, y, width, height, glass) +
    rect(x, y + height * 0.72, width, height * 0.28, inside, { opacity: 0.5 }) +
    goods(scene, { x, y, width, height }) +
    polygon(
      [
        [x + width * 0.1, y + height],
        [x + width * 0.34, y],
        [x + width * 0.48, y],
        [x + width * 0.24, y + height],
      ],
      '#ffffff',
      { opacity: 0.2 },
    ) +
    rect(x + width / 2 - 1.5, y, 3, height, ink('#5a5148'), { opacity: 0.5 })
  )
}

type Pane = { x: number; y: number; width: number; height: number }

function shelves({ dice, ink }: Scene, { x, y, width, height }: Pane): string {
  const colours = ['#c98b4b', '#e0b26a', '#b5573f', '#6d8f6a', '#efe3c8', '#4f7f8c']
  return repeat(2, (row) => {
    const shelf = y + height * (0.55 + row * 0.35)
    return (
      repeat(width / 13 - 1, (index) => {
        const tall = dice.between(8, height * 0.2)
        return rect(x + 6 + index * 13, shelf - tall, 10, tall, ink(dice.pick(colours)), { radius: 3 })
      }) + rect(x + 2, shelf, width - 4, 3, ink('#7a5b40'))
    )
  })
}

function plants({ ink, dice }: Scene, { x, y, width, height }: Pane): string {
  return repeat(width / 26, (index) => {
    const middle = x + 14 + index * 26
    const top = y + height - dice.between(24, 40)
    return (
      repeat(3, (leaf) =>
        ellipse(
          middle + (leaf - 1) * 7,
          top - (leaf === 1 ? 8 : 0),
          6,
          11,
          ink(leaf === 1 ? '#6fa06a' : '#4f8458'),
        ),
      ) +
      path(
        `M${middle - 9} ${y + height - 24} h18 l-3 22 h-12z`,
        ink(dice.pick(['#c9745a', '#e9e3d6', '#8a9aa0'])),
      )
    )
  })
}

function lamps({ ink, mood }: Scene, { x, y, width, height }: Pane): string {
  return (
    repeat(width / 34, (index) => {
      const middle = x + 18 + index * 34
      return (
        stroke(
          [
            [middle, y],
            [middle, y + height * 0.2],
          ],
          ink('#5a5148'),
          1.4,
        ) +
        path(`M${middle - 8} ${y + height * 0.2 + 9} q8 -18 16 0z`, mood.isLit ? '#fff6d6' : ink('#e9c46a'))
      )
    }) + rect(x + 8, y + height - 26, width - 16, 6, ink('#8d6a4a'), { radius: 2 })
  )
}

function clothes({ dice, ink }: Scene, { x, y, width, height }: Pane): string {
  const rail = y + height * 0.3
  return (
    rect(x + 6, rail - 2, width - 12, 2, ink('#5a5148')) +
    repeat(width / 22 - 1, (index) =>
      path(
        `M${x + 14 + index * 22} ${rail} l-6 7 v${height * 0.36} h18 v${-height * 0.36} l-6 -7z`,
        ink(dice.pick(['#c98f7a', '#e6dcc8', '#7f98a8', '#8fa07f', '#b5a0b8', '#d9b26a'])),
      ),
    )
  )
}
