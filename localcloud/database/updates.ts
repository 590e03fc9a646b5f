import { requestFailed, unsupported } from './failures'
import { compareValues, isSame } from './ordering'
import { addToSet, pop, pull, pullAll, push } from './updateArrays'
import { type Place, placeAt } from './updatePlaces'
import { cloneValue, type Document, isDocument, type Value } from './values'

/**
 * Changes to a document, as MongoDB makes them. Not simulated: the positional operators `$`, `$[]` and `$[name]`,
 * `$currentDate`, pipelines as updates, and `_.addToSet({each})`, which the SDK sends in a form MongoDB does not know
 * (all refused by name).
 */
type Operator = (place: Place, operand: Value, document: Document) => void

const numberOf = (value: Value, operator: string, path: string): number => {
  if (typeof value === 'number') return value
  throw requestFailed(`Cannot apply ${operator} to the non-numeric value at '${path}'`)
}

const operators: Record<string, Operator> = {
  $set: (place, operand) => place.write(operand),
  $unset: (place) => place.remove(),
  $inc: (place, operand) => {
    const amount = numberOf(operand, '$inc', place.path)
    place.write(place.exists ? numberOf(place.value, '$inc', place.path) + amount : amount)
  },
  $mul: (place, operand) => {
    const factor = numberOf(operand, '$mul', place.path)
    place.write(place.exists ? numberOf(place.value, '$mul', place.path) * factor : 0)
  },
  $min: (place, operand) => {
    if (!place.exists || compareValues(operand, place.value) < 0) place.write(operand)
  },
  $max: (place, operand) => {
    if (!place.exists || compareValues(operand, place.value) > 0) place.write(operand)
  },
  $bit: (place, operand) => place.write(applyBits(place, operand)),
  $rename: (place, operand, document) => {
    if (typeof operand !== 'string' || operand === place.path)
      throw requestFailed(`$rename needs another field name for '${place.path}'`)
    checkPath(operand)
    if (!place.exists) return
    const { value } = place
    place.remove()
    placeAt(document, operand, true).write(value)
  },
  $push: push,
  $pull: pull,
  $pullAll: pullAll,
  $pop: pop,
  $addToSet: addToSet,
}

/** `$unset` and the like must not build the way to a field that is not there. */
const buildsNothing = new Set(['$unset', '$rename', '$pull', '$pullAll', '$pop'])

function applyBits(place: Place, operand: Value): number {
  const current = place.exists ? numberOf(place.value, '$bit', place.path) : 0
  if (!isDocument(operand)) throw requestFailed('$bit needs an object')
  return Object.entries(operand).reduce((bits, [operation, mask]) => {
    const number = numberOf(mask, '$bit', place.path)
    if (operation === 'and') return bits & number
    if (operation === 'or') return bits | number
    if (operation === 'xor') return bits ^ number
    throw unsupported(`$bit with '${operation}'`)
  }, current)
}

/** A change read and checked once, to be made to any number of documents. */
export interface Change {
  apply(document: Document, isInsert: boolean): void
}

export function readChange(change: Document): Change {
  const steps = Object.entries(change).map(([name, fields]) => ({ name, fields: readFields(name, fields) }))
  if (steps.length === 0) throw requestFailed('the change has no update operator')
  refuseConflicts(steps.flatMap(({ name, fields }) => pathsOf(name, fields)))
  return {
    apply: (document, isInsert) => {
      for (const { name, fields } of steps) {
        if (name === '$setOnInsert' && !isInsert) continue
        const operatorName = name === '$setOnInsert' ? '$set' : name
        const apply = operators[operatorName] as Operator
        for (const [path, operand] of Object.entries(fields))
          apply(placeAt(document, path, !buildsNothing.has(operatorName)), cloneValue(operand), document)
      }
    },
  }
}

function readFields(name: string, fields: Value): Document {
  if (!Object.hasOwn(operators, name) && name !== '$setOnInsert')
    throw name.startsWith('$')
      ? unsupported(`the update operator ${name}`)
      : requestFailed(`Unknown modifier: ${name}. Expected a valid update modifier`)
  if (!isDocument(fields)) throw requestFailed(`${name} needs an object`)
  for (const [path, operand] of Object.entries(fields)) {
    checkPath(path)
    if (name === '$set' || name === '$setOnInsert') refuseDollarNames(operand)
  }
  return fields
}

function checkPath(path: string): void {
  if (path === '_id' || path.startsWith('_id.'))
    throw requestFailed("Performing an update on the path '_id' would modify the immutable field '_id'")
  const names = path.split('.')
  if (names.some((name) => name === ''))
    throw requestFailed(`The update path '${path}' contains an empty field name`)
  const positional = names.find((name) => name.startsWith('$'))
  if (positional) throw unsupported(`the positional operator ${positional} in '${path}'`)
}

export function refuseDollarNames(value: Value): void {
  if (Array.isArray(value)) for (const item of value) refuseDollarNames(item)
  if (!isDocument(value)) return
  for (const [name, item] of Object.entries(value)) {
    if (name.startsWith('$'))
      throw requestFailed(`The dollar ($) prefixed field '${name}' is not valid for storage.`)
    if (name.includes('.')) throw unsupported(`a dot in a field name: '${name}'`)
    refuseDollarNames(item)
  }
}

const pathsOf = (name: string, fields: Document): string[] =>
  Object.entries(fields).flatMap(([path, operand]) =>
    name === '$rename' && typeof operand === 'string' ? [path, operand] : [path],
  )

function refuseConflicts(paths: string[]): void {
  const sorted = [...paths].sort()
  for (const [index, path] of sorted.entries())
    if (
      sorted.some((other, position) => position !== index && (other === path || other.startsWith(`${path}.`)))
    )
      throw requestFailed(`Updating the path '${path}' would create a conflict at '${path}'`)
}

export const isChanged = (before: Document, after: Document): boolean => !isSame(before, after)
