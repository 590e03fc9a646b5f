import type { Scene } from './scene'
import { repeat } from './shapes'

export interface Facade {
  x: number
  base: number
  width: number
  /** Height of one upper storey; the ground floor is a third higher. */
  storey: number
  storeys: number
}

export type DrawFacade = (scene: Scene, facade: Facade) => string

export const groundHeight = ({ storey }: Facade) => storey * 1.32
export const wallTop = (facade: Facade) =>
  facade.base - groundHeight(facade) - facade.storey * (facade.storeys - 1)

/** Draws one window after another over the upper storeys; the callback gets the window's box. */
export function upperWindows(
  facade: Facade,
  columns: number,
  draw: (box: { x: number; y: number; width: number; height: number }) => string,
): string {
  const { x, width, storey, storeys } = facade
  const column = width / columns
  return repeat(storeys - 1, (level) =>
    repeat(columns, (index) =>
      draw({
        x: x + column * (index + 0.5) - column * 0.24,
        y: wallTop(facade) + storey * level + storey * 0.22,
        width: column * 0.48,
        height: storey * 0.56,
      }),
    ),
  )
}

/** Glass by day, some windows lit by evening. */
export function glassOf({ dice, ink, mood }: Scene): string {
  if (mood.isLit) return dice.chance(0.6) ? '#ffd98f' : ink('#53648a')
  return ink(dice.pick(['#9dbcc4', '#b4ced2', '#8aaab5']))
}
