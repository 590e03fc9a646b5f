import { darker } from './colours'
import { type DrawFacade, type Facade, glassOf, upperWindows, wallTop } from './facade'
import type { Scene } from './scene'
import { circle, polygon, rect, repeat } from './shapes'
import { streetFloor } from './streetFloor'

/** 石库门 and lane houses: brick, bands of stone, shutters, a gable. */
export const laneHouse: DrawFacade = (scene, facade) => {
  const { dice, ink } = scene
  const { x, base, width, storey } = facade
  const brick = ink(dice.pick(scene.walls))
  const stone = ink('#d8cdb8')
  const top = wallTop(facade)
  const shutter = ink(dice.pick(['#4a5f4f', '#5b4033', '#6b7a7a', '#7a3f34']))
  const courses = repeat((base - top) / 11, (index) =>
    rect(x, top + index * 11, width, 1.2, darker(brick, 0.14), { opacity: 0.5 }),
  )
  const windows = upperWindows(
    facade,
    Math.max(2, Math.round(width / 92)),
    (box) =>
      rect(box.x - 4, box.y - 8, box.width + 8, 8, stone) +
      rect(box.x, box.y, box.width, box.height, glassOf(scene)) +
      rect(box.x + box.width / 2 - 1.5, box.y, 3, box.height, shutter) +
      rect(box.x - box.width * 0.38, box.y, box.width * 0.34, box.height, shutter) +
      rect(box.x + box.width * 1.04, box.y, box.width * 0.34, box.height, shutter) +
      rect(box.x - 6, box.y + box.height, box.width + 12, 6, stone),
  )
  const bands = repeat(facade.storeys - 1, (level) =>
    rect(x, top + storey * (level + 1) - 5, width, 9, stone),
  )
  return (
    rect(x, top, width, base - top, brick) +
    courses +
    windows +
    bands +
    gable(scene, facade, brick, stone) +
    streetFloor(scene, facade)
  )
}

function gable({ ink, dice }: Scene, facade: Facade, brick: string, stone: string): string {
  const { x, width } = facade
  const top = wallTop(facade)
  const tile = ink(dice.pick(['#8a4a3a', '#6d5a52', '#7c4236']))
  const middle = x + width / 2
  const roof =
    polygon(
      [
        [x - 6, top],
        [x + 14, top - 44],
        [x + width - 14, top - 44],
        [x + width + 6, top],
      ],
      tile,
    ) +
    repeat(3, (index) =>
      rect(x + 1 + index * 6, top - 11 - index * 12, width - 2 - index * 12, 1.6, darker(tile, 0.2), {
        opacity: 0.5,
      }),
    )
  const front =
    polygon(
      [
        [middle - 46, top + 2],
        [middle, top - 62],
        [middle + 46, top + 2],
      ],
      brick,
    ) +
    polygon(
      [
        [middle - 52, top + 2],
        [middle, top - 70],
        [middle + 52, top + 2],
        [middle + 42, top + 2],
        [middle, top - 56],
        [middle - 42, top + 2],
      ],
      stone,
    ) +
    circle(middle, top - 22, 10, ink('#8fb0b8'), { stroke: stone, strokeWidth: 4 })
  return roof + (dice.chance(0.7) ? front : '') + rect(x - 4, top - 3, width + 8, 8, stone)
}
