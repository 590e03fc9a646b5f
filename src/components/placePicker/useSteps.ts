import type { Place, PlaceLevel } from '@contract/places'
import { useRef, useState } from 'react'
import type { Answer } from '@/cloud/useAnswer'
import { exactness, levelOf, liesIn, lineageOf, PLACE_LEVELS } from '@/components/placeName/codes'
import { usePlacePath } from '@/components/placeName/names'
import { useChildren } from './children'

interface Steps {
  /** False until it is known where the picker begins. */
  hasBegun: boolean
  /** Whether a step has been taken since it was opened. */
  hasMoved: boolean
  /** Chosen so far, below where the picker begins. */
  trail: string[]
  /** Whose children are shown; null: the deployment's top places. */
  parent: string | null
  /** Of the places that are shown. */
  level: PlaceLevel
  answer: Answer<Place[]>
  goTo: (trail: string[]) => void
  /** Whether a press now may still be the second tap of the last one: it would fall on a row of the next level. */
  isDoubleTap: () => boolean
}

const DOUBLE_TAP_TIME = 350

/** With one city there is nothing to choose at the top: the picker begins in it. */
const rootOf = (
  within: string | null,
  tops: Answer<Place[]>,
  depth: PlaceLevel,
): string | null | undefined => {
  if (within !== null) return within
  if (tops.state.status !== 'ready') return undefined
  const [only, ...others] = tops.state.value
  return only && others.length === 0 && exactness(only.level) < exactness(depth) ? only.code : null
}

/** The way to a value that was chosen before, so that the picker opens where it is. */
const trailTo = (value: string | null, root: string | null, depth: PlaceLevel): string[] => {
  if (value === null || (root !== null && !liesIn(value, root))) return []
  const below = root === null ? 0 : lineageOf(root).length
  return lineageOf(value)
    .slice(below, -1)
    .filter((code) => exactness(levelOf(code)) < exactness(depth))
}

const levelBelow = (parent: string | null): PlaceLevel =>
  (parent === null ? 'city' : PLACE_LEVELS[exactness(levelOf(parent)) + 1]) ?? 'grid'

interface Options {
  value: string | null
  within: string | null
  depth: PlaceLevel
}

/** Walks from the city down, one level at a time. */
export const useSteps = ({ value, within, depth }: Options): Steps => {
  const [gone, setGone] = useState<string[] | null>(null)
  const movedAt = useRef(0)
  const tops = useChildren(within === null ? null : undefined)
  const root = rootOf(within, tops, depth)
  const trail = gone ?? (root === undefined ? [] : trailTo(value, root, depth))
  const parent = trail.at(-1) ?? root ?? null
  const children = useChildren(root === undefined ? undefined : parent)
  usePlacePath(parent)
  return {
    hasBegun: root !== undefined,
    hasMoved: gone !== null,
    trail,
    parent,
    level: levelBelow(parent),
    answer: root === undefined ? tops : children,
    goTo: (next) => {
      movedAt.current = Date.now()
      setGone(next)
    },
    isDoubleTap: () => Date.now() - movedAt.current < DOUBLE_TAP_TIME,
  }
}
