import { ACTIVITIES, type ActivityName } from './activities'
import { bicycleRow } from './bicycles'
import { pavement, railing, road, water } from './ground'
import { rowOfHouses } from './houses'
import { person, rowOfPeople } from './people'
import type { Scene } from './scene'
import { farBridge, sky, skyline } from './sky'
import { laneGate } from './streetFloor'
import { nearHouse, treeOf } from './streetScenes'
import { lamp, planter } from './things'
import { hedge, tree } from './trees'

/** 集体照: people of the organisation side by side. */
export function standingTogether(scene: Scene): string {
  const { width, height, dice } = scene
  const base = height * 0.74
  const hasBackRow = dice.chance(0.5)
  const count = hasBackRow ? dice.whole(6, 7) : dice.whole(6, 9)
  const tall = height * dice.between(0.385, 0.43)
  const from = width * dice.between(0.13, 0.2)
  const vests = dice.pick([0.35, 0.6, 0.9])
  return (
    backdrop(scene, base) +
    pavement(scene, base, height) +
    (dice.chance(0.6)
      ? tree(scene, { x: width * dice.pick([0.03, 0.97]), y: base + 40, height: 700, kind: treeOf(scene) })
      : lamp(scene, { x: width * 0.06, y: base + 40, scale: 1.7 })) +
    (hasBackRow
      ? rowOfPeople(scene, {
          from: from + 50,
          to: width - from - 50,
          y: base + 50,
          height: tall * 1.03,
          count: count - 1,
          vests,
        })
      : '') +
    rowOfPeople(scene, { from, to: width - from, y: base + 118, height: tall, count, vests }) +
    planter(scene, { x: width * 0.08, y: height - 36, width: 170, scale: 1.15 }) +
    planter(scene, { x: width * 0.92, y: height - 36, width: 170, scale: 1.15 })
  )
}

/** What a street of the setting looks like from near. */
function backdrop(scene: Scene, base: number): string {
  const { width, dice, setting } = scene
  if (setting === 'riverside' && dice.chance(0.7)) {
    return (
      sky(scene) +
      skyline(scene, base - 190, 1.15) +
      water(scene, base - 190, base) +
      farBridge(scene, { x: width * dice.between(0, 0.3), y: base - 200, width: width * 0.7 }) +
      railing(scene, base + 6, 90)
    )
  }
  if (setting === 'lane' && dice.chance(0.5)) {
    const gateX = width * 0.5
    return (
      nearHouse(scene, base) +
      laneGate(scene, { x: gateX, base, height: 370 }) +
      planter(scene, { x: gateX - 230, y: base + 8 }) +
      planter(scene, { x: gateX + 230, y: base + 8 })
    )
  }
  return nearHouse(scene, base)
}

/** 工作照: the organisation's people at work on their street. */
export function atWork(scene: Scene, activities: ActivityName[]): string {
  const { width, height, dice } = scene
  const base = height * 0.72
  const kerb = height * 0.93
  const tall = height * dice.between(0.34, 0.39)
  const spots = dice.pick([
    [0.2, 0.62],
    [0.16, 0.56],
    [0.26, 0.68],
  ])
  return (
    backdrop(scene, base) +
    pavement(scene, base, kerb) +
    road(scene, kerb) +
    (dice.chance(0.5)
      ? hedge(scene, { x: -20, y: base + 12, width: width * 0.16, height: 46 })
      : planter(scene, { x: width * 0.06, y: base + 34, width: 130 })) +
    activities
      .map(
        (name, index) =>
          ACTIVITIES[name]?.draw(scene, {
            x: width * (spots[index] ?? 0.5),
            y: base + 84 + index * 34,
            height: tall * (1 + index * 0.07),
          }) ?? '',
      )
      .join('') +
    tree(scene, { x: width * dice.pick([-0.07, 1.05]), y: kerb + 6, height: 720, kind: treeOf(scene) })
  )
}

/** A wide, calm street for the head of a campaign. */
export function cover(scene: Scene): string {
  const { width, height, dice } = scene
  const base = height * 0.74
  const kerb = height * 0.9
  return (
    sky(scene) +
    skyline(scene, base - 40, 1.1) +
    farBridge(scene, { x: width * 0.02, y: base - 150, width: width * 0.42 }) +
    rowOfHouses(scene, {
      from: width * 0.52,
      to: width,
      base,
      storey: 88,
      settings: ['lane', 'shops', 'villa'],
    }) +
    hedge(scene, { x: 0, y: base + 4, width: width * 0.5, height: 40 }) +
    pavement(scene, base, kerb) +
    road(scene, kerb) +
    ACTIVITIES.sweeping?.draw(scene, { x: width * 0.3, y: kerb - 30, height: 200 }) +
    person(scene, { x: width * 0.46, y: kerb - 40, height: 196, pose: 'walk' }) +
    person(scene, { x: width * 0.5, y: kerb - 34, height: 190, pose: 'walk', isMirrored: dice.chance(0.5) }) +
    ACTIVITIES.watering?.draw(scene, { x: width * 0.62, y: kerb - 32, height: 198 }) +
    bicycleRow(scene, { x: width * 0.79, y: kerb - 10, count: 5, scale: 0.95 }) +
    tree(scene, { x: width * 0.1, y: kerb - 4, height: 520 }) +
    tree(scene, { x: width * 0.965, y: kerb - 4, height: 500 })
  )
}
