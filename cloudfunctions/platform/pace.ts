/**
 * A brake against one account calling without pause. It counts in this instance's memory, so with n instances a
 * person may reach n times the number: it protects paid services and logs, it is no guard of any rule.
 */
const windows = new Map<string, { startedAt: number; calls: number }>()
const REMEMBERED = 10_000

/** Seconds to wait, or 0 when the call may go on. */
export function secondsToWait(key: string, pace: { calls: number; seconds: number }, now: number): number {
  const length = pace.seconds * 1000
  const open = windows.get(key)
  if (!open || now - open.startedAt >= length) {
    if (windows.size >= REMEMBERED) windows.clear()
    windows.set(key, { startedAt: now, calls: 1 })
    return 0
  }
  open.calls += 1
  return open.calls <= pace.calls ? 0 : Math.ceil((open.startedAt + length - now) / 1000)
}
