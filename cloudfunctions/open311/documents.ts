import { XMLBuilder } from 'fast-xml-parser'
import type { HttpAnswer } from '../platform/httpEvent'

/**
 * Answers in the two formats of GeoReport v2. JSON follows from XML by the Spark convention: the root element falls
 * away, and a list is an array of its elements.
 */

export type Format = 'json' | 'xml'

/** What an element of a list is called. */
const ELEMENTS = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  updates: 'update',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
} as const

type Value = string | number | boolean | null | Value[] | { [name: string]: Value }

/** A document: the name of its root, and what it holds. */
export interface Document {
  root: keyof typeof ELEMENTS | 'service_definition' | 'discovery'
  content: Value
}

export interface Outcome extends Document {
  status: number
}

const isList = (name: string): name is keyof typeof ELEMENTS => name in ELEMENTS

/** Characters that no XML document may hold, escaped or not. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are left out
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDFFF]/gu

function elementOf(name: string, value: Value): Value {
  if (typeof value === 'string') return value.replace(UNWRITABLE, '')
  if (Array.isArray(value)) {
    const element = isList(name) ? ELEMENTS[name] : 'item'
    return { [element]: value.map((each) => elementOf(element, each)) }
  }
  if (typeof value !== 'object' || value === null) return value ?? ''
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, elementOf(key, each)]))
}

const builder = new XMLBuilder({ ignoreAttributes: true, format: true, suppressEmptyNode: true })

const write = (format: Format, { root, content }: Document): string =>
  format === 'json'
    ? JSON.stringify(content)
    : `<?xml version="1.0" encoding="utf-8"?>\n${builder.build({ [root]: elementOf(root, content) })}`

const TYPES: Record<Format, string> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
}

/** What is public may be read by pages of every origin. */
export const answerIn = (
  format: Format,
  { status, ...document }: Outcome,
  headers: Record<string, string> = {},
): HttpAnswer => ({
  statusCode: status,
  headers: {
    'content-type': TYPES[format],
    'cache-control': 'no-store',
    'access-control-allow-origin': '*',
    ...headers,
  },
  body: write(format, document),
})

export interface Problem {
  code: number
  description: string
}

/** Errors as the specification has them: 404 for what is not there, 403 for the key, 400 for everything else. */
export const failing = (status: number, problems: Problem[]): Outcome => ({
  status,
  root: 'errors',
  content: problems.map(({ code, description }) => ({ code, description })),
})

export const refusing = (status: number, description: string): Outcome =>
  failing(status, [{ code: status, description }])
