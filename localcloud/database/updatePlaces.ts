import { requestFailed } from './failures'
import { ownValue } from './paths'
import { type Document, isDocument, type Value } from './values'

/** The spot in a document that an update path names. */
export interface Place {
  path: string
  exists: boolean
  value: Value
  write(value: Value): void
  remove(): void
}

/** Finds the spot; with `builds`, missing objects on the way are made when it is written. */
export function placeAt(document: Document, path: string, builds: boolean): Place {
  const names = path.split('.')
  const last = names.pop() as string
  let holder: Value = document
  const missing: string[] = []
  for (const name of names) {
    const next: Value = missing.length > 0 ? undefined : child(holder, name, path, builds)
    if (next === undefined) missing.push(name)
    else holder = next
  }
  if (missing.length > 0) return missingPlace(path, holder as Value[] | Document, missing, last)
  return placeIn(path, holder, last, builds)
}

const isIndex = (name: string): boolean => /^\d{1,7}$/.test(name)

function child(holder: Value, name: string, path: string, builds: boolean): Value {
  if (Array.isArray(holder)) {
    if (isIndex(name)) return holder[Number(name)]
    if (builds) throw requestFailed(`Cannot create field '${name}' in an array, at '${path}'`)
    return undefined
  }
  if (isDocument(holder)) return ownValue(holder, name)
  if (builds)
    throw requestFailed(`Cannot create field '${name}' in a value that is not an object, at '${path}'`)
  return undefined
}

function placeIn(path: string, holder: Value, name: string, builds: boolean): Place {
  const value = child(holder, name, path, builds)
  return {
    path,
    exists: value !== undefined,
    value,
    write: (written) => put(holder, name, written),
    remove: () => {
      // As MongoDB: an item leaves a null behind, so the others keep their places.
      if (Array.isArray(holder)) {
        if (isIndex(name) && Number(name) < holder.length) holder[Number(name)] = null
      } else if (isDocument(holder)) delete holder[name]
    },
  }
}

function missingPlace(path: string, holder: Value[] | Document, missing: string[], last: string): Place {
  return {
    path,
    exists: false,
    value: undefined,
    write: (written) => {
      const made = [...missing.slice(1), last].reduceRight<Value>(
        (inner, name) => ({ [name]: inner }),
        written,
      )
      put(holder, missing[0] as string, made)
    },
    remove: () => undefined,
  }
}

/** MongoDB pads with nulls up to the place, and so do we, within reason. */
const maximumPadding = 1500

function put(holder: Value, name: string, value: Value): void {
  if (Array.isArray(holder)) {
    if (!isIndex(name)) throw requestFailed(`Cannot create field '${name}' in an array`)
    const index = Number(name)
    if (index - holder.length > maximumPadding) throw requestFailed(`the array index ${name} is too large`)
    while (holder.length < index) holder.push(null)
    holder[index] = value
  } else if (isDocument(holder)) holder[name] = value
}
