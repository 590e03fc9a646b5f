import { requestFailed } from './failures'
import { compareValues } from './ordering'
import { type Document, isDocument, type Value } from './values'

/** What a dotted path leads to. Arrays on the way are entered, so one path can lead to several values. */
export interface Reached {
  /** Values at the end of the path, arrays unopened; `undefined` where a field is missing. */
  ends: Value[]
  /** An array was met, on the way or at the end. */
  hasArray: boolean
}

export function reach(document: Document, path: string): Reached {
  if (!path.includes('.')) {
    const end = ownValue(document, path)
    return { ends: [end], hasArray: Array.isArray(end) }
  }
  const reached: Reached = { ends: [], hasArray: false }
  follow(document, path.split('.'), 0, reached)
  return reached
}

function follow(value: Value, names: string[], position: number, reached: Reached): void {
  const name = names[position]
  if (name === undefined) {
    reached.hasArray ||= Array.isArray(value)
    reached.ends.push(value)
    return
  }
  if (Array.isArray(value)) {
    reached.hasArray = true
    if (/^\d+$/.test(name)) follow(value[Number(name)], names, position + 1, reached)
    for (const item of value) if (isDocument(item)) follow(item, names, position, reached)
    return
  }
  follow(isDocument(value) ? ownValue(value, name) : undefined, names, position + 1, reached)
}

export const ownValue = (document: Document, name: string): Value =>
  Object.hasOwn(document, name) ? document[name] : undefined

/** Every value a condition on the path may meet: each end, and the items of an end that is an array. */
export function candidates(document: Document, path: string): Value[] {
  const { ends, hasArray } = reach(document, path)
  return hasArray ? ends.flatMap((end) => (Array.isArray(end) ? [end, ...end] : [end])) : ends
}

/** The values an index holds for the path: items instead of arrays; an empty array counts as missing. */
export function indexedValues(document: Document, path: string): Value[] {
  const { ends, hasArray } = reach(document, path)
  if (!hasArray) return ends
  const values = ends.flatMap((end) => (Array.isArray(end) ? end : [end]))
  return values.length === 0 ? [undefined] : values
}

export type Order = Array<{ path: string; direction: 1 | -1 }>

/** An array sorts by its smallest item ascending, by its largest descending. */
export function compareDocumentsBy(order: Order): (left: Document, right: Document) => number {
  return (left, right) => {
    for (const { path, direction } of order) {
      const difference = compareValues(extreme(left, path, direction), extreme(right, path, direction))
      if (difference !== 0) return difference * direction
    }
    return 0
  }
}

function extreme(document: Document, path: string, direction: 1 | -1): Value {
  const values = indexedValues(document, path)
  if (values.length === 1) return values[0]
  return values.reduce((best, value) => (compareValues(value, best) * direction < 0 ? value : best))
}

export function readOrder(value: Value): Order {
  if (!isDocument(value)) throw requestFailed('a sort order must be an object')
  return Object.entries(value).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1)
      throw requestFailed(`the sort order of '${path}' must be 1 or -1`)
    return { path, direction }
  })
}
