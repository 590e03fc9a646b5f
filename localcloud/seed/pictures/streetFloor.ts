import { darker, lighter } from './colours'
import { type Facade, groundHeight } from './facade'
import type { Scene } from './scene'
import { circle, curve, path, rect, repeat } from './shapes'
import { shopfront } from './shopfronts'

/** Shops, or between them now and then the stone gate of a lane. */
export function streetFloor(scene: Scene, facade: Facade): string {
  const height = groundHeight(facade) - 8
  const { x, base, width } = facade
  if (scene.setting === 'lane' && scene.dice.chance(0.3))
    return laneGate(scene, { x: x + width / 2, base, height: height * 1.04 })
  const shops = width > 250 ? 2 : 1
  const each = (width - 10 * (shops + 1)) / shops
  return repeat(shops, (index) =>
    shopfront(scene, { x: x + 10 + index * (each + 10), base, width: each, height }),
  )
}

/** 石库门: stone frame, round pediment, two black leaves with rings. */
export function laneGate(
  { ink }: Scene,
  { x, base, height }: { x: number; base: number; height: number },
): string {
  const stone = ink('#dccfb6')
  const half = height * 0.42
  const leaf = (left: number) =>
    rect(left, base - height * 0.72, half * 0.62, height * 0.72, ink('#2f2b2a')) +
    circle(left + half * 0.31, base - height * 0.34, half * 0.09, 'none', {
      stroke: ink('#c8a552'),
      strokeWidth: 3,
    })
  return (
    rect(x - half, base - height * 0.8, half * 2, height * 0.8, stone) +
    path(
      `M${x - half * 1.1} ${base - height * 0.78} q${half * 1.1} ${-height * 0.36} ${half * 2.2} 0z`,
      stone,
    ) +
    path(
      `M${x - half * 0.8} ${base - height * 0.8} q${half * 0.8} ${-height * 0.24} ${half * 1.6} 0z`,
      darker(stone, 0.14),
    ) +
    curve(
      `M${x - half * 0.42} ${base - height * 0.84} q${half * 0.42} ${-height * 0.1} ${half * 0.84} 0`,
      lighter(stone, 0.4),
      3,
    ) +
    rect(x - half * 0.7, base - height * 0.76, half * 1.4, height * 0.76, darker(stone, 0.25)) +
    leaf(x - half * 0.64) +
    leaf(x + half * 0.02) +
    rect(x - half * 1.1, base - 7, half * 2.2, 7, darker(stone, 0.1))
  )
}
