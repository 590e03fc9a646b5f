import { PLACES_NAMED_AT_ONCE } from '@contract/limits'
import type { NamedPlace, Place } from '@contract/places'
import { placeName } from '@contract/places/names'
import { useEffect, useSyncExternalStore } from 'react'
import { call } from '@/cloud/call'
import { levelOf, lineageOf } from './codes'

/**
 * Names that this program has met. Cities and districts it carries; streets and what is below them it asks the cloud,
 * once, many in one call.
 */
const names = new Map<string, string>()
const listeners = new Set<() => void>()

const tellListeners = () => {
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

const isCarried = (code: string): boolean => ['city', 'district'].includes(levelOf(code))

const nameOf = (code: string): string | undefined =>
  names.get(code) ?? (isCarried(code) ? placeName(code) : undefined)

export const rememberPlaces = (places: Pick<Place, 'code' | 'name'>[]): void => {
  for (const { code, name } of places) names.set(code, name)
  tellListeners()
}

export const rememberPaths = (places: NamedPlace[]): void =>
  rememberPlaces(
    places.flatMap(({ code, path }) =>
      lineageOf(code).flatMap((each, index) => {
        const name = path[index]
        return name === undefined ? [] : [{ code: each, name }]
      }),
    ),
  )

/** Null as long as a name on the way is not known. */
export const knownPath = (code: string): string[] | null => {
  const path = lineageOf(code).map(nameOf)
  return path.every((name) => name !== undefined) ? path : null
}

let waiting = new Set<string>()

const askForWaiting = async () => {
  const codes = [...waiting]
  waiting = new Set()
  for (let start = 0; start < codes.length; start += PLACES_NAMED_AT_ONCE) {
    const asked = codes.slice(start, start + PLACES_NAMED_AT_ONCE)
    const answer = await call('places', 'getPlaces', { codes: asked })
    if (!answer.ok) continue
    const answered = new Set(answer.value.places.map(({ code }) => code))
    // What the cloud does not know answers itself, so that it is not asked for again.
    rememberPlaces(asked.filter((code) => !answered.has(code)).map((code) => ({ code, name: code })))
    rememberPaths(answer.value.places)
  }
}

const ask = (code: string) => {
  if (waiting.size === 0) void Promise.resolve().then(askForWaiting)
  waiting.add(code)
}

/** Names from the city down to the place; as far as they are known until the cloud has answered. */
export const usePlacePath = (code: string | null): string[] => {
  const snapshot = () =>
    code === null
      ? ''
      : lineageOf(code)
          .map((each) => nameOf(each) ?? '')
          .join(' ')
  const words = useSyncExternalStore(subscribe, snapshot, snapshot)
  useEffect(() => {
    if (code !== null && knownPath(code) === null) ask(code)
  }, [code])
  return words.split(' ').filter(Boolean)
}

/** A path as it is shown: the city is left out where there is something more exact to say. */
export const pathWords = (path: string[]): string => (path.length > 1 ? path.slice(1) : path).join(' ')

/** An address as somebody wrote it, with its street and district where it does not name them itself. */
export const addressWords = (path: string[], address: string): string => {
  const missing = (path.length > 1 ? path.slice(1) : path).filter((name) => !address.includes(name))
  return [...missing, address].filter(Boolean).join(' ')
}
