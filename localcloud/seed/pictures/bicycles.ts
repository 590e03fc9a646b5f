import type { Scene } from './scene'
import { circle, path, rect, repeat, stroke } from './shapes'
import { ground, put, type Spot } from './spot'

export function bicycle(scene: Scene, spot: Spot & { colour?: string | null }): string {
  const { dice, ink } = scene
  const frame = ink(
    spot.colour ?? dice.pick(['#2f7d9b', '#d28a33', '#4c8a5a', '#b5483c', '#3c4654', '#e0b03f']),
  )
  const tyre = ink('#2d3138')
  const wheel = (x: number) =>
    circle(x, -24, 22.5, 'none', { stroke: tyre, strokeWidth: 3.6 }) +
    circle(x, -24, 19.5, 'none', { stroke: ink('#c9ced0'), strokeWidth: 1 }) +
    repeat(4, (index) => {
      const angle = (index * Math.PI) / 4
      return stroke(
        [
          [x - Math.cos(angle) * 20, -24 - Math.sin(angle) * 20],
          [x + Math.cos(angle) * 20, -24 + Math.sin(angle) * 20],
        ],
        ink('#c9ced0'),
        0.8,
        0.7,
      )
    })
  return put(
    ground(62) +
      wheel(-36) +
      wheel(36) +
      stroke(
        [
          [-36, -24],
          [-14, -58],
          [22, -56],
          [0, -24],
          [-36, -24],
        ],
        frame,
        4,
      ) +
      stroke(
        [
          [-16, -62],
          [0, -24],
        ],
        frame,
        4,
      ) +
      stroke(
        [
          [36, -24],
          [20, -68],
          [28, -76],
          [18, -78],
        ],
        frame,
        3.6,
      ) +
      path('M-28 -66 q12 -6 24 0 q-2 6 -12 5 q-10 1 -12 -5z', ink('#33363c')) +
      path('M24 -72 h24 l-4 18 h-17z', ink('#8d8a80')) +
      circle(0, -24, 5, ink('#4c5058')),
    spot,
  )
}

/** Bicycles standing in line, all the same way round: shared ones of one colour, or people's own. */
export function bicycleRow(scene: Scene, spot: Spot & { count: number }): string {
  const scale = spot.scale ?? 1
  const colour = scene.dice.pick(['#2f7d9b', '#e0b03f', '#4c8a5a', null])
  const width = 36 + spot.count * 42
  const frame = put(rect(-70, -4, width + 30, 5, scene.ink('#aeb6b8'), { radius: 2 }), {
    ...spot,
    isMirrored: false,
  })
  return (
    frame +
    repeat(spot.count, (index) =>
      bicycle(scene, {
        x: spot.x + index * 42 * scale,
        y: spot.y,
        scale,
        colour,
        isMirrored: spot.isMirrored,
      }),
    )
  )
}
