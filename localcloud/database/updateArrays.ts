import { requestFailed, unsupported } from './failures'
import { compile } from './matching'
import { compareValues, isSame } from './ordering'
import { compareDocumentsBy } from './paths'
import type { Place } from './updatePlaces'
import { type Document, isDocument, type Value } from './values'

/** Update operators on arrays. Each throws where MongoDB would: a field that is there but is no array. */
function arrayAt(place: Place, operator: string): Value[] {
  if (Array.isArray(place.value)) return [...place.value]
  throw requestFailed(`Cannot apply ${operator} to a non-array field named '${place.path}'`)
}

const arrayOrNew = (place: Place, operator: string): Value[] => (place.exists ? arrayAt(place, operator) : [])

const modifiers = new Set(['$each', '$position', '$sort', '$slice'])

export function push(place: Place, operand: Value): void {
  const items = arrayOrNew(place, '$push')
  if (!isDocument(operand) || !('$each' in operand)) {
    refuseModifiers(operand, '$push')
    place.write([...items, operand])
    return
  }
  const unknown = Object.keys(operand).find((key) => !modifiers.has(key))
  if (unknown) throw unsupported(`$push with ${unknown}`)
  const position = integerOf(operand.$position, '$position') ?? items.length
  items.splice(position, 0, ...listOf(operand.$each, '$push with $each'))
  if (operand.$sort !== undefined && operand.$sort !== null) sortItems(items, operand.$sort)
  place.write(sliceItems(items, integerOf(operand.$slice, '$slice')))
}

function refuseModifiers(operand: Value, operator: string): void {
  const modifier = isDocument(operand) && Object.keys(operand).find((key) => key.startsWith('$'))
  if (modifier) throw requestFailed(`${operator} with ${modifier} needs $each`)
}

const listOf = (value: Value, what: string): Value[] => {
  if (!Array.isArray(value)) throw requestFailed(`${what} needs an array`)
  return value
}

function integerOf(value: Value, name: string): number | undefined {
  if (value === undefined || value === null) return undefined
  if (!Number.isInteger(value)) throw requestFailed(`${name} must be an integer`)
  return value as number
}

function sortItems(items: Value[], order: Value): void {
  if (order === 1 || order === -1) {
    items.sort((left, right) => compareValues(left, right) * order)
    return
  }
  if (!isDocument(order)) throw requestFailed('$sort must be 1, -1 or an object')
  const compare = compareDocumentsBy(
    Object.entries(order).map(([path, direction]) => ({ path, direction: direction === -1 ? -1 : 1 })),
  )
  const asDocument = (item: Value): Document => (isDocument(item) ? item : {})
  items.sort((left, right) => compare(asDocument(left), asDocument(right)))
}

function sliceItems(items: Value[], count: number | undefined): Value[] {
  if (count === undefined) return items
  if (count === 0) return []
  return count < 0 ? items.slice(count) : items.slice(0, count)
}

export function addToSet(place: Place, operand: Value): void {
  const items = arrayOrNew(place, '$addToSet')
  if (isDocument(operand) && 'each' in operand)
    throw unsupported('_.addToSet({ each }), which the SDK sends as a value; write { $each: [...] }')
  const isEach = isDocument(operand) && '$each' in operand
  if (!isEach) refuseModifiers(operand, '$addToSet')
  for (const item of isEach ? listOf(operand.$each, '$addToSet with $each') : [operand])
    if (!items.some((existing) => isSame(existing, item))) items.push(item)
  place.write(items)
}

export function pop(place: Place, operand: Value): void {
  if (operand !== 1 && operand !== -1) throw requestFailed('$pop needs 1 or -1')
  if (!place.exists) return
  const items = arrayAt(place, '$pop')
  place.write(operand === 1 ? items.slice(0, -1) : items.slice(1))
}

export function pullAll(place: Place, operand: Value): void {
  const unwanted = listOf(operand, '$pullAll')
  if (!place.exists) return
  place.write(arrayAt(place, '$pullAll').filter((item) => !unwanted.some((value) => isSame(value, item))))
}

/** A value pulls its equals; an object of operators is tested on each item, other objects on the items' fields. */
export function pull(place: Place, operand: Value): void {
  if (!place.exists) return
  const isOnItems = !isDocument(operand) || Object.keys(operand).some((key) => key.startsWith('$'))
  const matches = compile(isOnItems ? { item: operand } : (operand as Document))
  const isUnwanted = (item: Value): boolean =>
    isOnItems ? matches({ item }) : isDocument(item) && matches(item)
  place.write(arrayAt(place, '$pull').filter((item) => !isUnwanted(item)))
}
