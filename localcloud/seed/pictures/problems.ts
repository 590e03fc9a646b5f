import { darker, lighter } from './colours'
import { diceFor } from './dice'
import { pavement, road } from './ground'
import { rowOfHouses } from './houses'
import { type Problem, problemThings } from './problemThings'
import type { Scene } from './scene'
import { circle, rect, repeat, stroke } from './shapes'
import { sky } from './sky'
import { litterBin } from './things'

/**
 * Street problems as somebody would photograph them, and the same spot when it has been put right: the spot is drawn
 * first and from its own dice, so that before and after differ in the problem alone.
 */

const BASE = 0.56
const KERB = 0.88
/** More of the road is seen where the problem lies on it. */
const KERBS: Partial<Record<Problem, number>> = { pothole: 0.7 }

/** What belongs to the spot and is there before and after. */
const STAYS: Partial<Record<Problem, (scene: Scene) => string>> = {
  bin: (scene) => litterBin(scene, { x: 600, y: 720, scale: 2.6 }),
  posters: ({ ink, height }) => {
    const wall = ink('#d8d4ca')
    return (
      rect(90, 190, 1000, height * BASE - 186, wall) +
      rect(90, 176, 1000, 18, darker(wall, 0.16)) +
      repeat(9, (index) => rect(90, 230 + index * 34, 1000, 2, darker(wall, 0.07)))
    )
  },
}

/** The spot, with its problem or without. */
export function spotWith(scene: Scene, problem: Problem, isFixed: boolean, seed: string): string {
  const dice = diceFor(`problem ${seed}`)
  const empty = problem === 'stairway' ? landing(scene) : closeStreet(scene, KERBS[problem] ?? KERB)
  return empty + (STAYS[problem]?.(scene) ?? '') + (isFixed ? '' : problemThings[problem]({ scene, dice }))
}

/** A pavement from nearer than across the street. */
function closeStreet(scene: Scene, kerb: number): string {
  const { width, height, dice } = scene
  const base = height * BASE
  return (
    sky(scene) +
    rowOfHouses(scene, { from: -dice.between(20, 200), to: width, base, storey: 235 }) +
    pavement(scene, base, height * kerb) +
    road(scene, height * kerb)
  )
}

/** A landing inside an old house: wall, door, steps with a rail. */
function landing({ width, height, ink }: Scene): string {
  const wall = ink('#e6e0d2')
  const floor = ink('#b9b2a5')
  const wood = ink('#7d5a41')
  return (
    rect(0, 0, width, height, wall) +
    rect(0, height * 0.42, width, height * 0.3, ink('#cfd8cf')) +
    rect(0, height * 0.42, width, 6, ink('#9fae9f')) +
    rect(0, height * 0.72, width, height * 0.28, floor) +
    repeat(5, (index) => rect(0, height * (0.72 + index * 0.06), width, 2, darker(floor, 0.12))) +
    rect(150, height * 0.2, 230, height * 0.52, wood) +
    rect(170, height * 0.24, 190, height * 0.2, lighter(wood, 0.12)) +
    rect(170, height * 0.47, 190, height * 0.2, lighter(wood, 0.12)) +
    circle(352, height * 0.47, 9, ink('#c9b27a')) +
    repeat(6, (index) =>
      rect(
        800 + index * 62,
        height * (0.72 - (index + 1) * 0.085),
        420,
        height * 0.085,
        darker(floor, 0.05 * (index % 2)),
      ),
    ) +
    stroke(
      [
        [770, height * 0.5],
        [1190, height * 0.02],
      ],
      ink('#5d4632'),
      14,
    ) +
    repeat(7, (index) =>
      rect(790 + index * 62, height * (0.48 - index * 0.075), 7, height * 0.22, ink('#6f6f6a')),
    )
  )
}
