import type { IncomingMessage, ServerResponse } from 'node:http'

/** One request on the public port. */
export interface Exchange {
  request: IncomingMessage
  response: ServerResponse
  /** Still escaped, without the query. */
  path: string
  query: URLSearchParams
}

export type Route = (exchange: Exchange) => Promise<void> | void

/** Ends an exchange with a status and an error that the client can read. */
export class HttpProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

export const invalidInput = (message: string): HttpProblem => new HttpProblem(400, 'invalid_input', message)
export const notFound = (message: string): HttpProblem => new HttpProblem(404, 'not_found', message)
const tooLarge = (): HttpProblem => new HttpProblem(413, 'too_large', 'the body is too large')

export function sendJsonText(response: ServerResponse, status: number, json: string): void {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(json),
    'Cache-Control': 'no-store',
  })
  response.end(json)
}

export const sendJson = (response: ServerResponse, value: unknown, status = 200): void =>
  sendJsonText(response, status, JSON.stringify(value))

export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge()
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > limit) throw tooLarge()
    chunks.push(chunk)
  }
  return chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, bytes)
}

/** The body as a JSON object; an empty body is an empty object. `text` is what was sent. */
export async function readJsonObject(
  request: IncomingMessage,
  limit: number,
): Promise<{ text: string; value: Record<string, unknown> }> {
  const text = (await readBody(request, limit)).toString('utf8')
  if (text === '') return { text: '{}', value: {} }
  const value = parse(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalidInput('the body must be a JSON object')
  return { text, value: value as Record<string, unknown> }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw invalidInput('the body is not JSON')
  }
}

export function decodePath(escaped: string): string {
  try {
    return decodeURIComponent(escaped)
  } catch {
    throw invalidInput('the address is not escaped correctly')
  }
}
