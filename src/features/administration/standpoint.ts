import type { Position } from '@contract/cases/cases'

/** Where the handler stood when the list was last ordered by distance; forgotten with the program. */
let standpoint: Position | null = null

export const keepStandpoint = (position: Position): void => {
  standpoint = position
}

/** How a list of a handler's cases is asked for; by deadline where no position is known. */
export const orderAsked = (
  order: string | undefined,
): { order: 'deadline' | 'distance'; position?: Position } => {
  if (standpoint === null) return { order: 'deadline' }
  return { order: order === 'distance' ? 'distance' : 'deadline', position: standpoint }
}
