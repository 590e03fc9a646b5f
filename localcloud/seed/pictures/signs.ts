import { darker, lighter } from './colours'
import type { Scene } from './scene'
import { circle, curve, ellipse, path, place, polygon, rect, repeat, stroke } from './shapes'

/** Trades told by a pictogram, since no picture carries letters. Drawn within ±10 units. */
const SIGNS: readonly ((colour: string) => string)[] = [
  (colour) =>
    path('M-8 -5 h12 v6 q0 6 -6 6 t-6 -6z', colour) +
    curve('M4 -3 q6 0 4 5 q-2 2 -5 1', colour, 1.8) +
    curve('M-4 -8 q2 -2 0 -4 M0 -8 q2 -2 0 -4', colour, 1.3),
  (colour) => path('M-9 1 q0 -9 9 -9 q9 0 9 9 v5 h-18z', colour),
  (colour) =>
    repeat(5, (index) => circle(Math.cos(index * 1.257) * 5.4, Math.sin(index * 1.257) * 5.4, 4, colour)) +
    circle(0, 0, 2.6, '#fff6d8'),
  (colour) =>
    path('M-9 -1 h18 q0 9 -9 9 t-9 -9z', colour) +
    stroke(
      [
        [-3, -3],
        [-6, -10],
      ],
      colour,
      1.5,
    ) +
    stroke(
      [
        [1, -3],
        [4, -11],
      ],
      colour,
      1.5,
    ),
  (colour) => path('M-9 6 q0 -14 18 -14 q0 14 -18 14z', colour),
  (colour) =>
    circle(-5, 5, 3.4, 'none', { stroke: colour, strokeWidth: 1.8 }) +
    circle(5, 5, 3.4, 'none', { stroke: colour, strokeWidth: 1.8 }) +
    stroke(
      [
        [-3, 3],
        [5, -9],
      ],
      colour,
      1.8,
    ) +
    stroke(
      [
        [3, 3],
        [-5, -9],
      ],
      colour,
      1.8,
    ),
  (colour) => path('M-9 -7 h8 v14 h-8z M1 -7 h8 v14 h-8z', colour),
  (colour) => path('M-6 -8 l-5 4 3 4 2 -1 v9 h12 v-9 l2 1 3 -4 -5 -4 q-6 4 -12 0z', colour),
  (colour) =>
    ellipse(-2, 0, 7.5, 4.8, colour) +
    polygon(
      [
        [4, 0],
        [10, -5],
        [10, 5],
      ],
      colour,
    ),
  (colour) => rect(-2.6, -9, 5.2, 18, colour, { radius: 1 }) + rect(-9, -2.6, 18, 5.2, colour, { radius: 1 }),
  (colour) =>
    circle(-5, 0, 4.6, 'none', { stroke: colour, strokeWidth: 2 }) +
    circle(6, 0, 4.6, 'none', { stroke: colour, strokeWidth: 2 }) +
    curve('M-1 -1 q2 -2 3 0', colour, 1.6),
]

export function sign(
  { dice, ink }: Scene,
  { x, y, width, height, colour }: { x: number; y: number; width: number; height: number; colour: string },
) {
  const board = dice.pick([colour, ink('#f3eddf'), ink('#3a3f42'), ink('#6b4a35'), darker(colour, 0.3)])
  const isPale = board === ink('#f3eddf')
  const mark = isPale ? colour : lighter(colour, 0.82)
  const scale = height / 30
  const middle = x + width * dice.pick([0.5, 0.5, 0.2, 0.8])
  const rule = (from: number, to: number) =>
    to > from ? rect(from, y + height / 2 - 1, to - from, 2, mark, { opacity: 0.5 }) : ''
  return (
    rect(x - 2, y - 2, width + 4, height + 3, board, { radius: 2 }) +
    rect(x - 2, y - 2, width + 4, 3, lighter(board, 0.2)) +
    rule(x + 12, middle - 20 * scale) +
    rule(middle + 20 * scale, x + width - 12) +
    place(dice.pick(SIGNS)(mark), { x: middle, y: y + height / 2, scale })
  )
}
