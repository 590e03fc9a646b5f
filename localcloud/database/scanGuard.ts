import { requestFailed } from './failures'
import type { Layout } from './layout'
import type { Order } from './paths'
import { type Document, isDocument } from './values'

/** Above this many documents read without an index a warning, above the other a refusal. */
export const scanLimits = { warning: 1000, refusal: 50_000 }

/** Counts what queries read without an index: what is slow here is slower in production. */
export class ScanGuard {
  private readonly warned = new Set<string>()

  constructor(private readonly warn: (text: string) => void) {}

  /** Call with the number of documents read so far. */
  check(layout: Layout, query: Document, order: Order, read: number): void {
    if (read <= scanLimits.warning) return
    const fields = queriedFields(query, order)
    const shape = `${layout.collection}: ${fields.join(', ')}`
    if (read > scanLimits.refusal)
      throw requestFailed(
        `a query of ${layout.collection} by ${named(fields)} read more than ${scanLimits.refusal} documents without an index; ${advice(fields)}`,
      )
    if (this.warned.has(shape)) return
    this.warned.add(shape)
    this.warn(
      `a query of ${layout.collection} by ${named(fields)} reads more than ${scanLimits.warning} documents without an index; ${advice(fields)}`,
    )
  }
}

const named = (fields: string[]): string => (fields.length === 0 ? 'no field' : fields.join(', '))

const advice = (fields: string[]): string =>
  fields.length === 0
    ? 'narrow it down by an indexed field'
    : `add the index { ${fields.map((field) => `${field}: 1`).join(', ')} }`

/** Fields compared for equality first, then the others, then those sorted by: the order an index wants. */
function queriedFields(query: Document, order: Order): string[] {
  const equal: string[] = []
  const others: string[] = []
  const visit = (part: Document) => {
    for (const [key, condition] of Object.entries(part)) {
      if (Array.isArray(condition) && key.startsWith('$')) condition.filter(isDocument).forEach(visit)
      else if (!key.startsWith('$')) (isEquality(condition) ? equal : others).push(key)
    }
  }
  visit(query)
  return [...new Set([...equal, ...others, ...order.map(({ path }) => path)])]
}

const isEquality = (condition: unknown): boolean =>
  !isDocument(condition) || ['$eq', '$in'].includes(Object.keys(condition)[0] ?? '')
