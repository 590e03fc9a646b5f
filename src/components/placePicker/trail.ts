import type { Place, PlaceLevel } from '@contract/places'
import { exactness, levelOf, lineageOf } from '@/components/placeName/codes'

/** With one city there is nothing to choose at the top: the picker begins in it. */
export const onlyTop = (tops: Place[], depth: PlaceLevel): string | null => {
  const [only, ...others] = tops
  return only && others.length === 0 && exactness(only.level) < exactness(depth) ? only.code : null
}

/**
 * The way to a value that was chosen before, so that the picker opens where it is. It begins below a single top, which
 * is not chosen, and with one of several, which is. None leads to a value outside them.
 */
export const trailTo = (value: string | null, tops: string[], depth: PlaceLevel): string[] => {
  const lineage = value === null ? [] : lineageOf(value)
  const top = lineage.findIndex((code) => tops.includes(code))
  if (top < 0) return []
  return lineage
    .slice(tops.length === 1 ? top + 1 : top, -1)
    .filter((code) => exactness(levelOf(code)) < exactness(depth))
}
