import type { WorkItem } from '@contract/administration'

type Listed = Pick<WorkItem, 'workId'>

/** What opens when a piece of work is done: the one below it, else the one above it, else none. */
export const workAfter = <Item extends Listed>(items: Item[], workId: string): Item | null => {
  const index = items.findIndex((item) => item.workId === workId)
  return items[index + 1] ?? items[index - 1] ?? null
}

/** Where an arrow key leads from an entry; at the ends it stays. */
export const stepWithin = (count: number, index: number, direction: 'up' | 'down'): number => {
  if (index < 0) return 0
  return direction === 'down' ? Math.min(index + 1, count - 1) : Math.max(index - 1, 0)
}
