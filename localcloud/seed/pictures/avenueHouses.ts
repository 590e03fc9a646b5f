import { darker, lighter } from './colours'
import { glassOf } from './facade'
import { FAR, type Project, WALL } from './perspective'
import type { Scene, Setting } from './scene'
import { circle, polygon, rect, repeat } from './shapes'

/** The houses of one side, far ones first. */
export function houseSide(scene: Scene, project: Project, way: number): string {
  const { dice } = scene
  const houses: string[] = []
  let z = 3
  while (z < FAR) {
    const length = dice.between(5.5, 10)
    houses.unshift(
      house(scene, project, {
        x: way * WALL,
        from: z,
        to: Math.min(FAR, z + length),
        floors: dice.pick([2, 3, 3, 4]),
      }),
    )
    z += length
  }
  return houses.join('')
}

interface House {
  x: number
  from: number
  to: number
  floors: number
}

function house(scene: Scene, project: Project, at: House): string {
  const { dice, ink } = scene
  const wall = ink(dice.pick(scene.walls))
  const shaded = at.x > 0 ? darker(wall, 0.1) : wall
  const top = 3.9 + (at.floors - 1) * 3.2
  const panel = (from: number, to: number, low: number, high: number, colour: string, opacity?: number) =>
    polygon(
      [project(at.x, low, from), project(at.x, low, to), project(at.x, high, to), project(at.x, high, from)],
      colour,
      { opacity },
    )
  const columns = Math.max(2, Math.round((at.to - at.from) / 2.6))
  const column = (at.to - at.from) / columns
  const trim = lighter(shaded, 0.4)
  const windows = repeat(at.floors - 1, (floor) =>
    repeat(columns, (index) => {
      const from = at.from + column * (index + 0.24)
      const low = 4.7 + floor * 3.2
      return (
        panel(from - 0.12, from + column * 0.52 + 0.12, low - 0.14, low + 1.74, trim) +
        panel(from, from + column * 0.52, low, low + 1.6, glassOf(scene))
      )
    }),
  )
  const tile = ink(ROOFS[scene.setting])
  const roof = panel(at.from, at.to, top, top + (scene.setting === 'modern' ? 0.5 : 1.2), tile)
  return (
    roof +
    panel(at.from, at.to, 0, top, shaded) +
    panel(at.from, at.to, top - 0.3, top + 0.1, trim) +
    panel(at.from, at.to, 3.8, 4.05, trim) +
    windows +
    shops(scene, project, at, panel)
  )
}

const ROOFS: Record<Setting, string> = {
  lane: '#7f4a3c',
  villa: '#9a5d46',
  shops: '#a39a8c',
  waterTown: '#50565a',
  modern: '#c9cbc8',
  riverside: '#8f8f8a',
}

type Panel = (from: number, to: number, low: number, high: number, colour: string, opacity?: number) => string

function shops(scene: Scene, project: Project, at: House, panel: Panel): string {
  const { dice, ink, mood } = scene
  const count = Math.max(1, Math.round((at.to - at.from) / 4.4))
  const length = (at.to - at.from) / count
  return repeat(count, (index) => {
    const from = at.from + index * length + 0.2
    const to = from + length - 0.4
    const colour = ink(dice.pick(scene.awnings))
    const glass = mood.isLit ? '#ffd78c' : ink('#a8c4c8')
    const inwards = at.x * 0.9
    const awning =
      polygon(
        [
          project(at.x, 3, from),
          project(at.x, 3, to),
          project(inwards, 2.5, to),
          project(inwards, 2.5, from),
        ],
        colour,
      ) +
      polygon(
        [
          project(inwards, 2.5, from),
          project(inwards, 2.5, to),
          project(inwards, 2.3, to),
          project(inwards, 2.3, from),
        ],
        darker(colour, 0.14),
      )
    const [signX, signY] = project(inwards, 3.5, from + 0.4)
    const size = 260 / (from + 0.4)
    const blade = dice.chance(0.5)
      ? rect(signX - size, signY - size, size * 2, size * 2, lighter(colour, 0.1), { radius: size * 0.4 }) +
        circle(signX, signY, size * 0.5, ink('#f6f0e0'))
      : ''
    return (
      panel(from, to, 0, 3.1, ink('#4d4038')) +
      panel(from + 0.15, from + (to - from) * 0.66, 0.6, 2.6, glass) +
      panel(from + (to - from) * 0.72, to - 0.15, 0.1, 2.6, darker(glass, 0.16)) +
      panel(from - 0.1, to + 0.1, 3, 3.7, dice.pick([colour, ink('#efe8d8'), ink('#3b4244')])) +
      panel(from + (to - from) * 0.42, from + (to - from) * 0.58, 3.18, 3.52, ink('#f7eed8'), 0.9) +
      (dice.chance(0.7) ? awning : '') +
      blade
    )
  })
}
