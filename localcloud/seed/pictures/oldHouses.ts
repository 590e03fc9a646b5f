import { darker, lighter } from './colours'
import { type DrawFacade, type Facade, glassOf, groundHeight, upperWindows, wallTop } from './facade'
import type { Scene } from './scene'
import { circle, ellipse, path, polygon, rect, repeat } from './shapes'
import { shopfront } from './shopfronts'
import { streetFloor } from './streetFloor'

/** Garden villas: stucco, round-headed windows, iron balconies, a hipped roof with chimney. */
export const villa: DrawFacade = (scene, facade) => {
  const { dice, ink } = scene
  const { x, base, width } = facade
  const wall = ink(dice.pick(scene.walls))
  const top = wallTop(facade)
  const tile = ink(dice.pick(['#a65f45', '#8f5a48', '#5f6b6d', '#b5714f']))
  const frame = ink(dice.pick(['#5a4638', '#3f5950', '#f6f1e6']))
  const isRound = dice.chance(0.55)
  const windows = upperWindows(
    facade,
    Math.max(2, Math.round(width / 88)),
    ({ x: left, y, width: wide, height }) => {
      const arch = isRound
        ? path(`M${left - 5} ${y + 4} q${wide / 2 + 5} ${-wide * 0.8} ${wide + 10} 0z`, frame)
        : ''
      const pane = isRound
        ? path(`M${left} ${y + 5} q${wide / 2} ${-wide * 0.62} ${wide} 0z`, glassOf(scene))
        : ''
      return (
        arch +
        rect(left - 5, y, wide + 10, height + 4, frame) +
        pane +
        rect(left, y + 4, wide, height - 4, glassOf(scene)) +
        rect(left + wide / 2 - 1.5, y, 3, height, frame) +
        rect(left - 10, y + height * 0.66, wide + 20, 3, ink('#3c4442')) +
        repeat(7, (index) =>
          rect(left - 9 + (index * (wide + 16)) / 6, y + height * 0.66, 2, height * 0.36, ink('#3c4442')),
        ) +
        rect(left - 11, y + height + 1, wide + 22, 5, darker(wall, 0.16))
      )
    },
  )
  return (
    rect(x + width * 0.72, top - 78, 24, 50, darker(tile, 0.12)) +
    polygon(
      [
        [x - 14, top + 2],
        [x + width * 0.16, top - 58],
        [x + width * 0.84, top - 58],
        [x + width + 14, top + 2],
      ],
      tile,
    ) +
    repeat(4, (index) =>
      rect(x + index * 4, top - 10 - index * 12, width - index * 8, 1.8, darker(tile, 0.2), { opacity: 0.5 }),
    ) +
    rect(x, top, width, base - top, wall) +
    rect(x - 8, top - 2, width + 16, 8, lighter(wall, 0.4)) +
    windows +
    ivy(scene, facade) +
    rect(x, base - groundHeight(facade) - 4, width, 7, lighter(wall, 0.35)) +
    streetFloor(scene, facade)
  )
}

function ivy({ dice, ink, mood }: Scene, facade: Facade): string {
  if (dice.chance(0.45)) return ''
  const side = dice.chance(0.5) ? facade.x + 4 : facade.x + facade.width - 26
  const top = wallTop(facade) + 14
  const length = facade.base - groundHeight(facade) - top
  return repeat(34, () =>
    ellipse(
      side + dice.between(-4, 26),
      top + dice.fraction() ** 1.4 * length,
      dice.between(7, 11),
      dice.between(6, 9),
      ink(dice.pick(mood.leaves)),
    ),
  )
}

/** Water-town houses: white walls, black tiles, lattice windows, wooden shop fronts, lanterns. */
export const waterTownHouse: DrawFacade = (scene, facade) => {
  const { dice, ink } = scene
  const { x, base, width } = facade
  const wall = ink(dice.pick(scene.walls))
  const top = wallTop(facade)
  const wood = ink(dice.pick(['#6b4632', '#7d5238', '#5a3d30']))
  const windows = upperWindows(
    facade,
    Math.max(2, Math.round(width / 80)),
    ({ x: left, y, width: wide, height }) =>
      rect(left - 8, y - 4, wide + 16, height + 10, wood) +
      rect(left - 3, y + 1, wide + 6, height, glassOf(scene)) +
      repeat(4, (index) => rect(left - 3 + (index * (wide + 6)) / 4, y, 2, height, wood)) +
      rect(left - 3, y + height * 0.3, wide + 6, 2, wood) +
      rect(left - 3, y + height * 0.68, wide + 6, 2, wood),
  )
  const ground = groundHeight(facade)
  const eave =
    facade.storeys > 1 ? tiles(scene, { x: x - 2, y: base - ground - 4, width: width + 4, height: 20 }) : ''
  const front = dice.chance(0.55)
    ? woodenFront(scene, facade, wood)
    : shopfront(scene, { x: x + 14, base, width: width - 28, height: ground - 26 })
  return (
    rect(x, top, width, base - top, wall) +
    rect(x, base - 34, width, 34, ink('#c9c6bb')) +
    windows +
    front +
    eave +
    roof(scene, facade) +
    lanterns(scene, facade)
  )
}

function roof(scene: Scene, facade: Facade): string {
  const { x, width } = facade
  const top = wallTop(facade)
  const dark = scene.ink('#454b50')
  if (scene.dice.chance(0.35)) {
    const step = (left: number, wide: number, height: number) =>
      rect(left, top - height, wide, height + 4, scene.ink('#f1eee6')) +
      rect(left - 5, top - height - 7, wide + 10, 9, dark, { radius: 3 })
    return (
      tiles(scene, { x, y: top - 34, width, height: 40 }) + step(x - 4, 30, 62) + step(x + width - 26, 30, 62)
    )
  }
  return (
    tiles(scene, { x: x - 10, y: top - 44, width: width + 20, height: 52 }) +
    path(`M${x - 22} ${top - 52} q14 12 34 8 h${width - 24} q20 4 34 -8 l-6 16 h${-width - 30}z`, dark)
  )
}

function tiles(
  { ink }: Scene,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
) {
  const tile = ink('#565d62')
  return (
    rect(x, y, width, height, tile) +
    repeat(width / 12, (index) => rect(x + 4 + index * 12, y, 3, height, darker(tile, 0.3))) +
    repeat(width / 12, (index) => circle(x + 5.5 + index * 12, y + height, 4, ink('#3c4247')))
  )
}

function woodenFront({ dice, ink, mood }: Scene, facade: Facade, wood: string): string {
  const height = groundHeight(facade) - 30
  const count = Math.max(4, Math.round((facade.width - 28) / 34))
  const step = (facade.width - 28) / count
  const open = dice.whole(1, count - 3)
  return (
    rect(facade.x + 12, facade.base - height, facade.width - 24, height, darker(wood, 0.24)) +
    repeat(count, (index) => {
      const left = facade.x + 14 + index * step
      const isOpen = index === open || index === open + 1
      if (isOpen)
        return (
          rect(left, facade.base - height + 6, step, height - 6, mood.isLit ? '#ffd58a' : ink('#4c3a30')) +
          rect(left, facade.base - 40, step, 34, ink('#8d6a4a'))
        )
      return (
        rect(left + 1, facade.base - height + 6, step - 2, height - 8, wood) +
        rect(
          left + 5,
          facade.base - height + 14,
          step - 10,
          height * 0.46,
          mood.isLit ? '#f3c878' : ink('#d8cdb2'),
        ) +
        repeat(2, (bar) =>
          rect(left + 5 + ((bar + 1) * (step - 10)) / 3, facade.base - height + 14, 1.6, height * 0.46, wood),
        ) +
        rect(left + 5, facade.base - height + 14 + height * 0.22, step - 10, 1.6, wood)
      )
    })
  )
}

function lanterns({ dice, ink, mood }: Scene, facade: Facade): string {
  if (dice.chance(0.4)) return ''
  const y = facade.base - groundHeight(facade) + 30
  const red = mood.isLit ? '#f0583c' : ink('#c8442f')
  const one = (x: number) =>
    (mood.isLit ? circle(x, y + 10, 28, '#ffb46b', { opacity: 0.3 }) : '') +
    rect(x - 0.8, y - 16, 1.6, 16, ink('#4a3a30')) +
    ellipse(x, y + 10, 13, 11, red) +
    rect(x - 6, y - 2, 12, 3, ink('#d9a94e')) +
    rect(x - 6, y + 19, 12, 3, ink('#d9a94e'))
  return one(facade.x + facade.width * 0.22) + one(facade.x + facade.width * 0.78)
}
