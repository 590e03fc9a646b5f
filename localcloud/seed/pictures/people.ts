import { arm, head, legs, lookOf, torso } from './attire'
import { darker, mix } from './colours'
import { POSES, type Pose, type PoseName } from './poses'
import type { Scene } from './scene'
import { ellipse, place, repeat } from './shapes'

export interface Person {
  x: number
  /** Where the feet stand. */
  y: number
  height: number
  pose: PoseName
  isMirrored?: boolean
  hasVest?: boolean
  /** Drawn in the hand in front, around the hand. */
  holding?: string
}

export function person(street: Scene, who: Person): string {
  const scene = { ...street, ink: (colour: string) => mix(colour, street.ink(colour), LIGHT_ON_PEOPLE) }
  const { dice, ink } = scene
  const pose: Pose = POSES[who.pose]
  const look = lookOf(dice)
  const shirt = ink(look.shirt)
  const skin = ink(look.skin)
  const sleeve = who.hasVest ? shirt : ink(darker(look.shirt, 0.05))
  const body =
    arm(pose.back, -9.5, darker(sleeve, 0.14), skin) +
    torso(scene, look, Boolean(who.hasVest)) +
    head(look, ink) +
    (who.holding ?? '') +
    arm(pose.front, 9.5, sleeve, skin)
  const leaning = pose.lean ? `<g transform="rotate(${pose.lean} 0 -46)">${body}</g>` : body
  return place(ellipse(0, 0, 17, 2.8, '#1c2436', { opacity: 0.18 }) + legs(pose, look, ink) + leaning, {
    x: who.x,
    y: who.y,
    scale: who.height / 100,
    mirrored: Boolean(who.isMirrored),
  })
}

/** Faces stay readable at dusk: people take only part of the light's colour. */
const LIGHT_ON_PEOPLE = 0.45

/** People side by side for a picture to remember: `x` from–to, feet at `y`. */
export function rowOfPeople(
  scene: Scene,
  row: { from: number; to: number; y: number; height: number; count: number; vests: number },
): string {
  const { dice } = scene
  const step = (row.to - row.from) / Math.max(1, row.count - 1)
  return repeat(row.count, (index) =>
    person(scene, {
      x: row.from + step * index + dice.between(-0.05, 0.05) * step,
      y: row.y + dice.between(-3, 3),
      height: row.height * dice.between(0.91, 1.04),
      pose: dice.pick(['stand', 'handsTogether', 'handsTogether', 'stand', 'handOnHip'] as const),
      isMirrored: index >= row.count / 2,
      hasVest: dice.chance(row.vests),
    }),
  )
}
