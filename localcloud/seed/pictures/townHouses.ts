import { darker, lighter } from './colours'
import { type DrawFacade, glassOf, groundHeight, upperWindows, wallTop } from './facade'
import { circle, path, rect, repeat } from './shapes'
import { streetFloor } from './streetFloor'

/** Painted shop houses of the thirties: pilasters, cornice, a stepped top. */
export const shopHouse: DrawFacade = (scene, facade) => {
  const { dice, ink } = scene
  const { x, base, width, storey } = facade
  const wall = ink(dice.pick(scene.walls))
  const trim = lighter(wall, 0.45)
  const top = wallTop(facade)
  const columns = Math.max(2, Math.round(width / 84))
  const hasBalcony = dice.chance(0.4)
  const windows = upperWindows(
    facade,
    columns,
    (box) =>
      rect(box.x - 4, box.y - 4, box.width + 8, box.height + 8, trim) +
      rect(box.x, box.y, box.width, box.height, glassOf(scene)) +
      rect(box.x + box.width / 2 - 1.5, box.y, 3, box.height, trim) +
      rect(box.x, box.y + box.height * 0.36, box.width, 3, trim) +
      (hasBalcony
        ? repeat(8, (index) =>
            rect(
              box.x - 8 + index * ((box.width + 14) / 7),
              box.y + box.height * 0.62,
              2,
              box.height * 0.42,
              ink('#3f4644'),
            ),
          ) + rect(box.x - 10, box.y + box.height * 0.6, box.width + 20, 3, ink('#3f4644'))
        : rect(box.x - 7, box.y + box.height + 3, box.width + 14, 5, darker(wall, 0.14))),
  )
  const pilasters = repeat(columns + 1, (index) =>
    rect(x + index * ((width - 8) / columns), top, 8, base - top, darker(wall, 0.07)),
  )
  const crest = dice.pick([
    rect(x + width * 0.3, top - 34, width * 0.4, 36, wall) +
      rect(x + width * 0.4, top - 52, width * 0.2, 20, wall) +
      rect(x + width * 0.28, top - 37, width * 0.44, 5, trim),
    path(`M${x + width * 0.25} ${top} q${width * 0.25} -70 ${width * 0.5} 0z`, wall) +
      circle(x + width / 2, top - 14, 9, trim),
    rect(x, top - 20, width, 22, darker(wall, 0.05)) +
      repeat(width / 22, (index) => rect(x + 7 + index * 22, top - 16, 9, 12, trim)),
  ])
  return (
    crest +
    rect(x, top, width, base - top, wall) +
    pilasters +
    windows +
    rect(x - 5, top - 4, width + 10, 9, trim) +
    rect(x, base - groundHeight(facade) - 8, width, 8, trim) +
    (storey > 0 ? streetFloor(scene, facade) : '')
  )
}

/** New-town blocks: panels and tall glass, a planted roof. */
export const modernBlock: DrawFacade = (scene, facade) => {
  const { dice, ink, mood } = scene
  const { x, base, width, storey, storeys } = facade
  const wall = ink(dice.pick(scene.walls))
  const top = wallTop(facade)
  const columns = Math.max(3, Math.round(width / 62))
  const isBanded = dice.chance(0.4)
  const glass = repeat(storeys - 1, (level) => {
    const y = top + storey * level + storey * 0.18
    if (isBanded)
      return (
        rect(x + 10, y, width - 20, storey * 0.6, ink('#93b4be')) +
        repeat(columns * 2, (index) =>
          rect(
            x + 10 + index * ((width - 20) / columns / 2),
            y,
            (width - 20) / columns / 2 - 3,
            storey * 0.6,
            glassOf(scene),
          ),
        )
      )
    return repeat(columns, (index) =>
      rect(
        x + 8 + index * ((width - 16) / columns) + 4,
        y,
        (width - 16) / columns - 10,
        storey * 0.66,
        glassOf(scene),
        { radius: 1 },
      ),
    )
  })
  const garden = repeat(width / 16, (index) =>
    circle(x + 10 + index * 16, top - 6, dice.between(7, 14), ink(mood.leaves[index % 2 ? 0 : 1])),
  )
  const fins = isBanded
    ? ''
    : repeat(columns + 1, (index) =>
        rect(x + 6 + index * ((width - 16) / columns), top, 4, base - top, darker(wall, 0.12)),
      )
  return (
    (dice.chance(0.6) ? garden : '') +
    rect(x, top, width, base - top, wall) +
    glass +
    fins +
    rect(x - 3, top - 4, width + 6, 10, lighter(wall, 0.3)) +
    rect(x - 4, base - groundHeight(facade) - 6, width + 8, 9, darker(wall, 0.3)) +
    streetFloor(scene, facade)
  )
}
