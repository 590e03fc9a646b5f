import { darker } from './colours'
import { display } from './displays'
import type { Scene } from './scene'
import { circle, path, polygon, rect, repeat } from './shapes'
import { sign } from './signs'

interface Front {
  x: number
  /** Where it meets the pavement. */
  base: number
  width: number
  height: number
}

/** A shop at street level: fascia with its sign, awning, window with goods, door, step. */
export function shopfront(scene: Scene, front: Front): string {
  const { dice, ink } = scene
  const { x, base, width, height } = front
  const colour = ink(dice.pick(scene.awnings))
  const frame = ink(dice.pick(['#4b3b32', '#e8e2d4', '#2f3d3d', '#6d5138', '#38424a']))
  const fascia = height * 0.2
  const doorWidth = Math.min(62, width * 0.3)
  const isDoorLeft = dice.chance(0.5)
  const doorX = isDoorLeft ? x + 9 : x + width - doorWidth - 9
  const window = {
    x: isDoorLeft ? x + doorWidth + 18 : x + 9,
    y: base - height + fascia + 8,
    width: width - doorWidth - 27,
    height: height - fascia - 40,
  }
  return (
    rect(x, base - height, width, height, frame) +
    display(scene, window) +
    door(scene, { x: doorX, base, width: doorWidth, height: height - fascia - 10 }) +
    rect(window.x - 3, base - 32, window.width + 6, 32, darker(frame, 0.12)) +
    rect(window.x + 6, base - 26, window.width - 12, 20, frame, { radius: 2 }) +
    sign(scene, { x, y: base - height, width, height: fascia, colour }) +
    (dice.chance(0.66)
      ? awning(scene, { x: x + 3, y: base - height + fascia, width: width - 6, depth: height * 0.22, colour })
      : '')
  )
}

function awning(
  scene: Scene,
  { x, y, width, depth, colour }: { x: number; y: number; width: number; depth: number; colour: string },
) {
  const pale = scene.ink('#f6f0e2')
  const isStriped = scene.dice.chance(0.6)
  const count = Math.max(4, Math.round(width / 20))
  const step = width / count
  const stripe = (index: number) => {
    const fill = isStriped && index % 2 ? pale : colour
    const from = x + index * step
    const lip = y + depth
    return (
      polygon(
        [
          [from, y],
          [from + step, y],
          [from + step + spread(index + 1, count), lip],
          [from + spread(index, count), lip],
        ],
        fill,
      ) +
      path(
        `M${(from + spread(index, count)).toFixed(1)} ${lip.toFixed(1)} h${(step + 10 / count).toFixed(1)} v5 q${(-step / 2).toFixed(1)} 11 ${(-step - 10 / count).toFixed(1)} 0z`,
        darker(fill, 0.1),
      )
    )
  }
  return rect(x, y + depth, width, 16, '#1c2436', { opacity: 0.16 }) + repeat(count, stripe)
}

const spread = (index: number, count: number) => (index / count - 0.5) * 10

function door({ dice, ink, mood }: Scene, { x, base, width, height }: Front): string {
  const wood = ink(dice.pick(['#5b3f30', '#3e5a52', '#7a5238', '#35424f', '#8a3f38']))
  const glass = mood.isLit ? '#ffe3a6' : ink('#a9c6cb')
  return (
    rect(x, base - height, width, height, wood) +
    rect(x + 6, base - height + 7, width - 12, height * 0.62, glass, { radius: 2 }) +
    rect(x + width / 2 - 1.5, base - height + 7, 3, height * 0.62, wood) +
    circle(x + width - 9, base - height * 0.3, 3, ink('#d9b766')) +
    rect(x - 4, base - 5, width + 8, 5, ink('#b9b3a6'))
  )
}
