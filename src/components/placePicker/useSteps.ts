import type { Place, PlaceLevel } from '@contract/places'
import { useRef, useState } from 'react'
import type { Answer } from '@/cloud/useAnswer'
import { exactness, levelOf, PLACE_LEVELS } from '@/components/placeName/codes'
import { usePlacePath } from '@/components/placeName/names'
import { useChildren } from './children'
import { onlyTop, trailTo } from './trail'

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
  const known = tops.state.status === 'ready' ? tops.state.value : []
  const root = within ?? (tops.state.status === 'ready' ? onlyTop(known, depth) : undefined)
  const trail =
    gone ??
    (root === undefined ? [] : trailTo(value, root === null ? known.map(({ code }) => code) : [root], depth))
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
