import type { Place } from '@contract/places'
import { call } from '@/cloud/call'
import { type Answer, useAnswer } from '@/cloud/useAnswer'
import { rememberPlaces } from '@/components/placeName/names'

/** Levels that have been loaded: the table does not change while the program runs. Grids do, so they are not kept. */
const loaded = new Map<string, Place[]>()

const keyOf = (parentCode: string | null): string => parentCode ?? 'top'

const load = async (parentCode: string | null) => {
  const answer = await call('places', 'listPlaces', { parentCode })
  if (!answer.ok) return answer
  const { places } = answer.value
  rememberPlaces(places)
  const mayChange = places.some(({ level }) => level === 'grid') || places.length === 0
  if (!mayChange) loaded.set(keyOf(parentCode), places)
  return { ok: true as const, value: places }
}

/** What lies in a place; undefined asks nothing yet. */
export const useChildren = (parentCode: string | null | undefined): Answer<Place[]> => {
  const known = parentCode === undefined ? undefined : loaded.get(keyOf(parentCode))
  const isAsked = parentCode !== undefined && known === undefined
  const answer = useAnswer(isAsked ? `places/${keyOf(parentCode)}` : null, () => load(parentCode ?? null))
  return known ? { ...answer, state: { status: 'ready', value: known } } : answer
}
