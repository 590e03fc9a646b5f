import { bicycleRow } from './bicycles'
import { bicycleBay, pavement, railing, road, water } from './ground'
import { rowOfHouses } from './houses'
import { person } from './people'
import type { Scene } from './scene'
import { curve, path, place, polygon, rect, repeat } from './shapes'
import { farBridge, sky, skyline } from './sky'
import { bench, lamp, litterBin, planter, tableAndStools } from './things'
import { type TreeKind, tree } from './trees'

export const treeOf = ({ setting }: Scene): TreeKind =>
  setting === 'waterTown' ? 'willow' : setting === 'modern' || setting === 'riverside' ? 'round' : 'plane'

/** Across the street: a row of houses behind a tidy pavement. */
export function acrossTheStreet(scene: Scene): string {
  const { width, height, dice } = scene
  const base = height * 0.73
  const kerb = height * 0.86
  const storey = dice.between(98, 122)
  return (
    sky(scene) +
    skyline(scene, base - storey * 2) +
    rowOfHouses(scene, { from: -dice.between(10, 160), to: width, base, storey }) +
    pavement(scene, base, kerb) +
    furniture(scene, base + (kerb - base) * 0.42, 0.92) +
    passers(scene, kerb - 24, 168) +
    road(scene, kerb) +
    treesAlong(scene, kerb - 2)
  )
}

/** What stands along a pavement, spaced so that people can pass. */
function furniture(scene: Scene, y: number, scale: number): string {
  const { width, dice } = scene
  const things = [
    (x: number) => planter(scene, { x, y, scale }),
    (x: number) => litterBin(scene, { x, y, scale }),
    (x: number) => tableAndStools(scene, { x, y, scale }),
    (x: number) => planter(scene, { x, y, scale, width: 76 }),
    (x: number) => bench(scene, { x, y, scale }),
  ]
  return repeat(4, (index) => dice.pick(things)(width * (0.1 + index * 0.26) + dice.between(-30, 30)))
}

function treesAlong(scene: Scene, y: number): string {
  const { width, dice } = scene
  const count = dice.whole(2, 3)
  const first = dice.between(0.02, 0.16)
  const bay = 3 + dice.whole(0, 3)
  const bayX = width * dice.between(0.3, 0.55)
  return (
    bicycleBay(scene, bayX - 70, y - 2, 100 + bay * 40) +
    bicycleRow(scene, { x: bayX, y: y - 6, count: bay, scale: 0.92 }) +
    repeat(count, (index) =>
      tree(scene, {
        x: width * (first + (index * 0.84) / Math.max(1, count - 1)),
        y,
        height: dice.between(440, 560),
        kind: treeOf(scene),
      }),
    ) +
    lamp(scene, { x: width * (first + 0.2), y, scale: 1.15 })
  )
}

function passers(scene: Scene, y: number, size: number): string {
  const { width, dice } = scene
  return repeat(dice.whole(2, 4), (index) =>
    person(scene, {
      x: width * (0.14 + index * 0.24 + dice.between(0, 0.1)),
      y: y + dice.between(-8, 8),
      height: size * dice.between(0.92, 1.04),
      pose: dice.pick(['walk', 'walk', 'stand'] as const),
      isMirrored: dice.chance(0.5),
      hasVest: dice.chance(0.2),
    }),
  )
}

/** A canal between white walls. */
export function alongTheCanal(scene: Scene): string {
  const { width, height, dice, ink } = scene
  const bank = height * 0.6
  const near = height * 0.86
  const houses = rowOfHouses(scene, {
    from: -dice.between(20, 140),
    to: width,
    base: bank,
    storey: dice.between(88, 104),
  })
  const stone = ink('#b5b1a4')
  return (
    sky(scene) +
    skyline(scene, bank - 120, 0.6) +
    houses +
    water(scene, bank + 44, near) +
    `<g opacity="0.2" transform="translate(0 ${(bank + 44) * 1.62}) scale(1 -0.62)">${houses}</g>` +
    rect(0, bank, width, 44, stone) +
    repeat(width / 58, (index) => rect(index * 58, bank + (index % 2) * 22, 2, 22, ink('#98948a'))) +
    rect(0, bank - 4, width, 10, ink('#cfcabc')) +
    passers(scene, bank + 2, 112) +
    stoneBridge(scene, width * dice.pick([0.2, 0.5, 0.8]), bank + 50) +
    boat(scene, width * dice.between(0.2, 0.8), near - 44) +
    pavement(scene, near, height) +
    planter(scene, { x: width * 0.16, y: near + 70, width: 150 }) +
    litterBin(scene, { x: width * 0.84, y: near + 74 }) +
    tree(scene, { x: width * dice.pick([0.04, 0.96]), y: near + 40, height: 640, kind: 'willow' })
  )
}

function stoneBridge({ ink }: Scene, x: number, y: number): string {
  const stone = ink('#c4bfb1')
  const shade = ink('#8f8b80')
  return place(
    path('M-250 60 L-120 -70 Q0 -120 120 -70 L250 60 H110 A110 110 0 0 0 -110 60Z', stone) +
      path('M-118 60 A118 118 0 0 1 118 60 H104 A104 104 0 0 0 -104 60Z', shade) +
      curve('M-240 36 L-118 -86 Q0 -134 118 -86 L240 36', shade, 7) +
      repeat(9, (index) =>
        rect(-164 + index * 41 - 3, -116 + Math.abs(index - 4) ** 1.7 * 8.4, 6, 34, shade),
      ),
    { x, y },
  )
}

function boat({ ink }: Scene, x: number, y: number): string {
  return place(
    path('M-110 0 Q-60 34 0 34 Q60 34 112 -4 L92 2 H-90Z', ink('#5d4735')) +
      path('M-54 2 Q-50 -44 0 -44 Q50 -44 54 2Z', ink('#4a4f4c')) +
      repeat(4, (index) =>
        curve(`M${-32 + index * 22} 0 q${-4 + index * 3} -30 ${2} -40`, ink('#6a706b'), 2),
      ),
    { x, y },
  )
}

/** The promenade by the river, the city on the other bank. */
export function byTheRiver(scene: Scene): string {
  const { width, height, dice, ink } = scene
  const far = height * 0.5
  const edge = height * 0.68
  const bridgeWidth = width * dice.between(0.5, 0.8)
  return (
    sky(scene) +
    skyline(scene, far, 1.08) +
    rect(0, far - 6, width, 12, ink('#8fa58c'), { opacity: 0.8 }) +
    water(scene, far, edge) +
    farBridge(scene, { x: dice.between(-0.2, 0.5) * width, y: far - 10, width: bridgeWidth }) +
    railing(scene, edge + 4, 66) +
    pavement(scene, edge, height) +
    polygon(
      [
        [0, height],
        [0, height - 84],
        [width * 0.3, height - 52],
        [width * 0.52, height],
      ],
      ink('#8fae78'),
    ) +
    bench(scene, { x: width * dice.between(0.55, 0.7), y: edge + 96, scale: 1.2 }) +
    litterBin(scene, { x: width * 0.84, y: edge + 98, scale: 1.15 }) +
    passers(scene, edge + 120, 208) +
    bicycleRow(scene, { x: width * 0.66, y: height - 34, count: dice.whole(4, 6), scale: 1.1 }) +
    tree(scene, {
      x: width * 0.07,
      y: height - 70,
      height: 600,
      kind: dice.pick(['plane', 'round'] as const),
    }) +
    (dice.chance(0.6)
      ? tree(scene, { x: width * 0.95, y: edge + 60, height: 520, kind: 'round' })
      : lamp(scene, { x: width * 0.93, y: edge + 60, scale: 1.5 }))
  )
}

/** One house near by, for people to stand before. */
export function nearHouse(scene: Scene, base: number): string {
  const { width, dice } = scene
  return (
    sky(scene) +
    skyline(scene, base - 260) +
    rowOfHouses(scene, { from: -dice.between(20, 260), to: width, base, storey: dice.between(150, 185) })
  )
}
