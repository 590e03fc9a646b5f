import { bicycle, bicycleRow } from './bicycles'
import { person } from './people'
import type { Scene } from './scene'
import { circle, ellipse, repeat } from './shapes'
import { litterBin, planter, sortingBins } from './things'
import { bag, broom, clipboard, cloth, tongs, wateringCan } from './tools'

type Activity = (scene: Scene, at: { x: number; y: number; height: number }) => string

/** Each about 300 pixels wide around x. */
export const ACTIVITIES: Record<string, { words: string; draw: Activity }> = {
  sweeping: {
    words: '清扫人行道',
    draw: (scene, { x, y, height }) =>
      person(scene, { x, y, height, pose: 'sweep', hasVest: true, holding: broom(scene) }) +
      repeat(4, (index) =>
        ellipse(
          x + height * (0.36 + index * 0.05),
          y + 2 - (index % 2) * 6,
          7,
          3,
          scene.ink(scene.mood.leaves[index % 3] ?? '#86b97c'),
        ),
      ),
  },
  sorting: {
    words: '分类投放垃圾',
    draw: (scene, { x, y, height }) =>
      sortingBins(scene, { x: x + height * 0.22, y: y - 8, scale: height / 250 }) +
      person(scene, {
        x: x - height * 0.06,
        y,
        height,
        pose: 'reach',
        hasVest: true,
        holding: bag(scene, '#4d565c'),
      }),
  },
  tidying: {
    words: '整理非机动车',
    draw: (scene, { x, y, height }) =>
      bicycleRow(scene, { x: x + height * 0.62, y: y - 4, count: 4, scale: height / 240 }) +
      bicycle(scene, { x: x + height * 0.32, y: y + 4, scale: height / 240, isMirrored: true }) +
      person(scene, { x: x - height * 0.02, y: y + 8, height, pose: 'push', hasVest: true }),
  },
  wiping: {
    words: '擦拭店面',
    draw: (scene, { x, y, height }) =>
      person(scene, {
        x,
        y: y - 64,
        height: height * 0.96,
        pose: 'reachUp',
        hasVest: true,
        holding: cloth(scene),
      }) +
      ellipse(x - height * 0.16, y - 64, 22, 5, scene.ink('#3d6a7d')) +
      ellipse(x - height * 0.16, y - 76, 22, 12, scene.ink('#4d87a0')),
  },
  watering: {
    words: '养护花箱',
    draw: (scene, { x, y, height }) =>
      planter(scene, { x: x + height * 0.46, y: y + 4, width: 150, scale: height / 260 }) +
      person(scene, { x, y, height, pose: 'reach', hasVest: true, holding: wateringCan(scene) }),
  },
  patrolling: {
    words: '巡查并与店主交流',
    draw: (scene, { x, y, height }) =>
      person(scene, { x, y, height, pose: 'write', hasVest: true, holding: clipboard(scene) }) +
      person(scene, {
        x: x + height * 0.42,
        y: y - 4,
        height: height * 0.98,
        pose: 'handsTogether',
        isMirrored: true,
      }),
  },
  picking: {
    words: '捡拾零星垃圾',
    draw: (scene, { x, y, height }) =>
      person(scene, { x, y, height, pose: 'reach', hasVest: true, holding: tongs(scene) }) +
      circle(x + height * 0.34, y - 4, 5, scene.ink('#d8d2c0')) +
      litterBin(scene, { x: x - height * 0.34, y: y - 8, scale: height / 270 }),
  },
}

export type ActivityName = keyof typeof ACTIVITIES

/** The activities that a working picture of this scene shows; drawn first, so that words and picture agree. */
export function chosenActivities({ dice, setting }: Scene): ActivityName[] {
  const names = Object.keys(ACTIVITIES).filter((name) => name !== 'wiping' || setting !== 'riverside')
  const first = dice.pick(names)
  const second = dice.pick(names.filter((name) => name !== first))
  return [first, second]
}

export const wordsOf = (name: ActivityName) => ACTIVITIES[name]?.words ?? ''
