import type { DrawFacade, Facade } from './facade'
import { laneHouse } from './laneHouse'
import { villa, waterTownHouse } from './oldHouses'
import { type Scene, type Setting, WALLS } from './scene'
import { modernBlock, shopHouse } from './townHouses'

/** A house of the setting, street side towards us. */
const drawFacade: DrawFacade = (scene, facade) => FACADES[scene.setting](scene, facade)

/** A closed row of houses from edge to edge; `storey` in pixels. */
export function rowOfHouses(
  scene: Scene,
  row: { from: number; to: number; base: number; storey: number; settings?: readonly Setting[] },
): string {
  const { dice } = scene
  const settings = row.settings ?? NEIGHBOURS[scene.setting]
  const houses: string[] = []
  let x = row.from
  while (x < row.to) {
    const setting = dice.pick(settings)
    const facade: Facade = {
      x,
      base: row.base,
      width: row.storey * dice.between(1.9, 3.3),
      storey: row.storey * dice.between(0.94, 1.08),
      storeys: dice.pick(STOREYS[setting]),
    }
    houses.push(drawFacade(setting === scene.setting ? scene : elsewhere(scene, setting), facade))
    x += facade.width + (dice.chance(0.12) ? row.storey * 0.3 : 2)
  }
  return houses.join('')
}

/** Which houses stand side by side: mostly the street's own kind. */
const NEIGHBOURS: Record<Setting, readonly Setting[]> = {
  lane: ['lane', 'lane', 'lane', 'shops'],
  villa: ['villa', 'villa', 'villa', 'shops'],
  shops: ['shops', 'shops', 'shops', 'lane', 'modern'],
  waterTown: ['waterTown'],
  modern: ['modern', 'modern', 'modern', 'shops'],
  riverside: ['riverside', 'riverside', 'lane'],
}

const elsewhere = (scene: Scene, setting: Setting): Scene => ({
  ...scene,
  setting,
  walls: scene.dice.pick(WALLS[setting]),
})

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
