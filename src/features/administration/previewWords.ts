import type { ListEntry } from '@contract/voting'

/** What trying other rules comes to, in words. */

/** How an entry has moved against the declared rules; null where it has not. */
export function moved(entry: ListEntry, declared: ListEntry | undefined): string | null {
  if (!declared || declared.rank === entry.rank) return null
  const place = `按公布的算法第 ${declared.rank} 名`
  if (declared.isListed === entry.isListed) return place
  return `${place}，${declared.isListed ? '本来进入' : '本来未进入'}名单`
}
