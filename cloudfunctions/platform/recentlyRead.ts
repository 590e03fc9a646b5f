/**
 * What this instance has read a short while ago. Only for things whose change may be seen `life` milliseconds late;
 * each use says why it may. Entries of a clock that ran ahead are not believed.
 */
export interface RecentlyRead<Value> {
  find(key: string, now: number): Value | undefined
  keep(key: string, value: Value, now: number): void
  /** What this instance has just changed itself it reads anew. */
  forget(key: string): void
}

export function recentlyRead<Value>({
  life,
  capacity,
}: {
  life: number
  capacity: number
}): RecentlyRead<Value> {
  const entries = new Map<string, { value: Value; readAt: number }>()
  return {
    find: (key, now) => {
      const entry = entries.get(key)
      return entry && now >= entry.readAt && now - entry.readAt < life ? entry.value : undefined
    },
    keep: (key, value, now) => {
      if (entries.size >= capacity) entries.clear()
      entries.set(key, { value, readAt: now })
    },
    forget: (key) => void entries.delete(key),
  }
}
