import type { HttpRequest } from '../platform/httpEvent'
import type { Form } from './rules'

/** What was sent to file a report: a form, as the specification has it, or the same as JSON. Pure. */

const ATTRIBUTE = /^attribute\[([^\]]+)\](\[\])?$/

export function readForm({ headers, body, query }: HttpRequest): Form {
  const isJson = /^application\/json\b/i.test(headers['content-type'] ?? '')
  const pairs = isJson ? pairsOfJson(body) : [...new URLSearchParams(body)]
  const fields: Record<string, string> = Object.fromEntries(
    ['api_key', 'jurisdiction_id'].flatMap((name) => (query[name] ? [[name, query[name]]] : [])),
  )
  const attributes: Record<string, string[]> = {}
  for (const [name, value] of pairs) {
    const code = ATTRIBUTE.exec(name)?.[1]
    if (code === undefined) fields[name] = value
    else attributes[code] = [...(attributes[code] ?? []), value]
  }
  return { fields, attributes }
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null

function pairsOfJson(body: string): [name: string, value: string][] {
  const parsed = parse(body)
  if (typeof parsed !== 'object' || parsed === null) return []
  return Object.entries(parsed).flatMap(([name, value]) => {
    if (name === 'attribute' && typeof value === 'object' && value !== null)
      return Object.entries(value).flatMap(([code, each]) => pairsOf(`attribute[${code}]`, each))
    return pairsOf(name, value)
  })
}

const pairsOf = (name: string, value: unknown): [string, string][] =>
  (Array.isArray(value) ? value : [value]).flatMap((each) => {
    const text = textOf(each)
    return text === null ? [] : [[name, text] satisfies [string, string]]
  })

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
