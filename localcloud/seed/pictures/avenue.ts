import { houseSide } from './avenueHouses'
import { bicycle } from './bicycles'
import { darker } from './colours'
import { person } from './people'
import { EYE, FAR, KERB, type Project, WALL } from './perspective'
import type { Scene } from './scene'
import { polygon, repeat, stroke } from './shapes'
import { sky, skyline } from './sky'
import { treeOf } from './streetScenes'
import { lamp, litterBin, planter } from './things'
import { tree } from './trees'

/** Looking down a street. */
export function downTheAvenue(scene: Scene): string {
  const { width, height, dice } = scene
  const middle = width * dice.between(0.4, 0.6)
  const horizon = height * dice.between(0.5, 0.56)
  const focus = width * 0.52
  const project: Project = (x, y, z) => [middle + (x * focus) / z, horizon + ((EYE - y) * focus) / z]
  const depths = [70, 52, 39, 29.5, 22.5, 17.5, 13.4, 10.2]
  const planted = dice.pick([[-1, 1], [-1, 1], [-1], [1]])
  const layers = depths
    .map((z, index) => verge(scene, project, z, focus / z, index % 2 === 0 ? planted : []))
    .join('')
  return (
    sky(scene) +
    skyline(scene, horizon + 6, 0.8) +
    groundPlane(scene, project) +
    houseSide(scene, project, -1) +
    houseSide(scene, project, 1) +
    layers +
    crossing(scene, project, focus)
  )
}

function groundPlane(scene: Scene, project: Project): string {
  const { ink, mood } = scene
  const near = 2.6
  const plane = (left: number, right: number, colour: string) =>
    polygon(
      [project(left, 0, near), project(right, 0, near), project(right, 0, FAR), project(left, 0, FAR)],
      colour,
    )
  const stone = ink('#d5cfc2')
  const asphalt = ink(mood.isWet ? '#8b959a' : '#7b8286')
  const seams = repeat(22, (index) => {
    const z = 3 + index * 1.6 + index ** 1.6 * 0.3
    return [-1, 1]
      .map((way) => stroke([project(way * KERB, 0, z), project(way * WALL, 0, z)], darker(stone, 0.1), 1.4))
      .join('')
  })
  const dashes = repeat(16, (index) => {
    const z = 6.4 + index * 4.6
    return polygon(
      [project(-0.1, 0, z), project(0.1, 0, z), project(0.1, 0, z + 2), project(-0.1, 0, z + 2)],
      ink('#f0eee4'),
    )
  })
  const guides = [-1, 1].map((way) => plane(way * 4.7, way * 5, ink('#d9b65c'))).join('')
  const kerbs = [-1, 1].map((way) => plane(way * KERB, way * (KERB + 0.25), ink('#a9a59b'))).join('')
  return plane(-WALL * 3, WALL * 3, stone) + seams + guides + plane(-KERB, KERB, asphalt) + kerbs + dashes
}

/** What stands between wall and road at one depth: trees, bicycles, bins, people. */
function verge(scene: Scene, project: Project, z: number, metre: number, planted: number[]): string {
  const { dice } = scene
  const trees = planted.map((way) => {
    const [x, y] = project(way * (KERB + 0.6), 0, z)
    return tree(scene, { x, y, height: metre * dice.between(5.6, 6.6), kind: treeOf(scene) })
  })
  const things = [-1, 1].map((way) => {
    const [x, y] = project(way * (KERB + 0.9), 0, z - 1.4)
    const spot = { x, y, scale: metre / 62 }
    const bicycles = repeat(3, (index) => bicycle(scene, { ...spot, x: x + way * index * metre * 0.6 }))
    return dice.pick([bicycles, bicycles, lamp(scene, spot), planter(scene, spot), litterBin(scene, spot)])
  })
  const [walkX, walkY] = project(dice.pick([-1, 1]) * dice.between(4.2, 6), 0, z - 0.8)
  const walker = dice.chance(0.8) ? walking(scene, walkX, walkY, metre * 1.66) : ''
  return trees.join('') + walker + things.join('')
}

const walking = (scene: Scene, x: number, y: number, height: number) =>
  person(scene, {
    x,
    y,
    height,
    pose: scene.dice.pick(['walk', 'walk', 'stand'] as const),
    isMirrored: scene.dice.chance(0.5),
    hasVest: scene.dice.chance(0.25),
  })

/** A crossing close by, with people on it. */
function crossing(scene: Scene, project: Project, focus: number): string {
  const stripes = repeat(9, (index) => {
    const x = -KERB + 0.25 + index * 0.66
    return polygon(
      [project(x, 0, 4.1), project(x + 0.36, 0, 4.1), project(x + 0.36, 0, 5.6), project(x, 0, 5.6)],
      scene.ink('#f2f0e7'),
    )
  })
  const people = repeat(scene.dice.whole(1, 2), (index) => {
    const [x, y] = project(-1.6 + index * 2.2 + scene.dice.between(-0.4, 0.4), 0, 4.9)
    return walking(scene, x, y, (focus / 4.9) * 1.66)
  })
  return stripes + people
}
