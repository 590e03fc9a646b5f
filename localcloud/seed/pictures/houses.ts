import type { DrawFacade, Facade } from './facade'
import { laneHouse } from './laneHouse'
import { villa, waterTownHouse } from './oldHouses'
import type { Scene, Setting } from './scene'
import { modernBlock, shopHouse } from './townHouses'

/** A house of the setting, street side towards us. */
export const drawFacade: DrawFacade = (scene, facade) => FACADES[scene.setting](scene, facade)

/** A closed row of houses from edge to edge; `storey` in pixels. */
export function rowOfHouses(
  scene: Scene,
  row: { from: number; to: number; base: number; storey: number },
): string {
  const { dice } = scene
  const houses: string[] = []
  let x = row.from
  while (x < row.to) {
    const facade: Facade = {
      x,
      base: row.base,
      width: row.storey * dice.between(1.9, 3.3),
      storey: row.storey * dice.between(0.94, 1.08),
      storeys: dice.pick(STOREYS[scene.setting]),
    }
    houses.push(drawFacade(scene, facade))
    x += facade.width + (dice.chance(0.12) ? row.storey * 0.3 : 2)
  }
  return houses.join('')
}

const STOREYS: Record<Setting, readonly number[]> = {
  lane: [2, 3, 3],
  villa: [2, 3],
  shops: [2, 3, 4],
  waterTown: [1, 2, 2],
  modern: [3, 4, 5],
  riverside: [3, 4],
}

const FACADES: Record<Setting, DrawFacade> = {
  lane: laneHouse,
  villa,
  shops: shopHouse,
  waterTown: waterTownHouse,
  modern: modernBlock,
  riverside: (scene, facade) =>
    scene.dice.chance(0.5) ? shopHouse(scene, facade) : modernBlock(scene, facade),
}
