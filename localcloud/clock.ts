/**
 * The time that everything in this cloud shares. Tests and the seed move it; documents, timers, links and codes
 * follow. Sessions do not: being signed in belongs to the person at the screen, not to the simulated city.
 */
export interface CloudClock {
  now(): number
  offset(): number
  /** Calls back after each move, in the order of the listeners; the move is done when all have finished. */
  onMove(listener: (offset: number) => void | Promise<void>): void
  move(offset: number): Promise<void>
}

export function createClock(): CloudClock {
  let offset = 0
  const listeners: ((offset: number) => void | Promise<void>)[] = []
  return {
    now: () => Date.now() + offset,
    offset: () => offset,
    onMove: (listener) => void listeners.push(listener),
    async move(milliseconds) {
      offset = milliseconds
      for (const listener of listeners) await listener(offset)
    },
  }
}
